"""Those whom nobody has judged yet: find out."""

from ...model import Channel
from .stage import Character, followed, met, moved, reminded

NEWCOMERS = (
    Character(
        name="Aoife Ní Bhroin-Castellanos",
        title="Head of Procurement",
        area="Finance",
        mailbox="aoife.nibhroin",
        tags=("contracts",),
        notes="Signs the contract for our tool next year. We have never spoken. Silly.",
        story=(followed(-38),),
    ),
    Character(
        name="Łukasz Zięba-Morrow",
        title="Team Leader, Metering",
        area="Customer Care",
        mailbox="lukasz.zieba",
        tags=("call-centre",),
        story=(
            followed(-52),
            met(
                -25,
                "Amara's pick to watch. Talks about people, not about tickets. Did not judge him "
                "yet; one coffee is not evidence.",
                felt=1,
            ),
            moved(-3, "Head of Service", "Customer Care"),
        ),
    ),
    Character(
        name="Fatima-Zahra El Mansouri (فاطمة الزهراء)",
        title="Chief Data Officer",
        area="Digital and Data",
        mailbox="fatima.elmansouri",
        known=-18,
        by_hand=True,
        tags=("executive",),
        notes="New from outside. Nobody has told her yet what she should think of us.",
        story=(
            met(
                -6,
                "Welcome talk. Listened for most of it. She measures by what people find out by "
                "themselves; so do we. Tell her the Fenwick minutes next time.",
                felt=1,
            ),
            reminded(-6, "Ask Fatima-Zahra whom she trusts here", due=5, private=True),
        ),
    ),
    Character(
        name="Ruairidh Pemberton-Sow",
        title="Member for Customers",
        area="Board",
        mailbox="ruairidh.pemberton",
        known=-70,
        by_hand=True,
        tags=("board",),
        notes="Likely to follow Margarethe in the chair, says everybody but him.",
        story=(
            met(
                -22,
                "Shared a taxi from the open day. Asked who answers at night, and thanked *them* "
                "by name next morning. Judge him soon.",
                channel=Channel.EVENT,
                felt=1,
            ),
        ),
    ),
)
"""Everybody who is followed without a judgement."""

"""Those who are not for us, or not yet: neutral, careful, tired; and those who work against us."""

from ...model import Channel, Effect, Engagement, PromptKind, Relation
from .stage import (
    Character,
    archived,
    dismissed,
    judged,
    met,
    promised,
    reminded,
    snoozed,
    ticked_off,
    tied,
)

DOUBTERS = (
    Character(
        name="Gwendolyn Achterberg",
        title="Chief Executive",
        area="Office of the Chief Executive",
        mailbox="gwendolyn.achterberg",
        tags=("executive",),
        notes="Three aims: safe, fair, trusted. Speak to one of them or do not speak.",
        story=(
            met(
                -600,
                "Seven minutes in the lift and the corridor. 'How does this make the water safer?' "
                "Said: a burst is reported eleven minutes sooner. She nodded once.",
                channel=Channel.HALLWAY,
                felt=0,
            ),
            judged(
                -600,
                5,
                3,
                Engagement.NEUTRAL,
                "Neither for nor against; weighs us by her aims.",
                desired=Engagement.SUPPORTIVE,
                basis="a lift",
            ),
            met(
                -191,
                "Ingrid's slot at the executive table. Gwendolyn asked two questions, both about "
                "risk. Answered with the list of known risks and what we do about each.",
                channel=Channel.PRESENTATION,
                felt=1,
                also=("Priya Raghunathan-Bell", "Sebastian Thornquist-Vale"),
            ),
            judged(
                -60,
                5,
                3,
                Engagement.NEUTRAL,
                "Watching. Reads the Friday page.",
                desired=Engagement.SUPPORTIVE,
                basis="what Tomasz says",
            ),
            met(
                -40,
                "Friday page, number 71. She sent it back with a question mark beside one figure. "
                "The figure was right; the unit was missing. She reads it, then.",
                channel=Channel.EMAIL,
                felt=0,
            ),
        ),
    ),
    Character(
        name="Oluwaseun Hartmann-Bello",
        title="General Counsel",
        area="Legal",
        mailbox="seun.hartmann",
        tags=("executive", "risk"),
        notes="Seun to colleagues. Not against us: against surprises.",
        story=(
            met(
                -570,
                "'What if somebody promises compensation in a reply?' Reasonable fear. Agreed to "
                "bring an answer instead of an opinion.",
                felt=-1,
            ),
            judged(
                -570,
                4,
                2,
                Engagement.NEUTRAL,
                "Fears the one wrong sentence.",
                desired=Engagement.SUPPORTIVE,
                basis="one meeting",
            ),
            promised(
                -570,
                "A list of phrases nobody may use, with a second pair of eyes",
                due=-550,
                ours=True,
                kept=-552,
            ),
            met(
                -548,
                "Brought it: eleven phrases, a second reader, and 4,100 answers of two peer "
                "agencies without one claim. He asked for the source, read it, and softened.",
                felt=1,
            ),
            reminded(-320, "Ask Seun whether the phrase list still holds", due=-300),
            ticked_off(-299),
            met(
                -120,
                "One complaint in a year, settled with an apology in public. Told him before he "
                "heard it from anybody else. Bad news from us, first, whole.",
                channel=Channel.CALL,
                felt=1,
            ),
            judged(
                -30,
                4,
                3,
                Engagement.NEUTRAL,
                "From fear to watchfulness. That is a long way.",
                desired=Engagement.SUPPORTIVE,
                by=3,
                moves="Three peers' rules on made-up pictures, read with him",
                legitimacy=True,
                urgency=True,
                basis="a year without a claim",
            ),
            met(
                -28,
                "Half-year look at the risks. Two crossed out, one added: made-up pictures.",
                felt=0,
            ),
            reminded(-28, "Bring Seun three peers' rules on made-up pictures", due=3),
        ),
    ),
    Character(
        name="Sebastian Thornquist-Vale",
        title="Director",
        area="Network Operations",
        mailbox="sebastian.thornquist",
        tags=("executive",),
        notes="Judge him by what happens afterwards.",
        story=(
            met(
                -580,
                "'You have my full support.' Warm handshake, good coffee.",
                felt=2,
                words=Effect.FOR,
            ),
            judged(
                -580,
                5,
                4,
                Engagement.SUPPORTIVE,
                "Full support, he says.",
                desired=Engagement.LEADING,
                basis="a handshake",
            ),
            promised(-580, "Burst locations within the hour", due=-540, broken=-538),
            promised(-470, "A duty engineer to check our answers", due=-430, broken=-431),
            met(
                -395,
                "Told the executive table that he has always stood behind us.",
                channel=Channel.MESSAGE,
                words=Effect.FOR,
                felt=2,
            ),
            promised(-370, "Unblock the camera permission for depots", due=-330, broken=-325),
            promised(-190, "Bring the rota into his winter plan", due=-150, broken=-148),
            met(
                -66,
                "Took the chair in the control room away 'for a refit' the week Siân was off. "
                "There is no refit.",
                channel=Channel.HALLWAY,
                action=Effect.AGAINST,
                felt=-2,
            ),
            judged(
                -58,
                5,
                2,
                Engagement.SUPPORTIVE,
                "Words: all for us. Deeds: none of four promises, and the chair. I stop going for "
                "coffee; that hour belongs to Mei-Ling.",
                desired=Engagement.NEUTRAL,
                legitimacy=False,
                urgency=True,
                basis="four promises and a chair",
            ),
            met(
                -30,
                "Spoke beautifully about us at the staff day. Clapped with the others. Counted the "
                "deeds since: none.",
                channel=Channel.EVENT,
                words=Effect.FOR,
                felt=2,
            ),
            tied(-66, Relation.ODDS, "Ingrid Thorvald-Adeyemi", 2, "The line in the flood plan"),
        ),
    ),
    Character(
        name="Cornelia Stokes-Ferreira",
        title="Head of Compliance",
        area="Legal",
        mailbox="cornelia.stokes",
        tags=("risk",),
        story=(
            met(
                -510,
                "Against, openly: 'Every post is evidence.' Years ago she carried the blame for a "
                "leaked draft. It still hurts, and it is not about us.",
                felt=-2,
                words=Effect.AGAINST,
            ),
            judged(
                -510,
                3,
                1,
                Engagement.RESISTANT,
                "Resistant, and says so. I respect that.",
                desired=Engagement.NEUTRAL,
                basis="one frank meeting",
            ),
            met(
                -220,
                "Asked the auditors to stop the weekend rota. They did not. No hard feelings "
                "shown, none taken.",
                channel=Channel.EMAIL,
                action=Effect.AGAINST,
            ),
            met(
                -130,
                "*Not for the file:* her mother is ill. Moved our audit talk without being asked. "
                "One may be decent to people who will never help.",
                channel=Channel.HALLWAY,
                felt=0,
                private=True,
            ),
            judged(
                -125,
                3,
                1,
                Engagement.RESISTANT,
                "No change, and none wanted of her this year.",
                desired=Engagement.NEUTRAL,
                basis="the weekend rota",
            ),
        ),
    ),
    Character(
        name="Harriet Okafor-Lund",
        title="Head of Internal Audit",
        area="Finance",
        mailbox="harriet.okafor",
        tags=("risk",),
        story=(
            met(
                -380,
                "She asked how we know that an answer was right. We did not, quite. Now one in "
                "fifty is checked. Thank an auditor who improves you.",
                felt=0,
            ),
            judged(
                -380,
                3,
                3,
                Engagement.NEUTRAL,
                "Even-handed.",
                desired=Engagement.SUPPORTIVE,
                basis="one audit",
            ),
            judged(-128, 3, 3, Engagement.NEUTRAL, "Even-handed still.", basis="second audit"),
            met(-128, "Second audit: clean. She underlined 'clean' herself.", felt=1),
            snoozed(-5, until=9),
        ),
    ),
    Character(
        name="Dmitri Solheim-Petrov",
        title="Head of Estates",
        area="Finance",
        mailbox="dmitri.solheim",
        story=(
            met(
                -430,
                "Wants the car-park barrier explained to visitors. We did. He was content.",
                felt=1,
            ),
            judged(-200, 2, 3, Engagement.NEUTRAL, "Content, and not concerned.", basis="barrier"),
            met(
                -48,
                "Barrier again. A new one, this time red. Explained it.",
                channel=Channel.EMAIL,
                felt=0,
                one_way=True,
            ),
            dismissed(
                -10, PromptKind.REASSESS, "Nothing about a barrier changes what we think of him."
            ),
        ),
    ),
    Character(
        name="Eleni Markou (Ελένη Μάρκου)",
        title="Head of Billing",
        area="Customer Care",
        mailbox="eleni.markou",
        tags=("billing",),
        story=(
            met(
                -240,
                "Tariff letter goes out in spring. Asked to tell its story *before* it lands: what "
                "rises, why, who is spared. 'We have always sent the letter first.' Yes, and?",
                felt=0,
            ),
            judged(
                -240,
                3,
                3,
                Engagement.NEUTRAL,
                "Habit, not ill will.",
                desired=Engagement.SUPPORTIVE,
                basis="one meeting",
            ),
            judged(-118, 3, 3, Engagement.NEUTRAL, "Nothing has moved yet.", basis="a call"),
            met(
                -97,
                "She counted: 3,000 calls in the week of the last letter. Now she is curious. "
                "Bring a draft for the story before the letter.",
                channel=Channel.CALL,
                felt=1,
            ),
        ),
    ),
    Character(
        name="Winifred Ashgrove-Tan",
        title="Head of Press, until her retirement",
        area="Office of the Chief Executive",
        mailbox="winifred.ashgrove",
        tags=("press",),
        notes="Taught me half of this.",
        story=(
            met(
                -700,
                "Her advice for the start: 'Nobody champions a channel. They champion a result "
                "with their name on it.' Wrote it on the first page.",
                felt=2,
            ),
            judged(-700, 2, 5, Engagement.SUPPORTIVE, "A teacher.", basis="ten years"),
            met(-400, "Retirement party. Sang.", channel=Channel.EVENT, felt=2),
            archived(-395),
        ),
    ),
)
"""Everybody who is neutral or against us."""

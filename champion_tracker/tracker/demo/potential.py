"""Potential champions: open to us, with reach, and not yet won. Here our time goes."""

from ...model import Channel, Effect, Engagement, Evidence, Relation, Standing
from .stage import Character, judged, met, pinned, promised, reminded, ticked_off, tied

POTENTIAL = (
    Character(
        name="Mei-Ling Chan 陳美玲",
        title="Chief Scientist",
        area="Water Quality",
        mailbox="meiling.chan",
        tags=("science", "laboratory"),
        notes="Answers to 'Mei-Ling'. Precise; forgives a late answer, never a wrong one.",
        story=(
            met(
                -610,
                "Asked whether we would ever round a lead reading. No. 'Then we may talk.'",
                felt=0,
            ),
            judged(
                -610,
                4,
                3,
                Engagement.NEUTRAL,
                "Holds the figures everybody else quotes.",
                desired=Engagement.LEADING,
                basis="one meeting",
            ),
            promised(
                -500, "Check our ten standard answers on hardness and taste", due=-470, kept=-478
            ),
            met(
                -410,
                "The brown-water week in Fenwick. Her lab result was online eleven minutes after "
                "she signed it. A mother wrote 'thank you, now I can make the bottle'. Printed it "
                "for her; it hangs above the centrifuge.",
                felt=2,
                words=Effect.FOR,
            ),
            promised(-260, "Explain turbidity on camera, once", due=-230, kept=-233),
            met(
                -140,
                "'Once' became three films. She would speak for us if somebody asked her; nobody "
                "has. That somebody should be me.",
                felt=1,
            ),
            judged(
                -50,
                4,
                5,
                Engagement.SUPPORTIVE,
                "Open, respected, has everything but the habit of speaking for us.",
                desired=Engagement.LEADING,
                by=40,
                moves="The figures on her films; then the first word at the spring conference",
                legitimacy=True,
                urgency=False,
                basis="three films, Fenwick",
            ),
            met(
                -31,
                "Ten minutes between two meetings. I owed her the figures on the films and had "
                "forgotten them. Bring the figures. Do not let this one cool.",
                channel=Channel.HALLWAY,
                felt=0,
            ),
            tied(-300, Relation.ALLY, "Ingrid Thorvald-Adeyemi", 2, "Same university, same jokes"),
        ),
    ),
    Character(
        name="Tomasz Wiśniewski-Oduya",
        title="Executive Assistant to the Chief Executive",
        area="Office of the Chief Executive",
        mailbox="tomasz.wisniewski",
        tags=("gatekeeper",),
        notes="Decides what Gwendolyn reads on the train. Little power on paper, much in fact.",
        story=(
            met(
                -640,
                "Brought back his stapler and stayed an hour. He knows why every paper of the last "
                "five years died. Most died of length.",
                channel=Channel.HALLWAY,
                felt=1,
            ),
            tied(-640, Relation.ASSISTS, "Gwendolyn Achterberg", 3),
            tied(-640, Relation.EAR, "Gwendolyn Achterberg", 3, "Eleven years at the next desk"),
            judged(
                -640,
                2,
                4,
                Engagement.NEUTRAL,
                "Own influence small; but he has the ear of the Chief Executive.",
                desired=Engagement.SUPPORTIVE,
                basis="a stapler",
            ),
            promised(-420, "Put the weekly page on top of the Friday folder", due=-400, kept=-406),
            met(
                -180,
                "Our page goes into the Friday folder, third sheet. He moved it up after Fenwick. "
                "Regular and short beats rare and splendid.",
                channel=Channel.MESSAGE,
                action=Effect.FOR,
                shows=(Evidence.SPOKE,),
            ),
            met(
                -70,
                "Tells me he gets fewer angry calls on Mondays since we answer at weekends. His "
                "own stake, said aloud.",
                channel=Channel.CALL,
                felt=2,
                shows=(Evidence.STAKE,),
            ),
            judged(
                -35,
                2,
                5,
                Engagement.SUPPORTIVE,
                "A coach: tells us what is said, opens doors.",
                desired=Engagement.LEADING,
                basis="the Friday folder",
            ),
            met(
                -14,
                "Warned me that the Chief Executive heard 'unapproved posts' from Legal. Told him "
                "how approvals run: three steps, forty minutes, nothing skipped. He will have it "
                "at hand when it comes up again.",
                channel=Channel.CALL,
                felt=1,
            ),
        ),
    ),
    Character(
        name="Priya Raghunathan-Bell",
        title="Chief Financial Officer",
        area="Finance",
        mailbox="priya.raghunathan",
        tags=("executive", "budget"),
        notes="Will say yes to a consequence, never to a wish.",
        story=(
            met(
                -560,
                "Asked for a second post. 'What happens if I say no?' I had no answer. She was "
                "kind about it. Never ask again without the sentence that begins 'Without it …'.",
                felt=-1,
            ),
            judged(
                -560,
                5,
                3,
                Engagement.NEUTRAL,
                "Fair. Wants figures, and what they rest on.",
                desired=Engagement.SUPPORTIVE,
                basis="one refused ask",
            ),
            met(
                -340,
                "Second try, with the sentence: without the post, nobody answers on Saturdays, "
                "when a third of the burst mains are reported. She wrote it down.",
                felt=1,
                also=("Henrik Aalto-Brandt",),
            ),
            promised(-340, "Half a post from the spring", due=-250, kept=-252),
            reminded(-250, "Thank Priya with the first Saturday figures", due=-245),
            ticked_off(-244),
            met(
                -130,
                "Sent the Saturday figures without being asked: 1,900 answers, 14 bursts found "
                "early. She forwarded them to the board with one word: 'Cheap.'",
                channel=Channel.EMAIL,
                felt=2,
                words=Effect.FOR,
            ),
            judged(
                -45,
                5,
                4,
                Engagement.NEUTRAL,
                "More open than she was, still for the sum and not yet for us.",
                desired=Engagement.LEADING,
                basis="the Saturday figures",
            ),
            met(
                -5,
                "Budget clinic. She asked what we would stop if she cut us by a tenth. Had the "
                "list with me this time, with who would notice.",
                felt=1,
            ),
            reminded(
                -5,
                "Send Priya the one-page list: what will not happen without the half post",
                due=0,
            ),
        ),
    ),
    Character(
        name="Marcus Obeng-Lindley",
        title="Director",
        area="Capital Works",
        mailbox="marcus.obeng",
        tags=("executive", "roadworks"),
        notes="Likes diggers, dislikes adjectives.",
        story=(
            met(
                -480,
                "His roadworks are half of what people ask about. Showed him the other half: what "
                "they ask *him*, and get no answer to.",
                felt=0,
            ),
            judged(
                -480,
                4,
                4,
                Engagement.NEUTRAL,
                "Could use us, has not yet thought of it.",
                desired=Engagement.LEADING,
                basis="one meeting",
            ),
            promised(-400, "Tell us of closures five days ahead", due=-370, broken=-368),
            promised(-330, "The same, with a name behind it", due=-300, kept=-300),
            met(
                -200,
                "Closures now come five days ahead, by name. Told him the story before the next "
                "works began, not after: 'this is what Mill Road will say on Tuesday'. They did.",
                felt=1,
            ),
            judged(
                -112,
                4,
                4,
                Engagement.NEUTRAL,
                "Open, busy, warming.",
                desired=Engagement.LEADING,
                basis="Mill Road",
            ),
            met(
                -8,
                "Site visit in the rain. He showed the crew our answers on his phone before I "
                "could. High time to judge him again: that is not neutral any more.",
                felt=2,
                words=Effect.FOR,
            ),
        ),
    ),
    Character(
        name="Margarethe Vollmer-Ossai",
        title="Chair",
        area="Board",
        mailbox="chair",
        tags=("board",),
        notes="Retires in spring. Sends handwritten cards.",
        story=(
            met(
                -280,
                "Ten minutes after the open day. Charming, interested, asked good questions.",
                channel=Channel.EVENT,
                felt=2,
            ),
            judged(
                -280,
                5,
                4,
                Engagement.NEUTRAL,
                "Says yes to everybody at open days.",
                desired=Engagement.SUPPORTIVE,
                basis="one conversation",
            ),
            met(
                -90,
                "Told me frankly that she will leave big questions to her successor. A kind way "
                "of saying: do not build on me.",
                channel=Channel.CALL,
                felt=1,
            ),
            judged(
                -41,
                5,
                4,
                Engagement.NEUTRAL,
                "By the rule a potential champion. Not really.",
                basis="her own words",
            ),
            pinned(
                -41,
                Standing.NEUTRAL,
                "Retires in spring and says so; keep her informed, win her successor.",
            ),
            met(
                -36,
                "Card for her birthday, with the Pell Bridge photograph. She rang to say thanks.",
                channel=Channel.CALL,
                felt=2,
            ),
        ),
    ),
)
"""Everybody who might become a champion, by the rule at least."""

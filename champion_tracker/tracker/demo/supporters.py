"""Supporters: for us, each in their way; and two whose deeds no longer bear it out."""

from ...model import Channel, Effect, Engagement, Relation
from .stage import Character, followed, judged, met, paused, promised, reminded, ticked_off, tied

SUPPORTERS = (
    Character(
        name="Siân Prydderch",
        title="Head of Incident Response",
        area="Network Operations",
        mailbox="sian.prydderch",
        tags=("incidents", "night-shift"),
        notes="Runs the control room. Ring before 15:00; after that the night shift begins.",
        story=(
            met(
                -655,
                "Brackwater, 03:00. We sat at her table and answered while she closed valves. She "
                "gave us her own crisps. Nobody forgets who was there at three in the morning.",
                channel=Channel.EVENT,
                felt=2,
                also=("Ingrid Thorvald-Adeyemi",),
            ),
            judged(
                -640,
                3,
                4,
                Engagement.SUPPORTIVE,
                "Practical friend. Decides little, knows all.",
                desired=Engagement.SUPPORTIVE,
                basis="the Brackwater night",
            ),
            promised(-430, "A chair for us in the control room", due=-390, kept=-395),
            promised(-300, "Join the drill for false rumours", due=-270, kept=-270),
            met(
                -210,
                "Rumour drill. Found a true one by accident: a valve nobody had logged. She tells "
                "that story better than I do, so let her tell it.",
                channel=Channel.EVENT,
                felt=2,
                also=("Amara Nwosu-Keller", "Declan Mac Ruairí"),
            ),
            judged(-100, 3, 4, Engagement.SUPPORTIVE, "As ever.", basis="the drill"),
            promised(-44, "Let us shadow a whole night shift before winter", due=-2),
            met(
                -15,
                "Two staff short. Did not press her about the night shift; asked how she sleeps. "
                "Badly. Sent soup.",
                felt=0,
            ),
            tied(-430, Relation.ALLY, "Ingrid Thorvald-Adeyemi", 3),
            tied(-430, Relation.REPORTS_TO, "Sebastian Thornquist-Vale"),
        ),
    ),
    Character(
        name="Zeynep Işıklar",
        title="Director",
        area="People and Culture",
        mailbox="zeynep.isiklar",
        tags=("staff",),
        notes="Wants staff to be proud of where they work. So do we; say it that way.",
        story=(
            met(
                -530,
                "Her new starters learn what the agency does from their neighbours. Offered her "
                "our answers as reading for the first day.",
                felt=1,
            ),
            judged(
                -530,
                3,
                4,
                Engagement.SUPPORTIVE,
                "Our aims meet in pride of work.",
                desired=Engagement.SUPPORTIVE,
                basis="one meeting",
            ),
            met(
                -330,
                "First-day pack is out, with twelve of our answers. Two starters asked to help.",
                felt=2,
                action=Effect.FOR,
            ),
            judged(-92, 3, 4, Engagement.SUPPORTIVE, "Steady.", basis="first-day pack"),
            promised(
                -34,
                "A one-hour workshop for her team leaders: answering like a person",
                due=-4,
                ours=True,
            ),
            met(
                -20,
                "She asked when the workshop is. We are late with it. We ask others to keep their "
                "word; ours is counted too.",
                channel=Channel.MESSAGE,
                felt=0,
            ),
        ),
    ),
    Character(
        name="Declan Mac Ruairí",
        title="Head of Digital Services",
        area="Digital and Data",
        mailbox="declan.macruairi",
        tags=("systems",),
        story=(
            met(
                -500,
                "Sorted our single sign-on in an afternoon after eight months of tickets. 'Nobody "
                "had told me what it was for.' Tell people what it is for.",
                felt=2,
                action=Effect.FOR,
            ),
            judged(
                -500,
                3,
                3,
                Engagement.SUPPORTIVE,
                "Helps when he sees the point.",
                desired=Engagement.SUPPORTIVE,
                basis="single sign-on",
            ),
            met(-250, "Quarterly look at the tools. Nothing broken, nothing new.", felt=0),
            judged(
                -70,
                3,
                3,
                Engagement.SUPPORTIVE,
                "Still friendly, more squeezed.",
                desired=Engagement.SUPPORTIVE,
                basis="quarterly talk",
            ),
            met(
                -13,
                "Gave two of our three licences to another project, without a word before. He was "
                "embarrassed on the phone. One action weighs more than a year of friendliness: "
                "judge again, and ask what pressed him.",
                channel=Channel.CALL,
                felt=-1,
                action=Effect.AGAINST,
            ),
        ),
    ),
    Character(
        name="Philippa Crane-Whitmore",
        title="Director of Public Affairs",
        area="Office of the Chief Executive",
        mailbox="philippa.crane",
        tags=("executive", "politics"),
        notes="Wonderful at lunch.",
        story=(
            met(
                -450,
                "Lunch. 'I adore what you do.' Left with a warm feeling and nothing else.",
                felt=2,
                words=Effect.FOR,
            ),
            judged(
                -450,
                4,
                3,
                Engagement.SUPPORTIVE,
                "Says so, often.",
                desired=Engagement.LEADING,
                basis="lunch",
            ),
            promised(-380, "Bring us into the ministry's working group", due=-340, broken=-335),
            met(-320, "Lunch. 'Next time, without fail.'", felt=2, words=Effect.FOR),
            promised(-210, "Quote our figures in the spring speech", due=-150, broken=-149),
            judged(
                -86,
                4,
                3,
                Engagement.SUPPORTIVE,
                "Kept her at supportive. Am I judging the lunch?",
                desired=Engagement.LEADING,
                basis="lunch, again",
            ),
            promised(-70, "A word with Gwendolyn about the second post", due=-25, broken=-21),
            met(
                -21,
                "No word was had. None of three promises kept, each with a lovely reason. Words of "
                "support without deeds: a bedfellow, not an ally. Plan without her.",
                channel=Channel.CALL,
                felt=1,
                words=Effect.FOR,
            ),
        ),
    ),
    Character(
        name="Nguyễn Thị Hạnh",
        title="Head of School Programmes",
        area="Community and Learning",
        mailbox="hanh.nguyen",
        tags=("schools", "events"),
        notes="Family name first: she is *Hạnh*, or Ms Nguyễn. Always free on first Mondays.",
        story=(
            followed(-600, every="first Monday of the month"),
            met(
                -590,
                "Her school visits collect drawings of taps; we collect questions. Same children. "
                "Agreed on first Mondays: her diary, her rule, and it has never failed.",
                felt=2,
            ),
            judged(
                -590,
                2,
                5,
                Engagement.SUPPORTIVE,
                "Small lever, big heart, keeps every date.",
                desired=Engagement.LEADING,
                basis="first Monday",
            ),
            promised(-220, "Two hundred questions from the schools, sorted", due=-190, kept=-197),
            met(
                -160,
                "Class 4b at Pell Bridge asked where the river sleeps. The answer was read by "
                "ninety thousand people. Nobody senior had told us to do it.",
                felt=2,
            ),
            judged(
                -80,
                2,
                5,
                Engagement.LEADING,
                "Leads where she stands. No reach beyond it, so a supporter and not a champion.",
                desired=Engagement.LEADING,
                basis="Pell Bridge",
            ),
            met(
                -10,
                "First-Monday talk moved to the phone. Winter programme agreed.",
                channel=Channel.CALL,
                felt=1,
            ),
        ),
    ),
    Character(
        name="Barnaby Quill",
        title="Depot Manager, Fenwick",
        area="Network Operations",
        mailbox="barnaby.quill",
        tags=("field",),
        notes="Photographs every leak he mends. Ask for the photographs.",
        story=(
            met(
                -410,
                "Fenwick, brown water. He let us film the flushing; the film stopped more calls "
                "than any statement.",
                channel=Channel.EVENT,
                felt=1,
                also=("Mei-Ling Chan 陳美玲",),
            ),
            judged(
                -400,
                2,
                4,
                Engagement.SUPPORTIVE,
                "Gives us what offices cannot: the picture.",
                desired=Engagement.SUPPORTIVE,
                basis="Fenwick",
            ),
            reminded(-260, "Send Barnaby the figures for his film", due=-250),
            ticked_off(-249),
            judged(-120, 2, 4, Engagement.SUPPORTIVE, "Unchanged, and good.", basis="photographs"),
            met(
                -50,
                "Sent eleven photographs and asked what became of the last eleven. Nobody had told "
                "him. People go on giving when they see what it was good for.",
                channel=Channel.EMAIL,
                felt=0,
            ),
            reminded(-50, "Show Barnaby what his photographs did", due=-9),
        ),
    ),
    Character(
        name="José Ignacio Zubiaurre-Núñez",
        title="Head of Leak Detection",
        area="Network Operations",
        mailbox="jose.zubiaurre",
        tags=("field", "leaks"),
        notes="Twins!",
        story=(
            met(
                -360,
                "Listens to pipes at night and can tell copper from iron. Filmed his ears.",
                felt=2,
            ),
            judged(
                -360,
                2,
                4,
                Engagement.SUPPORTIVE,
                "Gladly explains anything.",
                desired=Engagement.SUPPORTIVE,
                basis="the film of the ears",
            ),
            judged(-96, 2, 4, Engagement.SUPPORTIVE, "The same.", basis="a call"),
            met(
                -95,
                "Twins in two weeks. Agreed that I do not exist until spring.",
                channel=Channel.CALL,
                felt=2,
            ),
            paused(-95, "Parental leave until spring; no work messages."),
        ),
    ),
    Character(
        name="Noor van der Heijden",
        title="Project Director, Upper Reservoir",
        area="Capital Works",
        mailbox="noor.vanderheijden",
        tags=("reservoir",),
        story=(
            met(
                -310,
                "The reservoir will drown one farm and supply two towns. She asked us to answer "
                "the farm first. Told the hard part before the good part, and it held.",
                felt=1,
            ),
            judged(
                -310,
                3,
                4,
                Engagement.SUPPORTIVE,
                "Honest under fire.",
                desired=Engagement.LEADING,
                basis="the farm",
            ),
            judged(-105, 3, 4, Engagement.SUPPORTIVE, "Same, under more fire.", basis="a meeting"),
            met(
                -62,
                "Inquiry opens Monday. Her lawyers want silence, and they are right.",
                channel=Channel.MESSAGE,
                felt=0,
            ),
            paused(-62, "Public inquiry: no contact about the programme until it closes."),
        ),
    ),
)
"""Everybody who is for us."""

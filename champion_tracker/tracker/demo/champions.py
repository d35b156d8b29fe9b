"""Champions: the one we have, the one who moved, the one who left.

A champion has power and uses it for us, speaks for us when we are not in the room, and has a
stake of their own in our success. They are rare, they move on, and they must be kept warm.
"""

from ...model import Channel, Effect, Engagement, Evidence, Relation
from .stage import Character, judged, left, met, moved, promised, reminded, tied

CHAMPIONS = (
    Character(
        name="Ingrid Thorvald-Adeyemi",
        title="Director",
        area="Flood Resilience",
        mailbox="ingrid.thorvald",
        tags=("executive", "flood"),
        notes=(
            "Hydrologist by training. Wants **one figure, one map, one sentence**, in that order. "
            "Walks her dog past the weir at seven and will read a message then, not later."
        ),
        story=(
            met(
                -728,
                "First talk about Otterlund Answers. Polite. 'My floods do not need likes.' Fair. "
                "Asked her what people ask on a flood night; she talked for twenty minutes. "
                "Lesson: begin with their work, not with our channels.",
                felt=0,
            ),
            judged(
                -728,
                4,
                3,
                Engagement.NEUTRAL,
                "Decides over warnings, listens, promises nothing.",
                desired=Engagement.LEADING,
                basis="one meeting",
            ),
            met(
                -655,
                "Night of the Brackwater flood. We answered 412 questions between 22:00 and 06:00; "
                "her control room got 60 % fewer calls than in the last one.",
                channel=Channel.HALLWAY,
                felt=1,
            ),
            met(
                -648,
                "Took her the story while it was warm: one page, one map, the 60 %. She read it "
                "twice and kept the paper. A success is worth telling within the week; after that "
                "it is history.",
                felt=2,
                words=Effect.FOR,
            ),
            promised(
                -648,
                "Have her duty officers send us the river levels before they go public",
                due=-620,
                kept=-626,
            ),
            judged(
                -620,
                4,
                4,
                Engagement.SUPPORTIVE,
                "Kept her first promise a week early. Deeds, not compliments.",
                desired=Engagement.LEADING,
                basis="the Brackwater night, river levels delivered",
            ),
            met(
                -540,
                "Regular half hour. Told her about Wastewater's blockage campaign although it is "
                "not her area: she took the idea of the fridge magnets. Stories travel sideways.",
                felt=1,
            ),
            promised(
                -450,
                "Let two of her engineers answer online in their own names",
                due=-400,
                kept=-405,
            ),
            met(
                -430,
                "She asked what could go wrong with engineers answering. Brought the list: four "
                "risks, what we do about each, and how two other agencies do it in three steps "
                "instead of our nine. Fear shrinks when it is written down.",
                felt=1,
                also=("Siân Prydderch",),
            ),
            met(
                -300,
                "Spoke up for us at the budget round while I was on leave. Heard it from Tomasz, "
                "not from her; that is how one knows.",
                channel=Channel.MESSAGE,
                action=Effect.FOR,
                shows=(Evidence.SPOKE,),
                felt=2,
            ),
            judged(
                -298,
                4,
                5,
                Engagement.LEADING,
                "Acts for us unasked. A champion.",
                desired=Engagement.LEADING,
                basis="the budget round",
            ),
            met(
                -191,
                "Took me along to the executive table for ten minutes of her own slot. "
                "Used four of them. Left the page behind.",
                channel=Channel.PRESENTATION,
                action=Effect.FOR,
                shows=(Evidence.ACCESS,),
                felt=2,
            ),
            promised(-160, "Put the answering rota into the flood plan", due=-120, kept=-121),
            met(
                -120,
                "The flood plan now names our rota. She fought Network Operations for the line "
                "and I was not there to see it.",
                channel=Channel.EMAIL,
                action=Effect.FOR,
                shows=(Evidence.SPOKE,),
            ),
            met(
                -100,
                "Her own goal for the year: warnings reach nine homes in ten. We are the cheapest "
                "way there, and she knows the number by heart. That is a stake, not a favour.",
                felt=2,
                shows=(Evidence.STAKE,),
            ),
            judged(
                -75,
                4,
                5,
                Engagement.LEADING,
                "Still the first to call, still keeps what she says. But she is our only one.",
                desired=Engagement.LEADING,
                basis="flood plan, her own goal",
            ),
            met(
                -79,
                "She wanted to know what the others say about us. Told her, the bad half first.",
                channel=Channel.CALL,
                felt=1,
            ),
            met(
                -57,
                "Read her the best three answers of the month over the phone. She laughed at the "
                "one about the heron.",
                channel=Channel.CALL,
                felt=2,
            ),
            met(
                -38,
                "Monthly walk to the weir. Told her the Hobb Lane burst story. She asked for the "
                "figure before I had finished.",
                felt=1,
            ),
            met(
                -16,
                "Short call. She is busy with the autumn exercise and thinner on time than she "
                "says. No ask today; just the story of the school at Pell Bridge. Not every touch "
                "should cost something.",
                channel=Channel.CALL,
                felt=1,
            ),
            tied(-400, Relation.ALLY, "Amara Nwosu-Keller", 3, "Built the flood rota together"),
            tied(-500, Relation.REPORTS_TO, "Gwendolyn Achterberg"),
        ),
    ),
    Character(
        name="Amara Nwosu-Keller",
        title="Head of Service",
        area="Customer Care",
        mailbox="amara.nwosu",
        tags=("operations", "call-centre"),
        notes="Started on the phones nineteen years ago. Never say 'the customer' to her; say who.",
        story=(
            met(
                -720,
                "She reads complaints on the bus. Showed her forty questions that her team had "
                "answered twice, by letter and by phone. 'So answer once, in public.' Her words.",
                felt=2,
            ),
            judged(
                -720,
                4,
                5,
                Engagement.SUPPORTIVE,
                "Feels the pain herself and runs the people who could help.",
                desired=Engagement.LEADING,
                basis="one long meeting",
            ),
            promised(-700, "Lend us one agent two mornings a week", due=-680, kept=-684),
            met(
                -590,
                "Her agent Bea now writes the best answers we have. Told Amara, then told Amara's "
                "boss. Praise goes up and down, never only up.",
                felt=1,
            ),
            promised(-520, "Give us the weekly list of top questions", due=-505, kept=-505),
            met(
                -380,
                "Said no to a third morning: winter rota. A clear no, with a date to ask again. "
                "Worth more than a cloudy yes.",
                felt=0,
            ),
            promised(-330, "A third morning, once the winter is over", due=-240, kept=-239),
            met(
                -150,
                "Fought for our line in her own budget and won it. Told nobody; I saw it in the "
                "papers.",
                channel=Channel.EMAIL,
                action=Effect.FOR,
                shows=(Evidence.SPOKE, Evidence.ACCESS),
            ),
            met(
                -88,
                "Her complaint figures fall where we answer, and her bonus hangs on them. She "
                "laughed when I said so. A stake need not be noble.",
                felt=2,
                shows=(Evidence.STAKE,),
            ),
            judged(
                -40,
                4,
                5,
                Engagement.LEADING,
                "Four promises, four kept. Confirmed champion.",
                desired=Engagement.LEADING,
                basis="budget line, third morning, complaint figures",
            ),
            promised(
                -36,
                "Open the media morning at the Hobb Lane works herself",
                due=-4,
                broken=-4,
            ),
            met(
                -9,
                "She got the Network Operations job! Cake. She reports to Sebastian now, so she "
                "will have to be careful for a while. Do not lean on her in the first weeks; do "
                "ask what *she* needs.",
                channel=Channel.HALLWAY,
                felt=2,
            ),
            moved(-6, "Deputy Director", "Network Operations"),
            tied(-6, Relation.REPORTS_TO, "Sebastian Thornquist-Vale", 2, "Since her move"),
        ),
    ),
    Character(
        name="Henrik Aalto-Brandt",
        title="Director of Strategy",
        area="Office of the Chief Executive",
        mailbox="henrik.aalto",
        tags=("executive",),
        notes="Thinks in quarters and metaphors. Gone to a housing association in the north.",
        story=(
            met(
                -690,
                "Wanted to know which corporate aim we serve. I had three answers, so I had none. "
                "Came back with one: 'people trust the water'. Purpose first.",
                felt=0,
            ),
            judged(
                -690,
                5,
                3,
                Engagement.NEUTRAL,
                "Writes the plan. What he does not see in it does not exist.",
                desired=Engagement.LEADING,
                basis="one meeting",
            ),
            promised(-610, "A sentence about us in the corporate plan", due=-560, kept=-561),
            met(
                -470,
                "The sentence is in. Eleven words. Everything since has stood on them.",
                channel=Channel.EMAIL,
                felt=2,
                action=Effect.FOR,
            ),
            judged(
                -460,
                5,
                5,
                Engagement.LEADING,
                "Put his name to us in writing.",
                desired=Engagement.LEADING,
                basis="corporate plan",
            ),
            met(
                -210,
                "Told the board that trust is measured where people ask. Minutes, page 4.",
                channel=Channel.EMAIL,
                action=Effect.FOR,
                shows=(Evidence.SPOKE, Evidence.ACCESS),
            ),
            judged(
                -60,
                5,
                5,
                Engagement.LEADING,
                "As before; tired, though.",
                desired=Engagement.LEADING,
                basis="monthly talk",
            ),
            left(-33),
            met(
                -20,
                "Farewell coffee. He named two people who could carry the sentence on: Priya and "
                "Mei-Ling. Always ask a leaver who is next. Promised to stay in touch, and I mean "
                "it: champions come back, and vouch for you elsewhere.",
                felt=2,
            ),
            reminded(-20, "Write to Henrik about his first hundred days", due=12),
        ),
    ),
)
"""Everybody who is or was a champion."""

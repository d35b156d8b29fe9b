"""The programme itself: stories and their tellings, seats, asks, objections and goals."""

from collections.abc import Sequence
from typing import NamedTuple

from ...model import AskStatus, Channel, ObjectionStatus, Proof, Stance
from .. import asks, goals, objections, seats, stories
from .stage import AGENCY, Event, Stage


class Told(NamedTuple):
    """A telling: on which day, to whom, how it landed, and what they made of it."""

    day: int
    to: Sequence[str]
    landed: int
    note: str
    area: str = ""
    channel: Channel = Channel.MEETING


def story(
    day: int,
    title: str,
    *,
    what: str,
    benefit: str,
    figure: str,
    areas: Sequence[str],
    stance: Stance = Stance.PROACTIVE,
    told: Sequence[Told] = (),
) -> Event:
    """A story, and to whom it was told; those meetings are on record already."""

    def play(stage: Stage) -> None:
        written = stories.write(
            stage.tracker,
            title,
            what=what,
            benefit=benefit,
            figure=figure,
            areas=areas,
            stance=stance,
        )
        for telling in told:
            stage.turn_to(telling.day)
            stories.tell(
                stage.tracker,
                written,
                [stage.person(name) for name in telling.to],
                area=telling.area,
                landed=telling.landed,
                note=telling.note,
                channel=telling.channel,
                touch=False,
            )

    return Event(day, play)


def occasion(day: int, what: str, *areas: str) -> Event:
    """Something whose story is still to be written."""
    return Event(day, lambda stage: stories.occasion(stage.tracker, what, areas=areas))


def seat(
    day: int,
    title: str,
    area: str,
    holder: str,
    *,
    acting: bool = False,
    heirs: Sequence[str] = (),
) -> Event:
    """A place at the executive table."""
    return Event(
        day,
        lambda stage: seats.seat(
            stage.tracker,
            title,
            organization=AGENCY,
            area=area,
            holder=stage.person(holder),
            acting=acting,
            heirs=[stage.person(name) for name in heirs],
        ),
    )


def asked(
    day: int,
    of: str,
    what: str,
    *,
    without: str = "",
    why_now: str = "",
    supporters: Sequence[str] = (),
    made: bool = True,
    answered: tuple[int, AskStatus, str] | None = None,
) -> Event:
    """What we asked for, and when and how it was answered, if it was."""

    def play(stage: Stage) -> None:
        known = asks.ask(
            stage.tracker,
            stage.person(of),
            what,
            without=without,
            why_now=why_now,
            supporters=[stage.person(name) for name in supporters],
            made=made,
        )
        if answered is not None:
            on, status, answer = answered
            stage.turn_to(on)
            asks.change_ask(stage.tracker, known, status=status, answer=answer)

    return Event(day, play)


def feared(
    day: int,
    who: str,
    risk: str,
    *,
    likelihood: int,
    impact: int,
    mitigation: str = "",
    proofs: Sequence[Proof] = (),
    story: str = "",
    softened: int | None = None,
) -> Event:
    """What somebody holds against us, our answer, and when it softened, if it did."""

    def play(stage: Stage) -> None:
        known = objections.object_to(
            stage.tracker,
            stage.person(who),
            risk,
            likelihood=likelihood,
            impact=impact,
            mitigation=mitigation,
            proofs=proofs,
            stories=[told for told in stage.stories if told.title == story],
        )
        if softened is not None:
            stage.turn_to(softened)
            objections.change_objection(stage.tracker, known, status=ObjectionStatus.SOFTENED)

    return Event(day, play)


def goal(
    day: int,
    purpose: str,
    *,
    aim: str = "",
    measure: str = "",
    target: float | None = None,
    leaders: Sequence[str] = (),
    readings: Sequence[tuple[int, float]] = (),
) -> Event:
    """What the programme is for, and where its measure stood on which day."""

    def play(stage: Stage) -> None:
        known = goals.goal(
            stage.tracker,
            purpose,
            aim=aim,
            measure=measure,
            target=target,
            leaders=[stage.person(name) for name in leaders],
        )
        for on, value in readings:
            stage.turn_to(on)
            known = goals.measure_goal(stage.tracker, known, value)

    return Event(day, play)


_STORIES = (
    story(
        -650,
        "The Brackwater night",
        what=(
            "The river came up at ten. We sat in the control room and answered 412 questions "
            "until six; nobody had to wait longer than nine minutes."
        ),
        benefit="The control room could close valves instead of answering the telephone.",
        figure="60 % fewer calls than in the flood before",
        areas=("Flood Resilience", "Network Operations", "Customer Care"),
        stance=Stance.REACTIVE,
        told=(
            Told(-648, ["Ingrid Thorvald-Adeyemi"], 2, "Kept the paper."),
            Told(-590, ["Amara Nwosu-Keller"], 1, "Asked who had answered, by name."),
        ),
    ),
    story(
        -408,
        "Eleven minutes in Fenwick",
        what=(
            "Brown water, worried parents. The laboratory's result was online eleven minutes "
            "after it was signed, in words that a tired father can read."
        ),
        benefit="'Thank you, now I can make the bottle.'",
        figure="11 minutes instead of 2 days",
        areas=("Water Quality", "Customer Care"),
        stance=Stance.REACTIVE,
        told=(
            Told(-380, ["Amara Nwosu-Keller"], 2, "Read it to her team."),
            Told(
                -191,
                ["Gwendolyn Achterberg", "Priya Raghunathan-Bell"],
                1,
                "Four minutes, one figure. The figure was quoted later.",
                channel=Channel.PRESENTATION,
            ),
            Told(-25, ["Łukasz Zięba-Morrow"], 1, "Had been on the phones that week."),
        ),
    ),
    story(
        -325,
        "Twelve answers for the first day",
        what="New staff read what neighbours ask before they read the organisation chart.",
        benefit="'I could answer my aunt on the first evening.'",
        figure="2 of 14 starters asked to help",
        areas=("People and Culture",),
        told=(Told(-300, [], 1, "Team leaders' breakfast.", area="People and Culture"),),
    ),
    story(
        -158,
        "Where the river sleeps",
        what="Class 4b at Pell Bridge asked; a hydrologist answered; a town read it at bedtime.",
        benefit="Children who know where the river sleeps keep away from the weir.",
        figure="90,000 readers",
        areas=("Community and Learning",),
        told=(
            Told(-36, ["Margarethe Vollmer-Ossai"], 2, "Asked for the photograph."),
            Told(-16, ["Ingrid Thorvald-Adeyemi"], 1, "Smiled audibly.", channel=Channel.CALL),
            Told(-10, ["Nguyễn Thị Hạnh"], 2, "Tells it better than I do.", channel=Channel.CALL),
        ),
    ),
    story(
        -128,
        "Fourteen bursts on Saturdays",
        what="With somebody answering at weekends, leaks are reported while they are small.",
        benefit="Fewer cellars under water on Monday.",
        figure="14 bursts found early, 1,900 answers, one half post",
        areas=("Finance", "Network Operations"),
        told=(
            Told(-70, ["Tomasz Wiśniewski-Oduya"], 2, "Fewer angry Mondays.", channel=Channel.CALL),
            Told(-31, ["Mei-Ling Chan 陳美玲"], 0, "Missed the figures on her own films."),
            Told(-5, ["Priya Raghunathan-Bell"], 1, "'So what stops if I cut?' Had the list."),
        ),
    ),
    story(
        -40,
        "Hobb Lane, before the telephone rang",
        what="We told the street of the works two days before the diggers came, and why.",
        benefit="The school could move its sports day; nobody stood at a barrier.",
        figure="3 complaints instead of 80",
        areas=("Flood Resilience", "Network Operations", "Capital Works"),
        told=(
            Told(-38, ["Ingrid Thorvald-Adeyemi"], 2, "Asked for the figure first."),
            Told(-15, ["Siân Prydderch"], 1, "'Do that for night works too.'"),
            Told(-14, ["Tomasz Wiśniewski-Oduya"], 1, "Friday folder.", channel=Channel.CALL),
            Told(-8, ["Marcus Obeng-Lindley"], 2, "Showed it to the crew himself."),
        ),
    ),
    story(
        -20,
        "The flood that never was",
        what=(
            "A picture of a drowned bridge went round on a Tuesday. It was made up. Our answer, "
            "with the gauge beside it, was out before lunch."
        ),
        benefit="No school closed for a rumour.",
        figure="47 minutes from rumour to answer",
        areas=("Flood Resilience", "Digital and Data"),
        stance=Stance.REACTIVE,
        told=(
            Told(-6, ["Fatima-Zahra El Mansouri (فاطمة الزهراء)"], 1, "Wanted the minutes."),
        ),
    ),
    occasion(-2, "Burst main in Station Road: 2,300 homes dry for nine hours, all answered",
             "Network Operations"),
)  # fmt: skip

_SEATS = (
    seat(-700, "Chief Executive", "Office of the Chief Executive", "Gwendolyn Achterberg"),
    seat(-700, "Director of Strategy", "Office of the Chief Executive", "Henrik Aalto-Brandt"),
    seat(-700, "Chief Financial Officer", "Finance", "Priya Raghunathan-Bell"),
    seat(-700, "Director", "Network Operations", "Sebastian Thornquist-Vale"),
    seat(-700, "Director", "Flood Resilience", "Ingrid Thorvald-Adeyemi",
         heirs=["Barnaby Quill"]),
    seat(-60, "Director", "Customer Care", "Eleni Markou (Ελένη Μάρκου)", acting=True),
)  # fmt: skip

_ASKS = (
    asked(
        -560,
        "Priya Raghunathan-Bell",
        "A second post",
        answered=(-560, AskStatus.REFUSED, "'What happens if I say no?' I did not know."),
    ),
    asked(
        -340,
        "Priya Raghunathan-Bell",
        "A second post",
        without="Nobody answers on Saturdays, when a third of the burst mains are reported",
        supporters=["Henrik Aalto-Brandt"],
        answered=(-252, AskStatus.PARTLY, "Half a post from the spring"),
    ),
    asked(
        -230,
        "Tomasz Wiśniewski-Oduya",
        "Five minutes in the Friday folder, once a month",
        without="She reads of us in the papers first",
        supporters=["Philippa Crane-Whitmore"],
        answered=(-205, AskStatus.GRANTED, "The page after the weather"),
    ),
    asked(
        -5,
        "Priya Raghunathan-Bell",
        "Keep the half post",
        why_now="The budget closes at the end of the month",
        without="Saturdays go dark again; fourteen bursts a quarter are found on Monday instead",
        supporters=["Ingrid Thorvald-Adeyemi"],
    ),
    asked(-60, "Sebastian Thornquist-Vale", "The chair in the control room back", made=False),
)

_PEERS = (
    Proof(who="Marram Coast Rail", what="answers without prior approval, one in ten checked",
          steps=3, days=0),
    Proof(who="Saltholm District Health", what="same phrase list, no claim in three years",
          steps=4, days=1),
)  # fmt: skip

_OBJECTIONS = (
    feared(
        -570,
        "Oluwaseun Hartmann-Bello",
        "Somebody promises compensation in a reply",
        likelihood=3,
        impact=4,
        mitigation="Eleven phrases that nobody may use, and a second pair of eyes",
        proofs=_PEERS,
        softened=-548,
    ),
    feared(
        -510,
        "Cornelia Stokes-Ferreira",
        "Every post is evidence",
        likelihood=4,
        impact=3,
        mitigation="All answers are archived, and legal holds take a minute",
        proofs=_PEERS[1:],
    ),
    feared(
        -28,
        "Oluwaseun Hartmann-Bello",
        "A made-up picture goes out in our name",
        likelihood=2,
        impact=5,
    ),
    feared(
        -14,
        "Gwendolyn Achterberg",
        "Unapproved posts",
        likelihood=2,
        impact=4,
        mitigation="Three steps, forty minutes, nothing skipped; the log can be read by anybody",
        proofs=_PEERS[:1],
        story="The flood that never was",
    ),
)

_GOALS = (
    goal(
        -690,
        "People get a true answer while it still helps them",
        aim="Trusted",
        measure="minutes to the first answer",
        target=30,
        leaders=["Tomasz Wiśniewski-Oduya"],
        readings=((-600, 190), (-400, 95), (-200, 52), (-110, 38)),
    ),
    goal(
        -100,
        "Flood warnings reach nine homes in ten",
        aim="Safe",
        measure="% of homes reached within the hour",
        target=90,
        leaders=["Ingrid Thorvald-Adeyemi"],
        readings=((-95, 71), (-30, 78)),
    ),
    # No leader, no aim, no measure: what a goal looks like that nobody upstairs will miss.
    goal(-300, "Ten thousand followers"),
)

PROGRAMME = (*_STORIES, *_SEATS, *_ASKS, *_OBJECTIONS, *_GOALS)
"""Everything that is about the programme as a whole."""

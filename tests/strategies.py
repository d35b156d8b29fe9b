"""Strategies for whole workspaces, and a few records to try things on."""

from datetime import UTC, date, datetime, time, timedelta

from hypothesis import strategies as st

from champion_tracker.model import (
    Answer,
    Assessment,
    Channel,
    Commit,
    Edit,
    Effect,
    Engagement,
    Evidence,
    FollowUp,
    Interaction,
    NurturePlan,
    Outcome,
    Person,
    Pin,
    Position,
    Promise,
    Record,
    Relation,
    Settings,
    Standing,
    Tie,
    Weighing,
    new_id,
)
from champion_tracker.store import MemoryStore

TODAY = date(2026, 11, 23)
"""A Monday."""

near_days = st.integers(-800, 60).map(lambda n: TODAY + timedelta(days=n))
past_days = st.integers(-800, 0).map(lambda n: TODAY + timedelta(days=n))
any_days = st.one_of(near_days, st.dates(), st.sampled_from([date.min, date.max]))
words = st.text(max_size=12)
texts = st.text(min_size=1, max_size=12)
names = st.sampled_from(
    [
        "Ann Lee",
        "Zeynep Işıklar",
        "Łukasz Zięba",
        "陳美玲",
        "فاطمة الزهراء",
        "Siân Prydderch",
        "[/VP] X",
    ]
)
cadences = st.sampled_from(
    ["", "1 day", "2 weeks", "3 months", "1 year", "first Monday of the month", "every Friday",
     "every other Monday", "FREQ=WEEKLY;INTERVAL=3;BYDAY=MO,FR", "FREQ=MONTHLY;BYMONTHDAY=31",
     "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29", "not a cadence"]
)  # fmt: skip


def moment(day: date, minute: int = 0) -> datetime:
    """A moment of a day, later for a higher minute."""
    return datetime.combine(day, time(9, minute % 60), UTC)


def touch(*people: str, on: date = TODAY, key: str = "", minute: int = 30) -> Interaction:
    """A plain touch."""
    return Interaction(
        id=key or new_id("i"), person_ids=people, on=on, recorded_at=moment(on, minute)
    )


def judgement(
    person: Person,
    on: date = TODAY,
    *,
    influence: int = 3,
    openness: int = 3,
    engagement: Engagement = Engagement.NEUTRAL,
    minute: int = 30,
) -> Assessment:
    """A judgement of somebody in the positions that they hold on the day."""
    return Assessment(
        id=new_id("a"),
        person_id=person.id,
        position_ids=tuple(p.id for p in person.current_positions(on)),
        on=on,
        influence=influence,
        openness=openness,
        engagement=engagement,
        recorded_at=moment(on, minute),
    )


def keep(store: MemoryStore, *records: Record) -> MemoryStore:
    """Put records into a store, over whatever it holds under the same identifiers."""
    held: dict[tuple[type[Record], str], Record] = {}
    for commit in reversed(list(store.commits())):
        for edit in commit.edits:
            if edit.after is not None:
                held[type(edit.record), edit.record.id] = edit.after
    edits = tuple(Edit(held.get((type(r), r.id)), r) for r in records)
    store.commit(Commit(id=new_id("c"), at=moment(TODAY), verb="test", summary="test", edits=edits))
    return store


def store_of(*records: Record, settings: Settings | None = None) -> MemoryStore:
    """A store that holds these records."""
    return keep(MemoryStore(settings), *records)


def positions(days: st.SearchStrategy[date] = near_days) -> st.SearchStrategy[tuple[Position, ...]]:
    """Up to four positions, some over, some to come, some of unknown dates."""

    def spans(drawn: list[tuple[date | None, date | None, str]]) -> tuple[Position, ...]:
        found = []
        for n, (start, end, title) in enumerate(drawn):
            if start is not None and end is not None and end < start:
                start, end = end, start
            found.append(
                Position(id=f"r-{n}", title=title, organization="Water", start=start, end=end)
            )
        return tuple(found)

    maybe = st.none() | days
    titles = st.sampled_from(["Head", "Deputy", "Director"])
    return st.lists(st.tuples(maybe, maybe, titles), max_size=4).map(spans)


def people(
    key: str, days: st.SearchStrategy[date] = near_days, *, followed: bool | None = None
) -> st.SearchStrategy[Person]:
    """One person; whether they are followed is left open if not said."""
    since = {True: days, False: st.none(), None: st.none() | days}[followed]
    pins = st.builds(Pin, standing=st.sampled_from(Standing), reason=st.just("because"), on=days)
    return st.builds(
        Person,
        id=st.just(key),
        name=names,
        tags=st.lists(words, max_size=2).map(tuple),
        positions=positions(days),
        followed_since=since,
        plan=st.builds(NurturePlan, every=cadences, paused=st.sampled_from(["", "", "", "leave"])),
        pin=st.sampled_from([None, None, None]) | pins,
        archived_on=st.none() if followed else st.sampled_from([None, None, None, TODAY]),
    )


def touches(keys: list[str], days: st.SearchStrategy[date]) -> st.SearchStrategy[Interaction]:
    """A touch with one or more of these people."""
    return st.builds(
        Interaction,
        id=st.uuids().map(lambda found: f"i-{found}"),
        person_ids=st.lists(st.sampled_from(keys), min_size=1, unique=True).map(tuple),
        on=days,
        channel=st.sampled_from(Channel),
        note=words,
        sentiment=st.none() | st.integers(-2, 2),
        weighing=st.none() | st.sampled_from(Weighing),
        effect=st.none() | st.sampled_from(Effect),
        shows=st.lists(st.sampled_from(Evidence), max_size=3, unique=True).map(tuple),
        one_way=st.booleans(),
        recorded_at=days.map(moment),
    )


def judgements(keys: list[str], days: st.SearchStrategy[date]) -> st.SearchStrategy[Assessment]:
    """A judgement of one of these people."""
    return st.builds(
        Assessment,
        id=st.uuids().map(lambda found: f"a-{found}"),
        person_id=st.sampled_from(keys),
        position_ids=st.lists(st.sampled_from(["r-0", "r-1", "r-2"]), max_size=2, unique=True).map(
            tuple
        ),
        on=days,
        influence=st.integers(1, 5),
        openness=st.integers(1, 5),
        engagement=st.sampled_from(Engagement),
        recorded_at=days.map(moment),
    )


def follow_ups(keys: list[str], days: st.SearchStrategy[date]) -> st.SearchStrategy[FollowUp]:
    """A follow-up about one of these people, or somebody forgotten; open or not."""
    return st.builds(
        FollowUp,
        id=st.uuids().map(lambda found: f"f-{found}"),
        person_id=st.sampled_from([*keys, "p-gone"]),
        due=days,
        text=texts,
        done_on=st.sampled_from([None, None, TODAY]),
        recorded_at=days.map(moment),
    )


def promises(keys: list[str], days: st.SearchStrategy[date]) -> st.SearchStrategy[Promise]:
    """A promise between us and one of these people, settled or not."""
    return st.builds(
        Promise,
        id=st.uuids().map(lambda found: f"m-{found}"),
        person_id=st.sampled_from(keys),
        ours=st.booleans(),
        text=texts,
        made_on=days,
        due=days,
        outcome=st.sampled_from(Outcome),
        settled_on=st.none() | days,
        recorded_at=days.map(moment),
    )


def ties(keys: list[str], days: st.SearchStrategy[date]) -> st.SearchStrategy[Tie]:
    """A tie among these people, to themselves too."""
    return st.builds(
        Tie,
        id=st.uuids().map(lambda found: f"t-{found}"),
        person_id=st.sampled_from(keys),
        other_id=st.sampled_from([*keys, "p-gone"]),
        relation=st.sampled_from(Relation),
        strength=st.integers(1, 3),
        since=st.none() | days,
        recorded_at=days.map(moment),
    )


def answers(keys: list[str], days: st.SearchStrategy[date]) -> st.SearchStrategy[Answer]:
    """What was once answered to a prompt, that stands or not."""
    prompts = [f"{kind}:{key}" for kind in ("touch", "reassess") for key in keys]
    return st.builds(
        Answer,
        id=st.sampled_from([*prompts, "coverage:none", "coverage:single"]),
        cause=st.sampled_from(["never/1 month", "none:", "moved:", "moved:r-0", "moved:r-1", ""]),
        until=st.none() | days,
        on=days,
    )


@st.composite
def stores(
    draw: st.DrawFn,
    days: st.SearchStrategy[date] = near_days,
    *,
    most: int = 3,
    answered: bool = True,
    tied: bool = True,
) -> MemoryStore:
    """A whole workspace: up to ``most`` people, p-0 always among them, and their history."""
    keys = [f"p-{n}" for n in range(draw(st.integers(1, most)))]
    found: list[Record] = [draw(people(key, days)) for key in keys]
    found += draw(st.lists(touches(keys, days), max_size=4))
    found += draw(st.lists(judgements(keys, days), max_size=3))
    found += draw(st.lists(follow_ups(keys, days), max_size=2))
    found += draw(st.lists(promises(keys, days), max_size=4))
    if tied:
        found += draw(st.lists(ties(keys, days), max_size=2))
    if answered:
        given = draw(st.lists(answers(keys, days), max_size=2, unique_by=lambda a: a.id))
        found += given
    return store_of(*found)

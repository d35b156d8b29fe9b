"""Strategies for what a programme keeps: stories and tellings, asks, objections, goals, seats."""

from datetime import date

from hypothesis import strategies as st

from champion_tracker.model import (
    Ask,
    AskStatus,
    Assessment,
    Engagement,
    Goal,
    Objection,
    ObjectionStatus,
    Occasion,
    Person,
    Position,
    Proof,
    Reading,
    Record,
    Relation,
    Seat,
    Story,
    Telling,
    Tie,
)
from champion_tracker.store import MemoryStore
from tests.strategies import keep, moment, near_days, stores, texts, words

KEYS = ["p-0", "p-1", "p-2", "p-gone"]
STORIES = ["s-0", "s-1", "s-2"]
areas = st.sampled_from(["Water", "water ", "Finance", "Ｌegal"])
some_areas = st.lists(areas, max_size=2, unique=True).map(tuple)
people = st.sampled_from(KEYS)
several = st.lists(people, max_size=2, unique=True).map(tuple)


def programme_records(days: st.SearchStrategy[date] = near_days) -> st.SearchStrategy[Record]:
    """Any record of a programme, about people who are there and one who is not."""
    maybe = st.none() | days
    moments = days.map(moment)
    return st.one_of(
        st.builds(
            Story,
            id=st.sampled_from(STORIES),
            title=texts,
            areas=some_areas,
            on=days,
            recorded_at=moments,
        ),
        st.builds(
            Telling,
            id=st.sampled_from(["l-0", "l-1", "l-2"]),
            story_id=st.sampled_from(STORIES),
            person_ids=several,
            area=st.just("") | areas,
            on=days,
            landed=st.none() | st.integers(-2, 2),
            recorded_at=moments,
        ),
        st.builds(
            Occasion,
            id=st.sampled_from(["o-0", "o-1"]),
            what=texts,
            on=days,
            areas=some_areas,
            story_id=st.sampled_from(["", "s-0"]),
            dropped=st.sampled_from(["", "nothing in it"]),
            recorded_at=moments,
        ),
        st.builds(
            Ask,
            id=st.sampled_from(["k-0", "k-1"]),
            person_id=people,
            what=texts,
            without=words,
            supporter_ids=several,
            status=st.sampled_from(AskStatus),
            made_on=maybe,
            answered_on=maybe,
            recorded_at=moments,
        ),
        st.builds(
            Objection,
            id=st.sampled_from(["j-0", "j-1"]),
            person_id=people,
            risk=texts,
            likelihood=st.none() | st.integers(1, 5),
            mitigation=words,
            proofs=st.lists(st.builds(Proof, who=texts, steps=st.none() | st.integers(0, 9))).map(
                tuple
            ),
            story_ids=st.lists(st.sampled_from(STORIES), max_size=2).map(tuple),
            status=st.sampled_from(ObjectionStatus),
            raised_on=days,
            changed_on=maybe,
            recorded_at=moments,
        ),
        st.builds(
            Goal,
            id=st.sampled_from(["g-0", "g-1"]),
            purpose=texts,
            aim=words,
            measure=words,
            target=st.none() | st.floats(-9, 9),
            readings=st.lists(
                st.builds(Reading, on=days, value=st.floats(-9, 9), recorded_at=moments), max_size=3
            ).map(lambda found: tuple(sorted(found, key=lambda r: r.on))),
            leader_ids=several,
            closed_on=maybe,
            recorded_at=moments,
        ),
        st.builds(
            Seat,
            id=st.sampled_from(["e-0", "e-1"]),
            title=texts,
            area=st.just("") | areas,
            holder_id=st.just("") | people,
            position_id=st.sampled_from(["", "r-0", "r-1"]),
            acting=st.booleans(),
            since=maybe,
            heir_ids=several,
            recorded_at=moments,
        ),
    )


def championed() -> st.SearchStrategy[list[Record]]:
    """A champion in Water, whose ear p-1 has: what stories and coverage are about."""
    return st.sampled_from([[], CHAMPION])


def _champion() -> list[Record]:
    day = date(2026, 10, 1)
    person = Person(
        id="p-2",
        name="Ada Example",
        positions=(Position(id="r-9", title="Head", area="Water"),),
        followed_since=day,
    )
    judged = Assessment(
        id="a-2",
        person_id="p-2",
        position_ids=("r-9",),
        on=day,
        influence=5,
        openness=5,
        engagement=Engagement.LEADING,
        recorded_at=moment(day),
    )
    ear = Tie(
        id="t-ear",
        person_id="p-1",
        other_id="p-2",
        relation=Relation.EAR,
        strength=3,
        recorded_at=moment(day),
    )
    return [person, judged, ear]


CHAMPION = _champion()


def by_place(records: list[Record]) -> list[Record]:
    """The last of each record that is drawn several times."""
    return list({(type(record), record.id): record for record in records}.values())


@st.composite
def programmes(
    draw: st.DrawFn, days: st.SearchStrategy[date] = near_days, *, answered: bool = True
) -> MemoryStore:
    """A whole workspace with a programme in it."""
    store = draw(stores(days, answered=answered))
    records = draw(st.lists(programme_records(days), max_size=8))
    return keep(store, *by_place([*draw(championed()), *records]))

"""Two records of one person become one: nothing of either is lost, and undo parts them again."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from champion_tracker.model import (
    Answer,
    BadInput,
    Person,
    Position,
    Record,
    Relation,
    Tie,
    Verdict,
    verdict_id,
)
from champion_tracker.store import MemoryStore
from champion_tracker.tracker import PinnedClock, Tracker
from champion_tracker.tracker.merging import FIELDS, merge
from champion_tracker.tracker.people import add
from champion_tracker.tracker.ties import tie
from champion_tracker.tracker.touches import log
from champion_tracker.tracker.undoing import undo
from tests.programme_strategies import programme_records
from tests.strategies import TODAY, keep, moment, people, stores

ONE, OTHER = "p-0", "p-1"


def everything(tracker: Tracker) -> dict[tuple[str, str], Record]:
    """Every record of every kind."""
    workspace = tracker.workspace
    shelves = (workspace.people, workspace.answers, workspace.verdicts, workspace.stories)
    ids = {*workspace.people, ONE, OTHER, "p-2", "p-gone"}
    found: list[Record] = [record for shelf in shelves for record in shelf.values()]
    found += [record for key in ids for record in tracker.store.history(key)]
    return {(type(record).__name__, record.id): record for record in found}


def verdicts() -> st.SearchStrategy[Verdict]:
    def build(person_id: str, other: str, same: bool) -> Verdict:
        is_row = other.startswith("row")
        return Verdict(
            id=verdict_id(person_id, other),
            person_id=person_id,
            row=other if is_row else "",
            other_id="" if is_row else other,
            same=same and is_row,
            recorded_at=moment(TODAY),
        )

    others = st.sampled_from([f"row-{n:012x}" for n in range(2)] + ["p-2", "p-gone"])
    return st.builds(build, st.sampled_from([ONE, OTHER]), others, st.booleans())


@st.composite
def trackers(draw: st.DrawFn) -> Tracker:
    store: MemoryStore = draw(stores())
    extra: list[Record] = [] if OTHER in store.workspace.people else [draw(people(OTHER))]
    extra += draw(
        st.lists(
            programme_records(), max_size=6, unique_by=lambda record: (type(record), record.id)
        )
    )
    extra += draw(st.lists(verdicts(), max_size=3, unique_by=lambda verdict: verdict.id))
    return Tracker(keep(store, *extra), PinnedClock(TODAY))


@given(trackers(), st.dictionaries(st.sampled_from(FIELDS), st.sampled_from(["first", "second"])))
def test_nothing_is_lost_and_undo_restores_all(tracker: Tracker, choice: dict[str, str]) -> None:
    before = everything(tracker)
    digests = {key: tracker.workspace.digest(key) for key in (ONE, OTHER, "p-2")}
    one, other = tracker.workspace.people[ONE], tracker.workspace.people[OTHER]
    merged = merge(tracker, one, other, choice)
    after = everything(tracker)

    assert after.pop(("Person", ONE)) == merged
    assert ("Person", OTHER) not in after
    assert all(OTHER not in record.about for record in after.values())
    for (kind, key), record in before.items():
        if isinstance(record, Person):
            continue
        found = after.get((kind, key))
        if found is not None:
            assert set(found.about) == {ONE if p == OTHER else p for p in record.about}
        else:
            apart = isinstance(record, Tie) and {*record.about} <= {ONE, OTHER}
            assert apart or (isinstance(record, Answer | Verdict) and OTHER in key)

    undo(tracker)
    assert everything(tracker) == before
    assert {key: tracker.workspace.digest(key) for key in digests} == digests


@given(people(ONE), people(OTHER))
def test_of_two_people_every_word_is_kept(one: Person, other: Person) -> None:
    merged = merge(Tracker(keep(MemoryStore(), one, other), PinnedClock(TODAY)), one, other)
    assert {*merged.tags} == {*one.tags, *other.tags}
    jobs = {(p.title, p.organization, p.start, p.end) for p in (*one.positions, *other.positions)}
    assert {(p.title, p.organization, p.start, p.end) for p in merged.positions} == jobs
    assert merged.is_followed or not (one.is_followed or other.is_followed)


def test_history_stands_under_the_one_who_stays(tracker: Tracker) -> None:
    rosa = add(tracker, "Rosa Díaz", title="CFO", organization="City", emails=["r@city.example"])
    double = add(tracker, "Rosa M. Díaz", title="CFO", organization="City", notes="Likes figures.")
    bo = add(tracker, "Bo Ek")
    log(tracker, [rosa, double, bo], note="All three.")
    log(tracker, [double], note="With the double.")
    tie(tracker, bo, Relation.EAR, double)
    tie(tracker, rosa, Relation.ALLY, double)
    merged = merge(tracker, rosa, double, {"name": "second"})
    assert (merged.name, merged.notes) == ("Rosa M. Díaz", "Likes figures.")
    assert merged.emails == ("r@city.example",)
    assert [str(p) for p in merged.positions] == ["CFO, City"]
    notes = [getattr(record, "note", "") for record in tracker.history(merged)]
    assert [note for note in notes if note] == ["All three.", "With the double."]
    assert tracker.workspace.digest(merged.id).touches == 2
    (held,) = tracker.workspace.ties.values()
    assert (held.person_id, held.other_id) == (bo.id, rosa.id)
    undo(tracker)
    assert len(tracker.workspace.people) == 3
    assert len(tracker.workspace.ties) == 2
    assert len(tracker.history(double)) == 4


@pytest.mark.parametrize("field", FIELDS)
def test_a_field_is_whose_it_was_chosen_to_be(field: str) -> None:
    def person(key: str, name: str) -> Person:
        return Person(
            id=key,
            name=name,
            notes=name,
            emails=(name,),
            phones=(name,),
            links=(name,),
            tags=(name,),
            positions=(Position(id=f"r-{name}", title=name, start=date(2026, 1, 1)),),
        )

    one, other = person(ONE, "A"), person(OTHER, "B")
    tracker = Tracker(keep(MemoryStore(), one, other), PinnedClock(TODAY))
    merged = merge(tracker, one, other, {field: "second"})
    assert getattr(merged, field) == getattr(other, field)


@pytest.mark.parametrize("keep_of", [{"age": "first"}, {"name": "third"}])
def test_a_choice_that_there_is_not_is_refused(tracker: Tracker, keep_of: dict[str, str]) -> None:
    rosa, bo = add(tracker, "Rosa"), add(tracker, "Bo")
    with pytest.raises(BadInput):
        merge(tracker, rosa, bo, keep_of)
    with pytest.raises(BadInput, match="one record already"):
        merge(tracker, rosa, rosa)
    assert len(tracker.workspace.people) == 2

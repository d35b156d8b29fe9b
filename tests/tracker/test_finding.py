"""Finding the person who is meant."""

from collections.abc import Callable

import pytest

from champion_tracker.model import Ambiguous, BadInput, NotFound
from champion_tracker.tracker import Tracker, find
from champion_tracker.tracker.people import add, archive, edit
from champion_tracker.tracker.undoing import undo


@pytest.fixture
def cast(tracker: Tracker) -> Tracker:
    add(tracker, "Ann Lee", title="Head", organization="Water", emails=["ann@w.example"])
    add(tracker, "Ann Leeds", emails=["info@w.example"])
    add(tracker, "Joanna Smith", emails=["info@w.example", "jo@w.example"])
    add(tracker, "Łukasz Zięba")
    add(tracker, "Zeynep Işıklar")
    add(tracker, "陳美玲")
    return tracker


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ann Lee", "Ann Lee"),
        ("  ann   LEE ", "Ann Lee"),
        ("leeds", "Ann Leeds"),
        ("smi", "Joanna Smith"),
        ("j smith", "Joanna Smith"),
        ("smith joanna", "Joanna Smith"),
        ("oanna", "Joanna Smith"),
        ("JO@W.example", "Joanna Smith"),
        ("ann@w.example", "Ann Lee"),
        ("lukasz zieba", "Łukasz Zięba"),
        ("isiklar", "Zeynep Işıklar"),
        ("美玲", "陳美玲"),
    ],
)
def test_by_name_part_or_address(cast: Tracker, text: str, name: str) -> None:
    assert find(cast, text).name == name


def test_by_id(cast: Tracker) -> None:
    for person in cast.workspace.people.values():
        assert find(cast, person.id) == person


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("ann", ["Ann Lee", "Ann Leeds"]),
        ("info@w.example", ["Ann Leeds", "Joanna Smith"]),
        ("le", ["Ann Lee", "Ann Leeds"]),
    ],
)
def test_several_are_listed_with_what_tells_them_apart(
    cast: Tracker, text: str, names: list[str]
) -> None:
    with pytest.raises(Ambiguous) as refused:
        find(cast, text)
    assert [c for c in refused.value.candidates if any(n in c for n in names)] == list(
        refused.value.candidates
    )
    assert len(refused.value.candidates) == len(names)
    if text == "ann":
        assert any("Head" in c and "ann@w.example" in c for c in refused.value.candidates)


def test_namesakes_are_ambiguous_until_one_is_archived(tracker: Tracker) -> None:
    first, second = add(tracker, "Bo Ek"), add(tracker, "Bo Ek")
    with pytest.raises(Ambiguous):
        find(tracker, "Bo Ek")
    archive(tracker, [first])
    assert find(tracker, "bo ek") == second
    archive(tracker, [second])
    with pytest.raises(Ambiguous):
        find(tracker, "Bo Ek")


def test_an_archived_person_is_found_when_nobody_else_is_meant(tracker: Tracker) -> None:
    (old,) = archive(tracker, [add(tracker, "Bo Ek")])
    assert find(tracker, "bo") == old


def test_a_long_list_says_that_it_is_cut(tracker: Tracker) -> None:
    for n in range(25):
        add(tracker, f"Ann {n:02}")
    with pytest.raises(Ambiguous, match="25 people") as refused:
        find(tracker, "ann")
    assert refused.value.candidates[-1] == "… and 5 more"


@pytest.mark.parametrize("text", ["nobody", "", "  ", "@", "lee ann smith"])
def test_nobody_is_refused(cast: Tracker, text: str) -> None:
    with pytest.raises(NotFound) as refused:
        find(cast, text)
    assert isinstance(refused.value, BadInput)


def test_whoever_filters_finds_people_as_they_are_now(opener: Callable[[], Tracker]) -> None:
    here, there = opener(), opener()
    ann = add(here, "Ann Lee")
    assert list(here.list_people("lee")) == [ann]
    added = add(there, "Bo Lee")
    here.refresh()
    assert list(here.list_people("lee")) == [ann, added]
    renamed = edit(there, added, name="Bo Berg")
    add(here, "Cy Lee")
    assert [p.name for p in here.list_people("lee")] == ["Ann Lee", "Cy Lee"], (
        "a commit of ours learned of a change of theirs"
    )
    assert list(here.list_people("berg")) == [renamed]
    undo(here)
    assert list(here.list_people("lee")) == [ann]

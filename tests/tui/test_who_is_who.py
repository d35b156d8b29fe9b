"""Doubts, doubles and successors: asked side by side, answered by a key, taken back by another."""

from pathlib import Path

import pytest

from champion_tracker.model import Person, Relation
from champion_tracker.tracker import Tracker
from champion_tracker.tracker.people import add
from champion_tracker.tracker.positions import change_position
from champion_tracker.tracker.sources import Source
from champion_tracker.tracker.ties import tie
from champion_tracker.tracker.touches import log
from champion_tracker.tui.dialogs.importing import ImportDialog
from champion_tracker.tui.dialogs.merging import DuplicatesDialog
from champion_tracker.tui.dialogs.taking_over import TakeOverDialog

from .looking import SIZES, app_on, assert_all_inside, press, sees, text_of

ROW = "name,title,organization,email\nOmar Haddad,CFO,County,rosa@city.example\n"


@pytest.fixture
def rosa(empty: Tracker) -> Person:
    return add(
        empty, "Rosa [/b] Díaz", title="CFO", organization="City", emails=["rosa@city.example"]
    )


@pytest.fixture
def double(empty: Tracker, rosa: Person) -> Person:
    person = add(empty, "Díaz, Rosa [/b]", organization="City", emails=["rosa@city.example"])
    log(empty, [person], note="Said by the double.")
    return person


@pytest.mark.parametrize(
    ("key", "same", "seen"),
    [("s", True, "1 moved"), ("d", False, "1 new"), ("l", None, "doubtful")],
)
async def test_a_doubt_is_answered_by_a_key_and_remembered(
    empty: Tracker, rosa: Person, tmp_path: Path, key: str, same: bool | None, seen: str
) -> None:
    path = tmp_path / "staff.csv"
    path.write_text(ROW)
    app = app_on(empty)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot)
        app.push_screen(ImportDialog(empty, Source(str(path))))
        assert await sees(pilot, "1 doubtful")
        await press(pilot, "enter")
        assert await sees(pilot, "a different name")
        assert "IN THE FILE" in text_of(app)
        await press(pilot, key)
        assert await sees(pilot, seen)
        answers = list(empty.workspace.verdicts.values())
        assert [answer.same for answer in answers] == ([] if same is None else [same])
        assert list(empty.workspace.people) == [rosa.id]


async def test_two_records_are_made_one_field_by_field(
    empty: Tracker, rosa: Person, double: Person
) -> None:
    app = app_on(empty)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "equals_sign")
        assert await sees(pilot, "likely")
        assert isinstance(app.screen, DuplicatesDialog)
        await press(pilot, "enter", "1", "ctrl+s")
        (person,) = empty.workspace.people.values()
        assert person.name in (rosa.name, double.name)
        kept = rosa if person.id == double.id else double
        assert person.name == kept.name
        assert await sees(pilot, "Nobody seems to be here twice")
        await press(pilot, "u")
        assert set(empty.workspace.people) == {rosa.id, double.id}
        assert await sees(pilot, "likely")
        await press(pilot, "d")
        assert await sees(pilot, "Nobody seems to be here twice")


async def test_the_marked_two_are_made_one(empty: Tracker, rosa: Person) -> None:
    other = add(empty, "Somebody Else", tags=["board"])
    app = app_on(empty)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "2", "space", "space", "ampersand", "ctrl+s")
        (person,) = empty.workspace.people.values()
        assert person.tags == ("board",)
        await press(pilot, "u")
        assert set(empty.workspace.people) == {rosa.id, other.id}


async def test_what_was_a_predecessors_is_copied_line_by_line(empty: Tracker, rosa: Person) -> None:
    bo = add(empty, "Bo Berg")
    tie(empty, rosa, Relation.REPORTS_TO, bo)
    tie(empty, rosa, Relation.ALLY, bo)
    change_position(empty, rosa, title="Adviser", organization="County")
    ida = add(empty, "Ida Ash", title="CFO", organization="City")
    commits = len(list(empty.store.commits()))
    app = app_on(empty)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot)
        app.push_screen(TakeOverDialog(empty, ida))
        assert await sees(pilot, "ally of")
        await press(pilot, "space", "ctrl+s")
        copied = [t for t in empty.workspace.ties.values() if ida.id in t.about]
        assert [t.relation for t in copied] == [Relation.REPORTS_TO]
        assert len(list(empty.store.commits())) == commits + 1
        await press(pilot, "u")
        assert not [t for t in empty.workspace.ties.values() if ida.id in t.about]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("keys", [["equals_sign"], ["equals_sign", "enter"], ["2", "N"]])
async def test_the_dialogs_fit(
    empty: Tracker, double: Person, keys: list[str], size: tuple[int, int]
) -> None:
    app = app_on(empty)
    async with app.run_test(size=size) as pilot:
        await press(pilot, *keys)
        assert len(app.screen_stack) == 1 + len([key for key in keys if key != "2"])
        assert_all_inside(app)
        assert "Back" in text_of(app)


async def test_the_other_of_two_is_found_by_a_few_letters(empty: Tracker, rosa: Person) -> None:
    add(empty, "Zed Example")
    app = app_on(empty)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "2", "ampersand", *"zed", "enter")
        assert await sees(pilot, "are one person")
        await press(pilot, "ctrl+s")
        assert [person.name for person in empty.workspace.people.values()] == [rosa.name]


async def test_no_more_than_two_are_made_one(empty: Tracker, rosa: Person) -> None:
    for name in ("Bo Berg", "Cy Coe"):
        add(empty, name)
    app = app_on(empty)
    async with app.run_test(size=(100, 24), notifications=True) as pilot:
        await press(pilot, "2", "space", "space", "space", "ampersand")
        assert await sees(pilot, "Two are made one at a time")
        assert len(empty.workspace.people) == 3

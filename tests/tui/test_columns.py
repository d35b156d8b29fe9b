"""Columns are chosen by key and mouse, remembered, and never lost out of sight."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from champion_tracker.tracker import Tracker
from champion_tracker.tracker.people import edit
from champion_tracker.tui.dialogs.columns import ColumnsDialog
from champion_tracker.tui.widgets.arranging import MARK, TableLook, arrange, chosen
from champion_tracker.tui.widgets.column_list import ColumnList
from champion_tracker.tui.widgets.columns import BY_NAME, COLUMNS
from champion_tracker.tui.widgets.people_table import PeopleTable

from .looking import app_on, press, text_of

NAMES = [column.name for column in COLUMNS]
LOOKS = st.builds(
    TableLook,
    columns=st.lists(st.sampled_from([*NAMES, "gone"]), unique=True).map(tuple),
    widths=st.dictionaries(st.sampled_from(NAMES), st.integers(4, 60), max_size=4),
)


@given(LOOKS, st.integers(40, 260), st.integers(0, 30))
def test_the_name_always_stands_first_and_no_column_is_lost(
    look: TableLook, width: int, skip: int
) -> None:
    wanted = chosen(look, width)
    shown, before, after = arrange(look, width, skip)
    assert shown[0][0].name == "name"
    assert before + len(shown) + after == len(wanted)
    assert [column for column, _ in shown[1:]] == list(wanted[1 + before :][: len(shown) - 1])
    assert all(size > 0 for _, size in shown)
    assert sum(size for _, size in shown) + MARK <= width


@given(LOOKS, st.integers(40, 260))
def test_every_column_can_be_brought_into_sight(look: TableLook, width: int) -> None:
    seen = set()
    skip = 0
    while True:
        shown, before, after = arrange(look, width, skip)
        seen |= {column.name for column, _ in shown}
        if not after:
            break
        skip = before + 1
    assert seen == {column.name for column in chosen(look, width)}


async def test_every_column_shows_and_sorts_what_it_says(tracker: Tracker) -> None:
    edit(tracker, next(iter(tracker.workspace.people.values())), phones=["+43 1 234"])
    app = app_on(tracker)
    async with app.run_test(size=(250, 50)) as pilot:
        await press(pilot, "2")
        table = app.screen.query_one(PeopleTable)
        table.wear(TableLook(columns=tuple(NAMES)))
        await pilot.pause()
        heading = text_of(app).splitlines()[2]
        for column in COLUMNS[1:]:
            table._bring_into_sight(column.name)
            await pilot.pause()
            heading = text_of(app).splitlines()[2]
            assert column.title in heading
            profiles = [tracker.profile(person) for person in table.items]
            assert any(column.cell(seen)[0] for seen in profiles), column.name
            table.order = table.order._replace(column=column.name, turned=False)
            keys = [column.key(tracker.profile(person)) for person in table.items]
            known = [key for key in keys if key is not None]
            assert keys[: len(known)] == sorted(known, reverse=column.falls)  # type: ignore[type-var]


async def test_what_is_chosen_by_keys_is_there_the_next_time(
    tracker: Tracker, own_files: Path
) -> None:
    app = app_on(tracker)
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot, "2", "vertical_line")
        columns = app.screen.query_one(ColumnList)
        columns.cursor = [column.name for column in columns.items].index("email")
        await press(pilot, "space")
        columns.cursor = [column.name for column in columns.items].index("email")
        await press(pilot, *["shift+up"] * 9, *["right"] * 4, "escape")
        assert text_of(app).splitlines()[2].split()[:3] == ["Name", "▴", "E-mail"]
        await press(pilot, "greater_than_sign", "r")
    again = app_on(tracker)
    async with again.run_test(size=(120, 40)) as pilot:
        await press(pilot, "2")
        table = again.screen.query_one(PeopleTable)
        assert table.look.columns[:2] == ("name", "email")
        assert table.look.widths == {"email": BY_NAME["email"].width + 8}
        assert (table.order.column, table.order.turned) == ("email", True)
        assert (own_files / "screens.json").stat().st_mode & 0o077 == 0
        await press(pilot, "vertical_line", "u", "escape")
        assert table.look.columns == ()
        assert "Standing" in text_of(again)


async def test_by_mouse(tracker: Tracker) -> None:
    app = app_on(tracker)
    async with app.run_test(size=(100, 36)) as pilot:
        await press(pilot, "2")
        line = text_of(app).splitlines()[1]
        await pilot.click(offset=(line.index("columns"), 1))
        await press(pilot)
        assert isinstance(app.screen, ColumnsDialog)
        row = next(n for n, line in enumerate(text_of(app).splitlines()) if "Standing" in line)
        top = app.screen.query_one(ColumnList).region
        await pilot.click(offset=(top.x + 2, row))
        await press(pilot, "escape")
        table = app.screen.query_one(PeopleTable)
        assert "standing" not in table.look.columns
        table.wear(TableLook(columns=tuple(NAMES)))
        await pilot.pause()
        heading = text_of(app).splitlines()[2]
        assert "▸" in heading
        await pilot.click(PeopleTable, offset=(heading.index("▸") - table.region.x, 0))
        await pilot.pause()
        assert table.skip == 1
        await pilot.click(PeopleTable, offset=(0, 0))
        await pilot.pause()
        assert table.skip == 0


@pytest.mark.parametrize("kept", ["{", '{"people": 3}', '{"people": {"order": "gone"}}', ""])
async def test_a_file_that_cannot_be_read_is_no_matter(
    tracker: Tracker, own_files: Path, kept: str
) -> None:
    own_files.mkdir()
    (own_files / "screens.json").write_text(kept)
    app = app_on(tracker)
    async with app.run_test(size=(100, 36)) as pilot:
        await press(pilot, "2", "greater_than_sign")
        assert app.screen.query_one(PeopleTable).order.column == "title"


async def test_the_sort_goes_to_a_column_out_of_sight(tracker: Tracker) -> None:
    app = app_on(tracker)
    async with app.run_test(size=(60, 20)) as pilot:
        await press(pilot, "2")
        table = app.screen.query_one(PeopleTable)
        table.wear(TableLook(columns=tuple(NAMES)))
        await press(pilot, *["greater_than_sign"] * 8)
        name = table.order.column
        assert name == NAMES[8]
        assert f"{BY_NAME[name].title[:4]}▾" in text_of(app).splitlines()[2]

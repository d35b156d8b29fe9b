"""Every action of every screen can be done by mouse: at its word, on its line, or from help."""

from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from champion_tracker.tracker import Tracker
from champion_tracker.tui.app import Leave
from champion_tracker.tui.dialogs.help import HelpDialog
from champion_tracker.tui.dialogs.importing import ImportDialog
from champion_tracker.tui.screens.base import TrackerScreen
from champion_tracker.tui.screens.people import PeopleScreen
from champion_tracker.tui.screens.person import PersonScreen
from champion_tracker.tui.screens.search import SearchScreen
from champion_tracker.tui.widgets.found_list import FoundList
from champion_tracker.tui.widgets.ledger import Ledger
from champion_tracker.tui.widgets.lines import Lines

from .looking import app_on, comes, press, text_of, write
from .places import PLACES, go, lay_out

OF_THEIR_OWN = (
    *("leave", "palette", "jump", "found", "filter"),
    *("many columns", "name a file", "choose a file", "import", "compare", "doubt"),
)
"""Places that have a test of their own below, for no single word or line opens them."""
CHOSEN = {
    name: place
    for name, place in PLACES.items()
    if place.steps and name not in OF_THEIR_OWN and place.steps[-1] == "enter"
}
"""The places that a line opens."""
OPENED = {
    name: place
    for name, place in PLACES.items()
    if place.steps and name not in OF_THEIR_OWN and name not in CHOSEN
}
"""The places to which the last step is an action."""


async def click(pilot: Pilot[Leave], *actions: str) -> bool:
    """Click on the words that do one of these; return whether they are on the screen."""
    for y, strip in enumerate(pilot.app.screen._compositor.render_strips()):
        x = 0
        for segment in strip:
            if segment.style is not None and segment.style.meta.get("do") in actions:
                await pilot.click(offset=(x, y))
                await press(pilot)
                return True
            x += segment.cell_length
    return False


async def click_in_help(pilot: Pilot[Leave], name: str) -> None:
    """Click on Help in the line of keys, on the action that is called so, and on what does it."""
    assert await click(pilot, "perform('Help')")
    help_dialog = pilot.app.screen
    assert isinstance(help_dialog, HelpDialog)
    listed = help_dialog.query_one(Ledger)
    index = next(
        n for n, row in enumerate(listed.items) if getattr(row.record, "__name__", "") == name
    )
    listed.scroll_to(y=listed.lines_of(index).start, animate=False, force=True)
    await pilot.pause()
    line = listed.lines_of(index).start - listed.scroll_offset.y
    await pilot.click(listed, offset=(5, line))
    assert listed.cursor == index
    assert await click(pilot, "app.simulate_key('enter')")


async def click_on(pilot: Pilot[Leave], words: str, times: int = 1) -> None:
    """Click on words wherever they stand on the screen, the lowest first."""
    found = [(y, line.find(words)) for y, line in enumerate(text_of(pilot.app).split("\n"))]
    y, x = next((y, x) for y, x in reversed(found) if x >= 0)
    await pilot.click(offset=(x, y), times=times)
    await press(pilot)


@pytest.mark.parametrize("name", CHOSEN)
async def test_a_line_is_opened_by_mouse(tracker: Tracker, name: str) -> None:
    app = app_on(tracker)
    *before, _ = CHOSEN[name].steps
    async with app.run_test(size=(80, 24)) as pilot:
        await go(pilot, before)
        lines = app.focused
        assert isinstance(lines, Lines)
        lines.reveal()
        await pilot.pause()
        y = lines.lines_of(lines.cursor).start - lines.scroll_offset.y + lines.pinned
        await pilot.click(lines, offset=(8, y), times=2)
        assert await comes(pilot, lambda: type(app.screen).__name__ == CHOSEN[name].screen)


@pytest.mark.parametrize("name", OPENED)
async def test_it_is_opened_by_mouse(tracker: Tracker, name: str) -> None:
    app = app_on(tracker)
    *before, key = OPENED[name].steps
    async with app.run_test(size=(80, 24)) as pilot:
        await go(pilot, before)
        screen = app.screen
        action = screen.active_bindings[key].binding
        if not await click(pilot, action.action):
            assert isinstance(screen, TrackerScreen), f"{action} cannot be clicked"
            await click_in_help(pilot, str(action.id))
        assert await comes(pilot, lambda: type(app.screen).__name__ == OPENED[name].screen)
        if app.screen.is_modal and app.screen.query("KeyBar"):
            there = app.screen
            assert await click(pilot, "close", "dismiss", "dismiss(None)", "dismiss('')")
            assert app.screen is not there


async def test_the_palette_is_opened_and_one_leaves_from_help(tracker: Tracker) -> None:
    app = app_on(tracker)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot)
        await click_in_help(pilot, "Palette")
        assert type(app.screen).__name__ == "CommandPalette"
        await press(pilot, "escape")
        await click_in_help(pilot, "Quit")
        assert await comes(pilot, lambda: app.return_value is not None)
    assert app.return_value is Leave.BY_CHOICE


async def test_what_is_found_is_opened_by_mouse_and_one_goes_back(tracker: Tracker) -> None:
    app = app_on(tracker)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot)
        await click_in_help(pilot, "Search")
        assert isinstance(app.screen, SearchScreen)
        await write(pilot, "the")
        assert await comes(pilot, lambda: len(app.screen.query_one(FoundList).items) > 2)
        found = app.screen.query_one(FoundList)
        await pilot.click(found, offset=(10, 2))
        assert found.cursor == 1
        await pilot.click("#query")
        assert isinstance(app.focused, Input)
        await pilot.click(found, offset=(10, 2), times=2)
        assert await comes(pilot, lambda: isinstance(app.screen, PersonScreen))
        assert await click(pilot, "perform('Back')")
        assert isinstance(app.screen, SearchScreen)
        assert await click(pilot, "perform('Back')")
        assert not isinstance(app.screen, SearchScreen)


async def test_people_are_filtered_and_the_filter_is_left_by_mouse(tracker: Tracker) -> None:
    app = app_on(tracker)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "2")
        assert await click(pilot, "perform('Filter')")
        assert isinstance(app.focused, Input)
        await write(pilot, "priya")
        table = app.screen.query_one(Lines)
        assert await comes(pilot, lambda: len(table.items) == 1)
        await pilot.click(table, offset=(8, 1))
        assert not isinstance(app.focused, Input)
        await pilot.click("#query")
        assert isinstance(app.focused, Input)
        await pilot.click(table, offset=(8, 1), times=2)
        assert await comes(pilot, lambda: isinstance(app.screen, PersonScreen))
        assert await click(pilot, "perform('Back')")
        assert isinstance(app.screen, PeopleScreen)


@pytest.fixture
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lay_out(tmp_path)
    monkeypatch.chdir(tmp_path)


@pytest.mark.usefixtures("_folder")
async def test_a_file_is_chosen_reviewed_and_imported_by_mouse(tracker: Tracker) -> None:
    app = app_on(tracker)
    before = len(tracker.workspace.people)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot)
        await click_in_help(pilot, "ImportFile")
        assert await comes(pilot, lambda: "staff.csv" in text_of(app))
        await click_on(pilot, "staff.csv")
        await click_on(pilot, " Open ")
        assert await comes(pilot, lambda: "doubtful" in text_of(app))
        assert isinstance(app.screen, ImportDialog)
        review = app.screen
        await click_on(pilot, "row 4", times=2)
        assert await comes(pilot, lambda: type(app.screen).__name__ == "ComparingDialog")
        assert await click(pilot, "dismiss")
        assert app.screen is review
        await click_on(pilot, "Ingrid", times=2)
        assert await comes(pilot, lambda: type(app.screen).__name__ == "DoubtDialog")
        assert await click(pilot, "close")
        assert app.screen is review
        assert await click(pilot, "who")
        assert await comes(pilot, lambda: type(app.screen).__name__ == "DoubtDialog")
        await click_on(pilot, "somebody else")
        assert await comes(pilot, lambda: app.screen is review)
        assert await click(pilot, "save")
        assert await comes(pilot, lambda: app.screen is not review)
    assert len(tracker.workspace.people) > before


@pytest.mark.usefixtures("_folder")
async def test_a_path_is_taken_by_mouse_where_no_list_of_files_fits(tracker: Tracker) -> None:
    app = app_on(tracker)
    async with app.run_test(size=(40, 12)) as pilot:
        await press(pilot)
        await click_in_help(pilot, "ImportFile")
        assert type(app.screen).__name__ == "PathDialog"
        await write(pilot, "staff.csv")
        assert await click(pilot, "take")
        assert await comes(pilot, lambda: isinstance(app.screen, ImportDialog))


async def test_columns_are_switched_by_mouse(tracker: Tracker) -> None:
    app = app_on(tracker)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "2")
        shown = text_of(app).split("\n")[2]
        await click_in_help(pilot, "ChooseColumns")
        listed = app.screen.query_one(Lines)
        await pilot.click(listed, offset=(8, 1), times=2)
        assert await click(pilot, "close", "dismiss", "dismiss(None)")
        assert text_of(app).split("\n")[2] != shown, "twice is once"


async def test_jump_letters_are_asked_for_by_mouse(tracker: Tracker) -> None:
    app = app_on(tracker)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot)
        await click_in_help(pilot, "Jump")
        assert type(app.screen).__name__ == "JumpScreen"
        await pilot.click(offset=(40, 12))
        assert type(app.screen).__name__ != "JumpScreen"


async def test_one_stays_or_leaves_with_something_half_written_by_mouse(tracker: Tracker) -> None:
    app = app_on(tracker)
    async with app.run_test(size=(80, 24)) as pilot:
        await go(pilot, PLACES["leave"].steps)
        assert await click(pilot, "dismiss(False)")
        assert type(app.screen).__name__ == "AddPersonDialog"
        await press(pilot, "ctrl+q")
        assert await click(pilot, "dismiss(True)")
        assert await comes(pilot, lambda: app.return_value is not None)
    assert app.return_value is Leave.BY_CHOICE


@pytest.mark.parametrize(
    ("way", "key", "back"),
    [
        ("comma", "1", "perform('GoToday')"),
        ("2 comma", "2", "perform('GoPeople')"),
        ("2 enter", "2", "perform('GoPeople')"),
        ("2 enter comma", "2", "perform('GoPeople')"),
        ("ctrl+g", "", "perform('GoToday')"),
    ],
)
async def test_one_goes_back_to_the_place_that_lies_below(
    tracker: Tracker, way: str, key: str, back: str
) -> None:
    app = app_on(tracker)
    async with app.run_test(size=(80, 24)) as pilot:
        for _ in range(2 if key else 1):
            await go(pilot, way.split())
            assert len(app.screen_stack) > 1
            assert await click(pilot, back)
            assert await comes(pilot, lambda: len(app.screen_stack) == 1)
            if key:
                await go(pilot, [*way.split(), key])
                assert await comes(pilot, lambda: len(app.screen_stack) == 1)
        await press(pilot, "2", "down")
        assert isinstance(app.screen, PeopleScreen)
        assert app.screen.query_one(Lines).cursor

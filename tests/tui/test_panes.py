"""The line between list and pane is moved by keys and by mouse, keeps both in sight, and stays."""

from pathlib import Path

import pytest
from textual import events
from textual.pilot import Pilot
from textual.widget import Widget

from champion_tracker.tracker import Tracker
from champion_tracker.tui.app import ChampionTracker, Leave
from champion_tracker.tui.widgets.divider import LEAST, Divider

from .looking import SIZES, app_on, assert_all_inside, comes, press

PLACES = {
    "today": [],
    "people": ["2"],
    "person": ["2", "enter"],
    "map": ["3"],
    "network": ["2", "4"],
    "stories": ["5"],
    "programme": ["6"],
}
LARGER, SMALLER = "left_square_bracket", "right_square_bracket"


def pane_of(app: ChampionTracker) -> tuple[Divider, Widget]:
    line = app.screen.query_one(Divider)
    beside = line.parent
    assert isinstance(beside, Widget)
    return line, beside.children[beside.children.index(line) + 1]


async def drag(pilot: Pilot[Leave], line: Divider, to: tuple[int, int]) -> None:
    await pilot.mouse_down(offset=line.region.offset)
    for kind in (events.MouseMove, events.MouseUp):
        line.post_message(
            kind(
                widget=line,
                x=to[0] - line.region.x,
                y=to[1] - line.region.y,
                delta_x=0,
                delta_y=0,
                button=1,
                shift=False,
                meta=False,
                ctrl=False,
                screen_x=to[0],
                screen_y=to[1],
            )
        )
        await pilot.pause()


@pytest.mark.parametrize("place", PLACES)
async def test_it_grows_and_shrinks_as_far_as_both_sides_stay(tracker: Tracker, place: str) -> None:
    app = app_on(tracker)
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, *PLACES[place])
        line, pane = pane_of(app)
        usual = pane.region.width
        await press(pilot, LARGER)
        assert await comes(pilot, lambda: pane.region.width > usual)
        await press(pilot, SMALLER, SMALLER)
        assert await comes(pilot, lambda: pane.region.width < usual)
        await drag(pilot, line, (119, 10))
        assert await comes(pilot, lambda: pane.region.width == LEAST["width"])
        await drag(pilot, line, (0, 10))
        whole = line.parent
        assert isinstance(whole, Widget)
        least = LEAST["width"] + 1
        assert await comes(pilot, lambda: whole.region.width - pane.region.width == least)
        assert_all_inside(app)
        await press(pilot, "backslash")
        assert await comes(pilot, lambda: pane.region.width == usual)


@pytest.mark.parametrize("place", ["today", "map", "programme"])
async def test_below_it_grows_by_lines(tracker: Tracker, place: str) -> None:
    app = app_on(tracker)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, *PLACES[place])
        line, pane = pane_of(app)
        usual = pane.region.height
        await press(pilot, LARGER, LARGER)
        assert await comes(pilot, lambda: pane.region.height == usual + 2)
        await drag(pilot, line, (10, line.region.y + 3))
        least = max(LEAST["height"], usual - 1)
        assert await comes(pilot, lambda: pane.region.height == least)
        assert_all_inside(app)


async def test_it_is_dragged_remembered_and_given_back_at_a_double_click(
    tracker: Tracker, own_files: Path
) -> None:
    app = app_on(tracker)
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot)
        line, pane = pane_of(app)
        usual = pane.region.width
        await drag(pilot, line, (60, 10))
        assert await comes(pilot, lambda: line.region.x == 60)
        wide = pane.region.width
        assert wide == 59
    again = app_on(tracker)
    async with again.run_test(size=(120, 36)) as pilot:
        await press(pilot)
        line, pane = pane_of(again)
        assert await comes(pilot, lambda: pane.region.width == wide)
        for width, height in SIZES:
            await pilot.resize_terminal(width, height)
            await pilot.pause()
            assert_all_inside(again)
        await pilot.resize_terminal(120, 36)
        await pilot.pause()
        await pilot.click(offset=line.region.offset, times=2)
        await pilot.pause()
        assert await comes(pilot, lambda: pane.region.width == usual)
    assert (own_files / "screens.json").exists()


async def test_where_there_is_no_pane_there_is_nothing_to_move(tracker: Tracker) -> None:
    app = app_on(tracker)
    async with app.run_test(size=(40, 12)) as pilot:
        await press(pilot, LARGER, "2", SMALLER)
        assert app.current_mode == "people"
        assert not app.screen.query_one(Divider).is_of_use

"""Every screen and dialog fits, from 40x12 to 200x60, shows the way out, and can be read."""

from pathlib import Path

import pytest
from textual.app import App
from textual.pilot import Pilot

from champion_tracker.tracker import Tracker
from champion_tracker.tui.app import Leave
from champion_tracker.tui.themes import DARK, LIGHT

from .looking import SIZES, app_on, assert_all_inside, press, text_of, unreadable, write
from .places import PLACES, go, lay_out, made_here

WAYS_OUT = ("Back", "Help", "Stop", "Cancel", "No", "esc")


def way_out(app: App[Leave]) -> str:
    """What the screen on top says of leaving, without what shines through from below."""
    lines = text_of(app).split("\n")
    parts = app.screen.query("KeyBar, #cancel, #--input, .way-out")
    return " ".join(
        line[part.region.x : part.region.right]
        for part in parts
        for line in lines[part.region.y : part.region.bottom]
    )


def test_each_screen_and_dialog_has_a_place() -> None:
    assert made_here() - {place.screen for place in PLACES.values()} == set()


def assert_fits(pilot: Pilot[Leave], place: str) -> None:
    size = pilot.app.size
    try:
        assert_all_inside(pilot.app)
        # Letters to jump to lie over what is there, and any other key takes them away.
        if place != "jump":
            assert any(word in way_out(pilot.app) for word in WAYS_OUT), "no way out is shown"
        bars = [bar for bar in pilot.app.screen.query("KeyBar") if bar.is_on_screen]
        assert all(bar.region.height == 1 for bar in bars), "the keys are not shown"
    except AssertionError as error:
        raise AssertionError(f"{place} at {size}: {error}\n{text_of(pilot.app)}") from error


@pytest.mark.parametrize("name", PLACES)
async def test_it_fits(
    tracker: Tracker, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    lay_out(tmp_path)
    monkeypatch.chdir(tmp_path)
    app = app_on(tracker)
    place = PLACES[name]
    async with app.run_test(size=place.start) as pilot:
        await go(pilot, place.steps)
        assert type(app.screen).__name__ == place.screen
        assert_fits(pilot, name)
        for size in (size for size in SIZES if size != place.start):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            assert_fits(pilot, name)
        for theme in (DARK, LIGHT):
            app.theme = theme.name
            await pilot.pause()
            assert unreadable(app) == set(), theme.name


async def test_an_empty_workspace_fits(empty: Tracker) -> None:
    app = app_on(empty)
    async with app.run_test(size=SIZES[0]) as pilot:
        for size in SIZES:
            await pilot.resize_terminal(*size)
            for key in "123456":
                await press(pilot, key)
                assert_fits(pilot, key)


@pytest.mark.parametrize("place", ["assess", "review", "add"])
async def test_the_whole_of_a_judgement_is_in_sight_in_a_usual_terminal(
    tracker: Tracker, place: str
) -> None:
    app = app_on(tracker)
    async with app.run_test(size=(80, 24)) as pilot:
        await go(pilot, PLACES[place].steps)
        await pilot.pause()
        assert app.screen.query_one("#fields").max_scroll_y == 0
        assert way_out(app)
        if place != "add":
            columns = [c for c in app.screen.query("#past > *") if c.max_scroll_y]
            await press(pilot, "pagedown")
            assert all(column.scroll_offset.y for column in columns)
        await press(pilot, "tab")
        await write(pilot, "x" * 200)
        assert_fits(pilot, place)

"""Every screen and dialog fits, from 40x12 to 200x60."""

import pytest
from textual.pilot import Pilot

from champion_tracker.tracker import Tracker
from champion_tracker.tui.app import ChampionTracker, Leave
from champion_tracker.tui.widgets.key_bar import KeyBar

from .looking import SIZES, app_on, assert_all_inside, press, text_of

PLACES = {
    "today": [],
    "people": ["2"],
    "filter": ["2", "slash", "x"],
    "columns": ["2", "vertical_line"],
    "many columns": ["2", "vertical_line", *["end", "space"] * 6, "escape", "right"],
    "map": ["3"],
    "matrix": ["3", "v"],
    "network": ["2", "4"],
    "tie": ["2", "t"],
    "stories": ["2", "5"],
    "a story": ["5", "end", "enter"],
    "tell": ["2", "T"],
    "write": ["S"],
    "programme": ["6"],
    "a fact": ["6", "down", "enter"],
    "what if": ["2", "W"],
    "promise": ["2", "P"],
    "ask": ["2", "K"],
    "objection": ["2", "O"],
    "goal": ["M"],
    "seat": ["2", "C"],
    "occasion": ["H"],
    "an entry": ["2", "enter", "enter"],
    "review": ["R"],
    "person": ["2", "enter"],
    "facts": ["2", "enter", "i"],
    "log": ["l"],
    "log about somebody": ["2", "l"],
    "add": ["n"],
    "move": ["2", "m"],
    "assess": ["2", "a"],
    "follow up": ["2", "f"],
    "snooze": ["s"],
    "dismiss": ["x"],
    "pin": ["2", "p"],
    "cadence": ["2", "c"],
    "facts dialog": ["2", "e"],
    "notes": ["2", "o"],
    "find": ["ctrl+f"],
    "settings": ["comma"],
    "a setting": ["comma", "enter"],
    "a setting of boxes": ["comma", *["down"] * 18, "enter"],
    "help": ["question_mark"],
    "palette": ["ctrl+p"],
}


async def check_sizes(pilot: Pilot[Leave], app: ChampionTracker, place: str) -> None:
    for width, height in SIZES:
        await pilot.resize_terminal(width, height)
        await pilot.pause()
        try:
            assert_all_inside(app)
            for bar in app.screen.query(KeyBar):
                assert bar.region.height == 1, "the keys are not shown"
                assert any(word in text_of(app) for word in ("Back", "Help", "Stop"))
        except AssertionError as error:
            raise AssertionError(f"{place} at {width}x{height}: {error}") from error


@pytest.mark.parametrize("place", PLACES)
async def test_nothing_lies_outside(tracker: Tracker, place: str) -> None:
    app = app_on(tracker)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, *PLACES[place])
        await check_sizes(pilot, app, place)


async def test_an_empty_workspace_fits(empty: Tracker) -> None:
    app = app_on(empty)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot)
        await check_sizes(pilot, app, "today")
        await press(pilot, "2")
        await check_sizes(pilot, app, "people")
        await press(pilot, "4")
        await check_sizes(pilot, app, "network")
        await press(pilot, "5")
        await check_sizes(pilot, app, "stories")
        await press(pilot, "6")
        await check_sizes(pilot, app, "programme")

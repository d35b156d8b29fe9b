"""Every action of every screen can be done by mouse: at its word, or from help."""

import pytest
from textual.pilot import Pilot

from champion_tracker.tracker import Tracker
from champion_tracker.tui.app import Leave
from champion_tracker.tui.dialogs.help import HelpDialog
from champion_tracker.tui.screens.base import TrackerScreen
from champion_tracker.tui.widgets.ledger import Ledger

from .looking import app_on, comes, press
from .places import PLACES, go

ELSEWHERE = ("leave", "palette", "jump", "many columns", "name a file", "found")
"""Places that no word opens, or not in a terminal of the usual size."""
OPENED = {
    name: place
    for name, place in PLACES.items()
    if (place.steps and place.steps[-1] not in ("enter", "slash", "x")) or name == "dismiss"
    if "?" not in place.way and name not in ELSEWHERE
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

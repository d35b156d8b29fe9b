"""Jump mode reaches whatever a mouse reaches, on screens and in dialogs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.pilot import Pilot
from textual.widgets import Input, Static

from champion_tracker.model import Channel
from champion_tracker.tracker import Tracker
from champion_tracker.tui.app import Leave
from champion_tracker.tui.dialogs.log_touch import LogTouchDialog
from champion_tracker.tui.jumping import JumpScreen, names, targets
from champion_tracker.tui.screens.people import PeopleScreen
from champion_tracker.tui.widgets.choice import Choice
from champion_tracker.tui.widgets.map_chart import MapChart
from champion_tracker.tui.widgets.people_table import PeopleTable

from .looking import app_on, assert_all_inside, press, text_of


@given(st.integers(0, 700))
def test_no_name_begins_another(count: int) -> None:
    found = names(count)
    assert len(set(found)) == len(found) == min(count, 676)
    assert not any(other.startswith(name) for name in found for other in found if other != name)


async def jump_to(pilot: Pilot[Leave], words: str) -> None:
    """Jump to where words stand on the screen."""
    lines = text_of(pilot.app).splitlines()
    y = next(n for n, line in enumerate(lines) if words in line)
    x = lines[y].index(words)
    await press(pilot, "ctrl+t")
    screen = pilot.app.screen
    assert isinstance(screen, JumpScreen)
    label = min(
        (label for label in screen.query(Static) if label.region.y == y),
        key=lambda label: abs(label.region.x - x),
    )
    await press(pilot, *(label.name or ""))
    await pilot.pause()


async def test_one_goes_where_a_click_would_go(tracker: Tracker) -> None:
    app = app_on(tracker)
    async with app.run_test(size=(100, 30)) as pilot:
        await press(pilot)
        await jump_to(pilot, "People")
        assert isinstance(app.screen, PeopleScreen)
        await press(pilot)
        table = app.screen.query_one(PeopleTable)
        await jump_to(pilot, "Standing")
        assert table.order.column == "standing"
        await jump_to(pilot, "anna  standing")
        assert isinstance(app.focused, Input)
        await press(pilot, "escape")
        await jump_to(pilot, "Log ")
        assert isinstance(app.screen, LogTouchDialog)
        await jump_to(pilot, "e-mail")
        assert app.screen.query_one("#channel", Choice).value == Channel.EMAIL
        await jump_to(pilot, "what was said")
        assert app.focused is app.screen.query_one("#note")


async def test_escape_and_letters_that_lead_nowhere_leave_everything_as_it_was(
    tracker: Tracker,
) -> None:
    app = app_on(tracker)
    async with app.run_test(size=(100, 30)) as pilot:
        await press(pilot, "2", "down")
        before = app.screen, app.focused, text_of(app)
        for keys in (["escape"], ["a", "backspace", "backspace"], ["1"], ["f6"]):
            await press(pilot, "f6", *keys)
            assert (app.screen, app.focused, text_of(app)) == before


async def test_the_map_can_be_jumped_about_in(tracker: Tracker) -> None:
    app = app_on(tracker)
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "3")
        chart = app.screen.query_one(MapChart)
        seen = chart.at_hand
        other = next(label for label in text_of(app).split("\n") if "▼" in label)
        name = other.split("▼")[1].split()[0]
        await jump_to(pilot, f"▼ {name}")
        assert chart.at_hand is not None
        assert chart.at_hand is not seen
        assert chart.at_hand.person.name.startswith(name[:5])


@pytest.mark.parametrize("keys", [[], ["2"], ["3"], ["2", "enter"], ["6"], ["l"], ["comma"], ["?"]])
async def test_there_is_a_letter_on_every_row_and_field_and_it_lies_on_the_screen(
    tracker: Tracker, keys: list[str]
) -> None:
    app = app_on(tracker)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, *("question_mark" if key == "?" else key for key in keys))
        found = targets(app.screen)
        assert found
        assert len({target.at for target in found}) == len(found)
        for target in found:
            assert 0 <= target.at.x < 80
            assert 0 <= target.at.y < 24
        focused = {target.focus for target in found} - {None}
        for widget in app.screen.focus_chain:
            assert widget in focused or hasattr(widget, "places")
        await press(pilot, "ctrl+t")
        await pilot.resize_terminal(40, 12)
        await press(pilot)
        assert not isinstance(app.screen, JumpScreen)
        assert_all_inside(app)

"""The two years at a glance, and the kinds of a story by key and by mouse."""

import pytest

from champion_tracker.rules.timeline import EntryKind
from champion_tracker.tracker import Tracker
from champion_tracker.tui.looks import ENTRIES
from champion_tracker.tui.screens.person import PersonScreen
from champion_tracker.tui.widgets.kind_bar import KindBar
from champion_tracker.tui.widgets.pulse import Pulse
from champion_tracker.tui.widgets.story import Story

from .looking import app_on, press, text_of

INGRID = ["2", "slash", *"ingrid", "enter", "enter"]


async def test_two_years_are_seen_without_colour_and_said_in_words(tracker: Tracker) -> None:
    app = app_on(tracker)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, *INGRID)
        seen = text_of(app)
        assert "█" in seen
        assert "▲" in seen
        assert "24 months to Nov 2026: 13 touches, most in Feb 2025 (3), felt friendly" in seen
        await pilot.resize_terminal(40, 12)
        await pilot.pause()
        assert not app.screen.query_one(Pulse).display or "months to" not in text_of(app)


async def test_somebody_never_touched_has_no_pulse(tracker: Tracker) -> None:
    app = app_on(tracker)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "2", "slash", *"aoife", "enter", "enter")
        assert isinstance(app.screen, PersonScreen)
        assert "months to" not in text_of(app)


@pytest.mark.parametrize("width", [80, 160])
async def test_every_kind_that_there_is_can_be_clicked(tracker: Tracker, width: int) -> None:
    app = app_on(tracker)
    async with app.run_test(size=(width, 40)) as pilot:
        await press(pilot, *INGRID)
        screen = app.screen
        assert isinstance(screen, PersonScreen)
        bar = screen.query_one(KindBar)
        there = {entry.kind for entry in screen.story_lines}
        assert {EntryKind.TOUCH, EntryKind.POSITION, EntryKind.ASSESSMENT} <= there
        for kind in sorted(there):
            line = text_of(app).splitlines()[bar.region.y]
            await pilot.click(KindBar, offset=(line.index(ENTRIES[kind].glyph), 0))
            await pilot.pause()
            assert screen.kind is kind
            assert {entry.kind for entry in screen.query_one(Story).items} == {kind}
            assert ENTRIES[kind].word in text_of(app).splitlines()[bar.region.y]
        await pilot.click(KindBar, offset=(3, 0))
        await pilot.pause()
        assert screen.kind is None
        assert len(screen.query_one(Story).items) == len(screen.story_lines)

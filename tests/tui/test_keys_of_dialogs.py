"""F1 in a dialog: every key that works there, and each can be pressed from there."""

from textual.pilot import Pilot

from champion_tracker.tracker import Tracker
from champion_tracker.tui.app import Leave
from champion_tracker.tui.dialogs.follow_up import FollowUpDialog
from champion_tracker.tui.dialogs.keys_here import KeysHereDialog

from .looking import app_on, comes, press, sees, text_of, write


async def shown_in_a_follow_up(pilot: Pilot[Leave]) -> None:
    await press(pilot, "2", "f")
    await write(pilot, "in 3 days")
    await press(pilot, "f1")
    assert await comes(pilot, lambda: isinstance(pilot.app.screen, KeysHereDialog))


async def test_what_the_line_of_keys_hides_is_shown(tracker: Tracker) -> None:
    app = app_on(tracker)
    async with app.run_test(size=(80, 24)) as pilot:
        await shown_in_a_follow_up(pilot)
        assert await sees(pilot, "Discard what was typed")
        assert "to the one before" in text_of(app)
        assert "'2w ago'" in text_of(app)


async def test_going_back_leaves_what_was_typed(tracker: Tracker) -> None:
    app = app_on(tracker)
    async with app.run_test(size=(80, 24)) as pilot:
        await shown_in_a_follow_up(pilot)
        await press(pilot, "f1")
        assert isinstance(app.screen, FollowUpDialog)
        assert "in 3 days" in app.screen.state().values()


async def test_what_is_chosen_is_pressed(tracker: Tracker) -> None:
    app = app_on(tracker)
    async with app.run_test(size=(80, 24)) as pilot:
        await shown_in_a_follow_up(pilot)
        dialog = app.screen_stack[-2]
        assert isinstance(dialog, FollowUpDialog)
        await press(pilot, "down", "down", "enter")
        assert await comes(pilot, lambda: app.screen is dialog)
        assert await sees(pilot, "Discarded")
        assert "in 3 days" not in dialog.state().values()

"""Choices of a few: one key takes one and goes on; said again, it still holds."""

from pathlib import Path

from textual.widgets import Input

from champion_tracker.model import Engagement
from champion_tracker.tracker import Tracker, judging, people, touches
from champion_tracker.tui.dialogs.exporting import ExportDialog
from champion_tracker.tui.widgets.choice import Checks, Choice

from .looking import app_on, comes, press, write


async def test_what_is_chosen_already_is_confirmed_and_one_goes_on(empty: Tracker) -> None:
    ada = people.add(empty, "Ada Example")
    judging.assess(
        empty,
        ada,
        influence=4,
        openness=4,
        engagement=Engagement.NEUTRAL,
        desired=Engagement.LEADING,
    )
    app = app_on(empty)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "2", "a", "4", "4", "n", "l")
        await write(pilot, "useful figures")
        await press(pilot, "ctrl+s")
        judged = empty.profile(ada).assessment
        assert judged is not None
        assert (judged.desired, judged.why) == (Engagement.LEADING, "useful figures")


async def test_what_needs_no_choice_is_cleared(empty: Tracker) -> None:
    people.add(empty, "Ada Example")
    app = app_on(empty)
    async with app.run_test(size=(80, 40)) as pilot:
        await press(pilot, "2", "l")
        felt = app.screen.query_one("#sentiment", Choice)
        felt.focus()
        await press(pilot, "4")
        assert felt.value == "1"
        felt.focus()
        await press(pilot, "backspace")
        assert felt.value is None
        channel = app.screen.query_one("#channel", Choice)
        channel.focus()
        await press(pilot, "c", "shift+tab", "backspace")
        assert channel.value is not None, "a touch has its channel"


async def test_a_box_is_set_and_cleared_by_a_click_and_clearing_is_told(empty: Tracker) -> None:
    people.add(empty, "Ada Example")
    app = app_on(empty)
    async with app.run_test(size=(100, 45)) as pilot:
        await press(pilot, "2", "l")
        boxes = app.screen.query_one("#more", Checks)
        at = (str(boxes.render()).index("private") + 1, 0)
        await pilot.click(boxes, offset=at)
        await pilot.pause()
        assert boxes.chosen == ["private"]
        await pilot.click(boxes, offset=at)
        await pilot.pause()
        assert boxes.chosen == []


async def test_what_is_cleared_in_an_export_does_not_leave(empty: Tracker, tmp_path: Path) -> None:
    ada = people.add(empty, "Ada Example")
    touches.log(empty, [ada], note="VERY SECRET", private=True)
    app = app_on(empty)
    async with app.run_test(size=(120, 45)) as pilot:
        dialog = ExportDialog(empty, [ada])
        app.push_screen(dialog)
        assert await comes(pilot, lambda: dialog.made is not None)
        boxes = dialog.query_one("#more", Checks)
        boxes.focus()
        await press(pilot, "p")
        boxes.focus()
        await press(pilot, "backspace")
        place = tmp_path / "out.md"
        dialog.query_one("#place", Input).value = str(place)
        await press(pilot, "ctrl+s")
        assert await comes(pilot, place.exists)
        assert boxes.chosen == []
        assert "VERY SECRET" not in place.read_text(encoding="utf-8")

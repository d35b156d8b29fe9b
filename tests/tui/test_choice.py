"""Choices of a few: one key takes one and goes on; said again, it still holds."""

from champion_tracker.model import Engagement
from champion_tracker.tracker import Tracker, judging, people
from champion_tracker.tui.widgets.choice import Choice

from .looking import app_on, press, write


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

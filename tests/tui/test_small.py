"""A terminal too small says so, and everything is there again when it is larger."""

import pytest

from champion_tracker.tracker import Tracker
from champion_tracker.tui.small import TooSmall

from .looking import app_on, assert_all_inside, press, sees, text_of, write


@pytest.mark.parametrize("size", [(39, 12), (40, 11), (16, 4), (200, 5)])
async def test_it_is_said_at_the_start_and_one_can_leave(
    tracker: Tracker, size: tuple[int, int]
) -> None:
    app = app_on(tracker)
    async with app.run_test(size=size) as pilot:
        await press(pilot)
        assert isinstance(app.screen, TooSmall)
        assert await sees(pilot, "40x12")
        assert "ctrl+q" in text_of(app)
        assert_all_inside(app)
        await press(pilot, "ctrl+q")
        assert app.return_value is not None


async def test_what_was_typed_is_there_again(tracker: Tracker) -> None:
    app = app_on(tracker)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "n")
        dialog = app.screen
        await write(pilot, "ada exam")
        for size in ((30, 8), (20, 6), (40, 12)):
            await pilot.resize_terminal(*size)
            await press(pilot)
            assert isinstance(app.screen, TooSmall) is (size[0] < 40)
        assert app.screen is dialog
        await write(pilot, "ple")
        await press(pilot, "ctrl+s")
        assert "ada example" in {person.name for person in tracker.workspace.people.values()}
        assert_all_inside(app)

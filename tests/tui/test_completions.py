"""What is in use already is offered while one types, and taken by one key."""

import pytest
from textual.widgets import Input

from champion_tracker.tracker import Tracker
from champion_tracker.tracker.people import add

from .looking import app_on, comes, press, write


@pytest.fixture
def tracker(empty: Tracker) -> Tracker:
    add(empty, "Ada", organization="Otterlund Water", area="Public Works", tags=["board", "budget"])
    add(empty, "Bo", organization="Otterlund Water")
    add(empty, "Eve", organization="Ottawa")
    return empty


async def test_an_organisation_is_taken_by_the_right_arrow(tracker: Tracker) -> None:
    app = app_on(tracker)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "n")
        await write(pilot, "Rosa")
        await press(pilot, "enter", "enter", "o", "t")
        field = app.screen.query_one("#organization", Input)
        assert await comes(pilot, lambda: field._suggestion == "Otterlund Water")
        await press(pilot, "right")
        assert field.value == "Otterlund Water"
        await press(pilot, "ctrl+s")
    rosa = next(p for p in tracker.workspace.people.values() if p.name == "Rosa")
    assert rosa.positions[0].organization == "Otterlund Water"


@pytest.mark.parametrize(
    ("typed", "whole"), [("board, bu", "board, budget"), ("-bo", "-board"), ("new, ", "new, ")]
)
async def test_of_several_tags_the_last_one_is_completed(
    tracker: Tracker, typed: str, whole: str
) -> None:
    app = app_on(tracker)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "2", "number_sign")
        field = app.screen.query_one("#tags", Input)
        await write(pilot, typed)
        assert await comes(pilot, lambda: (field._suggestion or typed) == whole)
        await press(pilot, "right")
        assert field.value == whole

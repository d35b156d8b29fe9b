"""The palette finds an action by its name, by how the keys below call it, or by what it is for."""

import pytest
from textual.command import CommandPalette

from champion_tracker.model import BadInput
from champion_tracker.tracker import Tracker, people, stories
from champion_tracker.tracker.areas import known_area
from champion_tracker.tui.commands.palette import Actions

from .looking import app_on, press


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("undo", "Undo"),
        ("move", "Change the position"),
        ("plan", "Assess"),
        ("did", "Log a touch"),
        ("judge", "Assess"),
        ("ear", "Enter a tie"),
        ("ingrid", "Ingrid"),
    ],
)
async def test_it_comes_first(tracker: Tracker, words: str, found: str) -> None:
    app = app_on(tracker)
    async with app.run_test(size=(100, 30)) as pilot:
        await press(pilot, "2")
        provider = Actions(app.screen)
        hits = [hit async for hit in provider.search(words)]
        best = max(hits, key=lambda hit: hit.score)
        assert found in str(best.prompt)
        await press(pilot, "ctrl+p")
        assert isinstance(app.screen, CommandPalette)


def test_a_story_is_told_to_an_area_that_somebody_knows(empty: Tracker) -> None:
    people.add(empty, "Ada Example", area="Water Quality")
    stories.write(empty, "Eleven minutes", areas=["People and Culture"])
    assert known_area(empty, " water quality ") == "Water Quality"
    assert known_area(empty, "PEOPLE AND CULTURE") == "People and Culture"
    assert known_area(empty, " ") == ""
    with pytest.raises(BadInput, match="People and Culture"):
        known_area(empty, "cult")

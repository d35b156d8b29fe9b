"""Where the disk is full, whatever one was saving is told so, stays as it was typed, and is saved
by the same key once there is room."""

from pathlib import Path

import pytest

from champion_tracker.model import Commit, WorkspaceError
from champion_tracker.tracker import Tracker, people

from .looking import app_on, press, sees
from .places import PLACES, go, lay_out

SAVING = {
    "review": "5 5 l l :because ctrl+s",
    "log": ":ingrid enter ctrl+s",
    "log about somebody": "c ctrl+s",
    "add": ":Somebody_New ctrl+s",
    "move": ":Elsewhere ctrl+s",
    "ties in doubt": "ctrl+s",
    "assess": "2 2 n l :because ctrl+s",
    "follow up": ":words ctrl+s",
    "promise": "t :words ctrl+s",
    "tie": "a :ingrid enter ctrl+s",
    "pin": "c :because ctrl+s",
    "cadence": ":monthly ctrl+s",
    "edit facts": ":More ctrl+s",
    "notes": ":more ctrl+s",
    "tag": ":more enter",
    "snooze": "n",
    "dismiss": ":because ctrl+s",
    "write": ":title ctrl+s",
    "tell": "ctrl+s",
    "occasion": ":occasion ctrl+s",
    "ask": ":words ctrl+s",
    "objection": ":words ctrl+s",
    "goal": ":purpose ctrl+s",
    "measure": ":3 ctrl+s",
    "seat": "ctrl+s",
    "touch card": "s",
    "promise card": "o",
    "ask card": "m",
    "objection card": "g",
    "goal card": "c",
    "seat card": "x",
    "merge": "ctrl+s",
    "take over": ":ingrid enter ctrl+s",
    "duplicates": "d",
    "import": "ctrl+s",
}
"""What is done in each place, in the words of `Place.way`."""
SAVES_NOTHING = {
    *("today", "people", "map", "matrix", "network", "stories", "programme", "person", "facts"),
    *(
        "settings",
        "a setting",
        "a setting of boxes",
        "what if",
        "export",
        "columns",
        "many columns",
    ),
    *(
        "occasion card",
        "keys of a dialog",
        "story card",
        "filter",
        "find",
        "search",
        "found",
        "choose a file",
        "name a file",
        "choose a server",
    ),
    *("rules of redaction", "where to", "jump", "compare", "doubt", "leave", "help", "palette"),
}
"""Places that show, lead elsewhere, or keep something that is no record."""


def test_each_place_is_tried() -> None:
    assert {*SAVING, *SAVES_NOTHING} == {*PLACES}


@pytest.mark.parametrize("name", SAVING)
async def test_nothing_is_lost(
    tracker: Tracker, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    lay_out(tmp_path)
    monkeypatch.chdir(tmp_path)
    refused: list[Commit] = []

    def refuse(commit: Commit) -> None:
        refused.append(commit)
        raise WorkspaceError("The workspace cannot be written (No space left on device).")

    for _ in range(2):
        people.add(tracker, "Zoë Doubled", emails=["zoe@example.org"])
    app = app_on(tracker)
    place = PLACES[name]
    async with app.run_test(size=(100, 40), notifications=True) as pilot:
        await go(pilot, place.steps)
        kept = list(tracker.store.commits())
        with monkeypatch.context() as full:
            full.setattr(tracker.store, "commit", refuse)
            await go(pilot, [step.replace("_", " ") for step in SAVING[name].split()])
            assert await sees(pilot, "No space left")
            assert type(app.screen).__name__ == place.screen, "it is still there"
        assert refused
        assert list(tracker.store.commits()) == kept
        await press(pilot, SAVING[name].split()[-1])
        assert len(list(tracker.store.commits())) > len(kept), "the same key saves it now"

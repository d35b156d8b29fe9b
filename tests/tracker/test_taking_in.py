"""Some of an import is taken, and the rest stays: nothing is left that is about nobody."""

from pathlib import Path

import pytest

from champion_tracker.model import Interaction
from champion_tracker.store import MemoryStore
from champion_tracker.tracker import PinnedClock, Tracker, exporting, find, importing
from champion_tracker.tracker.importing import Group
from champion_tracker.tracker.people import add
from champion_tracker.tracker.touches import log
from tests.strategies import TODAY


@pytest.fixture
def whole(tmp_path: Path) -> Path:
    """A complete export of two people, of one touch with each and one with both."""
    source = Tracker(MemoryStore(), PinnedClock(TODAY))
    rosa, bo = add(source, "Rosa Díaz"), add(source, "Bo Berg")
    for people in ([rosa], [bo], [rosa, bo]):
        log(source, people, note=" and ".join(person.name for person in people))
    path = tmp_path / "all.json"
    exporting.save(exporting.export(source, "json"), path)
    return path


def test_what_is_about_somebody_who_stays_out_stays_out(whole: Path) -> None:
    tracker = Tracker(MemoryStore(), PinnedClock(TODAY))
    shown = importing.preview(tracker, [whole])
    importing.apply(tracker, shown.without(shown.places(lambda c: c.name == "Bo Berg")))
    (rosa,) = tracker.workspace.people.values()
    touches = [r for r in tracker.history(rosa) if isinstance(r, Interaction)]
    assert [touch.note for touch in touches] == ["Rosa Díaz"]
    importing.apply(tracker, importing.preview(tracker, [whole]))
    notes = [getattr(r, "note", "") for r in tracker.history(find(tracker, "Rosa"))]
    assert sorted(filter(None, notes)) == ["Rosa Díaz", "Rosa Díaz and Bo Berg"]


def test_everything_left_is_nothing_done(whole: Path) -> None:
    tracker = Tracker(MemoryStore(), PinnedClock(TODAY))
    shown = importing.preview(tracker, [whole])
    left = shown.without(shown.places(lambda change: change.group is not Group.UNREADABLE))
    assert left.is_empty
    assert importing.apply(tracker, left) is None
    assert not tracker.workspace.people

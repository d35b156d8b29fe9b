"""A tracker on each kind of store, with a clock that is set by hand."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from champion_tracker.store import MemoryStore, open_workspace
from champion_tracker.tracker import PinnedClock, Tracker
from tests.strategies import TODAY


@pytest.fixture(params=["memory", "folder"])
def tracker(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Tracker]:
    store = MemoryStore() if request.param == "memory" else open_workspace(tmp_path / "w")
    found = Tracker(store, PinnedClock(TODAY), "Kim")
    yield found
    found.close()


@pytest.fixture
def opener(tmp_path: Path) -> Iterator[Callable[[], Tracker]]:
    """Opens the same folder again, as a colleague's program would."""
    opened: list[Tracker] = []

    def open_again() -> Tracker:
        opened.append(Tracker(open_workspace(tmp_path / "shared"), PinnedClock(TODAY)))
        return opened[-1]

    yield open_again
    for tracker in opened:
        tracker.close()

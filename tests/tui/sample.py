"""Workspaces to look at."""

from datetime import date

from champion_tracker.store import MemoryStore
from champion_tracker.tracker import PinnedClock, Tracker
from champion_tracker.tracker.demo import fill

TODAY = date(2026, 11, 23)


def empty_tracker(today: date = TODAY) -> Tracker:
    """A workspace without anybody."""
    return Tracker(MemoryStore(), PinnedClock(today))


def sample_tracker(today: date = TODAY) -> Tracker:
    """The demo's agency."""
    tracker = empty_tracker(today)
    fill(tracker)
    return tracker

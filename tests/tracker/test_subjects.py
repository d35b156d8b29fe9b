"""What a prompt is about, looked up when it is answered."""

from datetime import date

from champion_tracker.model import Prompt, PromptKind
from champion_tracker.store import MemoryStore
from champion_tracker.tracker import PinnedClock, Tracker
from champion_tracker.tracker.subjects import area_of, story_of


def test_an_area_that_is_served_no_more_stops_nobody() -> None:
    today = date(2026, 3, 2)
    tracker = Tracker(MemoryStore(), PinnedClock(today))
    waiting = Prompt(
        kind=PromptKind.STORY,
        key="story:area:public works",
        cause="2026-01-02",
        why="It has heard none.",
        due=today,
    )
    assert story_of(tracker, waiting) is None
    assert area_of(tracker, waiting) == ""

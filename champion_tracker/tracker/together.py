"""A workspace that others have open at the same time."""

from collections.abc import Sequence

from ..store import Together
from .tracker import Tracker


def watch(tracker: Tracker) -> None:
    """Look for others' changes aside from now on, where others are far away."""
    if isinstance(tracker.store, Together):
        tracker.store.watch()


def may_change(tracker: Tracker) -> bool:
    """Whether one may change the workspace, or only read it."""
    return not isinstance(tracker.store, Together) or tracker.store.may_change


def is_away(tracker: Tracker) -> bool:
    """Whether the workspace cannot be reached just now, and what is shown is as it was."""
    return isinstance(tracker.store, Together) and tracker.store.is_away


def is_whole(tracker: Tracker) -> bool:
    """Whether everything is at hand; until then it is the first people by name."""
    return not isinstance(tracker.store, Together) or tracker.store.is_whole


def others_with(tracker: Tracker, person_id: str, *, writing: bool) -> Sequence[str]:
    """Who else has somebody open for writing; others learn of us as well if we do.

    Args:
        tracker: The workspace.
        person_id: Whom one is looking at; nobody where empty.
        writing: Whether in order to write about them.
    """
    if not isinstance(tracker.store, Together):
        return ()
    tracker.store.attend(person_id, writing=writing)
    return tracker.store.others

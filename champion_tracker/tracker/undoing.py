"""Undo and redo: which change they mean, read from the changes alone, and how it is taken back."""

from collections.abc import Iterable, Iterator

from ..model import BadInput, Commit, Conflict
from .tracker import Tracker

BEGINNING = "begin"
"""The verb of a commit with which a workspace begins; undo does not reach behind it."""
UNDO, REDO = "undo", "redo"
"""The verbs of commits that take back a change, and that take back such an undoing."""
UNDID, REDID = "Undid: ", "Redid: "
"""How their summaries begin."""


def undo(tracker: Tracker, only: Commit | None = None) -> Commit:
    """Take back the latest change that still stands; return it.

    Args:
        tracker: The workspace.
        only: The change that is meant; another one is not taken back in its place.

    Raises:
        BadInput: there is none, or the latest is not the one that is meant.
        Conflict: something of it has been changed since.
    """
    commit = to_undo(tracker.store.commits())
    if commit is None:
        raise BadInput("There is nothing to undo.")
    _refuse_others(commit, only)
    _take_back(tracker, commit, UNDO, UNDID + commit.summary, "undone")
    return commit


def redo(tracker: Tracker, only: Commit | None = None) -> Commit:
    """Make again the change that was undone last; return the undoing that is no more.

    Args:
        tracker: The workspace.
        only: The undoing that is meant; another one is not taken back in its place.

    Raises:
        BadInput: nothing was undone, something was changed since, or another is meant.
        Conflict: something of it has been changed since.
    """
    commit = to_redo(tracker.store.commits())
    if commit is None:
        raise BadInput("There is nothing to redo.")
    _refuse_others(commit, only)
    _take_back(tracker, commit, REDO, REDID + commit.summary.removeprefix(UNDID), "redone")
    return commit


def take_back(tracker: Tracker, change: Commit) -> Commit:
    """Undo a change, or redo what it undid.

    Raises: as `undo` and `redo`.
    """
    return redo(tracker, change) if change.verb == UNDO else undo(tracker, change)


def _take_back(tracker: Tracker, commit: Commit, verb: str, summary: str, done: str) -> None:
    edits = [edit.reversed() for edit in reversed(commit.edits)]
    try:
        tracker.commit(verb, summary, *edits, undoes=commit.id)
    except Conflict as conflict:
        what = commit.summary.removeprefix(UNDID)
        raise Conflict(
            f"'{what}' cannot be {done}: {conflict.sentence}",
            "Somebody changed it since; change it by hand instead.",
        ) from conflict


def _refuse_others(latest: Commit, meant: Commit | None) -> None:
    if meant is not None and meant.id != latest.id:
        raise BadInput(
            f"'{meant.summary}' is not the latest change any more.",
            "Changes are taken back one at a time, the latest first.",
        )


def to_undo(commits: Iterable[Commit]) -> Commit | None:
    """The latest change that stands, given all of them, newest first."""
    return next((commit for commit in _standing(commits) if not commit.undoes), None)


def to_redo(commits: Iterable[Commit]) -> Commit | None:
    """The latest undoing that stands, unless something was changed since; newest first."""
    latest = next((commit for commit in _standing(commits) if commit.verb != REDO), None)
    return latest if latest is not None and latest.undoes else None


def _standing(commits: Iterable[Commit]) -> Iterator[Commit]:
    """The commits that no later one takes back, until the beginning."""
    taken_back: set[str] = set()
    for commit in commits:
        if commit.verb == BEGINNING:
            return
        if commit.id not in taken_back:
            if commit.undoes:
                taken_back.add(commit.undoes)
            yield commit

"""Which change undo and redo mean, read from the changes alone."""

from collections.abc import Iterable, Iterator

from ..model import Commit

BEGINNING = "begin"
"""The verb of a commit with which a workspace begins; undo does not reach behind it."""
UNDO, REDO = "undo", "redo"
"""The verbs of commits that take back a change, and that take back such an undoing."""
UNDID, REDID = "Undid: ", "Redid: "
"""How their summaries begin."""


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

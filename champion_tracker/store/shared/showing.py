"""What one store shows of a shared workspace, and how that keeps up with what is committed."""

from collections.abc import Mapping, Sequence

from ...model import Commit, Digest, Record
from ..view import View
from .loading import Loaded
from .log import Since

REMEMBERED = 256
"""How many histories stay at hand once they have been looked at."""


class Shown:
    """The people, digests and matters at hand, as of some commit.

    Args:
        number: That commit.
    """

    def __init__(self, number: int) -> None:
        self.view = View()
        self.number = number
        """The last commit that the view shows."""
        self.folded = 0
        """Up to which commit the stored digests went when they were read."""
        self.newest = 0
        """The last commit that we know of, which may be one of ours after that one."""
        self._own: dict[str, bool] = {}
        """Commits of ours after that one, and whether the view shows them already."""
        self._histories: dict[str, Sequence[Record]] = {}
        self._ready: tuple[Commit, dict[str, Digest]] | None = None
        """A commit of ours that only makes records, and the digests as they become by it."""

    def become(self, loaded: Loaded) -> None:
        """Show what was read."""
        self.view.become(loaded.view)
        self.number, self.folded = loaded.number, loaded.folded

    def add(self, loaded: Loaded) -> None:
        """Show what was read besides what is shown."""
        self.view.add(loaded.view)

    def recall(self, person_id: str) -> Sequence[Record] | None:
        """The history that was looked at before; None where none is at hand."""
        return self._histories.get(person_id)

    def remember(self, person_id: str, history: Sequence[Record]) -> None:
        """Have a history that was looked at just now at hand, and let go of the oldest."""
        self._histories.pop(person_id, None)
        self._histories[person_id] = history
        if len(self._histories) > REMEMBERED:
            del self._histories[next(iter(self._histories))]

    def make_ready(self, commit: Commit) -> None:
        """Reckon what a commit of ours will show, while the database is at work on it."""
        if all(edit.before is None for edit in commit.edits):
            self._ready = commit, self.view.reckoned(commit.edits)

    def take_own(self, number: int, kept: Commit) -> bool:
        """Show a commit of ours; return whether it shows without a look at what others did.

        Args:
            number: Its number; 0 where it had been there already.
            kept: As it was written.
        """
        self.newest = max(self.newest, number)
        # What others may have committed before it cannot be about records that it makes.
        is_shown = number > 0 and all(edit.before is None for edit in kept.edits)
        ready, self._ready = self._ready, None
        if is_shown:
            is_ready = ready is not None and ready[0] is kept
            digests = ready[1] if ready is not None and is_ready else self.view.reckoned(kept.edits)
            self.view.show_new(kept.edits, digests)
            self._forget_histories(kept)
        if is_shown and number == self.number + 1:
            self.number = number
        else:
            self._own[kept.id] = is_shown
        return is_shown

    def take_in(self, since: Since) -> list[Commit]:
        """Show everything that was committed since; return what of it is not our own."""
        self._show([c for c in since.commits if not self._own.get(c.id)], since.histories)
        self.number = since.number
        others = [commit for commit in since.commits if commit.id not in self._own]
        for commit in since.commits:
            self._own.pop(commit.id, None)
        return others

    def _show(self, commits: Sequence[Commit], histories: Mapping[str, Sequence[Record]]) -> None:
        for commit in commits:
            self._forget_histories(commit)
        self.view.apply(commits, histories.__getitem__)

    def _forget_histories(self, commit: Commit) -> None:
        if self._histories:
            for person_id in commit.about:
                self._histories.pop(person_id, None)

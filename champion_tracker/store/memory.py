"""A store that forgets: for trials, and the measure that other stores are held against."""

from collections.abc import Iterator, Sequence

from ..model import Answer, Commit, Person, Record, Settings, Workspace
from ..rules.folding import fold
from .view import View, check


class MemoryStore:
    """Keeps everything in this process, in the plainest way there is."""

    def __init__(self, settings: Settings | None = None) -> None:
        self._view = View()
        self._workspace = self._view.workspace(settings or Settings())
        self._records: dict[tuple[str, str], Record] = {}
        self._commits: list[Commit] = []

    @property
    def workspace(self) -> Workspace:
        """See `Store.workspace`."""
        return self._workspace

    @property
    def notices(self) -> Sequence[str]:
        """There is never anything to tell."""
        return ()

    @property
    def past_number(self) -> int:
        """See `Store.past_number`."""
        return 0

    def history(self, person_id: str) -> Sequence[Record]:
        """See `Store.history`."""
        return [
            record
            for record in self._records.values()
            if person_id in record.about and not isinstance(record, Person | Answer)
        ]

    def search(self, words: str) -> Iterator[Record]:
        """See `Store.search`."""
        from ..rules.texts import text_of

        wanted = fold(words).split()
        for record in tuple(self._records.values()):
            text = fold(text_of(record))
            if all(word in text for word in wanted):
                yield record

    def commit(self, commit: Commit) -> None:
        """See `Store.commit`."""
        for edit in commit.edits:
            check(edit, self._records.get(_place(edit.record)), self._view.people)
        for edit in commit.edits:
            if edit.after is None:
                self._records.pop(_place(edit.record), None)
            else:
                self._records[_place(edit.record)] = edit.after
        self._commits.append(commit)
        self._view.apply([commit], self.history)

    def refresh(self) -> Sequence[Commit]:
        """Nobody else can commit here."""
        return ()

    def commits(self, person_id: str = "") -> Iterator[Commit]:
        """See `Store.commits`."""
        return (c for c in reversed(self._commits) if not person_id or person_id in c.about)

    def close(self) -> None:
        """There is nothing to let go of."""


def _place(record: Record) -> tuple[str, str]:
    return type(record).__name__, record.id

"""Searching all that was written while somebody types."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from ..model import Person
from ..rules.folding import fold
from ..rules.texts import Found, Search, Texts, line_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ..model import Commit, Record
    from .tracker import Tracker


class Finds(Protocol):
    """What a search has found so far, wherever it looks."""

    words: list[str]

    @property
    def is_over(self) -> bool:
        """Whether everything is found."""
        ...

    def __len__(self) -> int: ...

    def __getitem__(self, number: int) -> Found | Record: ...

    def go_on(self, until: int) -> None:
        """Find more, until so many are found or all that are at hand."""
        ...

    def steps(self) -> Iterator[int]:
        """Find all that are at hand, a few at a time; yields how many are found so far."""
        ...


class Searching:
    """All that was written, read once and kept as it is now; it is never anywhere but in memory."""

    def __init__(self, tracker: Tracker) -> None:
        self._tracker = tracker
        self._begin()

    def _begin(self) -> None:
        self._texts = Texts()
        self._of_programme: dict[str, Record] = {}
        """What is about nobody, and so stands in no history."""
        self._coming: Iterator[int] | None = self._texts.read(self._records())
        self._missed: list[Commit] = []
        self._past = self._tracker.store.past_number

    def _records(self) -> Iterator[Record]:
        for record in self._tracker.store.search(""):
            if not record.about:
                self._of_programme[record.id] = record
            yield record

    @property
    def is_whole(self) -> bool:
        """Whether everything has been read."""
        return self._coming is None

    def read(self) -> Iterator[int]:
        """Read on, little by little; yields how many records were read so far.

        Raises:
            WorkspaceError: something cannot be read.
        """
        coming = self._coming
        while coming is not None and coming is self._coming:
            try:
                count = next(coming, None)
            except Exception:
                # Whatever it was, a generator that failed has ended: who looks again begins anew.
                self._begin()
                raise
            if count is None:
                self._coming = None
                missed, self._missed = self._missed, []
                self.follow(missed)
                return
            yield count

    def follow(self, commits: Iterable[Commit]) -> None:
        """Take in what was committed; read everything anew where the past became another one."""
        if self._past != self._tracker.store.past_number:
            self._begin()
        elif not self.is_whole:
            self._missed += commits
        else:
            for edit in (edit for commit in commits for edit in commit.edits):
                self._take_in(edit.record.id, edit.after)

    def _take_in(self, key: str, record: Record | None) -> None:
        self._texts.put(key, record)
        if record is None:
            self._of_programme.pop(key, None)
        elif not record.about:
            self._of_programme[key] = record

    def find(self, words: str, before: Finds | None = None) -> Finds:
        """Look for the records that hold every word; ``before`` is what was looked for just now."""
        return Search(self._texts, words, before if isinstance(before, Search) else None)

    def record(self, found: Found | Record) -> Record | None:
        """What was found, as it is now; None where it is no more.

        Raises:
            WorkspaceError: it cannot be read.
        """
        if not isinstance(found, Found):
            return found
        person = self._tracker.workspace.people.get(found.id)
        if person is not None:
            return person
        if not found.about:
            return self._of_programme.get(found.id)
        history = self._tracker.store.history(found.about)
        return next((record for record in history if record.id == found.id), None)


def people(tracker: Tracker, words: str) -> list[Person]:
    """The people whom a search finds, by what the filter looks at and by their notes."""
    wanted = fold(words).split()
    lines = ((person, line_of(person)) for person in tracker.workspace.people.values())
    return [
        person
        for person, line in lines
        if line is not None and all(word in line.text for word in wanted)
    ]


def people_about(tracker: Tracker, record: Record) -> list[Person]:
    """Everybody whom a record is about."""
    known = tracker.workspace.people
    if isinstance(record, Person):
        return [record]
    return [known[person_id] for person_id in record.about if person_id in known]

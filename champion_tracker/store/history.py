"""The dated records that have been folded, in as many files as the years have filled."""

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime

from ..model import Record
from .damage import Damaged
from .documents import decode_record, decode_row
from .folder import HISTORY, Folder
from .log import begins_after
from .segment import Segment
from .sieve import Sieve


def full_name(number: int) -> str:
    """The name of the ``number``-th full history file."""
    return f"history-{number:04d}.json"


class History:
    """Reads the history files; opens none before somebody looks."""

    def __init__(self, folder: Folder, confirm: Callable[[], None]) -> None:
        """Read the files of a folder.

        Args:
            folder: Where they lie.
            confirm: Raises where they are, by now, not those of the past that is meant.
        """
        self._folder = folder
        self._confirm = confirm
        self._segments: list[Segment] | None = None
        self._looked_up: tuple[str | None, dict[str, bytes]] = (None, {})

    def reset(self) -> None:
        """Forget the files, which another process has replaced."""
        self._segments = None
        self._looked_up = (None, {})

    @property
    def segments(self) -> list[Segment]:
        """The history files, oldest first; none in a workspace that has never been folded.

        Raises:
            Damaged: one lacks, or its end is not what was written.
        """
        if self._segments is None:
            try:
                opened = self._open()
            finally:
                # First, for what is being replaced looks damaged.
                self._confirm()
            self._segments = opened
        return self._segments

    def _open(self) -> list[Segment]:
        if not self._folder.exists(HISTORY) and begins_after(self._folder) == 0:
            # The first fold has not come to its end: whatever files it left, the journal holds all.
            return []
        last = self._segment(HISTORY)
        full = [self._segment(full_name(n)) for n in range(1, last.meta.full + 1)]
        return [*full, last]

    def _segment(self, name: str) -> Segment:
        try:
            return Segment(name, self._folder.look(name))
        except FileNotFoundError:
            raise Damaged(name, "is missing") from None

    @property
    def number(self) -> int:
        """The last commit whose changes are in these files."""
        return self.segments[-1].meta.number if self.segments else 0

    @property
    def newest(self) -> datetime | None:
        """The latest ``recorded_at`` in these files."""
        return self.segments[-1].meta.newest if self.segments else None

    def of(self, *persons: str) -> Iterator[Record]:
        """The records about any of these persons, in the order of their recording.

        Raises:
            Damaged: one of them is not what was written.
        """
        for segment in self.segments:
            for document in segment.of(*persons):
                record = decode_record(document)
                if record is not None:
                    yield record

    def segments_of(self, key: str, persons: Iterable[str]) -> Iterator[Segment]:
        """The file in which the record ``key`` about any of ``persons`` stands.

        Raises: as `of`.
        """
        for segment in self.segments:
            if any(decode_row(document).id == key for document in segment.of(*persons)):
                yield segment

    def records(self, sieve: Sieve | None = None) -> Iterator[Record]:
        """Every record, or every one that a sieve lets through, oldest first.

        Raises: as `of`.
        """
        for segment in self.segments:
            documents = segment.documents()
            for document in filter(sieve.lets_through, documents) if sieve else documents:
                record = decode_record(document)
                if record is not None:
                    yield record

    def find(self, record: Record) -> Record | None:
        """The record of the same identifier about any of the same persons.

        Raises: as `of`.
        """
        if self._is_new(record):
            return None
        for person_id in record.about or ("",):
            document = self._documents_of(person_id).get(record.id)
            if document is not None:
                return decode_record(document)
        return None

    def _documents_of(self, person_id: str) -> dict[str, bytes]:
        """The documents about one person by identifier; what is asked for often is at hand."""
        if self._looked_up[0] != person_id:
            found = (d for segment in self.segments for d in segment.of(person_id))
            self._looked_up = (person_id, {decode_row(d).id: d for d in found})
        return self._looked_up[1]

    def _is_new(self, record: Record) -> bool:
        """Whether a record is later than everything here, so that nobody need look for it."""
        recorded_at, newest = getattr(record, "recorded_at", None), self.newest
        if recorded_at is None or recorded_at.tzinfo is None or newest is None:
            return not self.segments
        return bool(recorded_at > newest)

"""Folding the journal into the snapshots.

The order is what makes dying harmless at any instruction: full history files that changed, new
full ones, the growing one, the people file, the journal. Each is replaced whole and says up to
which commit it goes, so that whoever comes next knows what is left to do, and does it again where
that is not known: writing a record twice to its place is writing it once.
"""

from collections.abc import Iterable, Iterator
from datetime import datetime

from . import log
from .documents import about, decode_raw_commit, decode_record, decode_row, merge
from .folder import HISTORY, JOURNAL, PEOPLE, PREVIOUS, Folder
from .history import History, full_name
from .journal import Line
from .people import documents_of, write_people
from .segment import Segment, write_segment
from .state import State
from .tables import Meta

FULL = 4_000_000
"""From how many bytes on a history file is closed and the next one begun."""

NULL = b"null"


def fold(folder: Folder) -> bool:
    """Fold what the live journal holds; return whether anything was done. Needs the lock.

    A damaged workspace is left for a repair to see.

    Raises:
        OSError: a file cannot be read or written; nothing is lost or doubled.
        WorkspaceError: as `State.load`.
    """
    state = State(folder)
    state.load()
    lines = log.lines_of(folder, JOURNAL)
    if state.is_damaged or not (lines or state.is_outdated):
        return False
    content = folder.read(JOURNAL)[: state.end]
    fold_history(folder, state.past, edits_after(lines, state.past.number, folder), state.number)
    people = folder.read(PEOPLE) if state.folded else b""
    tables = documents_of(people) if people else {}
    fold_people(tables, edits_after(lines, state.folded, folder))
    folder.keep_as(PEOPLE, PREVIOUS)
    folder.replace(PEOPLE, write_people(tables, state.view.digests, state.number))
    if lines:
        log.put_away(folder, state.number, content)
    folder.sweep()
    return True


Pair = tuple[bytes, bytes]
"""A document before and after an edit; `NULL` where there is none."""


def edits_after(lines: Iterable[Line], number: int, folder: Folder) -> list[Pair]:
    """The edits of the commits after ``number``."""
    return [
        (bytes(edit.before), bytes(edit.after))
        for line in lines
        if line.number > number
        for edit in decode_raw_commit(folder.codec.open_line(line.text)).edits
    ]


def fold_people(tables: dict[str, dict[str, bytes]], edits: Iterable[Pair]) -> None:
    """Bring the documents of a people file up to date."""
    for before, after in edits:
        row = decode_row(before if after == NULL else after)
        table = tables.setdefault("people" if row.kind == "person" else "matters", {})
        record = decode_record(after) if after != NULL else None
        if after == NULL or (record is not None and not record.is_open):
            table.pop(row.id, None)
        elif record is not None or not row.is_dated:
            held = table.get(row.id)
            table[row.id] = merge(held, after) if held else after


def fold_history(folder: Folder, past: History, edits: Iterable[Pair], number: int) -> None:
    """Bring the history files up to date with everything up to commit ``number``."""
    changes = Changes()
    for before, after in edits:
        changes.take(before, after)
    if past.segments and not (changes.made or changes.others) and past.number == number:
        return
    last = past.segments[-1] if past.segments else None
    for segment in changes.places(past):
        if segment is not last:
            documents = changes.cover(segment.documents())
            folder.replace(segment.name, write_segment(documents, segment.meta))
    documents = changes.cover(last.documents()) if last else []
    meta = last.meta if last else Meta(number=0)
    for name, content in grow([*documents, *changes.made.values()], meta, number):
        folder.replace(name, content)


def grow(documents: list[bytes], meta: Meta, number: int) -> Iterator[tuple[str, bytes]]:
    """The history files that ``documents`` fill, and the one that still grows, with their names.

    Args:
        documents: What comes after the full files that there are.
        meta: What the growing file said of itself so far.
        number: The last commit in all of them.
    """
    full, newest, begin, size = meta.full, meta.newest, 0, 0
    for place, document in enumerate(documents):
        newest = _later(newest, decode_row(document).recorded_at)
        size += len(document)
        if size > FULL and place + 1 < len(documents):
            full += 1
            content = Meta(number=number, full=full, newest=newest)
            yield full_name(full), write_segment(documents[begin : place + 1], content)
            begin, size = place + 1, 0
    content = Meta(number=number, full=full, newest=newest)
    yield HISTORY, write_segment(documents[begin:], content)


def _later(known: datetime | None, moment: datetime | None) -> datetime | None:
    if moment is None or moment.tzinfo is None:
        return known
    return moment if known is None else max(known, moment)


class Changes:
    """What edits did to dated documents: those they made, and what became of others."""

    def __init__(self) -> None:
        self.made: dict[str, bytes] = {}
        self.others: dict[str, bytes] = {}
        self._about: dict[str, set[str]] = {}

    def take(self, before: bytes, after: bytes) -> None:
        """Take in one more edit."""
        row = decode_row(before if after == NULL else after)
        if not row.is_dated:
            return
        if before != NULL and row.id not in self.made:
            self.others[row.id] = after
            self._about.setdefault(row.id, set()).update(about(before))
        elif after == NULL:
            del self.made[row.id]
        else:
            held = self.made.get(row.id)
            self.made[row.id] = merge(held, after) if held else after

    def places(self, past: History) -> list[Segment]:
        """The files that hold any of the others."""
        found = (s for key, who in self._about.items() for s in past.segments_of(key, who))
        return list({segment.name: segment for segment in found}.values())

    def cover(self, documents: Iterable[bytes]) -> list[bytes]:
        """The documents as the edits left them."""
        covered = []
        for document in documents:
            after = self.others.get(decode_row(document).id)
            if after is None:
                covered.append(document)
            elif after != NULL:
                covered.append(merge(document, after))
        return covered

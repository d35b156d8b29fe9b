"""One history file: dated records in the order of their recording, with an index by person.

The index rows are in the order of persons, each a line, so that one person is found by halving,
in a file that nobody has read. A row holds, for each record about the person, where it stands,
how long it is and its CRC-32.
"""

from collections.abc import Iterator, Sequence
from zlib import crc32

import msgspec

from .damage import Damaged
from .documents import about, encode
from .folder import Buffer
from .tables import META, Meta, Writer, read_meta, rows, verify

HISTORY_TABLE = "history"
_OPENING = b'"index":{'


class _IndexRow(msgspec.Struct, frozen=True):
    person: str
    at: list[int]
    """Start, length and checksum of one record, then of the next."""


_decode_index = msgspec.json.Decoder(_IndexRow).decode


def write_segment(documents: Sequence[bytes], meta: Meta) -> bytes:
    """The content of a history file."""
    writer = Writer()
    starts = writer.table(HISTORY_TABLE, documents)
    index: dict[str, list[int]] = {}
    for document, start in zip(documents, starts, strict=True):
        for person in about(document):
            index.setdefault(person, []).extend((start, len(document), crc32(document)))
    guarded_from = writer.size
    writer.table("index", (encode(_IndexRow(person, at)) for person, at in sorted(index.items())))
    return writer.finish(meta, guarded_from)


class Segment:
    """A history file that can be looked into."""

    def __init__(self, name: str, data: Buffer) -> None:
        """Take a file whose end is whole.

        Raises:
            Damaged: it is not.
        """
        self.name = name
        self.meta = read_meta(name, data)
        self._data = data
        self._first = self.meta.guarded_from + len(_OPENING)
        self._last = data.rfind(META) - len("\n},")

    def of(self, *persons: str) -> Iterator[bytes]:
        """The documents about any of these persons, in their order.

        Raises:
            Damaged: one of them is not what was written.
        """
        found = {place for person_id in persons for place in _places(self._find(person_id))}
        for start, length, checksum in sorted(found):
            document = self._data[start : start + length]
            if crc32(document) != checksum:
                raise Damaged(self.name)
            yield document

    def documents(self) -> Iterator[bytes]:
        """Every document.

        Raises:
            Damaged: the file is not what was written.
        """
        verify(self.name, self._data)
        return rows(self._data, HISTORY_TABLE)

    def places(self) -> list[tuple[int, int, int]]:
        """Start, length and checksum of every document, in their order."""
        found: set[tuple[int, int, int]] = set()
        for line in self._data[self._first : self._last].splitlines()[1:]:
            found.update(_places(_decode_index(_row(line)).at))
        return sorted(found)

    def _find(self, person_id: str) -> list[int]:
        """The index row of one person: between two line breaks, halved until they meet."""
        low, high = self._first, self._last
        while low < high:
            start = self._data.rfind(b"\n", low, (low + high) // 2 + 1)
            end = self._data.find(b"\n", start + 1)
            row = _decode_index(_row(self._data[start:end]))
            if row.person == person_id:
                return row.at
            if row.person < person_id:
                low = end
            else:
                high = start
        return []


def _row(line: bytes) -> bytes:
    """The document on a line of a table."""
    return line[line.index(b":") + 1 :].removesuffix(b",")


def _places(at: list[int]) -> Iterator[tuple[int, int, int]]:
    return zip(at[::3], at[1::3], at[2::3], strict=True)

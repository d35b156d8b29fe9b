"""The journal: a line a commit, each with its number and a checksum.

A line is ``number checksum text``. Numbers count the commits of a workspace from 1, without a gap;
the checksum is the CRC-32 of number and text. The first line of a file is its head: it bears the
number of the last commit before those in the file. So whatever is missing, doubled or changed is
found wherever it stands.
"""

from collections.abc import Iterator
from typing import NamedTuple
from zlib import crc32

HEAD = b'{"journal":"champion-tracker"}'
"""The text of a journal's first line."""


class Line(NamedTuple):
    """One line that is what it was when it was written."""

    number: int
    text: bytes
    """The JSON of a commit, or `HEAD`."""
    start: int
    end: int
    """Where it stands, in bytes from where reading began."""

    @property
    def is_head(self) -> bool:
        """Whether this is no commit but the start of a file."""
        return self.text == HEAD


class Damage(NamedTuple):
    """Bytes that are not what was written."""

    start: int
    end: int
    is_torn: bool
    """Whether it is what a writer leaves that dies before it is done: the last line, unfinished."""


def write_line(number: int, text: bytes) -> bytes:
    """Return the line that keeps ``text`` as commit ``number``."""
    return b"%d %08x %b\n" % (number, checksum(number, text), text)


def read_lines(data: bytes) -> Iterator[Line | Damage]:
    """Yield what ``data``, a journal or its end, holds, line by line."""
    start = 0
    while start < len(data):
        newline = data.find(b"\n", start)
        end = newline + 1 if newline >= 0 else len(data)
        line = _parse(data, start, newline) if newline >= 0 else None
        yield line or Damage(start, end, is_torn=newline < 0 or _is_unwritten(data, start, end))
        start = end


def _is_unwritten(data: bytes, start: int, end: int) -> bool:
    """Whether a last line holds what a disk gives for a block that never reached it."""
    return end == len(data) and b"\0" in data[start:end]


def checksum(number: int, text: bytes) -> int:
    """What the line of a commit bears beside its number and text."""
    return crc32(text, crc32(b"%d " % number))


def _parse(data: bytes, start: int, newline: int) -> Line | None:
    number, _, rest = data[start:newline].partition(b" ")
    written, _, text = rest.partition(b" ")
    if not number.isdigit() or written != b"%08x" % checksum(int(number), text):
        return None
    return Line(int(number), text, start, newline + 1)

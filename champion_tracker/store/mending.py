"""A journal's line in which one byte changed is put right again: its checksum tells which.

A CRC is linear: what a changed byte does to it depends on the change and on how many bytes follow,
not on the text (Ross Williams, "A Painless Guide to CRC Error Detection Algorithms", 1993). So the
difference between the checksum that is written and the one that is found is run backwards through
the bytes, until it is what the change of a single byte makes.
"""

from collections.abc import Iterator
from functools import cache
from itertools import chain

from .journal import Line, checksum, read_lines

_POLYNOMIAL = 0xEDB88320
"""Of the CRC-32 in zlib (ISO 3309), bits reversed."""
_HEAD = 40
"""Bytes that surely hold a line's number and checksum: each is tried with every value."""
_JOINED = 4_000
"""Up to how many bytes a lost line break is looked for; the time grows with their square."""


def mend(damaged: bytes) -> bytes | None:
    """The lines that ``damaged`` was before one of its bytes changed, or None."""
    tried = chain(_in_the_text(damaged), _in_the_head(damaged), _in_a_line_break(damaged))
    for place, value in tried:
        lines = damaged[:place] + bytes((value,)) + damaged[place + 1 :]
        if all(isinstance(line, Line) for line in read_lines(lines)):
            return lines
    return None


def _in_the_head(damaged: bytes) -> Iterator[tuple[int, int]]:
    for place in range(min(_HEAD, len(damaged))):
        for value in range(256):
            yield place, value


def _in_a_line_break(damaged: bytes) -> Iterator[tuple[int, int]]:
    """The last one, or one between two lines."""
    places = range(len(damaged)) if len(damaged) <= _JOINED else (len(damaged) - 1,)
    return ((place, ord("\n")) for place in places)


def _in_the_text(damaged: bytes) -> Iterator[tuple[int, int]]:
    """The byte of the text, and what it was, with which the checksum would be right."""
    number, _, rest = damaged.partition(b" ")
    written, _, text = rest.removesuffix(b"\n").partition(b" ")
    try:
        difference = int(written, 16) ^ checksum(int(number), text)
    except ValueError:
        return
    changes, table = _changes(), _table()
    start = len(number) + len(written) + 2
    for place in reversed(range(len(text))):
        change = changes[difference >> 24]
        if table[change] == difference:
            yield start + place, text[place] ^ change
        # Undo what the register does with a byte of zeros.
        difference = (difference ^ table[change]) << 8 | change


@cache
def _table() -> tuple[int, ...]:
    """What the change of a byte by 0 to 255 does to the register."""

    def shifted(register: int) -> int:
        for _ in range(8):
            register = register >> 1 ^ (_POLYNOMIAL if register & 1 else 0)
        return register

    return tuple(map(shifted, range(256)))


@cache
def _changes() -> tuple[int, ...]:
    """By the upper byte of an entry of the table, which no other has: what change it is of."""
    changes = {entry >> 24: change for change, entry in enumerate(_table())}
    return tuple(changes[upper] for upper in range(256))

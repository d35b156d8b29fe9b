"""Everything that was written, at hand as folded text, so that it is looked through as one types.

The text lies in blocks of lines, the newest first, a line a record. A block says which words there
are in it, each once; where none of them holds what is looked for, its lines are passed over.
"""

from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from heapq import merge
from itertools import accumulate, islice
from typing import NamedTuple

from ..model import Person, Record
from .folding import fold
from .roll import words_about

BLOCK = 1_000
"""How many lines lie together."""

PEOPLE = date.max.toordinal()
"""The day of those who are found themselves: they go before all that was written of them."""

_TEXTS = (
    *("notes", "note", "why", "basis", "text", "title", "what", "benefit", "figure", "why_now"),
    *("without", "answer", "next_step", "risk", "mitigation", "purpose", "aim", "measure", "moves"),
)
_texts_of: dict[type, tuple[str, ...]] = {}


def text_of(record: Record) -> str:
    """What a search looks at in a record."""
    kind = type(record)
    fields = _texts_of.get(kind)
    if fields is None:
        fields = _texts_of[kind] = tuple(name for name in _TEXTS if hasattr(record, name))
    text = " ".join([getattr(record, name) for name in fields])
    proofs = getattr(record, "proofs", ())
    return " ".join([text, *map(str, proofs)]) if proofs else text


def day_of(record: Record) -> date | None:
    """The day by which a record is older or newer than others."""
    for name in ("on", "due", "made_on", "raised_on", "since", "recorded_at"):
        day = getattr(record, name, None)
        if day is not None:
            return day.date() if isinstance(day, datetime) else day
    return None


class Line(NamedTuple):
    """What is looked at in one record."""

    on: int
    """The day as an ordinal."""
    name: str
    """Of a person, folded, by which people are in order."""
    id: str
    about: str
    """The first person whom it is about; empty where it is about nobody."""
    text: str
    """Folded."""


def line_of(record: Record) -> Line | None:
    """The line by which a record is found; None where nothing is written in it.

    A person is found by what the filter looks at and by the notes, unless put away: then by these.
    """
    text = text_of(record)
    if isinstance(record, Person):
        seen = [text] if record.archived_on is not None else [*words_about(record), text]
        name, text = fold(record.name), fold("\n".join(seen))
        return Line(PEOPLE, name, record.id, record.id, text) if text else None
    text = fold(text)
    if not text:
        return None
    day = day_of(record)
    about = next(iter(record.about), "")
    return Line(day.toordinal() if day else 0, "", record.id, about, text)


def holds(record: Record, words: Iterable[str]) -> bool:
    """Whether every one of some folded words is found in a record."""
    line = line_of(record)
    return line is not None and all(word in line.text for word in words)


class Found(NamedTuple):
    """A record that holds the words."""

    id: str
    about: str


class _Strings:
    """Many strings as one, which takes a fifth of their room; none of them holds a line break."""

    def __init__(self, strings: list[str]) -> None:
        self.joined = "\n".join(strings)
        self.starts = array("I", accumulate((len(each) + 1 for each in strings), initial=0))

    def __getitem__(self, number: int) -> str:
        return self.joined[self.starts[number] : self.starts[number + 1] - 1]


class _Block:
    """Some lines, one after the other."""

    def __init__(self, lines: list[Line]) -> None:
        self.on = array("l", (line.on for line in lines))
        self.names = _Strings([line.name for line in lines])
        self._ids = _Strings([line.id for line in lines])
        self._about = _Strings([line.about for line in lines])
        self._texts = _Strings([line.text for line in lines])
        self._words = "\n".join(dict.fromkeys(self._texts.joined.split()))

    def found(self, line: int) -> Found:
        """What stands on a line."""
        return Found(self._ids[line], self._about[line])

    def holding(self, words: list[str]) -> Iterator[int]:
        """The numbers of the lines that hold every word."""
        if not all(word in self._words for word in words):
            return
        text, starts, (first, *others) = self._texts.joined, self._texts.starts, words
        at = text.find(first)
        while at >= 0:
            line = bisect_right(starts, at) - 1
            end = starts[line + 1] - 1
            if all(text.find(word, starts[line], end) >= 0 for word in others):
                yield line
            at = text.find(first, end)

    def holds(self, line: int, words: list[str]) -> bool:
        """Whether one line holds every word."""
        text = self._texts[line]
        return all(word in text for word in words)


class Search:
    """What holds some words, people first, then the newest first; found as far as it is asked for.

    A search for more of the same words looks only at what the one before found, if that was all.
    """

    def __init__(self, texts: "Texts", words: str, before: "Search | None" = None) -> None:
        # The longest one leaves the fewest.
        self.words = sorted(set(fold(words).split()), key=len, reverse=True)
        self.is_over = not self.words
        self._texts = texts
        self._version = texts.version
        self._newer = texts.newer(self.words)
        self._places: list[int] = []
        """Where in the blocks; what was written since is counted down from -1."""
        if before is not None and before.is_over and before.is_narrowed_by(self):
            older = self._again(before._places)
        else:
            older = self._in_blocks()
        self._coming = self._with_newer(older) if self._newer else older

    def __len__(self) -> int:
        """How many are found so far."""
        return len(self._places)

    def __getitem__(self, number: int) -> Found:
        """What was found."""
        place = self._places[number]
        if place < 0:
            line = self._newer[-1 - place]
            return Found(line.id, line.about)
        return self._texts.blocks[place // BLOCK].found(place % BLOCK)

    def is_narrowed_by(self, other: "Search") -> bool:
        """Whether another search can find nothing that this one has not."""
        return (
            bool(self.words)
            and self.is_current
            and all(any(word in longer for longer in other.words) for word in self.words)
        )

    @property
    def is_current(self) -> bool:
        """Whether nothing was written since it began."""
        return self._version == self._texts.version

    def go_on(self, until: int) -> None:
        """Find more, until so many are found or all are."""
        if not self.is_over:
            self._places += islice(self._coming, max(0, until - len(self)))
            self.is_over = len(self) < until

    def steps(self) -> Iterator[int]:
        """Find all others, a few at a time; yields how many are found so far."""
        while not self.is_over:
            self.go_on(len(self) + BLOCK)
            yield len(self)

    def _again(self, places: list[int]) -> Iterator[int]:
        blocks, words = self._texts.blocks, self.words
        for place in places:
            if place >= 0 and blocks[place // BLOCK].holds(place % BLOCK, words):
                yield place

    def _in_blocks(self) -> Iterator[int]:
        is_replaced = self._texts.is_replaced if self._texts.has_newer else None
        for number, block in enumerate(self._texts.blocks):
            for line in block.holding(self.words):
                if is_replaced is None or not is_replaced(block.found(line).id):
                    yield number * BLOCK + line

    def _with_newer(self, older: Iterator[int]) -> Iterator[int]:
        newer = [(-line.on, line.name, -1 - n) for n, line in enumerate(self._newer)]
        dated = ((*self._order(place), place) for place in older)
        return (place for *_, place in merge(newer, dated))

    def _order(self, place: int) -> tuple[int, str]:
        block, line = self._texts.blocks[place // BLOCK], place % BLOCK
        return -block.on[line], block.names[line]


class Texts:
    """All that was written, kept as it is now. It is only ever in memory."""

    def __init__(self) -> None:
        self.blocks: list[_Block] = []
        self.version = 0
        self._newer: dict[str, Line | None] = {}

    def read(self, records: Iterable[Record], every: int = 200) -> Iterator[int]:
        """Take in everything, little by little; yields now and then how many were read so far."""
        days: dict[int, list[Line]] = {}
        count = 0
        for count, record in enumerate(records, 1):
            line = line_of(record)
            if line is not None:
                days.setdefault(line.on, []).append(line)
            if count % every == 0:
                yield count
        blocks: list[_Block] = []
        waiting: list[Line] = []
        for day in sorted(days, reverse=True):
            lines = days.pop(day)
            waiting += sorted(lines, key=_by_name) if day == PEOPLE else lines[::-1]
            while len(waiting) >= BLOCK:
                blocks.append(_Block(waiting[:BLOCK]))
                del waiting[:BLOCK]
                yield count
        if waiting:
            blocks.append(_Block(waiting))
        self.blocks = blocks
        self.version += 1

    def put(self, key: str, record: Record | None) -> None:
        """Take in what has become of a record; None where it is no more."""
        self._newer.pop(key, None)
        self._newer[key] = line_of(record) if record is not None else None
        self.version += 1

    @property
    def has_newer(self) -> bool:
        """Whether anything was put since all was read."""
        return bool(self._newer)

    def newer(self, words: list[str]) -> list[Line]:
        """The lines of what was put and holds every word, the latest first."""
        lines = (line for line in reversed(self._newer.values()) if line is not None)
        found = [line for line in lines if all(word in line.text for word in words)]
        return sorted(found, key=lambda line: (-line.on, line.name))

    def is_replaced(self, key: str) -> bool:
        """Whether something else has been put in the place of a record."""
        return key in self._newer


def _by_name(line: Line) -> str:
    return line.name

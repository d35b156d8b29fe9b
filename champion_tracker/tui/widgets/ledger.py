"""Lines of text in sections: what the screens about more than one person are made of."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from rich.cells import cell_len

from ..looks import MUTED
from ..text import fit, fold_lines, on_one_line
from .folded import Folded
from .lines import kept_place

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from .drawn import Part

MOST = 4
"""How many lines of a text are shown; what is opened shows all of it."""


class Row(NamedTuple):
    """One thing that can be at hand."""

    text: str
    glyph: str = ""
    style: str = ""
    """Of the glyph."""
    tail: str = ""
    """A few words at the right."""
    tail_style: str = MUTED
    detail: str = ""
    """What is said below it."""
    person_id: str = ""
    """Who is at hand with it."""
    record: object = None
    """What it is about."""
    name: str = ""
    """By what it is the same, whatever is said of it now; else by text and person."""


class Section(NamedTuple):
    """Rows below a heading."""

    heading: str
    rows: Sequence[Row] = ()
    glyph: str = ""
    style: str = MUTED
    """Of glyph and heading."""
    empty: str = ""
    """What is said where there are no rows."""


class Ledger(Folded[Row]):
    """Sections of rows; texts are folded, and headings are passed over."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._sections: Sequence[Section] = ()
        self._drawn: list[tuple[int | None, int, list[Part]]] = []
        self._starts: list[int] = []
        self._sizes: list[int] = []

    def show_sections(self, sections: Sequence[Section]) -> None:
        """Show sections, with the cursor on the same row as before where it is still there."""
        self._sections = sections
        rows = [row for section in sections for row in section.rows]
        self.show(rows, kept_place(self.items, self.cursor, rows, _same))

    def next_section(self) -> None:
        """Go to the first row of the next section, and from the last one to the top."""
        starts = list(accumulate((len(section.rows) for section in self._sections), initial=0))
        self.cursor = next((n for n in starts[:-1] if self.cursor < n < len(self.items)), 0)
        if self.items:
            heading = max(0, self._starts[self.cursor] - 1)
            self.scroll_to(y=heading, animate=False, force=True)

    def fold(self, width: int) -> None:
        """See `Folded.fold`."""
        self._drawn, self._starts, self._sizes = [], [], []
        for section in self._sections:
            if self._drawn:
                self._drawn.append((None, 0, []))
            self._drawn.append((None, 0, _heading(section, width)))
            if not section.rows and section.empty:
                for line in fold_lines(section.empty, width - 4):
                    self._drawn.append((None, 0, [("   ", ""), (line, MUTED)]))
            for row in section.rows:
                index, lines = len(self._starts), list(_lines(row, width))
                self._starts.append(len(self._drawn))
                self._sizes.append(len(lines))
                self._drawn += [(index, part, parts) for part, parts in enumerate(lines)]

    def count_lines(self) -> int:
        """See `Lines.count_lines`."""
        return len(self._drawn)

    def place(self, line: int) -> tuple[int | None, int]:
        """See `Lines.place`."""
        index, part, _ = self._drawn[line]
        return index, part

    def lines_of(self, index: int) -> range:
        """See `Lines.lines_of`."""
        return range(self._starts[index], self._starts[index] + self._sizes[index])

    def draw(self, index: int | None, part: int, line: int, width: int) -> list[Part]:
        """See `Lines.draw`."""
        return self._drawn[line][2]

    def action_turn(self, pages: int) -> None:
        """Go a page up or down, to the row that is next to it."""
        if not self.items:
            return
        height = max(1, self.scrollable_content_region.height - 1)
        line = self._starts[self.cursor] + pages * height
        self.cursor = max(0, bisect_right(self._starts, line) - 1)


def _same(row: Row) -> tuple[str, str]:
    """What makes a row the same, whatever is said of it now."""
    return (row.name, "") if row.name else (row.text, row.person_id)


def _heading(section: Section, width: int) -> list[Part]:
    mark = f" {section.glyph} " if section.glyph else " "
    text = fit(on_one_line(section.heading), min(cell_len(section.heading), width - len(mark) - 1))
    rule = "─" * max(0, width - len(mark) - cell_len(text) - 2)
    return [(mark, section.style), (text, section.style), (f" {rule}", "$border-blurred")]


def _lines(row: Row, width: int) -> Iterator[list[Part]]:
    mark = f" {row.glyph} " if row.glyph else "   "
    tail = on_one_line(row.tail)
    room = width - len(mark) - 1
    side = min(cell_len(tail) + 2, room // 2) if tail else 0
    first, *rest = _folded(row.text, room - side) or [""]
    head: list[Part] = [(mark, row.style), (fit(first, room - side), "bold")]
    if side:
        words = fit(tail, min(cell_len(tail), side - 2))
        head += [(" " * (side - cell_len(words)), ""), (words, row.tail_style)]
    yield head
    for line in rest:
        yield [("   ", ""), (line, "bold")]
    for line in _folded(row.detail, room) if row.detail else ():
        yield [("   ", ""), (line, MUTED)]


def _folded(text: str, width: int) -> list[str]:
    """A text in a few lines, the last of which says that there is more."""
    lines = fold_lines(on_one_line(text[: MOST * 200]), width)
    if len(lines) > MOST:
        lines[MOST - 1] = fit(f"{lines[MOST - 1]} …", width)
    return lines[:MOST]

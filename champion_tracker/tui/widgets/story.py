"""Everything about one person in one column, newest first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...rules.timeline import Entry
from ..looks import ENTRIES, MUTED, short_day
from ..prose import prose_lines
from ..text import fit, on_one_line
from .folded import Folded
from .lines import kept_place

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ...tracker import Tracker
    from .drawn import Part

MARGIN = 15
"""Where headline and text begin."""


class Story(Folded[Entry]):
    """Each entry has its day, glyph, headline, and what was written, in full."""

    def __init__(self, tracker: Tracker, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.tracker = tracker
        self._texts: list[list[list[Part]]] = []
        self._starts: list[int] = [0]

    def show_story(self, entries: Sequence[Entry]) -> None:
        """Show a story from its newest entry, or from where one was reading."""
        cursor = kept_place(self.items, self.cursor, entries, _same) if self.cursor else 0
        self.show(entries, cursor)

    def go_to(self, record_id: str) -> None:
        """Go to the entry of a record, if there is one."""
        if record_id:
            ids = [entry.record.id for entry in self.items]
            if record_id in ids:
                self.cursor = ids.index(record_id)

    def fold(self, width: int) -> None:
        """See `Folded.fold`."""
        room = width - self._margin(width) - 1
        self._texts = [prose_lines(entry.text, room) if entry.text else [] for entry in self.items]
        self._starts = [0]
        for text in self._texts:
            self._starts.append(self._starts[-1] + 2 + len(text))

    @staticmethod
    def _margin(width: int) -> int:
        return MARGIN if width >= 60 else 3

    def count_lines(self) -> int:
        """See `Lines.count_lines`."""
        return max(0, self._starts[-1] - 1)

    def place(self, line: int) -> tuple[int | None, int]:
        """See `Lines.place`."""
        from bisect import bisect_right

        index = min(bisect_right(self._starts, line) - 1, len(self.items) - 1)
        return index, line - self._starts[index]

    def lines_of(self, index: int) -> range:
        """See `Lines.lines_of`."""
        return range(self._starts[index], self._starts[index + 1] - 1)

    def draw(self, index: int | None, part: int, line: int, width: int) -> list[Part]:
        """See `Lines.draw`."""
        entry, text = self.items[index or 0], self._texts[index or 0]
        margin = self._margin(width)
        if part == 0:
            look = ENTRIES[entry.kind]
            day = f" {short_day(entry.on, self.tracker.today):>11}"
            head = f"{day} " if margin > 3 else " "
            tail = "" if margin > 3 else f"{short_day(entry.on, self.tracker.today)} "
            room = width - len(head) - 2 - len(tail)
            return [
                (head, MUTED),
                (f"{look.glyph} ", look.style),
                (fit(on_one_line(entry.headline), room), "bold"),
                (tail, MUTED),
            ]
        if part <= len(text):
            return [(" " * margin, ""), *text[part - 1]]
        return []


def _same(entry: Entry) -> object:
    """What makes an entry the same, whatever is written in it now."""
    return entry.kind, getattr(entry.record, "id", entry.headline), entry.headline

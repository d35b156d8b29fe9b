"""What an import would change, a line or two each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..looks import MUTED, Look
from ..text import fit, on_one_line
from .lines import Lines

if TYPE_CHECKING:
    from ...exchange import ImportChange
    from .drawn import Part

KINDS = {
    "new": Look("+", "new", "$text-primary"),
    "position": Look("◆", "moved", "$text-accent"),
    "left": Look("→", "left", "$text-warning"),
    "details": Look("±", "details", "$text-secondary"),
    "conflict": Look("!", "in doubt", "$text-error"),
    "unreadable": Look("✗", "unreadable", "$text-error"),
    "unchanged": Look("=", "unchanged", MUTED),
}


class ImportList(Lines["ImportChange"]):
    """Who, and what was and would be."""

    def count_lines(self) -> int:
        """Two lines each."""
        return len(self.items) * 2

    def place(self, line: int) -> tuple[int | None, int]:
        """See `Lines.place`."""
        return line // 2, line % 2

    def lines_of(self, index: int) -> range:
        """See `Lines.lines_of`."""
        return range(index * 2, index * 2 + 2)

    def draw(self, index: int | None, part: int, line: int, width: int) -> list[Part]:
        """See `Lines.draw`."""
        change: ImportChange = self.items[index or 0]
        if part:
            words = " → ".join(filter(None, (_said(change.before), _said(change.after))))
            words = "  ".join(filter(None, (words, change.why)))
            return [(" " * 14, ""), (fit(on_one_line(words), width - 15), MUTED)]
        look = KINDS[change.kind]
        where = on_one_line(change.where)[-24:]
        room = max(4, width - 14 - len(where) - 1)
        return [
            (fit(f" {look}", 14), look.style),
            (fit(on_one_line(change.name or "nobody"), room), "bold"),
            (where, MUTED),
        ]


def _said(fields: dict[str, str | list[str]] | None) -> str:
    texts = (", ".join(v) if isinstance(v, list) else v for v in (fields or {}).values())
    return ", ".join(filter(None, texts))

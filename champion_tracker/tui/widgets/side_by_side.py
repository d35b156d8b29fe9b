"""Two things or more beside each other, field by field, with what differs in bold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content
from textual.widget import Widget

from ..looks import MUTED
from ..text import fit, fold_lines, on_one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.geometry import Size

    from ...tracker.sides import Side, Sides

LABEL = 13
MOST = 4
"""How many lines of one text are shown."""


class SideBySide(Widget):
    """Shows what is compared; below each other where there is no room beside each other."""

    def __init__(self, sides: Sides | None = None, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._sides = sides

    def show(self, sides: Sides | None) -> None:
        """Show something else, or nothing."""
        self._sides = sides
        self.refresh(layout=True)

    def render(self) -> Content:
        """The table."""
        return Content("\n").join(self._lines(self.content_size.width))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many lines as it takes."""
        return len(self._lines(width))

    def _lines(self, width: int) -> list[Content]:
        if self._sides is None or width <= 0:
            return []
        count = len(self._sides.heads)
        column = (width - LABEL) // count
        if column < 20 and count > 1:
            return list(self._stacked(self._sides, width))
        return list(self._beside(self._sides, column))

    def _beside(self, sides: Sides, column: int) -> Iterator[Content]:
        heads = "".join(fit(on_one_line(head).upper(), column) for head in sides.heads)
        yield Content.styled(" " * LABEL + heads, MUTED)
        for row in sides.rows:
            style = "bold" if _differs(row) else MUTED
            cells = [_folded(value, column - 2) for value in row.values]
            for line in range(max(map(len, cells))):
                texts = (cell[line] if line < len(cell) else "" for cell in cells)
                label = fit(row.field if line == 0 else "", LABEL)
                text = "".join(fit(text, column) for text in texts)
                yield Content.assemble((label, MUTED), (text, style))

    def _stacked(self, sides: Sides, width: int) -> Iterator[Content]:
        for row in sides.rows:
            yield Content.styled(fit(row.field, width), MUTED)
            for head, value in zip(sides.heads, row.values, strict=True):
                label = fit(f"  {on_one_line(head)}", LABEL)
                for line in _folded(value or "–", width - LABEL):
                    style = "bold" if _differs(row) else MUTED
                    yield Content.assemble((label, MUTED), (line, style))
                    label = " " * LABEL


def _differs(row: Side) -> bool:
    return len(row.values) == 1 or len(set(row.values)) > 1


def _folded(text: str, width: int) -> list[str]:
    lines = fold_lines(on_one_line(text[: MOST * 200]), width)
    if len(lines) > MOST:
        lines[MOST - 1] = fit(f"{lines[MOST - 1]} …", width)
    return lines[:MOST]

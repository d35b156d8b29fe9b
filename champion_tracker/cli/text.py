"""Text for people: columns that align, lines that fit, whatever the script."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, NamedTuple, TextIO

from ..rules.visible import on_one_line, visible

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

USUAL_WIDTH = 80


def cells(text: str) -> int:
    """How many columns of a terminal ``text`` takes (Unicode Standard Annex 11)."""
    if text.isascii():
        return len(text)
    from unicodedata import category, east_asian_width

    return sum(
        0 if category(sign) in ("Mn", "Me", "Cf") else 2 if east_asian_width(sign) in "WF" else 1
        for sign in text
    )


def clipped(text: str, width: int) -> str:
    """``text`` in at most ``width`` columns; an ellipsis says that there is more."""
    if cells(text) <= width:
        return text
    while text and cells(text) >= width:
        text = text[:-1]
    return f"{text.rstrip()}…"


def padded(text: str, width: int) -> str:
    """``text`` with blanks after it, up to ``width`` columns."""
    return text + " " * (width - cells(text))


class Layout(NamedTuple):
    """How wide text may be."""

    width: int
    clips: bool
    """Whether cells are shortened to fit; what goes to a file or a pipe is whole."""

    @classmethod
    def of(cls, stream: TextIO) -> Layout:
        """The layout of a stream: a terminal's own, else the usual width, with nothing cut."""
        try:
            return cls(max(40, os.get_terminal_size(stream.fileno()).columns), clips=True)
        except (OSError, ValueError, AttributeError):
            return cls(USUAL_WIDTH, clips=False)

    def paragraphs(self, text: str, indent: int = 0) -> Iterator[str]:
        """``text`` in lines that fit, each ``indent`` columns from the margin."""
        width = max(20, self.width - indent)
        for paragraph in visible(text).split("\n"):
            if cells(paragraph) <= width:
                yield (" " * indent + paragraph.lstrip(" ")).rstrip()
                continue
            line = ""
            for word in paragraph.split(" "):
                if line and cells(line) + 1 + cells(word) > width:
                    yield (" " * indent + line).rstrip()
                    line = word
                else:
                    line = f"{line} {word}" if line else word
            yield (" " * indent + line).rstrip()

    def table(self, rows: Sequence[Sequence[str]], *, shrinks: int = 0) -> Iterator[str]:
        """Rows as aligned columns.

        Args:
            rows: The cells; every row has as many.
            shrinks: The column that gives way where a row would not fit.
        """
        shown = [[on_one_line(cell) for cell in row] for row in rows]
        widths = [max(map(cells, column)) for column in zip(*shown, strict=True)]
        if self.clips:
            beyond = sum(widths) + 2 * (len(widths) - 1) - self.width
            widths[shrinks] = max(10, widths[shrinks] - max(0, beyond))
        for row in shown:
            fitted = [
                padded(clipped(cell, width), width) for cell, width in zip(row, widths, strict=True)
            ]
            yield "  ".join(fitted).rstrip()

"""A text that is Markdown, as high as it is at its width."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widget import Widget

from ..prose import prose_lines
from .drawn import Drawn

if TYPE_CHECKING:
    from textual.geometry import Size
    from textual.strip import Strip

    from .drawn import Part


class Prose(Drawn, Widget):
    """Shows what somebody wrote."""

    DEFAULT_CSS = """
    Prose {
        height: auto;
        padding: 0 1;
    }
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._text = self._empty = ""
        self._lines: dict[int, list[list[Part]]] = {}

    def show(self, text: str, empty: str) -> None:
        """Show a text, or what there is to say where there is none."""
        self._text, self._empty = text, empty
        self._lines.clear()
        self.refresh(layout=True)

    def _folded(self, width: int) -> list[list[Part]]:
        if width not in self._lines:
            lines = prose_lines(self._text, width) if self._text.strip() else []
            self._lines = {width: lines or [[(self._empty, "$text-muted italic")]]}
        return self._lines[width]

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many lines as the text has."""
        return len(self._folded(width))

    def render_line(self, y: int) -> Strip:
        """Draw one line."""
        width = self.content_size.width
        lines = self._folded(width)
        return self.strip(lines[y] if y < len(lines) else [], width)

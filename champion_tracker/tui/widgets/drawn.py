"""Widgets that draw each of their lines themselves, in the styles of the theme."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.segment import Segment
from textual.strip import Strip
from textual.style import Style
from textual.widget import Widget

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rich.style import Style as RichStyle

Part = tuple[str, str]
"""Text and the name of its style."""


class Drawn(Widget):
    """Keeps the styles that its lines are drawn with, until theme or focus change."""

    _inks: dict[tuple[str, str], RichStyle] | None = None

    @property
    def here(self) -> str:
        """The ground of what is at hand."""
        return f"on $block-cursor{'' if self.has_focus else '-blurred'}-background"

    def ink(self, name: str, ground: str = "") -> RichStyle:
        """A style on a ground."""
        if self._inks is None:
            self._inks = {}
        if (name, ground) not in self._inks:
            style = self.visual_style
            for layer in filter(None, (ground, name)):
                style += Style.parse(layer)
            self._inks[name, ground] = style.rich_style
        return self._inks[name, ground]

    def strip(self, parts: Iterable[Part], width: int, ground: str = "") -> Strip:
        """A line of exactly ``width`` cells."""
        drawn = Strip([Segment(text, self.ink(name, ground)) for text, name in parts])
        return drawn.adjust_cell_length(width, self.ink("", ground))

    def notify_style_update(self) -> None:
        """Another theme or focus: other colours."""
        self._inks = None
        super().notify_style_update()

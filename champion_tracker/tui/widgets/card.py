"""A text to read beside a list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import VerticalScroll
from textual.widgets import Static

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.content import Content


class Card(VerticalScroll, can_focus=False):
    """Shows one text, from its beginning."""

    def compose(self) -> ComposeResult:
        """One piece of text."""
        yield Static()

    def show(self, text: Content) -> None:
        """Show another text."""
        self.query_one(Static).update(text)
        self.scroll_home(animate=False)

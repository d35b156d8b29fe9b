"""A terminal too small to work in: said kindly, until it is larger again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

if TYPE_CHECKING:
    from textual.app import App, ComposeResult
    from textual.geometry import Size

WIDTH, HEIGHT = 40, 12
"""The smallest terminal in which everything fits."""


class TooSmall(ModalScreen[None]):
    """Stands before whatever there is, which stays as it was."""

    CSS = """
    TooSmall { align: center middle; background: $background; }
    TooSmall Static { width: 100%; text-align: center; }
    """

    def compose(self) -> ComposeResult:
        """What is needed, what there is, and the way out."""
        yield Static(self._sentence())

    def on_resize(self) -> None:
        """Another size, still too small."""
        self.query_one(Static).update(self._sentence())

    def _sentence(self) -> Content:
        width, height = self.app.size
        return Content(f"{WIDTH}x{HEIGHT} needed\nhere: {width}x{height}\nctrl+q leaves")


def mind(app: App[Any], size: Size) -> None:
    """Show that the terminal is too small, or again what stood there."""
    fits = size.width >= WIDTH and size.height >= HEIGHT
    if isinstance(app.screen, TooSmall):
        if fits:
            app.pop_screen()
    elif not fits:
        app.push_screen(TooSmall())

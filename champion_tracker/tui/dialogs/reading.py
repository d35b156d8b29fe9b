"""Read something in full."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.widgets import Static

from .overlay import Overlay

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.content import Content
    from textual.widget import Widget


class ReadingDialog(Overlay[None]):
    """A text over the screen; the arrow keys scroll it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,enter,q", "dismiss", "Back", key_display="esc", id="dialog.close")
    ]

    def __init__(self, text: Content) -> None:
        super().__init__()
        self.text = text

    def body(self) -> Iterator[Widget]:
        """See `Overlay.body`."""
        yield VerticalScroll(Static(self.text), id="text")

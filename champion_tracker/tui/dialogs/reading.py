"""Read something in full."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Static

from ..widgets.key_bar import KeyBar

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.content import Content


class ReadingDialog(ModalScreen[None]):
    """A text over the screen; the arrow keys scroll it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,enter,q", "dismiss", "Back", key_display="esc", id="dialog.close")
    ]
    CSS_PATH = "reading.tcss"

    def __init__(self, text: Content) -> None:
        super().__init__()
        self.text = text

    def compose(self) -> ComposeResult:
        """The text, and the way back."""
        with Vertical(id="dialog"):
            with VerticalScroll(id="text"):
                yield Static(self.text)
            yield KeyBar()

"""Something to look at over the screen, of which nothing is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, TypeVar

from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from ..widgets.key_bar import KeyBar

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual import events
    from textual.app import ComposeResult
    from textual.widget import Widget

Answer = TypeVar("Answer")


class Overlay(ModalScreen[Answer]):
    """A heading, a `body`, keys; one goes back at any time, for nothing is being written."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "dismiss(None)", "Back", key_display="esc", id="dialog.close")
    ]
    CSS_PATH = "overlay.tcss"

    @property
    def heading(self) -> Content:
        """What it is about; nothing where the body says it."""
        return Content("")

    def body(self) -> Iterator[Widget]:
        """What there is to look at."""
        raise NotImplementedError

    def compose(self) -> ComposeResult:
        """Heading, body, keys."""
        with Vertical(id="dialog"):
            if self.heading:
                yield Static(self.heading, id="heading")
            yield from self.body()
            yield KeyBar()

    def on_click(self, event: events.Click) -> None:
        """A click beside it goes back."""
        if not self.query_one("#dialog").region.contains_point(event.screen_offset):
            self.dismiss(None)

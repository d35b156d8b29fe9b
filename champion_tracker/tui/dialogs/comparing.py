"""Read an entry of an import in full."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from ..looks import MUTED, user
from ..widgets.import_list import GROUPS
from ..widgets.key_bar import KeyBar
from ..widgets.side_by_side import SideBySide

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from ...tracker.importing import Change
    from ...tracker.sides import Sides


class ComparingDialog(ModalScreen[None]):
    """What is and what would be, where in the file, and why."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,enter,q", "dismiss", "Back", key_display="esc", id="dialog.close")
    ]
    CSS_PATH = "reading.tcss"

    def __init__(self, change: Change, sides: Sides) -> None:
        super().__init__()
        self.change = change
        self.sides = sides

    def compose(self) -> ComposeResult:
        """Who and what, both sides, where and why."""
        look = GROUPS[self.change.group]
        name = user(self.change.name or "nobody", "bold")
        with Vertical(id="dialog"):
            yield Static(Content.assemble(look.content, "  ", name), id="heading")
            with VerticalScroll(id="text"):
                if self.change.where:
                    yield Static(user(self.change.where, MUTED))
                if self.change.why:
                    yield Static(user(self.change.why))
                yield SideBySide(self.sides)
            yield KeyBar()

"""Read an entry of an import in full."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from ..looks import MUTED, user
from ..widgets.import_list import GROUPS
from ..widgets.side_by_side import SideBySide
from .overlay import Overlay

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.widget import Widget

    from ...tracker.importing import Change
    from ...tracker.sides import Sides


class ComparingDialog(Overlay[None]):
    """What is and what would be, where in the file, and why."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,enter,q", "dismiss", "Back", key_display="esc", id="dialog.close")
    ]

    def __init__(self, change: Change, sides: Sides) -> None:
        super().__init__()
        self.change = change
        self.sides = sides

    @property
    def heading(self) -> Content:
        """Who and what."""
        name = user(self.change.name or "nobody", "bold")
        return Content.assemble(GROUPS[self.change.group].content, "  ", name)

    def body(self) -> Iterator[Widget]:
        """Where and why, and both sides."""
        said = (user(self.change.where, MUTED), user(self.change.why))
        yield VerticalScroll(
            *(Static(text) for text in said if text), SideBySide(self.sides), id="text"
        )

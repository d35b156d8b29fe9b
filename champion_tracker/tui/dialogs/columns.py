"""Which columns the table of people shows."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from ..widgets.arranging import chosen
from ..widgets.column_list import ColumnList
from ..widgets.key_bar import KeyBar

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult

    from ..widgets.people_table import PeopleTable


class ColumnsDialog(ModalScreen[None]):
    """Every column that there is; what is ticked is shown behind it at once, and remembered."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "dismiss", "Back", key_display="esc", id="dialog.close")
    ]
    CSS_PATH = "columns.tcss"
    AUTO_FOCUS = "ColumnList"
    order: ClassVar[list[str]] = [str(binding.id) for binding in ColumnList.BINDINGS]  # type: ignore[union-attr]

    def __init__(self, table: PeopleTable) -> None:
        super().__init__()
        self.table = table

    def compose(self) -> ComposeResult:
        """Heading, columns, keys."""
        look, width = self.table.look, self.table.size.width
        with Vertical(id="dialog"):
            yield Static(Content.styled("Columns", "bold $text-primary"), id="heading")
            yield ColumnList(look, chosen(look, width))
            yield KeyBar()

    @on(ColumnList.Changed)
    def _show(self, changed: ColumnList.Changed) -> None:
        self.table.wear(changed.look)
        if not changed.look.columns:
            shown = chosen(changed.look, self.table.size.width)
            self.query_one(ColumnList).show_usual(shown)

    def on_click(self, event: events.Click) -> None:
        """A click beside the dialog goes back."""
        if not self.query_one("#dialog").region.contains_point(event.screen_offset):
            self.dismiss()

"""The columns of a table, to be chosen, moved and sized."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from msgspec.structs import replace
from textual.binding import Binding, BindingType
from textual.message import Message

from ..looks import KEY, MUTED
from ..text import fit
from .arranging import NARROWEST, WIDEST, TableLook
from .columns import BY_NAME, COLUMNS, Column
from .lines import Lines

if TYPE_CHECKING:
    from textual import events

    from .drawn import Part

BOX = 5
"""How many cells at the left a click ticks by."""


class ColumnList(Lines[Column]):
    """One line a column: whether it is shown, what it shows, its width if it has one of its own."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space,enter", "tick", "Show", id="columns.tick"),
        Binding("shift+up,K", "carry(-1)", "Earlier", id="columns.earlier"),
        Binding("shift+down,J", "carry(1)", "Later", id="columns.later"),
        Binding("plus,right", "widen(2)", "Wider", id="columns.wider"),
        Binding("minus,left", "widen(-2)", "Narrower", id="columns.narrower"),
        Binding("delete,backspace,u", "usual", "Usual", id="columns.usual"),
    ]

    class Changed(Message):
        """Other columns are wanted."""

        def __init__(self, look: TableLook) -> None:
            super().__init__()
            self.look = look

    def __init__(self, look: TableLook, shown: tuple[Column, ...]) -> None:
        super().__init__()
        self._look = look
        self._shown = [column.name for column in shown]
        self.items = self._in_order()

    def _in_order(self) -> list[Column]:
        rest = [column for column in COLUMNS if column.name not in self._shown]
        return [*(BY_NAME[name] for name in self._shown), *rest]

    def draw(self, index: int | None, part: int, line: int, width: int) -> list[Part]:
        """See `Lines.draw`."""
        column = self.items[index or 0]
        is_shown = column.name in self._shown
        own = self._look.widths.get(column.name)
        cells = f"{own} cells " if own else ""
        style = "bold $text-primary" if is_shown else ""
        room = max(0, width - BOX - 14 - len(cells))
        return [
            (f"  {'☑' if is_shown else '☐'}  ", style or MUTED),
            (fit(column.title, 14), style),
            (fit(column.purpose, room), MUTED),
            (cells, KEY),
        ]

    def action_tick(self) -> None:
        """Show the column at hand, or leave it out; the name always stays."""
        column = self.items[self.cursor]
        if column.name == "name":
            return
        if column.name in self._shown:
            self._shown.remove(column.name)
        else:
            self._shown.append(column.name)
        self._tell()

    def action_carry(self, by: int) -> None:
        """Move the column at hand among those that are shown."""
        name = self.items[self.cursor].name
        if name not in self._shown[1:]:
            return
        at = self._shown.index(name)
        to = max(1, min(len(self._shown) - 1, at + by))
        self._shown.insert(to, self._shown.pop(at))
        self.items = self._in_order()
        self.cursor = to
        self._tell()

    def action_widen(self, by: int) -> None:
        """Give the column at hand a width of its own, more or less than it had."""
        column = self.items[self.cursor]
        wide = self._look.widths.get(column.name, column.width) + by
        widths = {**self._look.widths, column.name: max(NARROWEST, min(WIDEST, wide))}
        self._look = replace(self._look, widths=widths)
        self._tell()

    def action_usual(self) -> None:
        """The usual columns again, as many as there is room for."""
        usual = replace(self._look, columns=(), widths={})
        self._look = usual
        self._shown = ["name"]
        self.refresh()
        self.post_message(self.Changed(usual))

    def show_usual(self, shown: tuple[Column, ...]) -> None:
        """Tick what is shown where nobody has chosen."""
        self._shown = [column.name for column in shown]
        self.items = self._in_order()
        self.cursor = 0
        self.refresh()

    def _tell(self) -> None:
        self._look = replace(self._look, columns=tuple(self._shown))
        self.refresh()
        self.post_message(self.Changed(self._look))

    def on_click(self, event: events.Click) -> None:
        """A click on the box ticks; elsewhere it goes there, and twice ticks."""
        event.prevent_default()
        super().on_click(event)
        if event.x < BOX and event.chain == 1:
            self.action_tick()

    def action_choose(self) -> None:
        """A double click ticks, too."""
        self.action_tick()

"""Help for the screen that one is on, from which everything there can be done."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content

from ..commands.action import Action
from ..looks import KEY
from ..widgets.ledger import Ledger, Row, Section
from .overlay import Overlay

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.widget import Widget

    from ..screens.base import TrackerScreen

MOVING = (
    (("lines.up", "lines.down"), "one up or down"),
    (("lines.page_up", "lines.page_down"), "a page up or down"),
    (("lines.first", "lines.last"), "first and last"),
    (("table.mark",), "mark a person, so that an action is about several"),
    (("table.mark_up", "table.mark_down"), "mark one after the other"),
    (("table.mark_all",), "mark all who are listed, or nobody"),
    (("table.type_ahead",), "then letters: to the name that begins with them"),
    (("table.before", "table.after", "table.reverse"), "sort the table by another column, or turn"),
    (("table.left", "table.right"), "other columns, where there is no room for all"),
)
"""What the keys do of the list at hand, by their names."""


class Actions(Ledger):
    """Actions, each of which can be done."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "choose", "Do it", id="lines.choose"),
    ]


class HelpDialog(Overlay[None]):
    """Every action that the screen offers, with its key and what it does."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("question_mark,f1", "dismiss", "Back", show=False, id="help.close"),
    ]
    AUTO_FOCUS = "Actions"

    def __init__(self, about: TrackerScreen) -> None:
        super().__init__()
        self.about = about

    @property
    def heading(self) -> Content:
        """What the screen is for."""
        purpose = (type(self.about).__doc__ or "").partition("\n")[0]
        return Content.styled(purpose, "bold $text-primary")

    def body(self) -> Iterator[Widget]:
        """Its actions by group."""
        yield Actions()

    def on_mount(self) -> None:
        """Show them."""
        groups: dict[str, list[Row]] = {}
        for action in self.about.actions().values():
            groups.setdefault(action.GROUP, []).append(self._row(action))
        groups["Moving about"] = [
            *(
                Row(text, tail=keys, tail_style=KEY)
                for names, text in MOVING
                if (keys := " ".join(filter(None, (self._active(name) for name in names))))
            ),
            Row("to the next part of the screen", tail="tab", tail_style=KEY),
        ]
        sections = [Section(group.upper(), rows) for group, rows in groups.items()]
        self.query_one(Actions).show_sections(sections)

    def _row(self, action: type[Action]) -> Row:
        keys = self._keys(action.binding()) if action.BINDING_KEY else ""
        return Row(
            action.command(), tail=keys, tail_style=KEY, detail=action.tooltip(), record=action
        )

    @on(Actions.Chosen)
    def do(self) -> None:
        """Do what is at hand, on the screen that this is the help of."""
        row = self.query_one(Actions).at_hand
        action = row.record if row is not None else None
        if row is None or not (isinstance(action, type) and issubclass(action, Action)):
            return
        if not action.applies(self.about):
            sentence = f"'{row.text}' cannot be done just now."
            self.notify(sentence, severity="warning", markup=False)
            return
        self.dismiss()
        self.about.action_perform(action.__name__)

    def _keys(self, binding: Binding) -> str:
        return self._active(binding.id) or self._display(binding.key.split(","))

    def _active(self, name: str | None) -> str:
        """The keys that lead to what is called so, as they are now."""
        active = self.about.active_bindings.values()
        return self._display([found.binding.key for found in active if found.binding.id == name])

    def _display(self, keys: list[str]) -> str:
        shown = (self.app.get_key_display(Binding(key.strip(), "")) for key in keys)
        return " ".join(dict.fromkeys(shown))

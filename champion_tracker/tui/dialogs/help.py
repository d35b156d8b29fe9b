"""Help for the screen that one is on."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from ..looks import KEY, MUTED

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.app import ComposeResult
    from textual.widget import Widget

    from ..screens.base import TrackerScreen

MOVING = (
    (("lines.up", "lines.down"), "one up or down"),
    (("lines.page_up", "lines.page_down"), "a page up or down"),
    (("lines.first", "lines.last"), "first and last"),
    (("table.mark",), "mark a person, so that an action is about several"),
    (("table.type_ahead",), "then letters: to the name that begins with them"),
    (("table.before", "table.after", "table.reverse"), "sort the table by another column, or turn"),
    (("table.left", "table.right"), "other columns, where there is no room for all"),
)
"""What the keys do of the list at hand, by their names."""


class HelpDialog(ModalScreen[None]):
    """Every action that the screen offers, with its key and what it does."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,question_mark,f1,q", "dismiss", "Back", key_display="esc", id="help.close")
    ]
    CSS_PATH = "help.tcss"

    def __init__(self, about: TrackerScreen) -> None:
        super().__init__()
        self.about = about

    def compose(self) -> ComposeResult:
        """What the screen is for, then its actions by group."""
        with VerticalScroll(id="dialog"):
            purpose = (type(self.about).__doc__ or "").partition("\n")[0]
            yield Static(Content.styled(purpose, "bold $text-primary"), classes="purpose")
            yield from self._actions()
            yield Static(Content.styled("esc goes back", MUTED), classes="foot")

    def _actions(self) -> Iterator[Widget]:
        groups: dict[str, list[tuple[str, str]]] = {}
        for action in self.about.actions().values():
            key = self._keys(action.binding()) if action.BINDING_KEY else ""
            groups.setdefault(action.GROUP, []).append((key, action.tooltip()))
        here = [
            (keys, text)
            for names, text in MOVING
            if (keys := " ".join(filter(None, (self._active(name) for name in names))))
        ]
        groups["Moving about"] = [*here, ("tab", "to the next part of the screen")]
        for group, entries in groups.items():
            yield Static(Content.styled(group.upper(), MUTED), classes="group")
            for key, text in entries:
                yield Horizontal(
                    Static(Content.styled(key, KEY), classes="key"),
                    Static(Content(text), classes="words"),
                    classes="action",
                )

    def _keys(self, binding: Binding) -> str:
        return self._active(binding.id) or self._display(binding.key.split(","))

    def _active(self, name: str | None) -> str:
        """The keys that lead to what is called so, as they are now."""
        active = self.about.active_bindings.values()
        return self._display([found.binding.key for found in active if found.binding.id == name])

    def _display(self, keys: list[str]) -> str:
        shown = (self.app.get_key_display(Binding(key.strip(), "")) for key in keys)
        return " ".join(dict.fromkeys(shown))

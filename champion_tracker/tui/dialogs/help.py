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
    ("↑ ↓  j k", "one up or down"),
    ("PgUp PgDn", "a page up or down"),
    ("Home End  g G", "first and last"),
    ("tab", "to the next part of the screen"),
    ("space", "mark a person, so that an action is about several"),
    ("'", "then letters: to the name that begins with them"),
    ("< >  r", "sort the table by another column, or the other way round"),
)


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
        groups["Moving about"] = list(MOVING)
        for group, entries in groups.items():
            yield Static(Content.styled(group.upper(), MUTED), classes="group")
            for key, text in entries:
                yield Horizontal(
                    Static(Content.styled(key, KEY), classes="key"),
                    Static(Content(text)),
                    classes="action",
                )

    def _keys(self, binding: Binding) -> str:
        shown = [
            active.binding
            for active in self.about.active_bindings.values()
            if active.binding.id == binding.id
        ]
        keys = ",".join(dict.fromkeys(b.key for b in shown)) or binding.key
        return " ".join(
            self.app.get_key_display(Binding(key.strip(), "")) for key in keys.split(",")
        )

"""What the keys do in a dialog, of which its own line of keys shows only as many as fit."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content

from ...rules.days import HINT
from ..looks import KEY
from ..widgets.day_input import DayInput
from ..widgets.key_bar import YIELDING
from ..widgets.ledger import Ledger, Row, Section
from .overlay import Overlay

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.binding import ActiveBinding
    from textual.screen import Screen
    from textual.widget import Widget

EVERYWHERE = (
    ("to the next field", "tab"),
    ("to the one before", "shift+tab"),
    ("on to the next field; after the last one, save", "enter"),
    ("take the word that is offered", "right"),
)
"""What Textual's own keys mean in every dialog."""


class Keys(Ledger):
    """Keys, each of which can be pressed from here."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "choose", "Press it", id="lines.choose"),
    ]


class KeysHereDialog(Overlay[str]):
    """Every key that works in a dialog and in the field at hand; returns the one to press."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f1,f2", "dismiss(None)", "Back", show=False, id="help.close"),
    ]
    AUTO_FOCUS = "Keys"

    def __init__(self, about: Screen[bool]) -> None:
        super().__init__()
        active = [found for found in about.active_bindings.values() if found.enabled]
        of_dialog = [found for found in active if found.node is about]
        of_field = [found for found in active if found.node not in (about, about.app)]
        self._sections = [("IN THIS DIALOG", of_dialog), ("IN THE FIELD AT HAND", of_field)]
        self._takes_days = bool(about.query(DayInput))

    @property
    def heading(self) -> Content:
        """What this is."""
        return Content.styled("What the keys do here", "bold $text-primary")

    def body(self) -> Iterator[Widget]:
        """The keys by where they work."""
        yield Keys()

    def on_mount(self) -> None:
        """Show them."""
        sections = [Section(heading, self._rows(active)) for heading, active in self._sections]
        sections.append(Section("FROM FIELD TO FIELD", [self._row(*each) for each in EVERYWHERE]))
        if self._takes_days:
            sections.append(Section("HOW DAYS ARE WRITTEN", [Row(HINT)]))
        self.query_one(Keys).show_sections([section for section in sections if section.rows])

    def _rows(self, active: list[ActiveBinding]) -> list[Row]:
        keys: dict[str, list[str]] = {}
        for found in active:
            # What has no name of ours is how one moves about in any text.
            if found.binding.id and found.binding.id != YIELDING:
                words = found.tooltip or found.binding.description
                keys.setdefault(words, []).append(found.binding.key)
        return [self._row(words, *held) for words, held in keys.items()]

    def _row(self, words: str, *keys: str) -> Row:
        shown = " ".join(self.app.get_key_display(Binding(key, "")) for key in keys)
        return Row(words, tail=shown, tail_style=KEY, record=keys[0])

    @on(Keys.Chosen)
    def press(self) -> None:
        """Go back and press what is at hand."""
        row = self.query_one(Keys).at_hand
        if row is not None and isinstance(row.record, str):
            self.dismiss(row.record)

"""Two sides, field by field: a key a row says whose stands, or that both do."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.message import Message

from ..looks import KEY, MUTED
from ..text import fit, on_one_line
from .lines import Lines

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from textual import events

    from .drawn import Part

LABEL = 16
BOTH = ""
"""What is kept where nothing was chosen: of both, as far as that goes."""


class FieldChoice(Lines[str]):
    """Its items are fields; each takes two lines, so that both sides are read in full width."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space,right", "turn", "Whose stands", key_display="space", id="fields.turn"),
        Binding("left", "turn_back", "Whose stands", show=False, id="fields.turn_back"),
    ]

    class Turned(Message):
        """Something else stands."""

    def __init__(
        self,
        sides: Mapping[str, tuple[str, str]],
        joined: Collection[str],
        *,
        id: str | None = None,  # noqa: A002
    ) -> None:
        super().__init__(id=id, classes="field")
        self.items = list(sides)
        self._sides = sides
        self._joined = joined
        self._kept: dict[str, str] = {}

    @property
    def kept(self) -> dict[str, str]:
        """Whose stands, by field, where that was chosen."""
        return dict(self._kept)

    @property
    def value(self) -> list[str]:
        """The same as it is kept in a draft."""
        return [f"{field}={side}" for field, side in self._kept.items()]

    @value.setter
    def value(self, value: list[str]) -> None:
        pairs = (text.partition("=") for text in value)
        self._kept = {field: side for field, _, side in pairs if field in self._sides}
        self.refresh()

    def count_lines(self) -> int:
        """Two lines each."""
        return len(self.items) * 2

    def place(self, line: int) -> tuple[int | None, int]:
        """See `Lines.place`."""
        return line // 2, line % 2

    def lines_of(self, index: int) -> range:
        """See `Lines.lines_of`."""
        return range(index * 2, index * 2 + 2)

    def draw(self, index: int | None, part: int, line: int, width: int) -> list[Part]:
        """See `Lines.draw`."""
        field = self.items[index or 0]
        side = ("first", "second")[part]
        stands = side in self._standing(field)
        text = on_one_line(self._sides[field][part]) or "–"
        key = f" {(index or 0) + 1} " if part == 0 else "   "
        label = fit(field if part == 0 else "", LABEL - 6)
        return [
            (key, KEY),
            (label, MUTED),
            (" ✓ " if stands else " · ", KEY),
            (fit(text, width - LABEL), "bold" if stands else MUTED),
        ]

    def _standing(self, field: str) -> tuple[str, ...]:
        """Whose stands of a field."""
        kept = self._kept.get(field, BOTH)
        if kept == BOTH and field in self._joined:
            return ("first", "second")
        return (kept or self._usual(field),)

    def _choices(self, field: str) -> list[str]:
        if field in self._joined:
            return [BOTH, "first", "second"]
        return [BOTH, "second" if self._usual(field) == "first" else "first"]

    def _usual(self, field: str) -> str:
        """Whose stands of a field that cannot be both."""
        first, second = self._sides[field]
        return "first" if first or not second else "second"

    def action_turn(self, by: int = 1) -> None:
        """Let the next choice stand: both, the first, the second."""
        if self.at_hand is None:
            return
        choices = self._choices(self.at_hand)
        at = choices.index(self._kept.get(self.at_hand, BOTH))
        chosen = choices[(at + by) % len(choices)]
        self._kept.pop(self.at_hand, None)
        if chosen:
            self._kept[self.at_hand] = chosen
        self.refresh()
        self.post_message(self.Turned())

    def action_turn_back(self) -> None:
        """The same the other way round."""
        self.action_turn(-1)

    def on_key(self, event: events.Key) -> None:
        """The number of a row goes there and turns it."""
        sign = event.character or ""
        if sign.isdigit() and 0 < int(sign) <= len(self.items):
            event.stop()
            self.cursor = int(sign) - 1
            self.action_turn()

    def on_click(self, event: events.Click) -> None:
        """A click on a side turns its row."""
        event.prevent_default()
        super().on_click(event)
        if self.items:
            self.action_turn()

"""Any of many: a line each, set or cleared."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual.binding import Binding, BindingType

from ..looks import KEY, MUTED
from ..text import fit, on_one_line
from .lines import Lines

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from textual import events

    from .drawn import Part


class Check(NamedTuple):
    """One line."""

    text: str
    record: object


class CheckList(Lines[Check]):
    """Everything is set until it is cleared."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "turn_one", "Set or clear", id="checks.one"),
        Binding("a", "turn_all", "All or none", id="checks.all"),
    ]

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._cleared: set[int] = set()

    def show_checks(self, checks: Sequence[Check], cleared: Iterable[int] = ()) -> None:
        """Show other lines, set but for those that are ``cleared``."""
        self._cleared = set(cleared)
        self.show(checks)

    @property
    def chosen(self) -> list[Check]:
        """What is set."""
        return [check for at, check in enumerate(self.items) if at not in self._cleared]

    def draw(self, index: int | None, part: int, line: int, width: int) -> list[Part]:
        """See `Lines.draw`."""
        at = index or 0
        is_set = at not in self._cleared
        text = fit(on_one_line(self.items[at].text), width - 4)
        return [("  ", ""), ("☑ " if is_set else "☐ ", KEY), (text, "" if is_set else MUTED)]

    def action_turn_one(self) -> None:
        """Set or clear the line at hand."""
        if self.items:
            self._cleared ^= {self.cursor}
            self.action_move(1)
            self.refresh()

    def on_click(self, event: events.Click) -> None:
        """A click sets or clears, too."""
        event.prevent_default()
        super().on_click(event)
        self._cleared ^= {self.cursor} & set(range(len(self.items)))
        self.refresh()

    def action_turn_all(self) -> None:
        """Clear everything; where nothing is set, set everything."""
        everything = set(range(len(self.items)))
        self._cleared = set() if self._cleared == everything else everything
        self.refresh()

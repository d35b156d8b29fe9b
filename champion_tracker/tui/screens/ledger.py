"""A screen whose body is a ledger, with what is at hand beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.containers import Container, Horizontal
from textual.widgets import Static

from ..commands.panes import PANES
from ..widgets.brief import Brief
from ..widgets.card import Card
from ..widgets.divider import Divider
from ..widgets.ledger import Ledger, Row, Section
from .base import TrackerScreen

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence, Set

    from textual.content import Content
    from textual.widget import Widget

    from ...model import Person
    from ..commands.action import Action


class LedgerScreen(TrackerScreen):
    """Sections of rows; a row may have a person at hand, or something else to read."""

    ACTIONS: ClassVar[tuple[type[Action], ...]] = PANES
    BINDINGS = PANES[0].bindings(*PANES)

    _sought: Set[str] = frozenset()
    """The records to one of which the cursor goes as soon as it is shown."""

    def body(self) -> Iterator[Widget]:
        """See `TrackerScreen.body`."""
        yield Static(id="line")
        with Horizontal(id="ledger"):
            yield Ledger()
            yield Divider()
            with Container(id="beside"):
                yield Brief(self.tracker)
                yield Card()

    @property
    def row(self) -> Row | None:
        """The row at hand."""
        return self.query_one(Ledger).at_hand

    @property
    def person(self) -> Person | None:
        """See `TrackerScreen.person`."""
        row = self.row
        return self.tracker.workspace.people.get(row.person_id) if row is not None else None

    def headline(self) -> Content:
        """What is said above the ledger."""
        raise NotImplementedError

    def sections(self) -> list[Section]:
        """What there is to see now."""
        raise NotImplementedError

    def refers(self, row: Row) -> Sequence[str]:
        """The records that a row is about, by their identifiers."""
        found = getattr(row.record, "id", "")
        return [found] if found else []

    def card(self, row: Row) -> Content | None:
        """What is to be read beside a row; None for the person at hand with it."""
        return None

    async def open_row(self, row: Row) -> None:
        """Open what a row is about."""
        if row.person_id in self.tracker.workspace.people:
            self.application.open_person(row.person_id)

    def reload(self) -> None:
        """See `TrackerScreen.reload`."""
        self.query_one(Ledger).show_sections(self.sections())
        self.query_one("#line", Static).update(self.headline())
        self._seek()

    def bring_to_hand(self, records: Set[str]) -> None:
        """See `TrackerScreen.bring_to_hand`."""
        self._sought = records
        self._seek()

    def _seek(self) -> None:
        ledger = self.query_one(Ledger)
        for at, row in enumerate(ledger.items if self._sought else ()):
            if not self._sought.isdisjoint(self.refers(row)):
                ledger.cursor, self._sought = at, frozenset()
                return

    @on(Ledger.Moved)
    def _show_beside(self) -> None:
        row = self.row
        text = self.card(row) if row is not None else None
        self.query_one(Brief).display = text is None
        card = self.query_one(Card)
        card.display = text is not None
        if text is not None:
            card.show(text)
        else:
            self.query_one(Brief).show(self.person or self.centre)
        self.refresh_bindings()

    @on(Ledger.Chosen)
    def _open(self) -> None:
        self.action_perform("OpenRow")

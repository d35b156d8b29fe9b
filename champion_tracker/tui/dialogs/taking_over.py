"""Somebody took up a position: what of their predecessor's goes on with them."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.widgets import Static

from ...tracker.succeeding import inheritance, predecessor, take_over, words_of
from ..looks import MUTED, user
from ..widgets.check_list import Check, CheckList
from ..widgets.people_picker import PeoplePicker
from .base import Dialog
from .fields import row, styles

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from textual.content import Content
    from textual.types import CSSPathType
    from textual.widget import Widget

    from ...model import Person
    from ...tracker import Tracker
    from ..screens.base import TrackerScreen


async def offer_take_overs(screen: TrackerScreen, pairs: Sequence[tuple[str, str]]) -> None:
    """Offer for each new holder, by identifiers, what was the old one's; until it is enough."""
    people = screen.tracker.workspace.people
    for new, old in pairs:
        if (
            new in people
            and old in people
            and inheritance(screen.tracker, people[new], people[old])
        ):
            dialog = TakeOverDialog(screen.tracker, people[new], people[old])
            if not await screen.app.push_screen_wait(dialog):
                return


class TakeOverDialog(Dialog):
    """Ties and open follow-ups to copy; the old holder keeps theirs."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "save", "Copy", id="dialog.save"),
    ]
    CSS_PATH: ClassVar[CSSPathType | None] = styles("taking_over.tcss")

    def __init__(self, tracker: Tracker, new: Person, old: Person | None = None) -> None:
        super().__init__(tracker)
        self.new = new
        self.old = old or predecessor(tracker, new)

    @property
    def heading(self) -> Content:
        """Who takes over."""
        return user(f"{self.new.name} takes over")

    @property
    def subject(self) -> str:
        """See `Dialog.subject`."""
        return self.new.id

    def fields(self) -> Iterator[Widget]:
        """See `Dialog.fields`."""
        known = [self.old] if self.old is not None else []
        yield row("From", PeoplePicker(self.tracker, known, several=False, id="old"))
        yield Static(id="offer")
        yield CheckList()

    def opened(self) -> None:
        """Show what there is to copy."""
        self._offer()

    def first_field(self) -> Widget:
        """Whom from, unless that is known."""
        return self.query_one(CheckList if self.old is not None else PeoplePicker)

    def _offer(self) -> None:
        people = self.query_one(PeoplePicker).people
        self.old = people[0] if people else None
        found = inheritance(self.tracker, self.new, self.old) if self.old is not None else []
        checks = [Check(words_of(self.tracker, record), record) for record in found]
        self.query_one(CheckList).show_checks(checks)
        words = "What is copied; they are followed from then on." if found else "Nothing to copy."
        self.query_one("#offer", Static).update(user(words if self.old else "", MUTED))

    def settled(self, field: Widget) -> None:
        """Another old holder has something else to copy; only Save copies."""
        self._offer()
        self.query_one(CheckList).focus()

    def save(self) -> None:
        """See `Dialog.save`."""
        old = self.query_one(PeoplePicker).the_one("From whom?")
        checks = self.query_one(CheckList).chosen
        offered = inheritance(self.tracker, self.new, old)
        records = [record for record in offered if record in [check.record for check in checks]]
        take_over(self.tracker, self.new, old, records)

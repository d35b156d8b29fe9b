"""Somebody moved: which of their ties did not move with them."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.widgets import Static

from ...rules.moving import OF_THE_OFFICE
from ...tracker.succeeding import words_of
from ...tracker.ties import in_doubt, untie_all
from ..looks import MUTED, user
from ..widgets.check_list import Check, CheckList
from .base import Dialog
from .fields import styles

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.content import Content
    from textual.types import CSSPathType
    from textual.widget import Widget

    from ...model import Person
    from ...tracker import Tracker
    from ..screens.base import TrackerScreen


async def ask_about_ties(
    screen: TrackerScreen, person_id: str, *, only_of_office: bool = False
) -> None:
    """Ask which ties of somebody who moved no longer hold, where any is in doubt.

    With ``only_of_office`` only where one is that went with the position: whoever was asked
    before and let friendships stand is not asked again.
    """
    person = screen.tracker.workspace.people.get(person_id)
    ties = in_doubt(screen.tracker, person) if person is not None else []
    if only_of_office:
        ties = [tie for tie in ties if tie.relation in OF_THE_OFFICE]
    if person is not None and ties:
        await screen.app.push_screen_wait(TiesInDoubtDialog(screen.tracker, person))


class TiesInDoubtDialog(Dialog):
    """What no longer holds is ticked; those of the office are so from the beginning."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "save", "End them", id="dialog.save"),
        Binding("escape", "close", "Keep all", id="dialog.close"),
    ]
    CSS_PATH: ClassVar[CSSPathType | None] = styles("taking_over.tcss")

    def __init__(self, tracker: Tracker, person: Person) -> None:
        super().__init__(tracker)
        self.person = person
        self.ties = in_doubt(tracker, person)

    @property
    def heading(self) -> Content:
        """Whose ties."""
        return user(f"{self.person.name} has moved: what no longer holds?")

    @property
    def subject(self) -> str:
        """See `Dialog.subject`."""
        return self.person.id

    def fields(self) -> Iterator[Widget]:
        """See `Dialog.fields`."""
        words = "What is ticked ends, and stays in the history of both."
        yield Static(user(words, MUTED), id="offer")
        yield CheckList()

    def opened(self) -> None:
        """Show the ties."""
        checks = [Check(words_of(self.tracker, tie), tie) for tie in self.ties]
        lasting = {at for at, tie in enumerate(self.ties) if tie.relation not in OF_THE_OFFICE}
        self.query_one(CheckList).show_checks(checks, cleared=lasting)

    def first_field(self) -> Widget:
        """The ties."""
        return self.query_one(CheckList)

    def save(self) -> None:
        """See `Dialog.save`."""
        chosen = [check.record for check in self.query_one(CheckList).chosen]
        untie_all(self.tracker, self.person, [tie for tie in self.ties if tie in chosen])

"""Dialogs on what is somebody's: an ask of them, an objection of theirs; new, or a known one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

from ...model import Ask, Objection
from ..widgets.people_picker import PeoplePicker
from .base import Dialog
from .fields import row

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.widget import Widget

    from ...model import Person
    from ...tracker import Tracker


Of = TypeVar("Of", bound=Ask | Objection)


class OfSomebody(Dialog, Generic[Of]):
    """Writes down something of a person, or goes over what is known of it."""

    def __init__(
        self, tracker: Tracker, person: Person | None = None, known: Of | None = None
    ) -> None:
        super().__init__(tracker)
        self.known = known
        people = tracker.workspace.people
        self.person = people.get(known.person_id) if known is not None else person

    @property
    def subject(self) -> str:
        """See `Dialog.subject`."""
        return self.known.id if self.known else self.person.id if self.person else ""

    def whose(self, label: str) -> Iterator[Widget]:
        """The row that asks whose it is; of a known one that is settled."""
        if self.known is None:
            given = [self.person] if self.person is not None else []
            yield row(label, PeoplePicker(self.tracker, given, several=False, id="who"))

    def the_one(self, question: str) -> Person:
        """Whose it was said to be.

        Raises:
            BadInput: that was not said; asks for it.
        """
        return self.query_one("#who", PeoplePicker).the_one(question)

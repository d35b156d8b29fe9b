"""Tags of several people at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widgets import Input, Static

from ...model import BadInput
from ...rules.vocabulary import Use
from ...tracker.people import names, tag
from ..looks import MUTED, user
from .base import Dialog
from .fields import line, row

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from textual.content import Content
    from textual.widget import Widget

    from ...model import Person
    from ...tracker import Tracker


class TagDialog(Dialog):
    """Tags to put on, and tags to take off."""

    def __init__(self, tracker: Tracker, people: Sequence[Person]) -> None:
        super().__init__(tracker)
        self.people = list(people)

    @property
    def heading(self) -> Content:
        """About whom."""
        return user(f"Tags of {names(self.people)}")

    @property
    def subject(self) -> str:
        """See `Dialog.subject`."""
        return ",".join(person.id for person in self.people)

    def fields(self) -> Iterator[Widget]:
        """See `Dialog.fields`."""
        held = sorted({each for person in self.people for each in person.tags})
        hint = "budget, -left: a minus takes one off"
        completion = self.known_words.of(Use.TAG, several=True)
        yield row("Tags", line("tags", hint, completion=completion))
        if held:
            yield row("Now", Static(user(", ".join(held), MUTED)))

    def save(self) -> None:
        """See `Dialog.save`."""
        tags = [each for each in self.query_one("#tags", Input).value.split(",") if each.strip()]
        if not tags:
            raise BadInput("No tag was given.", "Several are divided by commas.")
        tag(self.tracker, self.people, tags)

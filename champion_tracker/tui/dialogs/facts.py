"""Correct the facts about somebody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widgets import Input

from ...rules.vocabulary import Use
from ...tracker.people import edit
from ..looks import user
from .base import Dialog
from .fields import line, row

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.content import Content
    from textual.widget import Widget

    from ...model import Person
    from ...tracker import Tracker

LISTS = (("emails", "E-mail"), ("phones", "Phone"), ("links", "Links"), ("tags", "Tags"))


class FactsDialog(Dialog):
    """Name, addresses, numbers, links, tags; several go with commas between them.

    Opened for one of them, it begins there, and enter saves.
    """

    def __init__(self, tracker: Tracker, person: Person, field: str = "") -> None:
        super().__init__(tracker)
        self.person = person
        self._field = field

    @property
    def heading(self) -> Content:
        """Whose."""
        return user(f"Facts about {self.person.name}")

    @property
    def subject(self) -> str:
        """See `Dialog.subject`."""
        return self.person.id

    def fields(self) -> Iterator[Widget]:
        """See `Dialog.fields`."""
        yield row("Name", Input(self.person.name, compact=True, id="name", classes="field"))
        for name, label in LISTS:
            value = ", ".join(getattr(self.person, name))
            completion = self.known_words.of(Use.TAG, several=True) if name == "tags" else None
            yield row(label, line(name, "several with commas", value, completion))

    def first_field(self) -> Widget:
        """See `Dialog.first_field`."""
        return self.query_one(f"#{self._field}") if self._field else super().first_field()

    def settled(self, field: Widget) -> None:
        """See `Dialog.settled`."""
        if field.id == self._field:
            self.action_save()
        else:
            super().settled(field)

    def save(self) -> None:
        """See `Dialog.save`."""

        def text(name: str) -> str:
            return self.query_one(f"#{name}", Input).value

        edit(
            self.tracker,
            self.person,
            name=text("name"),
            emails=text("emails").split(","),
            phones=text("phones").split(","),
            links=text("links").split(","),
            tags=text("tags").split(","),
        )

"""Note a promise, theirs or ours."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widgets import Input

from ...tracker.promises import promise
from ..looks import user
from ..widgets.choice import Choice, Option
from ..widgets.day_input import DayInput
from .base import Dialog
from .fields import private, row

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.content import Content
    from textual.widget import Widget

    from ...model import Person
    from ...tracker import Tracker

WHOSE = (Option("t", "theirs to us", "theirs"), Option("o", "ours to them", "ours"))


class PromiseDialog(Dialog):
    """Whose, what, and by when."""

    def __init__(self, tracker: Tracker, person: Person) -> None:
        super().__init__(tracker)
        self.person = person

    @property
    def heading(self) -> Content:
        """With whom."""
        return user(f"A promise between {self.person.name} and us")

    @property
    def subject(self) -> str:
        """See `Dialog.subject`."""
        return self.person.id

    def fields(self) -> Iterator[Widget]:
        """See `Dialog.fields`."""
        yield row("Whose", Choice(WHOSE, "theirs", id="whose"))
        hint = "what will be done, so that one can say whether it was"
        yield row("What", Input(placeholder=hint, compact=True, id="text", classes="field"))
        yield row("By when", DayInput(self.tracker.today, "2 weeks", ahead=True, id="due"))
        yield private()

    def settled(self, field: Widget) -> None:
        """The day is the last thing that is needed."""
        if field.id in ("whose", "text"):
            self.focus_next()
        else:
            self.action_save()

    def save(self) -> None:
        """See `Dialog.save`."""
        promise(
            self.tracker,
            self.person,
            self.query_one("#text", Input).value,
            self.query_one(DayInput).day,
            ours=self.query_one("#whose", Choice).value == "ours",
            private=self.is_private,
        )

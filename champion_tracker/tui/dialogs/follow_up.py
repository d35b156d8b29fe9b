"""Set a reminder."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widgets import Input

from ...tracker.answers import follow_up
from ..looks import user
from ..widgets.choice import Checks, Option
from ..widgets.day_input import DayInput
from .base import Dialog
from .fields import row

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.content import Content
    from textual.widget import Widget

    from ...model import Person
    from ...tracker import Tracker


class FollowUpDialog(Dialog):
    """What, and when."""

    def __init__(self, tracker: Tracker, person: Person) -> None:
        super().__init__(tracker)
        self.person = person

    @property
    def heading(self) -> Content:
        """About whom."""
        return user(f"Follow up with {self.person.name}")

    @property
    def subject(self) -> str:
        """See `Dialog.subject`."""
        return self.person.id

    def fields(self) -> Iterator[Widget]:
        """See `Dialog.fields`."""
        hint = "what you want to be reminded of"
        yield row("What", Input(placeholder=hint, compact=True, id="text", classes="field"))
        yield row("When", DayInput(self.tracker.today, "1 week", ahead=True, id="due"))
        yield row("It is", Checks([Option("p", "private", "private")], id="more"))

    def settled(self, field: Widget) -> None:
        """The day is the last thing that is needed."""
        if field.id == "text":
            self.focus_next()
        else:
            self.action_save()

    def save(self) -> None:
        """See `Dialog.save`."""
        text = self.query_one("#text", Input).value
        private = bool(self.query_one("#more", Checks).chosen)
        follow_up(self.tracker, self.person, self.query_one(DayInput).day, text, private=private)

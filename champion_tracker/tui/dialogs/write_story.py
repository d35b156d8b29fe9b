"""Write a story."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.widgets import Input

from ...model import Stance
from ...tracker.stories import write
from ..looks import user
from ..widgets.choice import Checks, Choice, Option
from ..widgets.day_input import DayInput
from ..widgets.note import Note
from .base import Dialog, row

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.content import Content
    from textual.widget import Widget

    from ...model import Occasion
    from ...tracker import Tracker

STANCES = (
    Option("p", "proactive: we went ahead", Stance.PROACTIVE),
    Option("r", "reactive: we answered", Stance.REACTIVE),
)


class WriteStoryDialog(Dialog):
    """What happened, who is better off, the figure; and whom it concerns."""

    HEADING: ClassVar[str] = "Write a story"

    def __init__(self, tracker: Tracker, occasion: Occasion | None = None) -> None:
        super().__init__(tracker)
        self.occasion = occasion

    @property
    def heading(self) -> Content:
        """What called for it."""
        return user(f"{self.HEADING} of: {self.occasion.what}" if self.occasion else self.HEADING)

    @property
    def subject(self) -> str:
        """See `Dialog.subject`."""
        return self.occasion.id if self.occasion is not None else ""

    def fields(self) -> Iterator[Widget]:
        """See `Dialog.fields`."""
        called_for = self.occasion
        day = str(min(called_for.on, self.tracker.today)) if called_for else "today"
        areas = ", ".join(called_for.areas) if called_for else ""
        yield row("Title", _line("title", "as one would begin to tell it"))
        yield row("What", Note(placeholder="what happened, in Markdown", id="what"))
        yield row("Better off", _line("benefit", "who, and how, in their words"))
        yield row("Figure", _line("figure", "17 minutes instead of 3 weeks"))
        yield row("Areas", _line("areas", "with commas between; none concerns everybody", areas))
        yield row("Of", DayInput(self.tracker.today, day, id="on"))
        yield row("It was", Choice(STANCES, optional=True, id="stance"))
        yield row("Links", _line("links", "addresses and paths, with blanks between"))
        yield row("It is", Checks([Option("p", "private", "private")], id="more"))

    def save(self) -> None:
        """See `Dialog.save`."""
        stance = self.query_one("#stance", Choice).value
        write(
            self.tracker,
            self._text("title"),
            what=self.query_one("#what", Note).value,
            benefit=self._text("benefit"),
            figure=self._text("figure"),
            stance=Stance(stance) if stance else None,
            areas=[name.strip() for name in self._text("areas").split(",") if name.strip()],
            links=self._text("links").split(),
            on=self.query_one(DayInput).day,
            occasion=self.occasion,
            private=bool(self.query_one("#more", Checks).chosen),
        )

    def _text(self, field: str) -> str:
        return self.query_one(f"#{field}", Input).value


def _line(field: str, hint: str, value: str = "") -> Input:
    return Input(value, placeholder=hint, compact=True, id=field, classes="field")

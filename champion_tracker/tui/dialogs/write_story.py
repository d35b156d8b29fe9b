"""Write a story, or rewrite it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from ...model import Stance
from ...rules.vocabulary import Use
from ...tracker.stories import rewrite, write
from ..looks import user
from ..widgets.choice import Choice, Option
from ..widgets.day_input import DayInput
from ..widgets.note import Note
from .base import Dialog
from .fields import line, private, row

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.content import Content
    from textual.widget import Widget

    from ...model import Occasion, Story
    from ...tracker import Tracker

STANCES = (
    Option("p", "proactive: we went ahead", Stance.PROACTIVE),
    Option("r", "reactive: we answered", Stance.REACTIVE),
)


class WriteStoryDialog(Dialog):
    """What happened, who is better off, the figure; and whom it concerns."""

    HEADING: ClassVar[str] = "Write a story"

    def __init__(
        self, tracker: Tracker, occasion: Occasion | None = None, known: Story | None = None
    ) -> None:
        super().__init__(tracker)
        self.occasion = occasion
        self.known = known

    @property
    def heading(self) -> Content:
        """What called for it."""
        if self.known is not None:
            return user(f"Rewrite: {self.known.title}")
        return user(f"{self.HEADING} of: {self.occasion.what}" if self.occasion else self.HEADING)

    @property
    def subject(self) -> str:
        """See `Dialog.subject`."""
        about = self.known or self.occasion
        return about.id if about is not None else ""

    def fields(self) -> Iterator[Widget]:
        """See `Dialog.fields`."""
        known, called_for = self.known, self.occasion
        day = str(min(called_for.on, self.tracker.today)) if called_for else "today"
        areas = known.areas if known else called_for.areas if called_for else ()
        yield row("Title", line("title", "as one would begin to tell it", _of(known, "title")))
        what = Note(_of(known, "what"), placeholder="what happened, in Markdown", id="what")
        yield row("What", what)
        benefit = line("benefit", "who, and how, in their words", _of(known, "benefit"))
        yield row("Better off", benefit)
        yield row("Figure", line("figure", "17 minutes instead of 3 weeks", _of(known, "figure")))
        hint = "with commas between; none concerns everybody"
        completion = self.known_words.of(Use.AREA, several=True)
        yield row("Areas", line("areas", hint, ", ".join(areas), completion))
        yield row("Of", DayInput(self.tracker.today, str(known.on) if known else day, id="on"))
        stance = known.stance if known else None
        yield row("It was", Choice(STANCES, stance, optional=True, id="stance"))
        links = " ".join(known.links) if known else ""
        yield row("Links", line("links", "addresses and paths, with blanks between", links))
        yield private(now=known is not None and known.private)

    def save(self) -> None:
        """See `Dialog.save`."""
        stance = self.query_one("#stance", Choice).value
        said: dict[str, Any] = {
            "what": self.query_one("#what", Note).value,
            "benefit": self.text("benefit"),
            "figure": self.text("figure"),
            "stance": Stance(stance) if stance else None,
            "areas": [name.strip() for name in self.text("areas").split(",") if name.strip()],
            "links": self.text("links").split(),
            "on": self.query_one(DayInput).day,
            "private": self.is_private,
        }
        if self.known is not None:
            rewrite(self.tracker, self.known, title=self.text("title"), **said)
        else:
            write(self.tracker, self.text("title"), occasion=self.occasion, **said)


def _of(known: Story | None, field: str) -> str:
    return str(getattr(known, field)) if known is not None else ""

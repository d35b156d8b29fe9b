"""Add somebody."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.widgets import Input

from ...model import Engagement
from ...rules.vocabulary import Use
from ...tracker.people import add
from ..widgets.choice import Choice
from .base import Dialog
from .fields import line, row
from .ratings import LEVELS, RATING, number

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.widget import Widget

    from ...model import Person

LINES = (
    ("name", "Name", "the only thing that is needed"),
    ("title", "Title", ""),
    ("organization", "Organisation", ""),
    ("every", "In touch", "every 2 weeks, monthly; empty: as their standing wants it"),
    ("area", "Area", "business area or unit"),
    ("emails", "E-mail", "several with commas"),
    ("phones", "Phone", ""),
    ("tags", "Tags", "several with commas"),
)


class AddPersonDialog(Dialog):
    """A name is enough; the rest can come later."""

    HEADING: ClassVar[str] = "Add a person"

    added: Person | None = None
    """Who was added."""

    def fields(self) -> Iterator[Widget]:
        """See `Dialog.fields`."""
        words = self.known_words
        completions = {
            "title": words.of(Use.TITLE),
            "organization": words.of(Use.ORGANIZATION),
            "area": words.of(Use.AREA),
            "tags": words.of(Use.TAG, several=True),
        }
        for name, label, hint in LINES:
            yield row(label, line(name, hint, completion=completions.get(name)))
        yield row("Influence", Choice(RATING, optional=True, id="influence"))
        yield row("Openness", Choice(RATING, optional=True, id="openness"))
        yield row("Engagement", Choice(LEVELS, optional=True, id="engagement"))

    def save(self) -> None:
        """See `Dialog.save`."""
        text = {name: self.query_one(f"#{name}", Input).value for name, _, _ in LINES}
        engagement = self.query_one("#engagement", Choice).value
        self.added = add(
            self.tracker,
            text["name"],
            title=text["title"],
            organization=text["organization"],
            area=text["area"],
            emails=text["emails"].split(","),
            phones=text["phones"].split(","),
            tags=text["tags"].split(","),
            every=text["every"],
            influence=number(self.query_one("#influence", Choice)),
            openness=number(self.query_one("#openness", Choice)),
            engagement=Engagement(engagement) if engagement else None,
        )

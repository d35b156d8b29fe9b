"""Change a position: they moved, took on another one, or left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widgets import Input, Static

from ...rules.vocabulary import Use
from ...tracker.positions import change_position, leave
from ..looks import user
from ..widgets.choice import Choice, Option
from ..widgets.day_input import DayInput
from .base import Dialog
from .fields import line, row

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.content import Content
    from textual.widget import Widget

    from ...model import Person
    from ...tracker import Tracker

WHAT = (
    Option("r", "moved", "moved", "the new position replaces the old one"),
    Option("t", "took on another", "also", "the new position comes on top"),
    Option("x", "left", "left", "no longer holds a position there"),
)


LINES = {
    "title": ("Title", Use.TITLE),
    "organization": ("Organisation", Use.ORGANIZATION),
    "area": ("Area", Use.AREA),
}


class ChangePositionDialog(Dialog):
    """What they are now, prefilled with what they were."""

    def __init__(self, tracker: Tracker, person: Person) -> None:
        super().__init__(tracker)
        self.person = person
        self.held = person.current_positions(tracker.today)

    @property
    def heading(self) -> Content:
        """Who moved."""
        return user(f"What is {self.person.name} now?")

    @property
    def subject(self) -> str:
        """See `Dialog.subject`."""
        return self.person.id

    def fields(self) -> Iterator[Widget]:
        """See `Dialog.fields`."""
        last = self.held[-1] if self.held else None
        if self.held:
            yield row("They", Choice(WHAT, "moved", id="what"))
        if len(self.held) > 1:
            options = [
                Option(str(n), str(position), position.id)
                for n, position in enumerate(self.held[:9], 1)
            ]
            yield row("Which one", Choice(options, self.held[-1].id, column=True, id="which"))
        elif last is not None:
            yield row("Until now", Static(user(str(last), "$text-muted")))
        for name, (label, use) in LINES.items():
            value = getattr(last, name) if last else ""
            yield row(label, line(name, "", value, self.known_words.of(use)))
        yield row("Since", DayInput(self.tracker.today, id="since"))

    def first_field(self) -> Widget:
        """The title, which changes most often; the rest is one Shift+Tab away."""
        return self.query_one("#title")

    def on_choice_chosen(self, event: Choice.Chosen) -> None:
        """Who left has no title to type; who left one of several posts is asked which."""
        if event.choice.id == "what" and event.choice.value == "left":
            event.stop()
            event.prevent_default()
            self.query_one(DayInput).focus()

    def save(self) -> None:
        """See `Dialog.save`."""
        what = self.query_one("#what", Choice).value if self.held else "also"
        since = self.query_one(DayInput).day
        replaced = self.held[-1] if self.held else None
        if len(self.held) > 1:
            chosen = self.query_one("#which", Choice).value
            replaced = next((p for p in self.held if p.id == chosen), replaced)
        if what == "left":
            where = replaced.organization if replaced is not None and len(self.held) > 1 else ""
            leave(self.tracker, self.person, organization=where, since=since)
            return
        organization = self.query_one("#organization", Input).value
        area = self.query_one("#area", Input).value
        if replaced is not None and organization != replaced.organization:
            # Nobody takes a business area along to another organisation.
            area = "" if area == replaced.area else area
        change_position(
            self.tracker,
            self.person,
            title=self.query_one("#title", Input).value,
            organization=organization,
            area=area,
            since=since,
            replaces=None if what == "also" else replaced,
            also=what == "also",
        )

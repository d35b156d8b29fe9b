"""What is known about somebody, each fact to be changed where it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from ..looks import MUTED, short_day, user

if TYPE_CHECKING:
    from datetime import date

    from textual import events

    from ...model import Person
    from ...tracker import Tracker
    from ..screens.base import TrackerScreen


class _Known(NamedTuple):
    label: str
    text: str
    action: str = ""
    """What changes it; nothing does where it is empty."""
    field: str = ""
    """Which field of the facts it is."""


class Fact(Static, can_focus=True):
    """One fact; enter or a click opens what changes it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "change", "Change", id="fact.change"),
    ]

    def __init__(self, known: _Known) -> None:
        super().__init__()
        self.show(known)

    def show(self, known: _Known) -> None:
        """Show another fact in its place."""
        self.known = known
        self.can_focus = bool(known.action)
        shown = user(known.text) if known.text else Content.styled("–", MUTED)
        self.update(Content.assemble((f"{known.label:<9}", MUTED), shown))

    def action_change(self) -> None:
        """Open what changes it."""
        screen: TrackerScreen = self.screen  # type: ignore[assignment]
        if self.known.action:
            screen.action_perform(self.known.action)

    def on_click(self, event: events.Click) -> None:
        """A click opens it, too."""
        event.stop()
        self.action_change()


class Facts(Vertical):
    """How to reach somebody, what they are tagged with, where they have been."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,j", "step(1)", "Next", show=False, id="facts.next"),
        Binding("up,k", "step(-1)", "Previous", show=False, id="facts.previous"),
    ]

    def __init__(self, tracker: Tracker) -> None:
        super().__init__()
        self.tracker = tracker

    @property
    def field(self) -> str:
        """The field of the facts that is at hand; empty where none is."""
        focused = self.screen.focused
        return focused.known.field if isinstance(focused, Fact) else ""

    def show(self, person: Person) -> None:
        """Show a person's facts; who had one at hand has the same one at hand."""
        known = list(_known(person, self.tracker.today))
        there = list(self.query(Fact))
        for widget, fact in zip(there, known, strict=False):
            widget.show(fact)
        for widget in there[len(known) :]:
            widget.remove()
        if len(known) > len(there):
            self.mount_all(map(Fact, known[len(there) :]))

    def action_step(self, by: int) -> None:
        """Go to another fact."""
        if by > 0:
            self.screen.focus_next(Fact)
        else:
            self.screen.focus_previous(Fact)


def _known(person: Person, today: date) -> list[_Known]:
    def several(label: str, field: str, texts: tuple[str, ...] | list[str]) -> list[_Known]:
        return [_Known(label, text, "EditFacts", field) for text in texts or ("",)]

    facts = [
        *several("e-mail", "emails", list(person.emails)),
        *several("phone", "phones", list(person.phones)),
        *several("link", "links", list(person.links)),
        *several("tags", "tags", ["  ".join(f"#{tag}" for tag in person.tags)]),
        _Known("every", person.plan.every or "as the standing says", "SetCadence"),
    ]
    if person.followed_since:
        facts.append(_Known("followed", f"since {short_day(person.followed_since, today)}"))
    facts += [_Known("source", source) for source in person.source_ids]
    for position in reversed(person.positions):
        begun = short_day(position.start, today) if position.start else "?"
        ended = short_day(position.end, today) if position.end else "now"
        facts.append(_Known("position", f"{position} ({begun} – {ended})", "ChangePosition"))
    return facts

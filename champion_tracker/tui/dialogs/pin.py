"""Hold a standing against the rule."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widgets import Input, Static

from ...model import Standing
from ...tracker.people import pin, unpin
from ..looks import MUTED, STANDINGS, user
from ..widgets.choice import Choice, Option
from .base import Dialog
from .fields import row

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.content import Content
    from textual.widget import Widget

    from ...model import Person
    from ...tracker import Tracker

BY_RULE = "by rule"
OPTIONS = [
    Option(key, str(STANDINGS[standing]), standing.value)
    for key, standing in zip(
        "cpsnd",
        (
            Standing.CHAMPION,
            Standing.POTENTIAL,
            Standing.SUPPORTER,
            Standing.NEUTRAL,
            Standing.DETRACTOR,
        ),
        strict=True,
    )
]


class PinDialog(Dialog):
    """Which standing, and why; or let the rule decide again."""

    def __init__(self, tracker: Tracker, person: Person) -> None:
        super().__init__(tracker)
        self.person = person
        self.seen = tracker.profile(person)

    @property
    def heading(self) -> Content:
        """Whose standing."""
        return user(f"What {self.person.name} is to us")

    @property
    def subject(self) -> str:
        """See `Dialog.subject`."""
        return self.person.id

    def fields(self) -> Iterator[Widget]:
        """See `Dialog.fields`."""
        yield row("By the rule", Static(user(f"{STANDINGS[self.seen.ruled]}", MUTED)))
        pinned = self.person.pin
        options = list(OPTIONS)
        if pinned is not None:
            options.append(Option("r", "let the rule decide again", BY_RULE))
        value = pinned.standing if pinned else self.seen.standing
        yield row("Pin as", Choice(options, value, column=True, id="standing"))
        hint = "shown with the pin, asked about at the next judgement"
        reason = pinned.reason if pinned else ""
        yield row(
            "Because", Input(reason, placeholder=hint, compact=True, id="reason", classes="field")
        )

    def settled(self, field: Widget) -> None:
        """The rule needs no reason."""
        if self.query_one("#standing", Choice).value == BY_RULE:
            self.action_save()
        else:
            super().settled(field)

    def save(self) -> None:
        """See `Dialog.save`."""
        standing = self.query_one("#standing", Choice).value
        if standing == BY_RULE:
            unpin(self.tracker, self.person)
        else:
            reason = self.query_one("#reason", Input).value
            pin(self.tracker, self.person, Standing(standing or self.seen.standing), reason)

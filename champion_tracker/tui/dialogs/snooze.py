"""Put a prompt off."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widgets import Static

from ...tracker.answers import snooze
from ...tracker.people import names
from ..looks import MUTED, long_day, user
from ..widgets.choice import Choice, Option
from ..widgets.day_input import DayInput
from .base import Dialog
from .fields import row

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from textual.content import Content
    from textual.widget import Widget

    from ...model import Person, Prompt
    from ...tracker import Tracker

PRESETS = (
    ("t", "tomorrow", "tomorrow"),
    ("n", "next week", "next week"),
    ("2", "in two weeks", "in 2 weeks"),
    ("m", "in a month", "in 1 month"),
    ("3", "in three months", "in 3 months"),
)


class SnoozeDialog(Dialog):
    """One key for the usual days; any other in words."""

    def __init__(
        self, tracker: Tracker, prompts: Sequence[Prompt], quiet: Sequence[Person] = ()
    ) -> None:
        super().__init__(tracker)
        self.prompts = list(prompts)
        self.quiet = list(quiet)
        """Who was meant, too, although nothing about them can be put off."""

    @property
    def heading(self) -> Content:
        """Whom it is about."""
        names = list(dict.fromkeys(prompt.person or "the programme" for prompt in self.prompts))
        return user(f"Put off {names[0]}" + (f" and {len(names) - 1} more" if names[1:] else ""))

    def fields(self) -> Iterator[Widget]:
        """See `Dialog.fields`."""
        today = self.tracker.today
        options = [
            Option(key, label, words, long_day(self.tracker.day(words, ahead=True)))
            for key, label, words in PRESETS
        ]
        yield row("Until", Choice(options, "tomorrow", column=True, id="preset"))
        yield row("or a day", DayInput(today, "", ahead=True, needed=False, id="until"))
        if self.quiet:
            said = f"Nothing about {names(self.quiet)} is due, now or later."
            yield Static(user(said, MUTED), classes="whole-line")

    def settled(self, field: Widget) -> None:
        """Whatever was chosen is the answer."""
        self.action_save()

    def save(self) -> None:
        """See `Dialog.save`."""
        typed = self.query_one(DayInput)
        preset = self.query_one("#preset", Choice).value or "tomorrow"
        until = typed.day if typed.value.strip() else None
        until = until or self.tracker.day(preset, ahead=True)
        snooze(self.tracker, self.prompts, until)

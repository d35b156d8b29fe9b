"""How often somebody wants a touch."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.content import Content
from textual.widgets import Input, Static

from ...model import BadInput
from ...rules.cadence import parse_cadence
from ...tracker.people import names, set_plan
from ..looks import MUTED, long_day, user
from .base import Dialog
from .fields import row

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from textual.widget import Widget

    from ...model import Person
    from ...tracker import Tracker


class CadenceDialog(Dialog):
    """A cadence of their own, in words; or a pause, with its reason."""

    def __init__(self, tracker: Tracker, people: Sequence[Person]) -> None:
        super().__init__(tracker)
        self.people = list(people)

    @property
    def heading(self) -> Content:
        """Whose."""
        return user(f"How often to be in touch with {names(self.people)}")

    @property
    def subject(self) -> str:
        """See `Dialog.subject`."""
        return ",".join(person.id for person in self.people)

    def fields(self) -> Iterator[Widget]:
        """See `Dialog.fields`."""
        first = self.people[0]
        hint = "2 weeks, monthly, first Monday of the month, or an RRULE"
        yield row(
            "Every",
            Input(first.plan.every, placeholder=hint, compact=True, id="every", classes="field"),
        )
        yield row("", Static(id="next"))
        if len(self.people) == 1:
            hint = "why it rests; empty while it does not"
            paused = first.plan.paused
            yield row(
                "Paused",
                Input(paused, placeholder=hint, compact=True, id="paused", classes="field"),
            )

    @on(Input.Changed, "#every")
    def _show_next(self, event: Input.Changed) -> None:
        line = self.query_one("#next", Static)
        try:
            every = parse_cadence(event.value)
        except BadInput as error:
            line.update(user(error.hint, MUTED))
        else:
            seen = self.tracker.profile(self.people[0])
            following = every.next_after(seen.last_touch or self.tracker.today)
            line.update(
                Content.styled(f"every {every}; next {long_day(following)}", "$text-primary")
            )

    def save(self) -> None:
        """See `Dialog.save`."""
        every = self.query_one("#every", Input).value
        paused = self.query_one("#paused", Input).value if len(self.people) == 1 else None
        set_plan(self.tracker, self.people, every, paused=paused)

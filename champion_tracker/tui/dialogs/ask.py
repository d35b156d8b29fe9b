"""Write down what we need, or how it was answered."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from msgspec import UNSET

from ...model import Ask, AskStatus
from ...tracker.asks import ask, change_ask
from ..looks import user
from ..widgets.choice import Choice, Option
from ..widgets.day_input import DayInput
from ..widgets.people_picker import PeoplePicker
from .fields import line, private, row
from .of_somebody import OfSomebody

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from textual.content import Content
    from textual.widget import Widget


DRAFTED = (
    Option("d", "drafted", AskStatus.DRAFTED),
    Option("m", "made", AskStatus.MADE),
)
ANSWERED = (
    Option("g", "granted", AskStatus.GRANTED),
    Option("p", "partly", AskStatus.PARTLY),
    Option("r", "refused", AskStatus.REFUSED),
    Option("w", "withdrawn", AskStatus.WITHDRAWN),
)


class AskDialog(OfSomebody[Ask]):
    """Of whom, what, what will not happen without it, who stands behind it; how it stands."""

    @property
    def heading(self) -> Content:
        """Of whom."""
        return user(f"An ask of {self.person.name}" if self.person is not None else "An ask")

    def fields(self) -> Iterator[Widget]:
        """See `Dialog.fields`."""
        known, people = self.known, self.tracker.workspace.people
        yield from self.whose("Of whom")
        yield row("What", line("what", "people, money, a yes, a seat", known.what if known else ""))
        yield row(
            "Without it",
            line("without", "what will not happen, in plain words", known.without if known else ""),
        )
        behind = [people[p] for p in known.supporter_ids if p in people] if known else []
        picker = PeoplePicker(self.tracker, behind, needed=False, id="supporters")
        yield row("Behind it", picker)
        yield row(
            "Why now", line("why_now", "what makes it urgent", known.why_now if known else "")
        )
        stands = known.status if known else AskStatus.DRAFTED
        options = DRAFTED if known is None else (*DRAFTED, *ANSWERED)
        yield row("Status", Choice(options, stands, id="status"))
        yield row("Since", DayInput(self.tracker.today, str(self._since or "today"), id="on"))
        if known is not None:
            yield row("They said", line("answer", "and how much of it they gave", known.answer))
        yield row("Next step", line("next_step", "ours", known.next_step if known else ""))
        yield row("By", DayInput(self.tracker.today, "", ahead=True, needed=False, id="by"))
        yield private(now=known is not None and known.private)

    @property
    def _since(self) -> date | None:
        """Since when it stands as it does."""
        return (self.known.answered_on or self.known.made_on) if self.known is not None else None

    def first_field(self) -> Widget:
        """Whoever is at hand is asked; of a known ask, what it lacks most."""
        if self.known is not None and not self.known.status.is_answered:
            known = self.known
            lacking = self.lacking(without=known.without, supporters=known.supporter_ids)
            if lacking is not None:
                return lacking
        return self.query_one("#who" if self.person is None and self.known is None else "#what")

    def save(self) -> None:
        """See `Dialog.save`."""
        status = AskStatus(self.query_one("#status", Choice).value or AskStatus.DRAFTED)
        on, by = self.query_one("#on", DayInput).day, self.query_one("#by", DayInput)
        said: dict[str, Any] = {
            name: self.text(name) for name in ("what", "without", "why_now", "next_step")
        }
        supporters = self.query_one("#supporters", PeoplePicker).people
        until = by.day if by.value.strip() else None
        if self.known is not None:
            moved = status is not self.known.status or on != (self._since or self.tracker.today)
            change_ask(
                self.tracker,
                self.known,
                status=status if moved else UNSET,
                on=on,
                answer=self.text("answer"),
                supporters=supporters,
                by=until,
                private=self.is_private,
                **said,
            )
            return
        ask(
            self.tracker,
            self.the_one("Of whom is it asked?"),
            supporters=supporters,
            made=status is AskStatus.MADE,
            on=on,
            by=until,
            private=self.is_private,
            **said,
        )

"""Set a seat at the table, or say who holds it now."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...rules.seats import sitting
from ...rules.vocabulary import Use
from ...tracker.seats import change_seat, seat
from ..looks import user
from ..widgets.choice import Choice, Option
from ..widgets.day_input import DayInput
from ..widgets.people_picker import PeoplePicker
from .base import Dialog
from .fields import line, private, row

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.content import Content
    from textual.widget import Widget

    from ...model import Person, Seat
    from ...tracker import Tracker

HELD, ACTING = "held", "acting"
TENURES = (Option("h", "holds it", HELD), Option("a", "only acts", ACTING))


class SeatDialog(Dialog):
    """Which place, who holds it or only acts, since when, who might follow."""

    def __init__(
        self, tracker: Tracker, person: Person | None = None, known: Seat | None = None
    ) -> None:
        super().__init__(tracker)
        self.known = known
        self.person = person
        if known is not None:
            self.person = sitting(tracker.workspace, known, tracker.today).holder

    @property
    def heading(self) -> Content:
        """Which."""
        return user(str(self.known) if self.known is not None else "A seat at the table")

    @property
    def subject(self) -> str:
        """See `Dialog.subject`."""
        return self.known.id if self.known else self.person.id if self.person else ""

    def fields(self) -> Iterator[Widget]:
        """See `Dialog.fields`."""
        known, people = self.known, self.tracker.workspace.people
        holder = self.person
        if known is None:
            held = self.tracker.profile(self.person).position if self.person is not None else None
            words, title = self.known_words, held.title if held else ""
            hint = "Chief Financial Officer"
            yield row("Seat", line("title", hint, title, words.of(Use.TITLE)))
            where = held.organization if held else ""
            yield row("Organisation", line("organization", "", where, words.of(Use.ORGANIZATION)))
            area = held.area if held else ""
            yield row("Area", line("area", "the business area", area, words.of(Use.AREA)))
        given = [holder] if holder is not None else []
        picker = PeoplePicker(self.tracker, given, several=False, needed=False, id="holder")
        yield row("Held by", picker, hint="" if holder else "nobody: vacant")
        acting = known is not None and known.acting
        yield row("Who", Choice(TENURES, ACTING if acting else HELD, id="tenure"))
        since = str(known.since) if known is not None and known.since else ""
        yield row("Since", DayInput(self.tracker.today, since, needed=False, id="since"))
        heirs = [people[p] for p in known.heir_ids if p in people] if known else []
        yield row("Might follow", PeoplePicker(self.tracker, heirs, needed=False, id="heirs"))
        yield private(now=known is not None and known.private)

    def first_field(self) -> Widget:
        """The place, or whoever holds a known one."""
        return self.query_one("#title" if self.known is None else "#holder")

    def save(self) -> None:
        """See `Dialog.save`."""
        holders = self.query_one("#holder", PeoplePicker).people
        holder = holders[0] if holders else None
        acting = holder is not None and self.query_one("#tenure", Choice).value == ACTING
        day = self.query_one("#since", DayInput)
        since = day.day if day.value.strip() else None
        heirs = self.query_one("#heirs", PeoplePicker).people
        known = self.known
        if known is None:
            seat(
                self.tracker,
                self.text("title"),
                organization=self.text("organization"),
                area=self.text("area"),
                holder=holder,
                acting=acting,
                since=since,
                heirs=heirs,
                private=self.is_private,
            )
            return
        changes: dict[str, Any] = {"heirs": heirs, "private": self.is_private}
        is_new = (holder and holder.id) != (self.person and self.person.id)
        if is_new:
            changes["holder"] = holder
        if is_new or acting != known.acting:
            changes["acting"] = acting
        if since != known.since:
            changes["since"] = since
            changes.setdefault("acting", acting)
        change_seat(self.tracker, known, **changes)

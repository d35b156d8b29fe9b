"""Who a row of a file is about, asked row by row; the answer is remembered."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from ...model import BadInput
from ...tracker.identifying import nobody_of, same
from ...tracker.sides import doubt
from ..looks import MUTED, user
from ..widgets.choice import Choice, Option
from ..widgets.side_by_side import SideBySide
from .base import Dialog
from .fields import row

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from textual.widget import Widget

    from ...model import Person
    from ...tracker import Tracker
    from ...tracker.importing import Change
    from ..app import ChampionTracker

NOBODY = "nobody"
LATER = "later"


async def ask_who(app: ChampionTracker, doubts: Sequence[Change]) -> bool:
    """Ask about each, until the user has had enough; return whether anything was answered."""
    before = dict(app.tracker.workspace.verdicts)
    once = {change.row: change for change in doubts}
    for number, change in enumerate(once.values(), 1):
        dialog = DoubtDialog(app.tracker, change, f"{number} of {len(once)}")
        if not await app.push_screen_wait(dialog):
            break
    return app.tracker.workspace.verdicts != before


class DoubtDialog(Dialog):
    """A row beside whom it may be about: the same, somebody else, or later."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "close", "Stop", id="dialog.close"),
    ]

    def __init__(self, tracker: Tracker, change: Change, progress: str) -> None:
        super().__init__(tracker)
        self.change = change
        self.progress = progress
        known = tracker.workspace.people
        self.people: list[Person] = [known[key] for key, _ in change.candidates if key in known]

    @property
    def heading(self) -> Content:
        """Who, where, and how far the round is."""
        return Content.assemble(
            user(f"Who is {self.change.name or 'this'}?"),
            (f"   {self.progress}", "$text-accent"),
            user(f"   {self.change.where}", f"{MUTED} not bold"),
        )

    @property
    def subject(self) -> str:
        """See `Dialog.subject`."""
        return self.change.row

    def fields(self) -> Iterator[Widget]:
        """See `Dialog.fields`."""
        yield Static(user(self.change.why, "$text-warning"))
        yield SideBySide(doubt(self.tracker, self.change))
        keys = "s" if len(self.people) == 1 else "123456789abcefghi"
        options = [
            Option(key, f"the same as {person.name}", person.id)
            for key, person in zip(keys, self.people, strict=False)
        ]
        options += [Option("d", "somebody else", NOBODY), Option("l", "later", LATER)]
        yield row("It is", Choice(options, column=True, id="who"))

    def save(self) -> None:
        """See `Dialog.save`."""
        chosen = self.query_one(Choice).value
        if not chosen:
            raise BadInput("Who is it?", "One key answers.")
        if chosen == NOBODY:
            nobody_of(self.tracker, self.people, self.change.row)
        elif chosen != LATER:
            same(self.tracker, self.tracker.workspace.people[chosen], self.change.row)

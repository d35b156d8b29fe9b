"""Enter a tie: relation, whom, how close."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widgets import Input

from ...model import BadInput, Relation
from ...rules.neighbours import CLOSENESS
from ...tracker.ties import tie
from ..looks import user
from ..widgets.choice import Choice, Option
from ..widgets.people_picker import PeoplePicker
from .base import Dialog
from .fields import private, row

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.content import Content
    from textual.widget import Widget

    from ...model import Person
    from ...tracker import Tracker

BACK = "from the other: "
RELATIONS = (
    Option("e", "has the ear of", Relation.EAR),
    Option("E", "lends their ear to", f"{BACK}{Relation.EAR}"),
    Option("r", "reports to", Relation.REPORTS_TO),
    Option("R", "is the chief of", f"{BACK}{Relation.REPORTS_TO}"),
    Option("s", "assists", Relation.ASSISTS),
    Option("S", "is assisted by", f"{BACK}{Relation.ASSISTS}"),
    Option("a", "ally of", Relation.ALLY),
    Option("o", "at odds with", Relation.ODDS),
)
STRENGTHS = [Option(str(n), word, str(n)) for n, word in CLOSENESS.items()]


class TieDialog(Dialog):
    """What one person is to another; the strength is the last thing that is needed."""

    def __init__(self, tracker: Tracker, person: Person) -> None:
        super().__init__(tracker)
        self.person = person

    @property
    def heading(self) -> Content:
        """From whom."""
        return user(f"{self.person.name} …")

    @property
    def subject(self) -> str:
        """See `Dialog.subject`."""
        return self.person.id

    def fields(self) -> Iterator[Widget]:
        """See `Dialog.fields`."""
        yield row("Is", Choice(RELATIONS, id="relation"))
        yield row("Whom", PeoplePicker(self.tracker, several=False, id="other"))
        yield row("How close", Choice(STRENGTHS, "2", id="strength"))
        hint = "how one knows; before the strength is chosen"
        yield row("Why", Input(placeholder=hint, compact=True, id="why", classes="field"))
        yield private()

    def settled(self, field: Widget) -> None:
        """The picker goes on to the strength; strength and reason are the end."""
        if isinstance(field, PeoplePicker):
            self.query_one("#strength").focus()
        elif field.id == "relation":
            self.query_one("#other").focus()
        else:
            self.action_save()

    def save(self) -> None:
        """See `Dialog.save`."""
        relation = self.query_one("#relation", Choice).value
        if not relation:
            raise BadInput("What are they to each other?")
        ends = (self.person, self.query_one(PeoplePicker).the_one("To whom?"))
        first, second = reversed(ends) if relation.startswith(BACK) else ends
        tie(
            self.tracker,
            first,
            Relation(relation.removeprefix(BACK)),
            second,
            strength=int(self.query_one("#strength", Choice).value or 2),
            why=self.query_one("#why", Input).value,
            private=self.is_private,
        )

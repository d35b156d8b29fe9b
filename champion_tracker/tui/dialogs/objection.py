"""Write down a risk that somebody holds against us, and what answers it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...model import Objection, ObjectionStatus
from ...rules.objections import objection_seen
from ...rules.repertoire import Repertoire, freshness
from ...tracker.objections import as_line, change_objection, object_to, proofs_written
from ..looks import user
from ..widgets.choice import Checks, Choice, Option
from ..widgets.day_input import DayInput
from ..widgets.note import Note
from .fields import line, private, row
from .of_somebody import OfSomebody
from .ratings import RATING, number

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.content import Content
    from textual.widget import Widget

    from ...model import Story

MOST = 9
"""As many stories as there are keys for them."""
STANDS = (
    Option("s", "standing", ObjectionStatus.STANDING),
    Option("o", "softened", ObjectionStatus.SOFTENED),
    Option("g", "gone", ObjectionStatus.GONE),
)


class ObjectionDialog(OfSomebody[Objection]):
    """The risk in their words, how grave, our answer, who proves it, which stories tell it."""

    @property
    def heading(self) -> Content:
        """Whose."""
        whose = f" of {self.person.name}" if self.person is not None else ""
        return user(f"An objection{whose}")

    def fields(self) -> Iterator[Widget]:
        """See `Dialog.fields`."""
        known = self.known
        yield from self.whose("Whose")
        yield row("The risk", line("risk", "in their own words", known.risk if known else ""))
        rated = (
            ("likelihood", "Likely", known and known.likelihood),
            ("impact", "Would hurt", known and known.impact),
        )
        for name, label, value in rated:
            shown = str(value) if value else None
            yield row(label, Choice(RATING, shown, optional=True, id=name))
        hint = "so that it does not happen, or does not hurt"
        yield row("We do", line("mitigation", hint, known.mitigation if known else ""))
        proofs = "\n".join(map(as_line, known.proofs)) if known else ""
        hint = "a peer: what they do; 3 steps, 2 days (one peer a line)"
        yield row("Proof", Note(proofs, placeholder=hint, id="proofs"))
        offered = self._offered()
        if offered:
            titles = [Option(str(n), s.title[:56], s.id) for n, s in enumerate(offered, 1)]
            yield row("Stories", Checks(titles, known.story_ids if known else (), id="stories"))
        if known is None:
            yield row("Raised", DayInput(self.tracker.today, id="on"))
        else:
            yield row("Status", Choice(STANDS, known.status, id="status"))
        yield private(now=known is not None and known.private)

    def _offered(self) -> list[Story]:
        """The stories that are said to answer it, then those that might, then the freshest."""
        workspace, today = self.tracker.workspace, self.tracker.today
        near: tuple[Story, ...] = ()
        if self.known is not None:
            repertoire = Repertoire(workspace, today)
            near = objection_seen(workspace, self.known, today, repertoire).answers
        fresh = sorted(workspace.stories.values(), key=freshness, reverse=True)
        found = {story.id: story for story in (*near, *fresh)}
        return list(found.values())[:MOST]

    def first_field(self) -> Widget:
        """Whoever is at hand holds it; of a known one, what it lacks most."""
        if self.known is not None:
            known = self.known
            lacking = self.lacking(mitigation=known.mitigation, proofs=known.proofs)
            return lacking or self.query_one("#risk")
        return self.query_one("#who" if self.person is None else "#risk")

    def save(self) -> None:
        """See `Dialog.save`."""
        known, all_stories = self.known, self.tracker.workspace.stories
        chosen = [key for field in self.query("#stories").results(Checks) for key in field.chosen]
        said: dict[str, Any] = {
            "risk": self.text("risk"),
            "likelihood": number(self.query_one("#likelihood", Choice)),
            "impact": number(self.query_one("#impact", Choice)),
            "mitigation": self.text("mitigation"),
            "proofs": proofs_written(
                self.query_one("#proofs", Note).value, known.proofs if known else ()
            ),
            "stories": [all_stories[key] for key in chosen if key in all_stories],
            "private": self.is_private,
        }
        if known is not None:
            status = self.query_one("#status", Choice).value or known.status
            change_objection(self.tracker, known, status=ObjectionStatus(status), **said)
            return
        whose = self.the_one("Whose objection is it?")
        object_to(self.tracker, whose, on=self.query_one(DayInput).day, **said)

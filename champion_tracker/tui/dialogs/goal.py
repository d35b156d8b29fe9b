"""Write down what the programme is for, and where its measure stands."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual.widgets import Static

from ...tracker.checks import figure
from ...tracker.goals import change_goal, goal, measure_goal
from ..looks import MUTED, user
from ..widgets.day_input import DayInput
from ..widgets.people_picker import PeoplePicker
from .base import Dialog
from .fields import line, private, row

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.content import Content
    from textual.widget import Widget

    from ...model import Goal
    from ...tracker import Tracker


class GoalDialog(Dialog):
    """The purpose, the corporate aim, the measure and its target, whose priority it is."""

    def __init__(self, tracker: Tracker, known: Goal | None = None) -> None:
        super().__init__(tracker)
        self.known = known

    @property
    def heading(self) -> Content:
        """New, or which."""
        return user(self.known.purpose if self.known is not None else "A goal of the programme")

    @property
    def subject(self) -> str:
        """See `Dialog.subject`."""
        return self.known.id if self.known is not None else ""

    def fields(self) -> Iterator[Widget]:
        """See `Dialog.fields`."""
        known, people = self.known, self.tracker.workspace.people
        hint = "what the programme is for"
        yield row("Purpose", line("purpose", hint, known.purpose if known else ""))
        hint = "the corporate aim, in the words of the strategy"
        yield row("It serves", line("aim", hint, known.aim if known else ""))
        hint = "what is counted, with its unit"
        yield row("Measure", line("measure", hint, known.measure if known else ""))
        target = f"{known.target:g}" if known and known.target is not None else ""
        yield row("Target", line("target", "a number", target))
        leaders = [people[p] for p in known.leader_ids if p in people] if known else []
        yield row("Shared by", PeoplePicker(self.tracker, leaders, needed=False, id="leaders"))
        yield private(now=known is not None and known.private)

    def first_field(self) -> Widget:
        """The purpose; of a known goal, what it lacks most."""
        if self.known is not None:
            known = self.known
            lacking = self.lacking(aim=known.aim, measure=known.measure, leaders=known.leader_ids)
            if lacking is not None:
                return lacking
        return super().first_field()

    def save(self) -> None:
        """See `Dialog.save`."""
        target = self.text("target").strip()
        said: dict[str, Any] = {
            "aim": self.text("aim"),
            "measure": self.text("measure"),
            "target": figure(target, "target") if target else None,
            "leaders": self.query_one(PeoplePicker).people,
            "private": self.is_private,
        }
        if self.known is not None:
            change_goal(self.tracker, self.known, purpose=self.text("purpose"), **said)
        else:
            goal(self.tracker, self.text("purpose"), **said)


class MeasureDialog(Dialog):
    """Where the measure of a goal stands, and on which day."""

    def __init__(self, tracker: Tracker, known: Goal) -> None:
        super().__init__(tracker)
        self.known = known

    @property
    def heading(self) -> Content:
        """Of which goal."""
        return user(self.known.purpose)

    @property
    def subject(self) -> str:
        """See `Dialog.subject`."""
        return self.known.id

    def fields(self) -> Iterator[Widget]:
        """See `Dialog.fields`."""
        last = self.known.readings[-1] if self.known.readings else None
        if last is not None:
            target = f", target {self.known.target:g}" if self.known.target is not None else ""
            yield row("Last", Static(user(f"{last.value:g} on {last.on}{target}", MUTED)))
        yield row("It stands at", line("value", self.known.measure or "a number"))
        yield row("On", DayInput(self.tracker.today, id="on"))

    def settled(self, field: Widget) -> None:
        """Today goes without saying."""
        self.action_save()

    def save(self) -> None:
        """See `Dialog.save`."""
        value = figure(self.text("value"), "value")
        measure_goal(self.tracker, self.known, value, on=self.query_one(DayInput).day)

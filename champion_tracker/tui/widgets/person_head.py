"""Who somebody is, at the top of their screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content
from textual.widgets import Static

from ...rules.days import ago
from ...rules.deeds import deeds
from ...rules.grids import grids
from ...rules.seam import move_of
from ..looks import LATE, MUTED, bar, lateness, long_day, meter, short_day, user
from .brief import standing_line
from .hot import Hot, hot

if TYPE_CHECKING:
    from datetime import date

    from ...model import Interaction, Person
    from ...rules.profile import Profile
    from ...tracker import Tracker

MOST = 3
"""How many deeds are named; the story tells of all."""


class PersonHead(Hot):
    """Name and positions, standing and why, measures, rhythm; a click on one changes it."""

    def __init__(self, tracker: Tracker) -> None:
        super().__init__()
        self.tracker = tracker

    def show(self, person: Person) -> None:
        """Show a person."""
        seen = self.tracker.profile(person)
        lines = (
            (_name(person), "EditFacts"),
            (_where(seen), "ChangePosition"),
            (standing_line(seen), "PinStanding"),
            (_measures(seen), "Assess"),
            (_rhythm(seen), "SetCadence"),
        )
        shown = [hot(line, f"perform('{action}')") for line, action in lines]
        self.update(Content("\n").join(shown))


def _name(person: Person) -> Content:
    """The name, and what is out of the ordinary about somebody."""
    flags = []
    if person.archived_on:
        flags.append("archived")
    elif not person.is_followed:
        flags.append("only known: w follows them")
    if person.plan.paused:
        flags.append(f"paused: {person.plan.paused}")
    name = user(person.name, "bold $text-primary")
    return (
        Content.assemble(name, "   ", user(" · ".join(flags), "$text-warning")) if flags else name
    )


def _where(seen: Profile) -> Content:
    positions = "; ".join(map(str, seen.positions))
    return user(positions or ("has left" if seen.has_left else "no position known"))


def _measures(seen: Profile) -> Content:
    """Influence, openness, engagement and warmth."""
    engagement = ""
    if seen.engagement:
        goal = f" → {seen.desired}" if seen.desired not in (None, seen.engagement) else ""
        engagement = f"  {seen.engagement}{goal}"
    return Content.assemble(
        ("influence ", MUTED),
        (meter(seen.influence), "$text-primary"),
        ("  openness ", MUTED),
        (meter(seen.openness), "$text-primary"),
        engagement,
        "  ",
        (bar(seen.warmth, 5), "$text-accent"),
        f" {seen.warmth_word}",
    )


def _rhythm(seen: Profile) -> Content:
    """The last touch, the next one, and how often they want one."""
    due, today = seen.next_touch, seen.today
    soon = lateness(due, max(0, (today - due).days), today) if due else ("", "")
    return Content.assemble(
        ("last touch ", MUTED),
        ago(seen.last_touch, today) if seen.last_touch else "never",
        ("   next ", MUTED),
        f"{long_day(due)} " if due else "–",
        (soon[0], soon[1] or LATE),
        ("   every ", MUTED),
        user(seen.cadence),
        (" of their own" if seen.person.plan.every else "", MUTED),
    )


class Bearing(Static):
    """What bears out somebody's words, and where the grids put them."""

    def __init__(self, tracker: Tracker) -> None:
        super().__init__()
        self.tracker = tracker

    def show(self, person: Person) -> None:
        """Show promises kept, deeds beside them, the champion test, the move planned, the grids."""
        seen, today = self.tracker.profile(person), self.tracker.today
        found = deeds(self.tracker.history(person))
        move, placed, test = move_of(seen), grids(seen), seen.champion_test
        rows = [
            ("promises", seen.follow_through.in_full or "none is settled yet"),
            ("beside", str(found)),
            *(("for us", _deed(touch, today)) for touch in found.helpful[:MOST]),
            *(("against", _deed(touch, today)) for touch in found.harmful[:MOST]),
            ("test", test.in_full),
        ]
        if move is not None:
            rows.append(("move", f"{move.movement}; {move}"))
        if placed is not None:
            rows.append(("grids", f"{placed} (judged {short_day(placed.on, today)})"))
        lines = [Content.assemble((f"{label:<10}", MUTED), user(text)) for label, text in rows]
        self.update(Content("\n").join(lines))


def _deed(touch: Interaction, today: date) -> str:
    said = touch.note.strip().partition("\n")[0]
    return f"{short_day(touch.on, today)}  {said or touch.channel}"

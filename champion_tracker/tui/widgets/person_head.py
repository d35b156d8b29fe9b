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
        seen, today = self.tracker.profile(person), self.tracker.today
        where = "; ".join(map(str, seen.positions))
        if not where:
            where = "has left" if seen.has_left else "no position known"
        flags = []
        if person.archived_on:
            flags.append("archived")
        elif not person.is_followed:
            flags.append("only known: w follows them")
        if person.plan.paused:
            flags.append(f"paused: {person.plan.paused}")
        name: list[Content | tuple[str, str]] = [user(person.name, "bold $text-primary")]
        if flags:
            name += [("   ", ""), user(" · ".join(flags), "$text-warning")]
        last = ago(seen.last_touch, today) if seen.last_touch else "never"
        due = seen.next_touch
        soon = lateness(due, max(0, (today - due).days), today) if due else ("", "")
        rhythm: list[Content | str | tuple[str, str]] = [
            ("last touch ", MUTED),
            last,
            ("   next ", MUTED),
            (f"{long_day(due)} " if due else "–", ""),
            (soon[0], soon[1] or LATE),
            ("   every ", MUTED),
            user(seen.cadence),
            (" of their own" if person.plan.every else "", MUTED),
        ]
        marks: list[Content | str | tuple[str, str]] = [
            ("influence ", MUTED),
            (meter(seen.influence), "$text-primary"),
            ("  openness ", MUTED),
            (meter(seen.openness), "$text-primary"),
        ]
        if seen.engagement:
            goal = f" → {seen.desired}" if seen.desired not in (None, seen.engagement) else ""
            marks.append(f"  {seen.engagement}{goal}")
        marks += [("  ", ""), (bar(seen.warmth, 5), "$text-accent"), f" {seen.warmth_word}"]
        self.update(
            Content("\n").join(
                [
                    hot(Content.assemble(*name), "perform('EditFacts')"),
                    hot(user(where), "perform('ChangePosition')"),
                    hot(standing_line(seen), "perform('PinStanding')"),
                    hot(Content.assemble(*marks), "perform('Assess')"),
                    hot(Content.assemble(*rhythm), "perform('SetCadence')"),
                ]
            )
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

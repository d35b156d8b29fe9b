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

if TYPE_CHECKING:
    from datetime import date

    from ...model import Interaction, Person
    from ...tracker import Tracker

MOST = 3
"""How many deeds are named; the story tells of all."""


class PersonHead(Static):
    """Name and positions, standing and why, measures, rhythm."""

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
                    Content.assemble(*name),
                    user(where),
                    standing_line(seen),
                    Content.assemble(*marks),
                    Content.assemble(*rhythm),
                ]
            )
        )


class Facts(Static):
    """How to reach somebody, what they are tagged with, where they have been."""

    def __init__(self, tracker: Tracker) -> None:
        super().__init__()
        self.tracker = tracker

    def show(self, person: Person) -> None:
        """Show a person's facts."""
        today = self.tracker.today
        rows: list[tuple[str, str]] = [
            *(("e-mail", email) for email in person.emails),
            *(("phone", phone) for phone in person.phones),
            *(("link", link) for link in person.links),
            *((("tags", "  ".join(f"#{tag}" for tag in person.tags)),) if person.tags else ()),
        ]
        if person.followed_since:
            rows.append(("followed", f"since {short_day(person.followed_since, today)}"))
        rows += [("source", source) for source in person.source_ids]
        for position in reversed(person.positions):
            begun = short_day(position.start, today) if position.start else "?"
            ended = short_day(position.end, today) if position.end else "now"
            rows.append(("position", f"{position} ({begun} – {ended})"))
        lines = [Content.assemble((f"{label:<10}", MUTED), user(text)) for label, text in rows]
        self.update(
            Content("\n").join(lines)
            if lines
            else Content.styled("No facts yet: e adds some.", MUTED)
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

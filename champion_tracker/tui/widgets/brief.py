"""A person in brief, and the prompt about them: what one needs before one answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import VerticalScroll
from textual.content import Content

from ...model import Ask, Goal, Objection, PromptKind
from ...rules.days import ago
from ...rules.seam import move_of
from ...tracker.subjects import matter_of
from ..looks import (
    ENTRIES,
    KEY,
    LATE,
    MUTED,
    PROMPTS,
    STANDINGS,
    bar,
    meter,
    short_day,
    user,
)
from ..prose import prose, prose_in_line
from .hot import Hot, hot

if TYPE_CHECKING:
    from datetime import date

    from ...model import Person, Prompt
    from ...rules.profile import Profile
    from ...rules.timeline import Entry
    from ...tracker import Tracker

ANSWERS = {
    PromptKind.TOUCH: (("l", "LogTouch", "log it"), ("d", "Done", "done, without words")),
    PromptKind.FOLLOW_UP: (("d", "Done", "done"), ("l", "LogTouch", "log a touch")),
    PromptKind.PROMISE: (
        ("d", "Done", "kept"),
        ("b", "Broken", "broken"),
        ("z", "NotYet", "not yet"),
        ("X", "Withdrawn", "withdrawn"),
    ),
    PromptKind.REASSESS: (("a", "Assess", "assess"), ("d", "Done", "no change")),
    PromptKind.COVERAGE: (("enter", "OpenPerson", "open"),),
    PromptKind.STORY: (("T", "TellStory", "tell it"), ("S", "WriteStory", "write one")),
}
OF_MATTER: dict[type[Ask | Objection | Goal], tuple[tuple[str, str, str], ...]] = {
    Ask: (("d", "Done", "asked again"), ("l", "LogTouch", "log a touch")),
    Objection: (("d", "Done", "say what we do"), ("l", "LogTouch", "log a touch")),
    Goal: (("d", "Done", "measure it"),),
}
"""The same for prompts of one kind that are about something else than words of the user."""
ALWAYS = (("s", "Snooze", "snooze"), ("x", "Dismiss", "dismiss"))
RECENT = 12
"""How many of the latest entries a preview shows; the screen of the person shows all."""


def standing_line(seen: Profile) -> Content:
    """The standing with its reason."""
    return Content.assemble(STANDINGS[seen.standing].content, ("  ", ""), user(seen.reason, MUTED))


def measures(seen: Profile) -> Content:
    """What is known in numbers, each with its word."""
    return Content.assemble(
        ("influence ", MUTED),
        (meter(seen.influence), "$text-primary"),
        ("  openness ", MUTED),
        (meter(seen.openness), "$text-primary"),
        ("\nwarmth    ", MUTED),
        (bar(seen.warmth, 5), "$text-accent"),
        (f"  {seen.warmth_word}", ""),
    )


def entry_lines(entry: Entry, today: date) -> Content:
    """An entry of a story: its day and headline, and below what was written."""
    text = Content.assemble("\n  ", prose_in_line(entry.text, MUTED)) if entry.text else Content("")
    return Content.assemble(
        (f"{ENTRIES[entry.kind].glyph} ", ENTRIES[entry.kind].style),
        (f"{short_day(entry.on, today)}  ", MUTED),
        user(entry.headline),
        text,
    )


def answers_line(tracker: Tracker, prompt: Prompt) -> Content:
    """The one-key answers to a prompt; each can be clicked."""
    matter = matter_of(tracker, prompt)
    own = OF_MATTER[type(matter)] if matter is not None else ANSWERS[prompt.kind]
    offers = [offer for offer in (*own, *ALWAYS) if prompt.person_id or offer[1] != "OpenPerson"]
    return Content("   ").join(
        hot(Content.assemble((key, KEY), (f" {words}", "")), f"perform('{action}')")
        for key, action, words in offers
    )


class Brief(VerticalScroll, can_focus=False):
    """Shows one person, with the prompt first where there is one."""

    def __init__(self, tracker: Tracker, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.tracker = tracker
        self._text = Hot()

    def compose(self) -> list[Hot]:
        """One piece of text."""
        return [self._text]

    def show(self, person: Person | None, prompt: Prompt | None = None) -> None:
        """Show a person, or nothing."""
        parts: list[Content] = []
        if prompt is not None:
            parts.append(self._prompt(prompt))
        if person is not None:
            parts.append(self._person(person, with_name=prompt is None or not prompt.person))
        self._text.update(Content("\n\n").join(parts))
        self.scroll_home(animate=False)

    def _prompt(self, prompt: Prompt) -> Content:
        look = PROMPTS[prompt.kind]
        return Content.assemble(
            look.content,
            ("  ", ""),
            user(prompt.person, "bold"),
            "\n",
            user(prompt.why),
            "\n",
            answers_line(self.tracker, prompt),
        )

    def _person(self, person: Person, *, with_name: bool) -> Content:
        seen, today = self.tracker.profile(person), self.tracker.today
        parts: list[Content | str | tuple[str, str]] = []
        if with_name:
            parts += [user(person.name, "bold"), "\n"]
        if seen.positions:
            parts += [user("; ".join(map(str, seen.positions))), "\n"]
        parts += [standing_line(seen), "\n\n", measures(seen), "\n\n"]
        move = move_of(seen)
        if move is not None and move.steps:
            style = LATE if move.is_late else "$text-accent"
            parts += [("move      ", MUTED), user(str(move), style), "\n\n"]
        last = ago(seen.last_touch, today) if seen.last_touch else "never"
        parts += [("last touch ", MUTED), last]
        if seen.next_touch:
            parts += [("   next ", MUTED), short_day(seen.next_touch, today)]
            parts += [("   every ", MUTED), user(seen.cadence)]
        if not person.is_followed:
            parts += [("\nonly known: w follows them", MUTED)]
        contact = "   ".join([*person.emails, *person.phones])
        if contact:
            parts += ["\n", user(contact)]
        if person.tags:
            parts += ["\n", user("  ".join(f"#{tag}" for tag in person.tags), "$text-accent")]
        if person.notes:
            parts += ["\n\n", prose(person.notes)]
        parts += [self._story(person)]
        return Content.assemble(*parts)

    def _story(self, person: Person) -> Content:
        today = self.tracker.today
        story = self.tracker.timeline(person)
        lines = [entry_lines(entry, today) for entry in story[:RECENT]]
        if not lines:
            return Content("")
        more = len(story) - RECENT
        if more > 0:
            lines.append(Content.styled(f"… and {more} more: enter opens the person", MUTED))
        return Content.assemble(("\n\nLATELY\n", MUTED), Content("\n").join(lines))

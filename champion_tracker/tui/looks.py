"""How meanings look: always a glyph and a word, and a colour for those who see it.

Blue is for us and orange against, never green and red. The styles are names of theme colours,
so that any theme of Textual can be chosen.
"""

from datetime import date
from typing import NamedTuple

from textual.content import Content

from ..model import Engagement, PromptKind, Standing
from ..rules.timeline import EntryKind
from .text import on_one_line, visible

MUTED = "$text-muted"
STRONG = "bold"
LATE = "$text-warning bold"
SOON = "$text-secondary"
KEY = "$text-accent bold"


class Look(NamedTuple):
    """A glyph, a word and a style."""

    glyph: str
    word: str
    style: str

    def __str__(self) -> str:
        return f"{self.glyph} {self.word}"

    @property
    def content(self) -> Content:
        """Glyph and word in their colour."""
        return Content.styled(str(self), self.style)


STANDINGS = {
    Standing.CHAMPION: Look("★", "champion", "$text-primary bold"),
    Standing.POTENTIAL: Look("☆", "potential champion", "$text-primary"),
    Standing.SUPPORTER: Look("▲", "supporter", "$text-secondary"),
    Standing.NEUTRAL: Look("●", "neutral", "$foreground"),
    Standing.DETRACTOR: Look("▼", "detractor", "$text-warning"),
    Standing.UNASSESSED: Look("◌", "unassessed", MUTED),
}
PROMPTS = {
    PromptKind.TOUCH: Look("↻", "keep in touch", "$text-primary"),
    PromptKind.FOLLOW_UP: Look("⚑", "follow up", "$text-accent"),
    PromptKind.PROMISE: Look("⇄", "promise", "$text-secondary"),
    PromptKind.REASSESS: Look("⚖", "judge again", "$text-warning"),
    PromptKind.COVERAGE: Look("◫", "coverage", "$text-error"),
    PromptKind.STORY: Look("❝", "tell a story", "$text-success"),
}
ENTRIES = {
    EntryKind.TOUCH: Look("●", "touch", "$text-primary"),
    EntryKind.POSITION: Look("◆", "position", "$text-accent"),
    EntryKind.ASSESSMENT: Look("⚖", "judgement", "$text-warning"),
    EntryKind.FOLLOW_UP: Look("⚑", "follow-up", "$text-accent"),
    EntryKind.PROMISE: Look("⇄", "promise", "$text-secondary"),
    EntryKind.TELLING: Look("❝", "story told", "$text-success"),
    EntryKind.ASK: Look("?", "ask", "$text-accent"),
    EntryKind.OBJECTION: Look("▼", "objection", "$text-warning"),
}
ENGAGEMENTS = {
    Engagement.UNAWARE: "no idea of us yet",
    Engagement.RESISTANT: "works against us",
    Engagement.NEUTRAL: "neither for nor against",
    Engagement.SUPPORTIVE: "for us, when asked",
    Engagement.LEADING: "pushes it themselves",
}


def user(text: str, style: str = "") -> Content:
    """What a user or a file wrote, on one line and never read as markup."""
    return Content.styled(on_one_line(text), style) if style else Content(on_one_line(text))


def user_lines(text: str) -> Content:
    """The same over several lines."""
    return Content(visible(text))


def meter(value: int | None, most: int = 5) -> str:
    """A rating as dots: ``●●●○○``; nothing known is ``·····``."""
    return "·" * most if value is None else "●" * value + "○" * (most - value)


def bar(share: float, width: int = 8) -> str:
    """A share of one as a bar."""
    full = round(max(0.0, min(1.0, share)) * width)
    return "━" * full + "─" * (width - full)


def long_day(day: date) -> str:
    """A day in full: ``Mon 23 Nov 2026``."""
    return f"{day:%a} {day.day} {day:%b %Y}"


def short_day(day: date, today: date) -> str:
    """A day without a year that goes without saying."""
    return f"{day.day} {day:%b}" if day.year == today.year else f"{day.day} {day:%b %Y}"


def lateness(due: date, overdue_days: int, today: date) -> tuple[str, str]:
    """When something is due, in few words, and their style."""
    if overdue_days:
        return (f"{overdue_days} day{'s' * (overdue_days > 1)} late", LATE)
    days = (due - today).days
    if days <= 0:
        return ("today", STRONG)
    return ("tomorrow" if days == 1 else f"in {days} days", SOON)

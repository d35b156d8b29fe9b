"""What is due about one person, above their story."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from ..looks import MUTED, PROMPTS, lateness, user
from .brief import answers_line
from .hot import Hot

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ...model import Prompt
    from ...tracker import Tracker


class PromptStrip(Hot):
    """The most urgent prompt with its answers, and how many more there are."""

    def __init__(self, tracker: Tracker) -> None:
        super().__init__()
        self.tracker = tracker

    def show(self, prompts: Sequence[Prompt]) -> None:
        """Show what is due."""
        self.display = bool(prompts)
        if not prompts:
            return
        first, *rest = prompts
        when, style = lateness(first.due, first.overdue_days, self.tracker.today)
        more = f"   and {len(rest)} more" if rest else ""
        self.update(
            Content.assemble(
                PROMPTS[first.kind].content,
                ("  ", ""),
                (when, style),
                ("  ", ""),
                user(first.why),
                (more, MUTED),
                "\n",
                answers_line(self.tracker, first),
            )
        )

"""Touches and feeling over two years at a glance, and in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content
from textual.widgets import Static

from ...rules.pulse import FELT, in_words, pulse
from ..looks import MUTED

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ...model import Person
    from ...rules.pulse import Month
    from ...tracker import Tracker

BARS = "▁▂▃▄▅▆▇█"
NOTHING = "·"


def bars(months: Sequence[Month]) -> str:
    """A bar for the touches of each month; a dot where there were none."""
    most = max(month.touches for month in months)
    return "".join(
        BARS[(month.touches * len(BARS) - 1) // most] if month.touches else NOTHING
        for month in months
    )


def feelings(months: Sequence[Month]) -> list[tuple[str, str]]:
    """A sign for how each month felt: up, down or level; a dot where nobody said."""
    return [_feeling(month.felt) for month in months]


def _feeling(felt: float | None) -> tuple[str, str]:
    if felt is None:
        return (NOTHING, MUTED)
    if abs(felt) < FELT:
        return ("–", "")
    return ("▲", "$text-primary") if felt > 0 else ("▼", "$text-warning")


class Pulse(Static):
    """One line of bars and signs, and one that says the same."""

    def __init__(self, tracker: Tracker) -> None:
        super().__init__()
        self.tracker = tracker

    def show(self, person: Person) -> None:
        """Show a person's two years; nothing where there was no touch in them."""
        months = pulse(self.tracker.history(person), self.tracker.today)
        self.set_class(not any(month.touches for month in months), "-empty")
        self.update(
            Content.assemble(
                ("touches ", MUTED),
                (bars(months), "$text-primary"),
                ("  felt ", MUTED),
                *feelings(months),
                "\n",
                (in_words(months), MUTED),
            )
        )

"""What a barrier is shown with: a light, the facts behind it, its trend, and what to do next."""

from enum import StrEnum
from typing import NamedTuple


class BarrierName(StrEnum):
    """The five things that a programme fails by."""

    CHAMPIONS = "champions"
    SELLING = "selling it"
    RISK = "risk"
    RESOURCES = "resources"
    PURPOSE = "purpose"


class Light(StrEnum):
    """How a barrier stands: a word, with a glyph that needs no colour."""

    HOLDING = "holding"
    WATCH = "watch"
    FAILING = "failing"
    BLANK = "nothing yet"

    @property
    def glyph(self) -> str:
        """One sign of the same meaning."""
        return _GLYPHS[self]

    @property
    def shown(self) -> str:
        """Glyph and word."""
        return f"{self.glyph} {self}"


_GLYPHS = {Light.HOLDING: "●", Light.WATCH: "◐", Light.FAILING: "○", Light.BLANK: "·"}


class Fact(NamedTuple):
    """One thing that is so, and the records that say it."""

    text: str
    refers_to: tuple[str, ...] = ()
    """Identifiers of what one can open to see for oneself; of people or of anything else."""
    is_bad: bool = False
    """Whether it speaks against the light being good."""


class Action(NamedTuple):
    """What would do most for a barrier now."""

    text: str
    verb: str
    """The command, and so the dialog, that does it: ``log``, ``assess``, ``tell`` …"""
    refers_to: str = ""
    """The record that it is done to."""
    to: str = ""
    """With whom: the identifier of a person, or the name of a business area."""


class Point(NamedTuple):
    """One quarter of a trend."""

    quarter: str
    value: int


class Barrier(NamedTuple):
    """One of the five on a day."""

    name: BarrierName
    light: Light
    facts: tuple[Fact, ...]
    """What speaks against it first."""
    counts: str
    """What the numbers of the trend are: ``champions at its end``."""
    trend: tuple[Point, ...]
    """The last four quarters, oldest first; the last is the one that runs."""
    action: Action
    """The next best action."""

"""The engagement assessment matrix: where everybody stands, is wanted, and the moves planned.

Source: Project Management Institute, *PMBOK Guide*, sixth edition, section 13.2.2.5
(stakeholder engagement assessment matrix, C for current and D for desired). Its levels are
names in an order, not measures: they are counted in steps, never averaged.
"""

from datetime import date
from enum import StrEnum
from typing import NamedTuple

from ..model import Engagement, Workspace
from .digest import judgements
from .profile import Profile, profiles

LEVELS = tuple(Engagement)
"""The levels in the order of the matrix."""


class Movement(StrEnum):
    """Which way somebody moved between their last two judgements, as an arrow and a word."""

    UP = "↑ towards us"
    DOWN = "↓ away from us"
    SAME = "→ as before"
    FIRST = "· first judgement"

    @property
    def arrow(self) -> str:
        """One sign of the same meaning."""
        return self.value[0]


class Move(NamedTuple):
    """A row of the matrix: from C to D, by when, by what."""

    seen: Profile
    current: Engagement
    desired: Engagement | None
    steps: int
    """How many levels are still missing; 0 where they are, or beyond."""
    by: date | None
    how: str
    """The planned actions."""
    movement: Movement

    @property
    def priority(self) -> int:
        """Influence times the steps still missing."""
        return (self.seen.influence or 0) * self.steps

    @property
    def is_late(self) -> bool:
        """Whether the day has come and the level has not."""
        return self.steps > 0 and self.by is not None and self.by < self.seen.today

    def __str__(self) -> str:
        """From where to where, by when, by what."""
        if self.desired is None:
            return f"{self.current}; nobody has said where they are wanted"
        if not self.steps:
            return f"{self.current}, as wanted"
        by = f" by {self.by}" if self.by is not None else ""
        return f"{self.current} → {self.desired}{by}: {self.how or 'nobody has said how'}"

    def cell(self, level: Engagement) -> str:
        """What stands in a column of the matrix: C, D, both or nothing."""
        return ("C" if level is self.current else "") + ("D" if level is self.desired else "")


def seam(workspace: Workspace, today: date) -> list[Move]:
    """The matrix of everybody followed and judged, the move with the highest priority first."""
    moves = [
        move
        for seen in profiles(workspace, today)
        if seen.person.is_followed and not seen.has_left and (move := move_of(seen)) is not None
    ]
    return sorted(moves, key=lambda m: (-m.priority, -m.steps, m.seen.person.name))


def move_of(seen: Profile) -> Move | None:
    """The row of one person; None for somebody whom nobody has judged."""
    assessment = seen.assessment
    if assessment is None:
        return None
    desired = assessment.desired
    steps = LEVELS.index(desired) - LEVELS.index(assessment.engagement) if desired else 0
    return Move(
        seen,
        assessment.engagement,
        desired,
        max(0, steps),
        assessment.desired_by,
        assessment.moves,
        movement(seen),
    )


def movement(seen: Profile) -> Movement:
    """Which way somebody's engagement moved between the last two judgements."""
    known = judgements(seen.digest)
    if len(known) < 2:
        return Movement.FIRST
    now, before = (LEVELS.index(judged.engagement) for judged in known[:2])
    return Movement.UP if now > before else Movement.DOWN if now < before else Movement.SAME

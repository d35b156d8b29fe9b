"""Effort: whom our touches went to over a quarter, and how many went to those who do not help."""

from datetime import date
from typing import NamedTuple

from ..model import Standing
from .roster import ProgrammeRoster, quarter_back


class Share(NamedTuple):
    """What went to people of one standing."""

    standing: Standing
    touches: int
    """Touches, one for each person who took part."""
    people: int
    """How many people they went to."""


class Effort(NamedTuple):
    """Where the touches of a quarter went."""

    since: date
    shares: tuple[Share, ...]
    """Most first; by today's standing."""

    @property
    def total(self) -> int:
        """All touches."""
        return sum(share.touches for share in self.shares)

    def share(self, *standings: Standing) -> float:
        """The part, 0 to 1, that went to people of these standings."""
        spent = sum(share.touches for share in self.shares if share.standing in standings)
        return spent / self.total if self.total else 0.0

    @property
    def misspent(self) -> float:
        """The part that went to detractors, who are owed the least of it."""
        return self.share(Standing.DETRACTOR)


def effort(roster: ProgrammeRoster, today: date) -> Effort:
    """Where the touches of this month and the two before went, of those to people followed."""
    shares = [
        Share(standing, sum(touches.values()), len(touches))
        for standing in Standing
        for touches in (roster.touches.get(standing, {}),)
    ]
    return Effort(quarter_back(today), tuple(sorted(shares, key=lambda share: -share.touches)))

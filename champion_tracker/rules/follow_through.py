"""Follow-through: how far deeds bear out words.

Settled promises are taken as trials of one unknown rate, with Laplace's rule of succession as
its mean and an equal-tailed interval of its Beta posterior (A. Gelman et al., *Bayesian Data
Analysis*, third edition, section 2.4). That the measure is put to stakeholders is our own idea.
"""

from datetime import date, timedelta
from functools import lru_cache
from math import comb
from typing import NamedTuple

from ..model import Promise, Settings, Workspace

FEW = 3
"""Below so many settled promises the measure is silent."""


class FollowThrough(NamedTuple):
    """How many of their settled promises to us somebody kept, and what that says."""

    kept: int
    settled: int
    overdue: int
    """How many of the settled ones only count as broken, for being overdue beyond the grace."""
    overdue_since: date | None = None
    """The last day on which the grace of one of these ran out."""
    recent: tuple[bool, ...] = ()
    """Whether each was kept, newest first."""

    @property
    def is_silent(self) -> bool:
        """Whether there are too few to say anything."""
        return self.settled < FEW

    @property
    def mean(self) -> float:
        """The expected share of promises kept."""
        return (self.kept + 1) / (self.settled + 2)

    @property
    def interval(self) -> tuple[float, float]:
        """Where the true share lies, nine times of ten."""
        return beta_interval(self.kept + 1, self.settled - self.kept + 1)

    @property
    def trend(self) -> str:
        """``rising``, ``falling`` or ``even``: the newer half against the older one."""
        if len(self.recent) < 2 * FEW:
            return "even"
        half = len(self.recent) // 2
        newer, older = sum(self.recent[:half]) / half, sum(self.recent[half : 2 * half]) / half
        return "rising" if newer > older else "falling" if newer < older else "even"

    def is_poor(self, settings: Settings) -> bool:
        """Whether deeds fall short of words often enough to say so."""
        return not self.is_silent and self.mean < settings.poor_follow_through

    @property
    def in_full(self) -> str:
        """Counts, interval and trend in a phrase; empty where nothing is settled yet."""
        if not self.settled:
            return ""
        if self.is_silent:
            return f"{self}; too few to say more"
        low, high = self.interval
        late = f"; {self.overdue} of them overdue beyond their grace" if self.overdue else ""
        trend = "" if self.trend == "even" else f", {self.trend}"
        return f"{self}; nine times of ten the true rate is {low:.0%} to {high:.0%}{trend}{late}"

    def __str__(self) -> str:
        return f"{self.kept} of {self.settled} promises kept"


_UNKNOWN = FollowThrough(0, 0, 0)


def follow_through(workspace: Workspace, person_id: str, today: date) -> FollowThrough:
    """The follow-through of somebody on a day."""
    digest, matters = workspace.digest(person_id), workspace.matters_of.get(person_id)
    if not digest.settled and not matters:
        return _UNKNOWN
    grace = workspace.settings.grace_days
    late = [
        today - matter.due - timedelta(days=grace)
        for matter in (matters or {}).values()
        if isinstance(matter, Promise) and not matter.ours and (today - matter.due).days > grace
    ]
    recent = [settled.endswith(":kept") for settled in digest.settlements.split()]
    return FollowThrough(
        kept=digest.kept,
        settled=digest.settled + len(late),
        overdue=len(late),
        overdue_since=today - min(late) if late else None,
        recent=(*[False] * len(late), *recent),
    )


@lru_cache(maxsize=1024)
def beta_interval(a: int, b: int, share: float = 0.9) -> tuple[float, float]:
    """The equal-tailed interval that holds ``share`` of the Beta(a, b) distribution."""
    tail = (1 - share) / 2
    return _beta_quantile(tail, a, b), _beta_quantile(1 - tail, a, b)


def _beta_quantile(p: float, a: int, b: int) -> float:
    """By bisection on the distribution function, which for whole a and b is a binomial tail.

    M. Abramowitz and I. A. Stegun, *Handbook of Mathematical Functions*, 26.5.24.
    """
    n = a + b - 1
    low, high = 0.0, 1.0
    for _ in range(40):
        x = (low + high) / 2
        below = sum(comb(n, k) * x**k * (1 - x) ** (n - k) for k in range(a, n + 1))
        low, high = (x, high) if below < p else (low, x)
    return (low + high) / 2

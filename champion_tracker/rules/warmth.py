"""Warmth: how alive a relation is.

Each touch adds its weight and the sum halves every cadence: the tie-decay network of
W. Ahmad, M. A. Porter and M. Beguerisse-Díaz, *Tie-decay networks in continuous time and
eigenvector-based centralities* (2018), with the cadence as half-life.
"""

from datetime import date
from math import exp2

from ..model import Digest
from .cadence import parse_cadence
from .digest import recent_touches

WORDS = ((0.75, "strong"), (0.5, "steady"), (0.25, "cooling"))


def warmth(digest: Digest, every: str, today: date) -> float:
    """From 0 (cold) to 1; half the decayed sum of the touches, capped."""
    half_life = parse_cadence(every).days
    total = sum(
        weight * exp2((day - today).days / half_life)
        for day, weight in recent_touches(digest)
        if day <= today
    )
    return min(1.0, total / 2)


def warmth_word(value: float) -> str:
    """Warmth as a word: strong, steady, cooling or cold."""
    return next((word for least, word in WORDS if value >= least), "cold")

"""Three grids of stakeholder theory, as views of the one dated judgement and the record of deeds.

- Power and interest: A. Mendelow, *Environmental Scanning: The Impact of the Stakeholder
  Concept* (ICIS 1981); its four names as in G. Johnson and K. Scholes, *Exploring Corporate
  Strategy*.
- Salience: R. K. Mitchell, B. R. Agle and D. J. Wood, *Toward a Theory of Stakeholder
  Identification and Salience* (Academy of Management Review 22, 1997).
- Trust and agreement: P. Block, *The Empowered Manager* (1987).
"""

from datetime import date
from enum import StrEnum
from typing import NamedTuple

from ..model import Engagement
from .follow_through import FollowThrough
from .profile import Profile


class Quadrant(StrEnum):
    """What Mendelow's grid tells us to do with somebody."""

    MANAGE = "manage closely"
    SATISFY = "keep satisfied"
    INFORM = "keep informed"
    MONITOR = "monitor"


class Salience(StrEnum):
    """The classes of Mitchell, Agle and Wood."""

    DEFINITIVE = "definitive"
    DOMINANT = "dominant"
    DANGEROUS = "dangerous"
    DEPENDENT = "dependent"
    DORMANT = "dormant"
    DISCRETIONARY = "discretionary"
    DEMANDING = "demanding"
    NONE = "no stakeholder"


class Camp(StrEnum):
    """Where Block's grid of trust and agreement puts somebody."""

    ALLY = "ally"
    OPPONENT = "opponent"
    BEDFELLOW = "bedfellow"
    FENCE_SITTER = "fence-sitter"
    ADVERSARY = "adversary"


_CLASSES = {
    (True, True, True): Salience.DEFINITIVE,
    (True, True, False): Salience.DOMINANT,
    (True, False, True): Salience.DANGEROUS,
    (False, True, True): Salience.DEPENDENT,
    (True, False, False): Salience.DORMANT,
    (False, True, False): Salience.DISCRETIONARY,
    (False, False, True): Salience.DEMANDING,
    (False, False, False): Salience.NONE,
}


class Grids(NamedTuple):
    """Where one judgement puts somebody in each grid, and why."""

    on: date
    """The day of the judgement."""
    reason: str
    """What was written with it."""
    power: bool
    interest: bool
    quadrant: Quadrant
    salience: Salience | None
    """None as long as nobody has said whether the claim is legitimate and urgent."""
    camp: Camp | None
    """None as long as too few promises are settled to speak of trust."""

    def __str__(self) -> str:
        """The names that can be given, each as its grid gives them."""
        return ", ".join(filter(None, (self.quadrant, self.salience, self.camp)))


def grids(seen: Profile) -> Grids | None:
    """Where somebody stands in each grid; None for somebody whom nobody has judged.

    Power is reach from the threshold for champions on. Interest is shown by whoever has taken
    a side, or is open to us.
    """
    assessment = seen.assessment
    if assessment is None:
        return None
    power = (seen.reach or 0) >= seen.settings.strong_reach
    sided = assessment.engagement not in (Engagement.UNAWARE, Engagement.NEUTRAL)
    interest = sided or assessment.openness >= seen.settings.wide_open
    return Grids(
        on=assessment.on,
        reason=assessment.why,
        power=power,
        interest=interest,
        quadrant=_quadrant(power=power, interest=interest),
        salience=_salience(
            power=power, legitimacy=assessment.legitimacy, urgency=assessment.urgency
        ),
        camp=camp(assessment.engagement, seen.follow_through),
    )


def _quadrant(*, power: bool, interest: bool) -> Quadrant:
    if power:
        return Quadrant.MANAGE if interest else Quadrant.SATISFY
    return Quadrant.INFORM if interest else Quadrant.MONITOR


def _salience(*, power: bool, legitimacy: bool | None, urgency: bool | None) -> Salience | None:
    if legitimacy is None or urgency is None:
        return None
    return _CLASSES[power, legitimacy, urgency]


def camp(engagement: Engagement, deeds: FollowThrough) -> Camp | None:
    """Block's grid: agreement from the level of engagement, trust from follow-through."""
    if deeds.is_silent:
        return None
    trusted = deeds.mean >= 0.5
    if engagement.is_support:
        return Camp.ALLY if trusted else Camp.BEDFELLOW
    if engagement is Engagement.RESISTANT:
        return Camp.OPPONENT if trusted else Camp.ADVERSARY
    return Camp.FENCE_SITTER

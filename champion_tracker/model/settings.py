"""What a user may set, with the values that hold until they do."""

from msgspec import Struct, field

from .judgement import Standing


def _cadences() -> dict[Standing, str]:
    return {
        Standing.UNASSESSED: "1 month",
        Standing.DETRACTOR: "6 months",
        Standing.CHAMPION: "3 weeks",
        Standing.POTENTIAL: "2 weeks",
        Standing.SUPPORTER: "6 weeks",
        Standing.NEUTRAL: "3 months",
    }


class Settings(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Thresholds and cadences of the rules."""

    cadences: dict[Standing, str] = field(default_factory=_cadences)
    strong_reach: int = 4
    """From which reach somebody can be a champion or a potential one."""
    wide_open: int = 4
    """From which openness somebody with reach is a potential champion."""
    closed: int = 2
    """Up to which openness poor follow-through makes a detractor."""
    stale_after: str = "6 months"
    stale_champion_after: str = "3 months"
    """The same for champions and potential champions."""
    poor_follow_through: float = 0.4
    """Below which mean, from three settled promises on, follow-through is poor."""
    grace_days: int = 14
    """How long after its day an open promise of theirs counts as broken."""
    evidence_days: int = 180
    """How long evidence for the champion test stays good."""
    story_every: str = "2 weeks"
    """How often a story should be told, wherever."""
    area_story_every: str = "2 months"
    """How often each business area should hear one."""
    areas: tuple[str, ...] = ()
    """The business areas that the programme serves; by default those that its records name."""
    horizon_days: int = 7
    """How far ahead the launch screen looks."""

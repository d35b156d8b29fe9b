"""What a user may set, with the values that hold until they do."""

from typing import Annotated, Literal

from msgspec import Meta, Struct, field

from .judgement import Standing

Every = Annotated[str, Meta(description="a cadence, such as '2 weeks'")]
Rating = Annotated[int, Meta(ge=1, le=5, description="a whole number from 1 to 5")]
Days = Annotated[int, Meta(ge=0, le=3650, description="a whole number of days up to 3650")]
Backups = Annotated[int, Meta(ge=1, le=1000, description="a whole number from 1 to 1000")]
Share = Annotated[float, Meta(ge=0, le=1, description="a number from 0 to 1")]
Names = Annotated[tuple[str, ...], Meta(description="a list of names")]
Word = Annotated[str, Meta(description="a word")]
KeyMap = Annotated[
    Literal["default", "vim", "emacs"], Meta(description="'default', 'vim' or 'emacs'")
]


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

    cadences: dict[Standing, Every] = field(default_factory=_cadences)
    strong_reach: Rating = 4
    """From which reach somebody can be a champion or a potential one."""
    wide_open: Rating = 4
    """From which openness somebody with reach is a potential champion."""
    closed: Rating = 2
    """Up to which openness poor follow-through makes a detractor."""
    stale_after: Every = "6 months"
    stale_champion_after: Every = "3 months"
    """The same for champions and potential champions."""
    poor_follow_through: Share = 0.4
    """Below which mean, from three settled promises on, follow-through is poor."""
    grace_days: Days = 14
    """How long after its day an open promise of theirs counts as broken."""
    evidence_days: Days = 180
    """How long evidence for the champion test stays good."""
    story_every: Every = "2 weeks"
    """How often a story should be told, wherever."""
    area_story_every: Every = "2 months"
    """How often each business area should hear one."""
    areas: Names = ()
    """The business areas that the programme serves; by default those that its records name."""
    keep_daily: Backups = 7
    keep_weekly: Backups = 4
    keep_monthly: Backups = 12
    """How many days, weeks and months keep their newest automatic backup."""
    horizon_days: Days = 7
    """How far ahead the launch screen looks."""


class Preferences(Settings, frozen=True, kw_only=True, omit_defaults=True):
    """What a settings file may say: what the rules go by, and how the application behaves."""

    theme: Word = "champion-dark"
    """The colours of the application."""
    keymap: KeyMap = "default"
    """The habits that its keys follow."""
    keys: dict[str, Word] = field(default_factory=dict)
    """Other keys for single actions, by the name of the action."""

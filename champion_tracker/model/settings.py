"""What a user may set: the kind of each value, what it is for, and what holds until it is set.

A field's ``Meta`` carries all that files, command line and screen need: ``description`` says what
a value has to be, ``title`` what the setting is for, ``extra`` under which heading it stands, and
what it is called there.
"""

from typing import Annotated, Literal

from msgspec import Meta, Struct, field

from .judgement import Standing
from .touch import Channel

Every = Annotated[str, Meta(description="a cadence, such as '2 weeks'")]
Rating = Annotated[int, Meta(ge=1, le=5, description="a whole number from 1 to 5")]
Days = Annotated[int, Meta(ge=0, le=3650, description="a whole number of days up to 3650")]
Backups = Annotated[int, Meta(ge=1, le=1000, description="a whole number from 1 to 1000")]
Share = Annotated[float, Meta(ge=0, le=1, description="a number from 0 to 1")]
Names = Annotated[tuple[str, ...], Meta(description="a list of names")]
Word = Annotated[str, Meta(description="a word")]
Weekday = Annotated[
    Literal["monday", "saturday", "sunday"],
    Meta(description="'monday', 'saturday' or 'sunday'"),
]
DateOrder = Annotated[
    Literal["iso", "day-first", "month-first"],
    Meta(description="'iso', 'day-first' or 'month-first'"),
]
Channels = Annotated[
    tuple[
        Literal["meeting", "call", "e-mail", "message", "presentation", "event", "hallway", "all"],
        ...,
    ],
    Meta(description=f"a list of 'all' or any of {', '.join(Channel)}"),
]
KeyMap = Annotated[
    Literal["default", "vim", "emacs"], Meta(description="'default', 'vim' or 'emacs'")
]


def _on(group: str, label: str, purpose: str) -> Meta:
    """Under which heading a setting stands, what it is called there, and what it is for."""
    return Meta(title=purpose, extra={"group": group, "label": label})


def _cadences() -> dict[Standing, str]:
    return {
        Standing.CHAMPION: "3 weeks",
        Standing.POTENTIAL: "2 weeks",
        Standing.SUPPORTER: "6 weeks",
        Standing.NEUTRAL: "3 months",
        Standing.UNASSESSED: "1 month",
        Standing.DETRACTOR: "6 months",
    }


_RHYTHM, _STANDING, _STORIES = "rhythm", "standing", "stories"
_DATES, _PRIVACY, _BACKUPS, _LOOKS = "days and dates", "privacy", "backups", "looks and keys"


class Settings(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Thresholds and cadences of the rules."""

    cadences: Annotated[
        dict[Standing, Every],
        _on(_RHYTHM, "Keep in touch", "how often this standing wants a touch"),
    ] = field(default_factory=_cadences)
    horizon_days: Annotated[Days, _on(_RHYTHM, "Days shown ahead", "how far ahead Today looks")] = 7
    strong_reach: Annotated[
        Rating,
        _on(
            _STANDING,
            "Strong reach, from",
            "from which reach somebody can be a champion, or a potential one",
        ),
    ] = 4
    wide_open: Annotated[
        Rating,
        _on(
            _STANDING,
            "Wide open, from",
            "from which openness somebody with reach is a potential champion",
        ),
    ] = 4
    closed: Annotated[
        Rating,
        _on(
            _STANDING, "Closed, up to", "up to which openness poor follow-through makes a detractor"
        ),
    ] = 2
    stale_after: Annotated[
        Every,
        _on(
            _STANDING, "A judgement grows old after", "when a judgement wants to be looked at again"
        ),
    ] = "6 months"
    stale_champion_after: Annotated[
        Every,
        _on(
            _STANDING,
            "A judgement of a champion, after",
            "the same for champions and potential champions",
        ),
    ] = "3 months"
    poor_follow_through: Annotated[
        Share,
        _on(
            _STANDING,
            "Poor follow-through, below",
            "below which mean, from three settled promises on, follow-through is poor",
        ),
    ] = 0.4
    grace_days: Annotated[
        Days,
        _on(
            _STANDING,
            "Days of grace for a promise",
            "how long after its day an open promise of theirs counts as broken",
        ),
    ] = 14
    evidence_days: Annotated[
        Days,
        _on(
            _STANDING,
            "Days that evidence stays good",
            "how long evidence for the champion test stays good",
        ),
    ] = 180
    story_every: Annotated[
        Every, _on(_STORIES, "Tell a story every", "how often a story should be told, wherever")
    ] = "2 weeks"
    area_story_every: Annotated[
        Every,
        _on(_STORIES, "Each area hears one every", "how often each business area should hear one"),
    ] = "2 months"
    areas: Annotated[
        Names,
        _on(
            _STORIES,
            "Business areas",
            "the business areas that the programme serves; else those on record",
        ),
    ] = ()
    first_weekday: Annotated[
        Weekday, _on(_DATES, "A week begins on", "with which day a week begins, as in 'next week'")
    ] = "monday"
    date_order: Annotated[
        DateOrder,
        _on(
            _DATES,
            "Order of day and month",
            "how 03/04 is read; with 'iso' what could be two days is refused",
        ),
    ] = "iso"
    private_touches: Annotated[
        Channels,
        _on(
            _PRIVACY,
            "Touches that are private",
            "which touches are private unless one says otherwise; 'all' is every one",
        ),
    ] = ()
    keep_daily: Annotated[
        Backups,
        _on(_BACKUPS, "Backups kept, daily", "how many days keep their newest automatic backup"),
    ] = 7
    keep_weekly: Annotated[Backups, _on(_BACKUPS, "Backups kept, weekly", "how many weeks do")] = 4
    keep_monthly: Annotated[
        Backups, _on(_BACKUPS, "Backups kept, monthly", "how many months do")
    ] = 12

    def is_private(self, channel: Channel) -> bool:
        """Whether a touch by this channel is private unless one says otherwise."""
        return channel in self.private_touches or "all" in self.private_touches


class Preferences(Settings, frozen=True, kw_only=True, omit_defaults=True):
    """What a settings file may say: what the rules go by, and how the application behaves."""

    theme: Annotated[Word, _on(_LOOKS, "Theme", "the colours of the application")] = "champion-dark"
    keymap: Annotated[KeyMap, _on(_LOOKS, "Key map", "the habits that its keys follow")] = "default"
    keys: Annotated[
        dict[str, Word],
        _on(
            _LOOKS, "Key of an action", "another key for a single action, by the name of the action"
        ),
    ] = field(default_factory=dict)

"""What the agenda must know of a person's history, small enough to be always at hand."""

from datetime import date, datetime

from msgspec import Struct

from .judgement import Assessment


class Act(Struct, frozen=True, kw_only=True):
    """Where something done stands in time."""

    record_id: str
    on: date
    recorded_at: datetime


class Digest(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A person's history in constant space.

    It is derived: ``rules.digest`` makes it again from the history, and the store keeps it only
    so that nobody has to read the years to learn who is due.
    """

    touches: int = 0
    last_touch: date | None = None
    recent: str = ""
    """The last 24 touches, newest first, each ``ISO date:weight in hundredths``, by blanks."""
    months: str = ""
    """Touches by month, the last 12 that had any, newest first: ``2026-11:4 2026-09:1``."""
    assessment: Assessment | None = None
    """The latest judgement."""
    judgements: str = ""
    """The last 8, newest first, each ``ISO date and time:influence,openness,engagement``."""
    last_harm: Act | None = None
    """The latest action against the programme."""
    kept: int = 0
    """How many of their settled promises to us they kept."""
    settled: int = 0
    """How many of their promises to us ended kept or broken."""
    settlements: str = ""
    """The last 24 of these, newest first, each ``ISO date:kept`` or ``ISO date:broken``."""
    last_broken: Act | None = None
    """The latest promise to us that they broke."""
    access_on: date | None = None
    spoke_on: date | None = None
    stake_on: date | None = None
    """When each part of the champion test was last seen."""

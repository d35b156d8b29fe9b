"""Asks: what the programme needs, from whom, and what will not happen without it."""

from datetime import date, datetime
from enum import StrEnum

from msgspec import Struct


class AskStatus(StrEnum):
    """How an ask stands."""

    DRAFTED = "drafted"
    MADE = "made"
    GRANTED = "granted"
    PARTLY = "partly"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"

    @property
    def is_answered(self) -> bool:
        """Whether it needs no answer any more."""
        return self not in (AskStatus.DRAFTED, AskStatus.MADE)


class Ask(Struct, frozen=True, kw_only=True, omit_defaults=True, tag="ask", tag_field="kind"):
    """People, money, a yes or a seat, asked of somebody."""

    id: str
    person_id: str
    """Of whom it is asked."""
    what: str
    why_now: str = ""
    without: str = ""
    """What will not happen without it, as plainly as it can be said."""
    supporter_ids: tuple[str, ...] = ()
    """Who stands behind it."""
    status: AskStatus = AskStatus.DRAFTED
    made_on: date | None = None
    answered_on: date | None = None
    answer: str = ""
    """What was said, and how much of it was granted."""
    next_step: str = ""
    private: bool = False
    recorded_at: datetime

    @property
    def about(self) -> tuple[str, ...]:
        """The persons whose history this belongs to."""
        return tuple(dict.fromkeys((self.person_id, *self.supporter_ids)))

    @property
    def is_open(self) -> bool:
        """Asks stay at hand, answered or not."""
        return True

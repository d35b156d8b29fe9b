"""Promises: what somebody said they would do, and how it ended."""

from datetime import date, datetime
from enum import StrEnum

from msgspec import Struct


class Outcome(StrEnum):
    """How a promise stands."""

    OPEN = "open"
    KEPT = "kept"
    BROKEN = "broken"
    WITHDRAWN = "withdrawn"

    @property
    def is_settled(self) -> bool:
        """Whether it says something of whoever gave the promise."""
        return self in (Outcome.KEPT, Outcome.BROKEN)


class Promise(
    Struct, frozen=True, kw_only=True, omit_defaults=True, tag="promise", tag_field="kind"
):
    """Something promised between a person and us."""

    id: str
    person_id: str
    ours: bool = False
    """Whether we promised it to them, rather than they to us."""
    text: str
    made_on: date
    due: date
    outcome: Outcome = Outcome.OPEN
    settled_on: date | None = None
    private: bool = False
    recorded_at: datetime

    @property
    def about(self) -> tuple[str, ...]:
        """The persons whose history this belongs to."""
        return (self.person_id,)

    @property
    def is_open(self) -> bool:
        """Whether it still waits for its end."""
        return self.outcome is Outcome.OPEN

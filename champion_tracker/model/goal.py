"""Goals: what the programme is for, in terms that leaders recognise as theirs."""

from datetime import date, datetime

from msgspec import Struct


class Reading(Struct, frozen=True):
    """Where a measure stood on a day."""

    on: date
    value: float
    recorded_at: datetime


class Goal(Struct, frozen=True, kw_only=True, omit_defaults=True, tag="goal", tag_field="kind"):
    """A purpose, the corporate aim that it serves, and how one sees that it gets there."""

    id: str
    purpose: str
    aim: str = ""
    """The corporate aim served, in the words of the strategy."""
    measure: str = ""
    """What is counted, with its unit: ``days from request to page``."""
    target: float | None = None
    readings: tuple[Reading, ...] = ()
    """Oldest first."""
    leader_ids: tuple[str, ...] = ()
    """Whose priority it is."""
    closed_on: date | None = None
    """When it was reached or given up."""
    private: bool = False
    recorded_at: datetime

    @property
    def about(self) -> tuple[str, ...]:
        """The persons whose history this belongs to."""
        return self.leader_ids

    @property
    def is_open(self) -> bool:
        """Goals stay at hand, reached or not."""
        return True

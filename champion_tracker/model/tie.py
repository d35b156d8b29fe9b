"""Ties: who reports to whom, and who has whose ear."""

from datetime import date, datetime
from enum import StrEnum

from msgspec import Struct


class Relation(StrEnum):
    """What one person is to another, read from the first to the second."""

    REPORTS_TO = "reports to"
    EAR = "has the ear of"
    ALLY = "ally of"
    ODDS = "at odds with"
    ASSISTS = "assists"


class Tie(Struct, frozen=True, kw_only=True, omit_defaults=True, tag="tie", tag_field="kind"):
    """A directed relation between two persons."""

    id: str
    person_id: str
    """From whom it goes."""
    other_id: str
    """To whom it goes."""
    relation: Relation
    strength: int = 2
    """1 (loose) to 3 (close)."""
    why: str = ""
    since: date | None = None
    ended_on: date | None = None
    private: bool = False
    recorded_at: datetime

    @property
    def about(self) -> tuple[str, ...]:
        """The persons whose history this belongs to."""
        return (self.person_id, self.other_id)

    @property
    def is_open(self) -> bool:
        """Whether it still holds."""
        return self.ended_on is None

"""Objections: the risks that people hold against us, and what answers them."""

from datetime import date, datetime
from enum import StrEnum

from msgspec import Struct


class ObjectionStatus(StrEnum):
    """How far an objection still holds."""

    STANDING = "standing"
    SOFTENED = "softened"
    GONE = "gone"


class Proof(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What peers do about the same risk: the plainest answer to a fear."""

    who: str
    """The organisation."""
    what: str = ""
    steps: int | None = None
    """How many steps their approval takes."""
    days: int | None = None
    """How many days it takes."""
    link: str = ""

    def __str__(self) -> str:
        measures = [
            f"{number} {unit if number != 1 else unit.removesuffix('s')}"
            for number, unit in ((self.steps, "steps"), (self.days, "days"))
            if number is not None
        ]
        said = "; ".join(filter(None, (self.what, ", ".join(measures))))
        return f"{self.who}: {said}" if said else self.who


class Objection(
    Struct, frozen=True, kw_only=True, omit_defaults=True, tag="objection", tag_field="kind"
):
    """A risk that somebody holds against the programme."""

    id: str
    person_id: str
    risk: str
    """In their own words."""
    likelihood: int | None = None
    """1 (hardly) to 5 (surely), as they see it."""
    impact: int | None = None
    """1 (slight) to 5 (grave), as they see it."""
    mitigation: str = ""
    """What we do so that it does not happen, or does not hurt."""
    proofs: tuple[Proof, ...] = ()
    story_ids: tuple[str, ...] = ()
    """Successes of our own that answer it."""
    status: ObjectionStatus = ObjectionStatus.STANDING
    raised_on: date
    changed_on: date | None = None
    """When the status last changed."""
    private: bool = False
    recorded_at: datetime

    @property
    def about(self) -> tuple[str, ...]:
        """The persons whose history this belongs to."""
        return (self.person_id,)

    @property
    def is_open(self) -> bool:
        """Objections stay at hand, gone or not."""
        return True

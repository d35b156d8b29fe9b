"""Judgements of people: levels of engagement, dated assessments, and what follows from them."""

from datetime import date, datetime
from enum import StrEnum

from msgspec import Struct


class Engagement(StrEnum):
    """The five levels of stakeholder engagement.

    Source: Project Management Institute, *PMBOK Guide*, sixth edition, section 13.2.2.5.
    """

    UNAWARE = "unaware"
    RESISTANT = "resistant"
    NEUTRAL = "neutral"
    SUPPORTIVE = "supportive"
    LEADING = "leading"

    @property
    def is_support(self) -> bool:
        """Whether somebody at this level is for the programme."""
        return self in (Engagement.SUPPORTIVE, Engagement.LEADING)


class Standing(StrEnum):
    """What somebody is to the programme; computed by rule, never stored."""

    UNASSESSED = "unassessed"
    DETRACTOR = "detractor"
    CHAMPION = "champion"
    POTENTIAL = "potential champion"
    SUPPORTER = "supporter"
    NEUTRAL = "neutral"


class Assessment(
    Struct, frozen=True, kw_only=True, omit_defaults=True, tag="assessment", tag_field="kind"
):
    """A dated judgement of a person in the positions that they then held."""

    id: str
    person_id: str
    position_ids: tuple[str, ...] = ()
    """The positions current when the judgement was made; empty when there was none."""
    on: date
    influence: int
    """1 (none) to 5 (decides)."""
    openness: int
    """1 (closed) to 5 (keen)."""
    engagement: Engagement
    desired: Engagement | None = None
    desired_by: date | None = None
    """By when they should be where they are wanted."""
    moves: str = ""
    """What we shall do to get them there."""
    legitimacy: bool | None = None
    """Whether their claim on the programme is a proper one; None where nobody has said."""
    urgency: bool | None = None
    """Whether their claim calls for attention at once; None where nobody has said."""
    why: str = ""
    basis: str = ""
    """What the judgement rests on."""
    unchanged: bool = False
    """Whether the answer was "no change"; it counts as a judgement all the same."""
    recorded_at: datetime

    @property
    def about(self) -> tuple[str, ...]:
        """The persons whose history this belongs to."""
        return (self.person_id,)

    @property
    def is_open(self) -> bool:
        """Whether the agenda needs this record itself (it needs only the digest of it)."""
        return False

"""One thing that wants attention."""

from datetime import date
from enum import StrEnum

from msgspec import Struct


class PromptKind(StrEnum):
    """Why attention is wanted."""

    TOUCH = "touch"
    FOLLOW_UP = "follow_up"
    PROMISE = "promise"
    REASSESS = "reassess"
    COVERAGE = "coverage"
    STORY = "story"


class Prompt(Struct, frozen=True, kw_only=True):
    """One thing that wants attention; computed on the day that it is asked, never stored."""

    kind: PromptKind
    key: str
    """The same from day to day, so that an answer finds its prompt again."""
    cause: str
    """What raised it; an answer to one cause is no answer to the next."""
    person_id: str = ""
    person: str = ""
    why: str
    """A sentence."""
    due: date
    overdue_days: int = 0
    """Days past ``due``; 0 on the day itself and before."""
    weight: float = 0.0
    """Posture times lateness relative to the cadence; heavier comes first."""

"""What is at hand as soon as a workspace is open."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from .ask import Ask
from .digest import Digest
from .goal import Goal
from .matters import Answer, FollowUp
from .objection import Objection
from .person import Person
from .promise import Promise
from .resting import Watch
from .seat import Seat
from .settings import Settings
from .story import Occasion, Story, Telling
from .tie import Tie
from .verdict import Verdict

Matter: TypeAlias = FollowUp | Promise | Tie | Telling | Ask | Objection | Goal | Seat
"""What is at hand about people, besides themselves."""

_NOTHING = Digest()


@dataclass(frozen=True, slots=True)
class Workspace:
    """People, the digests of their histories, and open matters, each by identifier."""

    people: Mapping[str, Person] = field(default_factory=dict)
    digests: Mapping[str, Digest] = field(default_factory=dict)
    follow_ups: Mapping[str, FollowUp] = field(default_factory=dict)
    """The open ones only."""
    answers: Mapping[str, Answer] = field(default_factory=dict)
    promises: Mapping[str, Promise] = field(default_factory=dict)
    """The open ones only."""
    ties: Mapping[str, Tie] = field(default_factory=dict)
    """Those that still hold."""
    matters_of: Mapping[str, Mapping[str, Matter]] = field(default_factory=dict)
    """For each person whatever of the above and below they have part in."""
    stories: Mapping[str, Story] = field(default_factory=dict)
    tellings: Mapping[str, Telling] = field(default_factory=dict)
    occasions: Mapping[str, Occasion] = field(default_factory=dict)
    asks: Mapping[str, Ask] = field(default_factory=dict)
    objections: Mapping[str, Objection] = field(default_factory=dict)
    goals: Mapping[str, Goal] = field(default_factory=dict)
    seats: Mapping[str, Seat] = field(default_factory=dict)
    verdicts: Mapping[str, Verdict] = field(default_factory=dict)
    watch: Watch = field(default_factory=Watch)
    """Whom the agenda has to look at."""
    settings: Settings = field(default_factory=Settings)

    def digest(self, person_id: str) -> Digest:
        """The digest of a person's history; an empty one where there is none."""
        return self.digests.get(person_id, _NOTHING)

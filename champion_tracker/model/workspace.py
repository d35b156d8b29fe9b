"""What is at hand as soon as a workspace is open."""

from collections.abc import Mapping
from typing import TypeAlias

from msgspec import Struct, field

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


class Workspace(Struct, frozen=True):
    """People, the digests of their histories, and open matters, each by identifier."""

    people: Mapping[str, Person] = {}
    digests: Mapping[str, Digest] = {}
    follow_ups: Mapping[str, FollowUp] = {}
    """The open ones only."""
    answers: Mapping[str, Answer] = {}
    promises: Mapping[str, Promise] = {}
    """The open ones only."""
    ties: Mapping[str, Tie] = {}
    """Those that still hold."""
    matters_of: Mapping[str, Mapping[str, Matter]] = {}
    """For each person whatever of the above and below they have part in."""
    stories: Mapping[str, Story] = {}
    tellings: Mapping[str, Telling] = {}
    occasions: Mapping[str, Occasion] = {}
    asks: Mapping[str, Ask] = {}
    objections: Mapping[str, Objection] = {}
    goals: Mapping[str, Goal] = {}
    seats: Mapping[str, Seat] = {}
    verdicts: Mapping[str, Verdict] = {}
    watch: Watch = field(default_factory=Watch)
    """Whom the agenda has to look at."""
    settings: Settings = field(default_factory=Settings)

    def digest(self, person_id: str) -> Digest:
        """The digest of a person's history; an empty one where there is none."""
        return self.digests.get(person_id, _NOTHING)

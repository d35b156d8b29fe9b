"""What is at hand as soon as a workspace is open."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from .digest import Digest
from .matters import Answer, FollowUp
from .person import Person
from .promise import Promise
from .settings import Settings
from .tie import Tie

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
    matters_of: Mapping[str, Mapping[str, Promise | Tie | FollowUp]] = field(default_factory=dict)
    """For each person the open follow-ups, promises and ties that they have part in."""
    settings: Settings = field(default_factory=Settings)

    def digest(self, person_id: str) -> Digest:
        """The digest of a person's history; an empty one where there is none."""
        return self.digests.get(person_id, _NOTHING)

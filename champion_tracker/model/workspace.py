"""What is at hand as soon as a workspace is open."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from .digest import Digest
from .matters import Answer, FollowUp
from .person import Person
from .settings import Settings

_NOTHING = Digest()


@dataclass(frozen=True, slots=True)
class Workspace:
    """People, the digests of their histories, and open matters, each by identifier."""

    people: Mapping[str, Person] = field(default_factory=dict)
    digests: Mapping[str, Digest] = field(default_factory=dict)
    follow_ups: Mapping[str, FollowUp] = field(default_factory=dict)
    """The open ones only."""
    answers: Mapping[str, Answer] = field(default_factory=dict)
    settings: Settings = field(default_factory=Settings)

    def digest(self, person_id: str) -> Digest:
        """The digest of a person's history; an empty one where there is none."""
        return self.digests.get(person_id, _NOTHING)

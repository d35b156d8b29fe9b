"""A person as seen on a day: the record, and everything that the rules make of it."""

from collections.abc import Iterator
from datetime import date
from functools import cached_property

from ..model import Assessment, Digest, Engagement, Person, Position, Settings, Standing, Workspace
from .cadence import due_after, is_cadence
from .standing import POSTURES, computed_standing, explain, reach_of
from .warmth import warmth, warmth_word


class Profile:
    """A person on a day. What is dear to compute is computed when it is asked for."""

    def __init__(self, person: Person, digest: Digest, today: date, settings: Settings) -> None:
        self.person = person
        self.digest = digest
        self.today = today
        self._settings = settings

    @cached_property
    def standing(self) -> Standing:
        """The pinned standing, or else the computed one."""
        return self.person.pin.standing if self.person.pin is not None else self.ruled

    @cached_property
    def ruled(self) -> Standing:
        """The standing by the rule alone."""
        return computed_standing(self.person, self.digest, self.today, self._settings)

    @cached_property
    def reason(self) -> str:
        """Why the standing is what it is."""
        return explain(self.person, self.digest, self.today, self._settings)

    @property
    def posture(self) -> str:
        """What the standing asks of us, in two words."""
        return POSTURES[self.standing].words

    @property
    def assessment(self) -> Assessment | None:
        """The latest judgement, whether or not it still holds."""
        return self.digest.assessment

    @property
    def influence(self) -> int | None:
        """1 to 5 by the latest judgement, or None where there is none."""
        return self.assessment.influence if self.assessment else None

    @property
    def openness(self) -> int | None:
        """1 to 5 by the latest judgement, or None where there is none."""
        return self.assessment.openness if self.assessment else None

    @property
    def engagement(self) -> Engagement | None:
        """The level by the latest judgement, or None where there is none."""
        return self.assessment.engagement if self.assessment else None

    @property
    def desired(self) -> Engagement | None:
        """The level that is wanted, or None where nobody has said."""
        return self.assessment.desired if self.assessment else None

    @property
    def reach(self) -> int | None:
        """Effective influence, or None for somebody never judged."""
        return reach_of(self.assessment) if self.assessment else None

    @cached_property
    def positions(self) -> tuple[Position, ...]:
        """The positions held on the day."""
        return self.person.current_positions(self.today)

    @property
    def position(self) -> Position | None:
        """The position held latest on the day, if any."""
        return self.positions[-1] if self.positions else None

    @property
    def has_left(self) -> bool:
        """Whether somebody who held a position holds none any more."""
        return self.person.has_left(self.today)

    @cached_property
    def cadence(self) -> str:
        """The person's own cadence, or else that of the standing."""
        return cadence_of(self.person, self.standing, self._settings)

    @property
    def last_touch(self) -> date | None:
        """The day of the last interaction."""
        return self.digest.last_touch

    @cached_property
    def next_touch(self) -> date | None:
        """When the next touch is due; None for somebody not followed, or paused."""
        return next_touch(self.person, self.digest, self.cadence)

    @cached_property
    def warmth(self) -> float:
        """How alive the relation is, from 0 to 1."""
        return warmth(self.digest, self.cadence, self.today)

    @property
    def warmth_word(self) -> str:
        """Warmth as a word."""
        return warmth_word(self.warmth)


def profile(workspace: Workspace, person: Person, today: date) -> Profile:
    """The profile of one person."""
    return Profile(person, workspace.digest(person.id), today, workspace.settings)


def profiles(workspace: Workspace, today: date) -> Iterator[Profile]:
    """The profiles of everybody who is not archived."""
    return (
        profile(workspace, person, today)
        for person in workspace.people.values()
        if person.archived_on is None
    )


def cadence_of(person: Person, standing: Standing, settings: Settings) -> str:
    """The cadence that holds for somebody of this standing.

    A person's own that cannot be read (a file edited by hand) does not hide them.
    """
    own = person.plan.every
    return own if own and is_cadence(own) else settings.cadences[standing]


def next_touch(person: Person, digest: Digest, every: str) -> date | None:
    """When the next touch is due: at once for somebody never touched, else after a cadence."""
    if not person.is_followed or person.plan.paused:
        return None
    if digest.last_touch is None:
        return person.followed_since
    return due_after(every, digest.last_touch)

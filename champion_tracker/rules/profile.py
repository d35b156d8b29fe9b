"""A person as seen on a day: the record, and everything that the rules make of it."""

from collections.abc import Iterator
from datetime import date

from ..model import Assessment, Digest, Engagement, Person, Position, Settings, Standing, Workspace
from .cadence import due_after, is_cadence
from .standing import POSTURES, covers, explain, judged_standing, reach_of
from .warmth import warmth, warmth_word


class Profile:
    """A person on a day.

    The standing is known at once, for everything asks for it; the rest when it is asked for.
    """

    __slots__ = ("digest", "judged", "person", "ruled", "settings", "standing", "today")

    person: Person
    digest: Digest
    today: date
    settings: Settings
    judged: Standing | None
    """What the latest judgement made of them, whatever has become of them since."""
    ruled: Standing
    """The standing by the rule alone."""
    standing: Standing
    """The pinned standing, or else the one by the rule."""

    def __init__(self, person: Person, digest: Digest, today: date, settings: Settings) -> None:
        self.person = person
        self.digest = digest
        self.today = today
        self.settings = settings
        judged = digest.assessment
        self.judged = judged_standing(judged, settings) if judged is not None else None
        holds = judged is not None and covers(judged, person, today)
        self.ruled = self.judged if holds and self.judged is not None else Standing.UNASSESSED
        self.standing = person.pin.standing if person.pin is not None else self.ruled

    @property
    def reason(self) -> str:
        """Why the standing is what it is."""
        return explain(self.person, self.digest, self.ruled, self.today)

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

    @property
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

    @property
    def cadence(self) -> str:
        """The person's own cadence, or else that of the standing.

        One that cannot be read (in a file edited by hand) does not hide anybody.
        """
        own = self.person.plan.every
        return own if own and is_cadence(own) else self.settings.cadences[self.standing]

    @property
    def last_touch(self) -> date | None:
        """The day of the last interaction."""
        return self.digest.last_touch

    @property
    def next_touch(self) -> date | None:
        """When the next touch is due: at once for somebody never touched, else after a cadence.

        None for somebody who is not followed, or whose cadence rests.
        """
        if not self.person.is_followed or self.person.plan.paused:
            return None
        if self.digest.last_touch is None:
            return self.person.followed_since
        return due_after(self.cadence, self.digest.last_touch)

    @property
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

"""A person as seen on a day: the record, and everything that the rules make of it."""

from collections.abc import Iterator
from datetime import date

from ..model import Assessment, Digest, Engagement, Person, Position, Settings, Standing, Workspace
from .cadence import due_after, is_cadence
from .champion_test import ChampionTest, champion_test
from .follow_through import FollowThrough, follow_through
from .reach import Reach, reach
from .standing import POSTURES, covers, judged_standing
from .warmth import warmth, warmth_word


class Profile:
    """A person on a day.

    The standing is known at once, for everything asks for it; the rest when it is asked for.
    """

    __slots__ = (
        "digest",
        "follow_through",
        "judged",
        "person",
        "positions",
        "reached",
        "ruled",
        "settings",
        "standing",
        "today",
    )

    person: Person
    digest: Digest
    today: date
    settings: Settings
    positions: tuple[Position, ...]
    """The positions held on the day."""
    reached: Reach
    """Effective influence, and through whose ear."""
    follow_through: FollowThrough
    """How far deeds bear out words."""
    judged: Standing | None
    """What the latest judgement made of them, whatever has become of them since."""
    ruled: Standing
    """The standing by the rule alone."""
    standing: Standing
    """The pinned standing, or else the one by the rule."""

    def __init__(self, workspace: Workspace, person: Person, today: date) -> None:
        self.person = person
        self.digest = digest = workspace.digest(person.id)
        self.today = today
        self.positions = person.current_positions(today)
        self.settings = settings = workspace.settings
        self.reached = reach(workspace, person.id, today)
        self.follow_through = follow_through(workspace, person.id, today)
        assessment = digest.assessment
        self.judged = None
        self.ruled = Standing.UNASSESSED
        if assessment is not None:
            is_poor = self.follow_through.is_poor(settings)
            self.judged = judged_standing(
                assessment, self.reached.value, is_poor=is_poor, settings=settings
            )
            if covers(assessment, self.positions):
                self.ruled = self.judged
        self.standing = person.pin.standing if person.pin is not None else self.ruled

    @property
    def reason(self) -> str:
        """Why the standing is what it is: facts, in a phrase."""
        pin = self.person.pin
        if pin is None:
            return self._facts()
        return f"pinned on {pin.on}: {pin.reason} (by the rule: {self.ruled}, {self._facts()})"

    def _facts(self) -> str:
        assessment = self.assessment
        if assessment is None:
            return "nobody has judged them yet"
        if self.ruled is Standing.UNASSESSED:
            place = f"as {self.position}" if self.position else "since they left"
            return f"not judged {place}; last judged on {assessment.on}"
        facts = [
            str(self.reached),
            f"openness {assessment.openness}",
            f"engagement {assessment.engagement}",
        ]
        if not self.follow_through.is_silent:
            facts.append(str(self.follow_through))
        return ", ".join([*facts, f"judged on {assessment.on}"])

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
        """Effective influence, or None where nothing is known of it."""
        return self.reached.value or None

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

        Never before the day from which they are followed. None for somebody who is not
        followed, or whose cadence rests.
        """
        since = self.person.followed_since
        if since is None or not self.person.is_followed or self.person.plan.paused:
            return None
        if self.digest.last_touch is None:
            return since
        return max(since, due_after(self.cadence, self.digest.last_touch))

    @property
    def champion_test(self) -> ChampionTest:
        """Whether they are the champion that one takes them for."""
        return champion_test(self.digest, self.today, self.settings)

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
    return Profile(workspace, person, today)


def profiles(workspace: Workspace, today: date) -> Iterator[Profile]:
    """The profiles of everybody who is not archived."""
    return (
        profile(workspace, person, today)
        for person in workspace.people.values()
        if person.archived_on is None
    )

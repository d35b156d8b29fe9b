"""The repertoire: the programme's stories, and who has heard which of them."""

from bisect import insort
from collections.abc import Iterable, Iterator
from datetime import date
from heapq import merge
from itertools import takewhile
from typing import NamedTuple

from ..model import Objection, ObjectionStatus, Person, Story, Telling, Workspace
from .areas import Area, areas_of, areas_served, key_of
from .cadence import due_after


class Hearing(NamedTuple):
    """How a business area has been served with stories."""

    area: Area
    last: date | None
    """When it last heard one."""
    tellings: int
    untold: tuple[Story, ...]
    """Stories that concern it and that it has not heard, freshest first."""
    due: date
    """When it should hear the next: a round after the last, or after it was first named."""


QUARTER_DAYS = 91


class Recent(NamedTuple):
    """What was told in the last quarter, today included."""

    tellings: tuple[Telling, ...]
    story_ids: tuple[str, ...]
    """Of the stories that were told, each once, in order."""
    landed_ids: tuple[str, ...]
    """Those of them of which it is known how they landed."""


FRESH_DAYS = 182
"""Up to which age a story is news: nobody is owed one that is older."""


class News(NamedTuple):
    """What somebody can be owed."""

    stories: list[Story]
    """Freshest last."""
    ids: frozenset[str]


def freshness(story: Story) -> tuple[date, float, str]:
    """What stories are sorted by, the freshest last."""
    return (story.on, story.recorded_at.timestamp(), story.id)


class Repertoire:
    """The stories, and who has heard them: read once, asked often."""

    def __init__(self, workspace: Workspace, today: date) -> None:
        self.workspace = workspace
        self.today = today
        self._news_since = date.fromordinal(max(1, today.toordinal() - FRESH_DAYS))
        self.last_told: date | None = None
        """When any story was last told to anybody."""
        self.told_on: dict[date, list[Telling]] = {}
        """The tellings of each day."""
        self._by_area: dict[str, list[Story]] = {}
        """The stories that concern each area, freshest last."""
        self._news_in: dict[str, News] = {}
        """What is news in each area that was asked about since a story was written there."""
        self._recent: Recent | None = None
        """None where it has to be looked up anew."""
        self._heard_in: dict[str, dict[str, date]] = {}
        self._told_whole: dict[str, set[str]] = {}
        self._tellings_in: dict[str, int] = {}
        self._hearings: dict[str, Hearing] = {}
        """Those that were asked for since what they say last changed."""
        self._stories = sorted(workspace.stories.values(), key=freshness)
        for story in self._stories:
            for key in keys_of(story):
                self._by_area.setdefault(key, []).append(story)
        for telling in workspace.tellings.values():
            self._count(telling)
        self.areas: dict[str, Area] = areas_served(workspace)
        """The areas that the programme serves."""

    def write(self, story: Story) -> None:
        """Take in one more story."""
        insort(self._stories, story, key=freshness)
        for key in keys_of(story):
            insort(self._by_area.setdefault(key, []), story, key=freshness)
            self._hearings.pop(key, None)
            self._news_in.pop(key, None)
        since = story.recorded_at.date()
        if not all(self._is_served(area, since) for area in story.areas):
            self.areas = areas_served(self.workspace)

    def _is_served(self, name: str, since: date) -> bool:
        """Whether an area is known by this name and has been since this day."""
        known = self.areas.get(key_of(name))
        return (
            known is not None
            and known.name == name
            and known.since is not None
            and known.since <= since
        )

    def tell(self, telling: Telling) -> None:
        """Take in one more telling; one that is still to come counts for nothing."""
        self._count(telling)
        if telling.area:
            self.areas = areas_served(self.workspace)

    def _count(self, telling: Telling) -> None:
        if telling.on > self.today:
            return
        self.last_told = max(self.last_told or telling.on, telling.on)
        self.told_on.setdefault(telling.on, []).append(telling)
        self._recent = None
        for key in self._areas_told(telling):
            heard = self._heard_in.setdefault(key, {})
            heard[telling.story_id] = max(heard.get(telling.story_id, telling.on), telling.on)
            self._tellings_in[key] = self._tellings_in.get(key, 0) + 1
            self._hearings.pop(key, None)
        if telling.area:
            self._told_whole.setdefault(key_of(telling.area), set()).add(telling.story_id)

    @property
    def recent(self) -> Recent:
        """What was told in the last quarter."""
        if self._recent is None:
            tellings = [
                telling
                for day, told in self.told_on.items()
                if (self.today - day).days < QUARTER_DAYS
                for telling in told
            ]
            ids = {telling.story_id for telling in tellings}
            landed = {telling.story_id for telling in tellings if telling.landed is not None}
            self._recent = Recent(tuple(tellings), tuple(sorted(ids)), tuple(sorted(landed)))
        return self._recent

    @property
    def freshest(self) -> Story | None:
        """The freshest story that is not private."""
        return next((story for story in reversed(self._stories) if not story.private), None)

    def freshest_for(self, area: Area) -> Story | None:
        """The freshest story that an area has not heard, whomever it concerns."""
        heard = self._heard_in.get(key_of(area.name), {})
        fresh = (s for s in reversed(self._stories) if s.id not in heard and s.on <= self.today)
        return next(fresh, None)

    def _areas_told(self, telling: Telling) -> set[str]:
        keys = {key_of(telling.area)} if telling.area else set()
        for person_id in telling.person_ids:
            person = self.workspace.people.get(person_id)
            if person is not None:
                keys |= areas_of(person, telling.on)
        return keys

    def heard_by(self, person: Person) -> set[str]:
        """The stories that somebody was told, in person or with their whole area."""
        matters = self.workspace.matters_of.get(person.id, {}).values()
        heard = {m.story_id for m in matters if isinstance(m, Telling) and m.on <= self.today}
        whole = self._told_whole
        for key in areas_of(person, self.today) & whole.keys():
            heard |= whole[key]
        return heard

    def concerning(self, person: Person) -> Iterator[Story]:
        """The stories for their areas, for everybody, or for what they fear; freshest first."""
        found = [self._of_area(key) for key in ("", *areas_of(person, self.today))]
        return _freshest_first([*found, *self._answers_to(person)])

    def _answers_to(self, person: Person) -> Iterator[list[Story]]:
        """The stories said to answer each objection of somebody, freshest last."""
        stories = self.workspace.stories
        for objection in standing_objections(self.workspace, person.id):
            answers = [stories[key] for key in objection.story_ids if key in stories]
            yield sorted(answers, key=freshness)

    def _of_area(self, key: str) -> list[Story]:
        return self._by_area.get(key, [])

    def newest_unheard(self, person: Person) -> tuple[Story, Story] | None:
        """The newest story that concerns somebody, if unheard, and the oldest of that run.

        Only news counts: what is older than half a year is owed to nobody.
        """
        news = [self._news(key) for key in ("", *areas_of(person, self.today))]
        news += [self._as_news(answers) for answers in self._answers_to(person)]
        some, heard = [each.stories for each in news if each.stories], self.heard_by(person)
        if not some:
            return None
        if all(heard.isdisjoint(each.ids) for each in news):
            return max((s[-1] for s in some), key=freshness), min(
                (s[0] for s in some), key=freshness
            )
        run = list(takewhile(lambda story: story.id not in heard, _freshest_first(some)))
        return (run[0], run[-1]) if run else None

    def _news(self, key: str) -> News:
        found = self._news_in.get(key)
        if found is None:
            found = self._news_in[key] = self._as_news(self._of_area(key))
        return found

    def _as_news(self, stories: Iterable[Story]) -> News:
        fresh = [story for story in stories if self._news_since <= story.on <= self.today]
        return News(fresh, frozenset(story.id for story in fresh))

    def hearings(self) -> list[Hearing]:
        """Every area served, those that have waited longest first."""
        return sorted((self.hearing(key) for key in self.areas), key=lambda h: (h.due, h.area.name))

    def hearing(self, key: str) -> Hearing:
        """How one of the areas served has been served with stories."""
        area, known = self.areas[key], self._hearings.get(key)
        if known is None or known.area != area:
            known = self._hearings[key] = self._hearing(key, area)
        return known

    def _hearing(self, key: str, area: Area) -> Hearing:
        heard = self._heard_in.get(key, {})
        last = max(heard.values(), default=None)
        untold = [s for s in reversed(self._of_area(key)) if s.id not in heard]
        begun = last or area.since
        every = self.workspace.settings.area_story_every
        due = due_after(every, begun) if begun is not None else self.today
        return Hearing(area, last, self._tellings_in.get(key, 0), tuple(untold), due)


def _freshest_first(sorted_ones: Iterable[list[Story]]) -> Iterator[Story]:
    """Each story of several lists, which have the freshest last, once."""
    some = [reversed(each) for each in sorted_ones if each]
    last = None
    for story in some[0] if len(some) == 1 else merge(*some, key=freshness, reverse=True):
        if story is not last:
            yield story
        last = story


def standing_objections(workspace: Workspace, person_id: str) -> list[Objection]:
    """What somebody still holds against us."""
    matters = workspace.matters_of.get(person_id, {}).values()
    return [
        matter
        for matter in matters
        if isinstance(matter, Objection) and matter.status is not ObjectionStatus.GONE
    ]


def keys_of(story: Story) -> set[str]:
    """The areas that a story concerns; the empty one stands for everybody."""
    return {key_of(area) for area in story.areas} or {""}

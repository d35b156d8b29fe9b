"""The roster: who is what to the programme, gathered while everybody is looked at once."""

from datetime import date
from functools import cached_property, lru_cache
from operator import add, sub
from typing import NamedTuple, TypeAlias

from msgspec import Struct

from ..model import Engagement, Person, Standing
from .areas import areas_of
from .champion_test import Verdict
from .digest import judgements, touches_since
from .profile import Profile
from .watch import NOBODY, Asleep

MONTHS = 3
"""How many months count, this one included; touches are remembered by month."""

ALLIES = (Standing.CHAMPION, Standing.POTENTIAL, Standing.SUPPORTER)


class Quarter(NamedTuple):
    """A quarter of the calendar, as far as it has come."""

    name: str
    first: date
    last: date


@lru_cache(maxsize=64)
def quarters(today: date, count: int = 4) -> tuple[Quarter, ...]:
    """The last quarters of the calendar, oldest first; the last one ends today."""
    found = []
    index = today.year * 4 + (today.month - 1) // 3
    for number in range(max(4, index - count + 1), index + 1):
        year, quarter = divmod(number, 4)
        first = date(year, quarter * 3 + 1, 1)
        last = today
        if number < index:
            after = number + 1
            last = date.fromordinal(date(after // 4, after % 4 * 3 + 1, 1).toordinal() - 1)
        found.append(Quarter(f"{year} Q{quarter + 1}", first, last))
    return tuple(found)


@lru_cache(maxsize=64)
def quarter_back(today: date) -> date:
    """The first day of the month two months before this one."""
    months = max(0, today.year * 12 + today.month - 1 - (MONTHS - 1) - 12)
    return date(months // 12 + 1, months % 12 + 1, 1)


class Champion:
    """A champion on a day; what takes a while to find out is found out once."""

    def __init__(self, seen: Profile) -> None:
        self.person = seen.person
        self.has_left = seen.has_left
        self._seen = seen

    @cached_property
    def is_confirmed(self) -> bool:
        """Whether the champion test confirms them."""
        return self._seen.champion_test.verdict is Verdict.CONFIRMED

    @cached_property
    def is_quiet(self) -> bool:
        """Whether the relation cools."""
        return self._seen.warmth_word in ("cooling", "cold")


Allies: TypeAlias = dict[str, dict[Standing, dict[str, Person]]]


class Roster(Struct):
    """Who counts for the programme, by identifier; one person is counted anew in no time."""

    asleep: Asleep = NOBODY
    """What those count for who were not looked at."""
    followed: dict[str, date] = {}
    """Since when."""
    standings: dict[str, Standing] = {}
    champions: dict[str, Champion] = {}
    potential: dict[str, Person] = {}
    gone: dict[str, tuple[Person, date]] = {}
    """Champions who have left, and since when."""
    areas: dict[str, set[str]] = {}
    """Where champions, potential champions and supporters work, by the keys of areas."""
    allies: Allies = {}
    """The same by area and standing."""
    _by_name: dict[tuple[str, Standing], tuple[Person, ...]] = {}
    _here: tuple[Champion, ...] | None = None
    _in_reach: tuple[Person, ...] | None = None
    _first: date | None = None
    """Since when the first is followed; None where that has to be looked up anew."""

    def count(self, seen: Profile) -> None:
        """Take note of one followed person."""
        person, standing = seen.person, seen.standing
        since = self.followed[person.id] = person.followed_since or seen.today
        if self._first is not None:
            self._first = min(self._first, since)
        self.standings[person.id] = standing
        if standing is Standing.CHAMPION:
            self.champions[person.id] = Champion(seen)
            self._here = None
        elif standing is Standing.POTENTIAL:
            self.potential[person.id] = person
            self._in_reach = None
        if standing in ALLIES:
            self.areas[person.id] = areas_of(person, seen.today)
            for key in self.areas[person.id]:
                self.allies.setdefault(key, {}).setdefault(standing, {})[person.id] = person
                self._by_name.pop((key, standing), None)
        if seen.judged is Standing.CHAMPION and seen.has_left:
            ends = [p.end for p in person.positions if p.end and p.end <= seen.today]
            self.gone[person.id] = (person, max(ends))

    def forget(self, person_id: str) -> None:
        """Take somebody off every list, before they are counted anew."""
        for key in self.areas.get(person_id, ()):
            del self.allies[key][self.standings[person_id]][person_id]
            self._by_name.pop((key, self.standings[person_id]), None)
        if self.followed.get(person_id) == self._first:
            self._first = None
        if person_id in self.champions:
            self._here = None
        if person_id in self.potential:
            self._in_reach = None
        for name in _BY_PERSON:
            getattr(self, name).pop(person_id, None)

    def champions_here(self) -> tuple[Champion, ...]:
        """The champions who have not left, by name."""
        if self._here is None:
            known = (champion for champion in self.champions.values() if not champion.has_left)
            self._here = tuple(sorted(known, key=lambda c: (c.person.name, c.person.id)))
        return self._here

    def potential_by_name(self) -> tuple[Person, ...]:
        """The potential champions, by name."""
        if self._in_reach is None:
            known = self.potential.values()
            self._in_reach = tuple(sorted(known, key=lambda p: (p.name, p.id)))
        return self._in_reach

    def allies_in(self, key: str, standing: Standing) -> tuple[Person, ...]:
        """Those of a standing who work in an area, by name."""
        place = (key, standing)
        if place not in self._by_name:
            held = self.allies.get(key, {}).get(standing, {}).values()
            self._by_name[place] = tuple(sorted(held, key=lambda p: (p.name, p.id)))
        return self._by_name[place]

    def covered(self) -> set[str]:
        """The areas that have a champion or a supporter."""
        return {
            key
            for key, held in self.allies.items()
            if held.get(Standing.CHAMPION) or held.get(Standing.SUPPORTER)
        }.union(self.asleep.areas)

    @property
    def champion_count(self) -> int:
        """How many champions there are."""
        return len(self.champions) + self.asleep.champions

    @property
    def begun(self) -> date | None:
        """Since when the first of those is followed who are; None while nobody is."""
        if self._first is None:
            self._first = min(self.followed.values(), default=None)
        known = (self._first, self.asleep.since)
        return min((day for day in known if day is not None), default=None)


_BY_PERSON = ("followed", "standings", "champions", "potential", "gone", "areas")


NEVER = (False, False, False, False)
"""In which of the last quarters somebody was a champion who never was."""


class ProgrammeRoster(Roster):
    """The roster with what only the programme's health asks for, which takes a while to count."""

    touches: dict[Standing, dict[str, int]] = {}
    """How often each was touched in this month and the two before, by standing."""
    were: dict[str, tuple[bool, ...]] = {}
    """Who was judged a champion at the end of each of the last quarters."""
    at_ends: tuple[int, ...] = (0, 0, 0, 0)
    """How many of them there were at each."""

    def count(self, seen: Profile) -> None:
        """Take note of one followed person."""
        Roster.count(self, seen)
        touches = touches_since(seen.digest, quarter_back(seen.today))
        if touches:
            self.touches.setdefault(seen.standing, {})[seen.person.id] = touches
        if Engagement.LEADING in seen.digest.judgements:
            were = self.were[seen.person.id] = _was_champion(seen)
            self.at_ends = tuple(map(add, self.at_ends, were))

    def forget(self, person_id: str) -> None:
        """Take somebody off every list, before they are counted anew."""
        if person_id in self.standings:
            self.touches.get(self.standings[person_id], {}).pop(person_id, None)
        self.at_ends = tuple(map(sub, self.at_ends, self.were.pop(person_id, NEVER)))
        Roster.forget(self, person_id)


def _was_champion(seen: Profile) -> tuple[bool, ...]:
    """Whether the judgement then in force made a champion, with the ears that they have now."""
    known = judgements(seen.digest)
    lent = seen.reached.value if seen.reached.through is not None else 0
    found = []
    for quarter in quarters(seen.today):
        then = next((judged for judged in known if judged.on <= quarter.last), None)
        found.append(
            then is not None
            and then.engagement is Engagement.LEADING
            and max(then.influence, lent) >= seen.settings.strong_reach
            and not seen.person.has_left(quarter.last)
        )
    return tuple(found)

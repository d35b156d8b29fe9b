"""Coverage: where a champion is missing, or is the only one."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from ..model import Person, Prompt, PromptKind, Standing
from .days import ago
from .profile import Profile


@dataclass(slots=True)
class Roster:
    """Who counts for coverage, gathered while the agenda looks at everybody once."""

    followed: int = 0
    champions: list[Person] = field(default_factory=list)
    potential: list[Person] = field(default_factory=list)
    gone: list[tuple[Person, date]] = field(default_factory=list)
    """Champions who have left, and since when."""

    def count(self, seen: Profile) -> None:
        """Take note of one followed person."""
        self.followed += 1
        if seen.standing is Standing.CHAMPION:
            self.champions.append(seen.person)
        elif seen.standing is Standing.POTENTIAL:
            self.potential.append(seen.person)
        if seen.judged is Standing.CHAMPION and seen.has_left:
            ends = [p.end for p in seen.person.positions if p.end and p.end <= seen.today]
            self.gone.append((seen.person, max(ends)))


def coverage_prompts(roster: Roster, today: date) -> Iterator[Prompt]:
    """What is missing among the champions."""
    for person, left_on in roster.gone:
        yield _champion_left(person, left_on, today)
    if len(roster.champions) == 1 and not roster.champions[0].has_left(today):
        yield _only_champion(roster, today)
    if not roster.champions and roster.followed:
        yield _no_champion(roster, today)


def _champion_left(person: Person, left_on: date, today: date) -> Prompt:
    late = max(0, (today - left_on).days)
    last = max(person.positions, key=lambda position: position.end or date.min)
    return Prompt(
        kind=PromptKind.COVERAGE,
        key=f"coverage:left:{person.id}",
        cause=f"left:{last.id}",
        person_id=person.id,
        person=person.name,
        why=f"A champion left {ago(left_on, today)} ({last}): who follows them?",
        due=left_on,
        overdue_days=late,
        weight=8 + late / 30,
    )


def _only_champion(roster: Roster, today: date) -> Prompt:
    person = roster.champions[0]
    return Prompt(
        kind=PromptKind.COVERAGE,
        key="coverage:single",
        cause=f"single:{person.id}",
        person_id=person.id,
        person=person.name,
        why=f"The only champion: what if they leave? {_who_might(roster)}",
        due=today,
        weight=6,
    )


def _no_champion(roster: Roster, today: date) -> Prompt:
    known = sorted(person.id for person in roster.potential) + sorted(
        person.id for person, _ in roster.gone
    )
    return Prompt(
        kind=PromptKind.COVERAGE,
        key="coverage:none",
        cause="none:" + ",".join(known),
        why=f"No champion at all. {_who_might(roster)}",
        due=today,
        weight=7,
    )


def _who_might(roster: Roster) -> str:
    if not roster.potential:
        return "Nobody is a potential champion yet: look for reach and openness."
    names = sorted(person.name for person in roster.potential)
    shown = ", ".join(names[:3]) + (f" and {len(names) - 3} more" if len(names) > 3 else "")
    return f"Might become one: {shown}."

"""Champions: how many there are, how reachable, and how dependent on one."""

from collections.abc import Iterable, Iterator
from datetime import date
from operator import attrgetter

from ...model import Person, Standing
from ..counting import counted
from ..repertoire import Repertoire
from ..roster import Champion, ProgrammeRoster, quarters
from .facts import about_people, worst_first
from .light import Action, Barrier, BarrierName, Fact, Light, Point


def champions(roster: ProgrammeRoster, repertoire: Repertoire, today: date) -> Barrier:
    """How many champions there are, how reachable, and how dependent on one."""
    here = roster.champions_here()
    unproven = [champion for champion in here if not champion.is_confirmed]
    cold = [champion for champion in here if champion.is_quiet]
    potential = roster.potential_by_name()
    facts = [about_people(counted(len(here), "champion"), _people(here), is_bad=len(here) < 2)]
    if unproven:
        facts.append(
            about_people("Not confirmed by the champion test", _people(unproven), is_bad=True)
        )
    if cold:
        facts.append(about_people("Gone quiet", _people(cold), is_bad=True))
    facts += _uncovered(roster, repertoire)
    if potential:
        facts.append(about_people(counted(len(potential), "potential champion"), potential))
    light = Light.HOLDING if not any(fact.is_bad for fact in facts) else Light.WATCH
    if not here:
        light = Light.FAILING if roster.followed else Light.BLANK
    return Barrier(
        BarrierName.CHAMPIONS,
        light,
        worst_first(facts),
        "champions at its end",
        _trend(roster, len(here), today),
        _next_step(here, unproven, cold, potential),
    )


def _uncovered(roster: ProgrammeRoster, repertoire: Repertoire) -> Iterator[Fact]:
    bare = sorted(repertoire.areas.keys() - roster.covered())
    if bare and roster.followed:
        names = ", ".join(repertoire.areas[key].name for key in bare)
        near = [p for key in bare for p in roster.allies_in(key, Standing.POTENTIAL)]
        ids = tuple(dict.fromkeys(person.id for person in near))
        yield Fact(f"Neither champion nor supporter in {names}", ids, is_bad=True)


def _trend(roster: ProgrammeRoster, now: int, today: date) -> tuple[Point, ...]:
    *past, running = (quarter.name for quarter in quarters(today))
    points = (Point(name, number) for name, number in zip(past, roster.at_ends, strict=False))
    return (*points, Point(running, now))


def _next_step(
    here: tuple[Champion, ...],
    unproven: list[Champion],
    cold: list[Champion],
    potential: tuple[Person, ...],
) -> Action:
    if len(here) < 2 and potential:
        person = potential[0]
        return Action(f"Invest in {person.name}: open to us, and with reach.", "log", person.id)
    if not here:
        return Action("Judge those whom you know: who has reach, and is open to us?", "assess")
    if cold:
        person = cold[0].person
        return Action(f"See {person.name} before they cool further.", "log", person.id)
    if unproven:
        person = unproven[0].person
        return Action(
            f"Put {person.name} to the test: access, a word for us, a stake.", "log", person.id
        )
    if len(here) == 1:
        person = here[0].person
        return Action(f"Ask what would be lost with {person.name}.", "what-if", person.id)
    return Action("Keep every champion's rhythm.", "due")


def _people(seen: Iterable[Champion]) -> Iterable[Person]:
    return map(attrgetter("person"), seen)

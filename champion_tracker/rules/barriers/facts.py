"""How the facts of a barrier are worded, and put in order."""

from collections.abc import Callable, Iterable
from datetime import date
from operator import attrgetter

from ...model import Person
from ..roster import Quarter, quarters
from .light import Fact, Point

_ID = attrgetter("id")


def trend(today: date, value: Callable[[Quarter], int]) -> tuple[Point, ...]:
    """What was counted in each of the last four quarters, oldest first."""
    return tuple(Point(quarter.name, value(quarter)) for quarter in quarters(today))


def worst_first(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    """The facts, what speaks against the light first."""
    return tuple(sorted(facts, key=lambda fact: not fact.is_bad))


def about_people(words: str, people: Iterable[Person], *, is_bad: bool = False) -> Fact:
    """A fact about people, who are named: all of a few, the first of many."""
    known = list(people)
    names = ", ".join(person.name for person in known[:4])
    shown = names + (f" and {len(known) - 4} more" if len(known) > 4 else "")
    text = f"{words}: {shown}" if known else words
    return Fact(text, tuple(map(_ID, known)), is_bad)

"""Business areas: which ones the programme serves, and who belongs to which."""

from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from ..model import Occasion, Person, Story, Workspace
from .folding import fold

key_of = lru_cache(maxsize=4096)(fold)
"""What two spellings of an area have in common."""


class Area(NamedTuple):
    """A business area that the programme serves."""

    name: str
    since: date | None
    """Since when anything on record names it; None for one that only the settings name."""


def areas_served(workspace: Workspace) -> dict[str, Area]:
    """The areas that the programme serves, by key.

    Those of the settings; without any there, those that stories, tellings, occasions and seats
    name, for each of these was written because the area matters. The areas of a directory are
    none of them: a thousand people may be known in areas that the programme never meant.
    """
    named: dict[str, Area] = {}
    for name, since in _named(workspace):
        key = key_of(name)
        held = named.get(key)
        if key and (held is None or held.since is None or since < held.since):
            named[key] = Area(held.name if held is not None else name, since)
    if not workspace.settings.areas:
        return named
    return {
        key_of(name): Area(name, named[key_of(name)].since if key_of(name) in named else None)
        for name in workspace.settings.areas
    }


def _named(workspace: Workspace) -> Iterator[tuple[str, date]]:
    written: list[Story | Occasion] = [*workspace.stories.values(), *workspace.occasions.values()]
    for record in written:
        for area in record.areas:
            yield area, record.recorded_at.date()
    for telling in workspace.tellings.values():
        if telling.area:
            yield telling.area, telling.recorded_at.date()
    for seat in workspace.seats.values():
        if seat.area:
            yield seat.area, seat.recorded_at.date()


def areas_of(person: Person, day: date) -> set[str]:
    """The keys of the areas in which somebody works on a day."""
    return {
        key_of(position.area)
        for position in person.positions
        if position.area and position.is_current(day)
    }

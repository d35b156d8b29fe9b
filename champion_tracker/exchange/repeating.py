"""Rows that say to the letter what is known, as most rows of most files do: told at a glance.

Whatever else changes nothing is found to be so by the whole comparison, which takes longer.
"""

from collections.abc import Sequence
from datetime import date

from ..model import Person
from .incoming import Incoming, own_id


def repeats(person: Person, rows: Sequence[Incoming], today: date) -> bool:
    """Whether the only row about a person says nothing that is not known of them."""
    return len(rows) == 1 and _is_known(person, rows[0]) and _is_held(person, rows[0], today)


def _is_known(person: Person, row: Incoming) -> bool:
    return (
        row.name == person.name
        and not row.kept
        and row.source_id in ("", own_id(person), *person.source_ids)
        and row.notes in person.notes
        and _within(row.emails, person.emails)
        and _within(row.phones, person.phones)
        and _within(row.links, person.links)
        and _within(row.tags, person.tags)
    )


def _within(told: tuple[str, ...], known: tuple[str, ...]) -> bool:
    return not told or told == known or set(told).issubset(known)


def _is_held(person: Person, row: Incoming, today: date) -> bool:
    """Whether the row gives the one position that is held, or none where none is."""
    told = row.title, row.organization, row.area, row.start, row.end, row.post_id
    held = [
        (p.title, p.organization, p.area, p.start, p.end, p.post_id)
        for p in person.positions
        if p.end is None or p.end > today
    ]
    return held == ([told] if any(told) else [])

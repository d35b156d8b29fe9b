"""The columns of the table of people: what each shows, and what it is sorted by."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ...rules.folding import fold
from ..looks import MUTED, STANDINGS, lateness, meter, short_day

if TYPE_CHECKING:
    from collections.abc import Callable

    from ...rules.profile import Profile

RANK = {standing: rank for rank, standing in enumerate(STANDINGS)}


class Column(NamedTuple):
    """One column."""

    name: str
    title: str
    width: int
    """In cells; where several columns share what is left, their share of it."""
    cell: Callable[[Profile], tuple[str, str]]
    """The text of a person's cell and its style."""
    key: Callable[[Profile], object]
    """What is sorted by; missing values go last."""
    wide_from: int = 0
    """From which width of the table the column is shown."""
    flexible: bool = False
    falls: bool = False
    """Whether the first sort shows the greatest first."""


def _place(seen: Profile) -> tuple[str, str]:
    place = seen.position
    if place is None:
        return ("has left" if seen.has_left else "", MUTED)
    return (place.title or place.organization, "")


def _area(seen: Profile) -> tuple[str, str]:
    place = seen.position
    if place is None:
        return ("", "")
    return (" · ".join(filter(None, (place.area, place.organization))), MUTED)


def _standing(seen: Profile) -> tuple[str, str]:
    look = STANDINGS[seen.standing]
    pin = " (pinned)" if seen.person.pin else ""
    return (str(look) + pin, look.style)


def _last(seen: Profile) -> tuple[str, str]:
    return (short_day(seen.last_touch, seen.today) if seen.last_touch else "never", MUTED)


def _next(seen: Profile) -> tuple[str, str]:
    due = seen.next_touch
    if due is None:
        return ("paused" if seen.person.plan.paused else "", MUTED)
    return lateness(due, max(0, (seen.today - due).days), seen.today)


def _influence(seen: Profile) -> tuple[str, str]:
    return (meter(seen.influence), "$text-primary")


def _openness(seen: Profile) -> tuple[str, str]:
    return (meter(seen.openness), "$text-primary")


def _warmth(seen: Profile) -> tuple[str, str]:
    return (seen.warmth_word if seen.last_touch else "", MUTED)


def _name(seen: Profile) -> tuple[str, str]:
    return (seen.person.name, "bold" if seen.person.is_followed else "")


COLUMNS = (
    Column("name", "Name", 3, _name, lambda s: fold(s.person.name), flexible=True),
    Column("title", "Title", 3, _place, lambda s: fold(_place(s)[0]) or None, 56, flexible=True),
    Column("area", "Area", 2, _area, lambda s: fold(_area(s)[0]) or None, 124, flexible=True),
    Column("standing", "Standing", 21, _standing, lambda s: RANK[s.standing]),
    Column("influence", "Infl.", 6, _influence, lambda s: s.influence, 66, falls=True),
    Column("openness", "Open.", 6, _openness, lambda s: s.openness, 66, falls=True),
    Column("warmth", "Warmth", 8, _warmth, lambda s: s.warmth, 132, falls=True),
    Column("last", "Last touch", 12, _last, lambda s: s.last_touch, 84, falls=True),
    Column("next", "Next touch", 13, _next, lambda s: s.next_touch, 96),
)
"""All columns, in order."""

"""Which columns a table shows, how wide, and where they begin when there is no room for all."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from msgspec import Struct

from .columns import BY_NAME, COLUMNS, Column

MARK = 2
"""Cells for the mark before each row."""
MORE = 6
"""Cells at the right of the heading, to say how many columns are out of sight there."""
NARROWEST = 4
WIDEST = 60
"""How wide a column can be made."""


class TableLook(Struct, frozen=True, omit_defaults=True):
    """How somebody wants the table of people."""

    columns: tuple[str, ...] = ()
    """Their names in order; empty for the usual ones, as many as there is room for."""
    widths: dict[str, int] = {}
    """Of columns that are to have a width of their own."""
    order: str = "name"
    """The column that is sorted by."""
    turned: bool = False
    """Whether the other way round than is usual for it."""


class Arranged(NamedTuple):
    """What there is room for."""

    shown: tuple[tuple[Column, int], ...]
    """Each column with its cells."""
    before: int
    """How many are out of sight at the left."""
    after: int
    """How many are out of sight at the right."""


def usual(width: int) -> tuple[Column, ...]:
    """The columns where nobody has chosen: as many as are worth it at this width."""
    return tuple(column for column in COLUMNS if width >= column.wide_from)


def chosen(look: TableLook, width: int) -> tuple[Column, ...]:
    """The columns that somebody chose, else the usual ones; the name always comes first."""
    known = [BY_NAME[name] for name in look.columns if name in BY_NAME and name != "name"]
    return (BY_NAME["name"], *known) if look.columns else usual(width)


def arrange(look: TableLook, width: int, skip: int = 0) -> Arranged:
    """Lay out the columns.

    Args:
        look: What was chosen.
        width: The cells that there are.
        skip: How many columns after the name are to be out of sight at the left.
    """
    return _arrange(chosen(look, width), tuple(sorted(look.widths.items())), width, skip)


@lru_cache(maxsize=64)
def _arrange(
    columns: tuple[Column, ...], widths: tuple[tuple[str, int], ...], width: int, skip: int
) -> Arranged:
    name, *rest = columns
    skip = max(0, min(skip, len(rest) - 1))
    shown = _fitting([name, *rest[skip:]], dict(widths), width - MARK)
    after = len(rest) - skip - len(shown) + 1
    if after:
        shown = _fitting([name, *rest[skip:]], dict(widths), width - MARK - MORE)
        after = len(rest) - skip - len(shown) + 1
    return Arranged(tuple(shown), skip, after)


def _fitting(columns: list[Column], own: dict[str, int], room: int) -> list[tuple[Column, int]]:
    """As many columns as there is room for, at least the first two, with what is left shared."""
    sizes = {column: own.get(column.name, column.width) for column in columns}
    sizes[columns[0]] = min(sizes[columns[0]], max(NARROWEST, room - NARROWEST))
    shown: list[Column] = []
    for column in columns:
        if sizes[column] > room and len(shown) > 1:
            break
        sizes[column] = min(sizes[column], max(NARROWEST, room))
        room -= sizes[column]
        shown.append(column)
    sharing = [column for column in shown if column.share and column.name not in own]
    shares = sum(column.share for column in sharing)
    for column in sharing:
        sizes[column] += max(0, room) * column.share // shares
    return [(column, sizes[column]) for column in shown]

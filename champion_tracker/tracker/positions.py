"""Verbs about people who move."""

from collections.abc import Sequence
from datetime import date

from msgspec.structs import replace

from ..model import Ambiguous, BadInput, Edit, Person, Position, new_id
from ..rules.folding import fold
from .checks import line
from .tracker import Tracker


def change_position(
    tracker: Tracker,
    person: Person,
    *,
    title: str = "",
    organization: str = "",
    area: str = "",
    since: date | None = None,
    replaces: Position | None = None,
    also: bool = False,
) -> Person:
    """Close the position that somebody held and open the one that they hold now.

    Args:
        tracker: The workspace.
        person: Who moved.
        title: The new title; that of the old position if not given.
        organization: The new organisation; the old one if not given.
        area: The new business area; the old one if neither it nor the organisation changes.
        since: The first day in the new position; today if not given.
        replaces: Which position ends, where several are held.
        also: Whether the new position comes on top of those that are held.

    Raises:
        BadInput: nothing changes, or the new position begins before the old one.
        Ambiguous: several positions are held and nothing says which one ends.
    """
    begins = since or tracker.today
    old = None if also else (replaces or _replaced(person, organization, tracker.today))
    new = _next(old, line(title, "title"), line(organization, "organization"), line(area, "area"))
    if not str(new):
        raise BadInput(f"What is {person.name} now?", "Give a title or an organisation.")
    if old is not None and _same(old, new):
        raise BadInput(f"{person.name} already is {old}.")
    opened = replace(new, id=new_id("r"), start=begins)
    kept = tuple(_closed(p, begins, person) if p is old else p for p in person.positions)
    changed = replace(person, positions=(*kept, opened))
    tracker.commit("role", f"{person.name} is now {opened}", Edit(person, changed))
    return changed


def leave(
    tracker: Tracker, person: Person, *, organization: str = "", since: date | None = None
) -> Person:
    """Close every position that somebody holds, or those in one organisation.

    Raises:
        BadInput: none is held, or one began later than it would end.
    """
    ends = since or tracker.today
    wanted = fold(organization)
    ending = [
        p
        for p in person.positions
        if (p.end is None or p.end > max(ends, tracker.today))
        and (not wanted or fold(p.organization) == wanted)
    ]
    if not ending:
        where = f" at {organization}" if organization else ""
        raise BadInput(f"{person.name} holds no position{where} that could end.")
    closed = tuple(_closed(p, ends, person) if p in ending else p for p in person.positions)
    changed = replace(person, positions=closed)
    where = organization or ending[-1].organization or "their position"
    tracker.commit("role", f"{person.name} left {where}", Edit(person, changed))
    return changed


def _replaced(person: Person, organization: str, today: date) -> Position | None:
    held = [p for p in person.positions if p.end is None] or list(person.current_positions(today))
    if len(held) <= 1:
        return held[0] if held else None
    same = [p for p in held if fold(p.organization) == fold(organization)]
    if len(same) == 1:
        return same[0]
    raise Ambiguous(
        f"{person.name} holds {len(held)} positions; which one ends?",
        [str(position) for position in held],
        "Name it with --from, or keep all with --also.",
    )


def named_position(person: Person, text: str, held: Sequence[Position]) -> Position:
    """The one of ``held`` that ``text`` means by a part of its title, area or organisation.

    Raises:
        BadInput: none does.
        Ambiguous: several do.
    """
    found = [position for position in held if fold(text) in fold(str(position))]
    if not found:
        raise BadInput(f"{person.name} holds no position '{text}'.")
    if len(found) > 1:
        raise Ambiguous(f"'{text}' could be several positions:", [str(p) for p in found])
    return found[0]


def _next(old: Position | None, title: str, organization: str, area: str) -> Position:
    if old is None:
        return Position(id="", title=title, organization=organization, area=area)
    moved = bool(organization) and fold(organization) != fold(old.organization)
    return Position(
        id="",
        title=title or old.title,
        organization=organization or old.organization,
        area=area or ("" if moved else old.area),
    )


def _same(old: Position, new: Position) -> bool:
    return (old.title, old.organization, old.area) == (new.title, new.organization, new.area)


def _closed(position: Position, end: date, person: Person) -> Position:
    if position.start is not None and end < position.start:
        raise BadInput(
            f"{person.name} cannot stop being {position} on {end}: that began on {position.start}."
        )
    return replace(position, end=end)

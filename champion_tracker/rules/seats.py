"""Seats of the executive table: held, acting or vacant, and who might follow."""

from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from ..model import Person, Relation, Seat, Standing, Tie, Workspace
from .areas import areas_of, key_of
from .profile import profile


class Tenure(StrEnum):
    """Whether a seat is held."""

    HELD = "held"
    ACTING = "acting"
    VACANT = "vacant"


class Holding(NamedTuple):
    """Who has a seat on a day."""

    seat: Seat
    tenure: Tenure
    holder: Person | None
    since: date | None


class Sitting(NamedTuple):
    """The same, and what the holder is to the programme."""

    seat: Seat
    tenure: Tenure
    holder: Person | None
    since: date | None
    standing: Standing | None


class Candidate(NamedTuple):
    """Somebody who could follow, and what speaks for them."""

    person: Person
    standing: Standing
    points: int
    """What the reasons add up to; nothing but an order."""
    why: tuple[str, ...]


def holding(workspace: Workspace, seat: Seat, today: date) -> Holding:
    """Who holds a seat on a day.

    It is vacant once the position ends by which its holder held it, or once they leave, whoever
    noticed first: the user or a directory.
    """
    holder = workspace.people.get(seat.holder_id)
    if holder is None:
        return Holding(seat, Tenure.VACANT, None, seat.since)
    emptied = _emptied(seat, holder, today)
    if emptied is not None:
        return Holding(seat, Tenure.VACANT, None, emptied)
    return Holding(seat, Tenure.ACTING if seat.acting else Tenure.HELD, holder, seat.since)


def holdings(workspace: Workspace, today: date) -> list[Holding]:
    """Every seat on a day: the vacant first, then the acting, then by title."""
    worst = (Tenure.VACANT, Tenure.ACTING, Tenure.HELD)
    found = (holding(workspace, seat, today) for seat in workspace.seats.values())
    return sorted(found, key=lambda h: (worst.index(h.tenure), str(h.seat), h.seat.id))


def sitting(workspace: Workspace, seat: Seat, today: date) -> Sitting:
    """As `holding`, with the holder's standing."""
    return _sitting(workspace, holding(workspace, seat, today), today)


def sittings(workspace: Workspace, today: date) -> list[Sitting]:
    """As `holdings`, with the holders' standings."""
    return [_sitting(workspace, held, today) for held in holdings(workspace, today)]


def _sitting(workspace: Workspace, held: Holding, today: date) -> Sitting:
    holder = held.holder
    standing = profile(workspace, holder, today).standing if holder is not None else None
    return Sitting(*held, standing)


def _emptied(seat: Seat, holder: Person, today: date) -> date | None:
    """Since when the holder holds it no more, or None while they do."""
    for position in holder.positions:
        if position.id == seat.position_id and position.end and position.end <= today:
            return position.end
    if holder.archived_on is not None:
        return holder.archived_on
    if holder.has_left(today):
        return max((p.end for p in holder.positions if p.end and p.end <= today), default=today)
    return None


def candidates(workspace: Workspace, seat: Seat, today: date) -> list[Candidate]:
    """Who might follow on a seat, the likeliest first."""
    area = {key_of(seat.area)} if seat.area else set()
    return rank(workspace, seat.holder_id, area, today, named=seat.heir_ids)


def rank(
    workspace: Workspace,
    gone_id: str,
    areas: set[str],
    today: date,
    *,
    named: Iterable[str] = (),
    most: int = 5,
) -> list[Candidate]:
    """Who could follow somebody, the likeliest first.

    Points are given for being named as the heir (4), for reporting to them or assisting them
    (2), for working in the same area (2), for having reach (as much as it is above 2) and for
    being open to us (as much as openness is above 2). They order; they measure nothing.
    """
    heirs, near = set(named), _near(workspace, gone_id)
    found = []
    for person in workspace.people.values():
        if person.id == gone_id or person.archived_on is not None or person.has_left(today):
            continue
        is_heir, tie = person.id in heirs, near.get(person.id)
        shares = bool(areas and areas & areas_of(person, today))
        if is_heir or tie is not None or shares or person.is_followed:
            candidate = _candidate(workspace, person, today, is_heir=is_heir, tie=tie, near=shares)
            if candidate.points >= 2:
                found.append(candidate)
    found.sort(key=lambda c: (-c.points, c.person.name, c.person.id))
    return found[:most]


def _candidate(
    workspace: Workspace,
    person: Person,
    today: date,
    *,
    is_heir: bool,
    tie: Tie | None,
    near: bool,
) -> Candidate:
    seen = profile(workspace, person, today)
    points, why = 0, []
    for holds, worth, reason in (
        (is_heir, 4, "named to follow"),
        (tie is not None, 2, f"{tie.relation} them" if tie is not None else ""),
        (near, 2, "same area"),
        ((seen.reach or 0) > 2, (seen.reach or 0) - 2, str(seen.reached)),
        ((seen.openness or 0) > 2, (seen.openness or 0) - 2, f"openness {seen.openness}"),
    ):
        if holds:
            points += worth
            why.append(reason)
    return Candidate(person, seen.standing, points, tuple(why))


def _near(workspace: Workspace, person_id: str) -> dict[str, Tie]:
    """Who reports to somebody or assists them."""
    return {
        matter.person_id: matter
        for matter in workspace.matters_of.get(person_id, {}).values()
        if isinstance(matter, Tie)
        and matter.other_id == person_id
        and matter.relation in (Relation.REPORTS_TO, Relation.ASSISTS)
    }

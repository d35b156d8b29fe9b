"""Neighbours: who is what to one person, from where that person stands."""

from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from ..model import Person, Relation, Tie, Workspace


class Bond(StrEnum):
    """What somebody is to the person in the middle; those that open doors come first."""

    LENDS_EAR = "has the ear of"
    HAS_EAR = "lends an ear to"
    CHIEF = "reports to"
    REPORT = "is reported to by"
    ALLY = "ally of"
    ODDS = "at odds with"
    ASSISTED = "assists"
    ASSISTANT = "is assisted by"


CLOSENESS = {1: "loose", 2: "firm", 3: "close"}
"""What the strengths of a tie are called; a file may hold others, which are shown as numbers."""


def closeness(tie: Tie) -> str:
    """How close a tie is, in a word."""
    return CLOSENESS.get(tie.strength, f"strength {tie.strength}")


_FROM = {
    Relation.EAR: Bond.LENDS_EAR,
    Relation.REPORTS_TO: Bond.CHIEF,
    Relation.ALLY: Bond.ALLY,
    Relation.ODDS: Bond.ODDS,
    Relation.ASSISTS: Bond.ASSISTED,
}
_TO = {
    Relation.EAR: Bond.HAS_EAR,
    Relation.REPORTS_TO: Bond.REPORT,
    Relation.ALLY: Bond.ALLY,
    Relation.ODDS: Bond.ODDS,
    Relation.ASSISTS: Bond.ASSISTANT,
}


class Neighbour(NamedTuple):
    """Somebody tied to the person in the middle."""

    person: Person
    bond: Bond
    tie: Tie
    caveats: tuple[str, ...]
    """Why it helps nobody now, or cannot be so."""


def neighbours(workspace: Workspace, person: Person, today: date) -> list[Neighbour]:
    """Everybody tied to a person, by bond, the closest first."""
    found = []
    for tie in workspace.matters_of.get(person.id, {}).values():
        if not isinstance(tie, Tie):
            continue
        goes_out = tie.person_id == person.id
        other = workspace.people.get(tie.other_id if goes_out else tie.person_id)
        if other is not None and other.id != person.id:
            bond = (_FROM if goes_out else _TO)[tie.relation]
            why = tuple(caveats(workspace, tie, today, apart_from=person.id))
            found.append(Neighbour(other, bond, tie, why))
    order = list(Bond)
    return sorted(
        found, key=lambda n: (order.index(n.bond), -n.tie.strength, n.person.name, n.person.id)
    )


def caveats(workspace: Workspace, tie: Tie, today: date, *, apart_from: str = "") -> Iterator[str]:
    """What speaks against counting on a tie: somebody has gone, or it goes round in a circle."""
    for person_id in tie.about:
        person = workspace.people.get(person_id)
        if person is not None and person_id != apart_from and _has_gone(person, today):
            yield f"{person.name} left: helps nobody now"
    if tie.relation is Relation.REPORTS_TO and _leads_back(workspace, tie):
        yield "a circle: nobody reports to themselves"


def _has_gone(person: Person, today: date) -> bool:
    return person.archived_on is not None or person.has_left(today)


def _leads_back(workspace: Workspace, tie: Tie) -> bool:
    """Whether the chief reports, by however many steps, to the one who reports to them."""
    known, ahead = {tie.other_id}, [tie.other_id]
    while ahead and tie.person_id not in known:
        below = ahead.pop()
        chiefs = {
            matter.other_id
            for matter in workspace.matters_of.get(below, {}).values()
            if isinstance(matter, Tie)
            and matter.relation is Relation.REPORTS_TO
            and matter.person_id == below
        }
        ahead += chiefs - known
        known |= chiefs
    return tie.person_id in known


def most_tied(workspace: Workspace) -> Person | None:
    """The person with the most ties: where to begin when nobody is at hand."""
    counts: dict[str, int] = {}
    for tie in workspace.ties.values():
        for person_id in tie.about:
            if person_id in workspace.people:
                counts[person_id] = counts.get(person_id, 0) + 1
    best = max(counts, key=lambda person_id: (counts[person_id], person_id), default=None)
    return workspace.people[best] if best is not None else None

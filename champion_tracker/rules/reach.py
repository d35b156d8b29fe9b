"""Reach: the influence that somebody can bring to bear, their own or through an ear."""

from datetime import date
from typing import NamedTuple

from ..model import Person, Relation, Tie, Workspace


class Reach(NamedTuple):
    """Effective influence, and by whose ear where it is not one's own."""

    value: int
    """1 to 5, or 0 where nothing is known."""
    through: Person | None = None

    def __str__(self) -> str:
        by = f" through the ear of {self.through.name}" if self.through is not None else ""
        return f"reach {self.value}{by}"


def reach(workspace: Workspace, person_id: str, today: date) -> Reach:
    """The reach of somebody on a day.

    The ear of somebody as close as 3 is worth their influence less one, a looser one less
    two. Ears do not add up and are not passed on, so a circle of ears lifts nobody; those of
    people who left or are archived count for nothing.
    """
    best = Reach(_influence(workspace, person_id))
    matters = workspace.matters_of.get(person_id)
    if not matters:
        return best
    for matter in matters.values():
        if isinstance(matter, Tie) and _is_ear_of(matter, person_id, today):
            other = workspace.people.get(matter.other_id)
            if other is None or other.archived_on is not None or other.has_left(today):
                continue
            lent = _influence(workspace, other.id) - (1 if matter.strength >= 3 else 2)
            if lent > best.value:
                best = Reach(lent, other)
    return best


def _influence(workspace: Workspace, person_id: str) -> int:
    assessment = workspace.digest(person_id).assessment
    return assessment.influence if assessment is not None else 0


def _is_ear_of(tie: Tie, person_id: str, today: date) -> bool:
    return (
        tie.relation is Relation.EAR
        and tie.person_id == person_id != tie.other_id
        and (tie.since is None or tie.since <= today)
    )

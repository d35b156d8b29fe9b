"""What of a person's ties is in doubt once they have moved."""

from collections.abc import Iterable, Mapping
from datetime import date

from ..model import Person, Relation, Tie
from .folding import fold

OF_THE_OFFICE = (Relation.REPORTS_TO, Relation.ASSISTS)
"""What goes with the position, not with the person."""


def ties_in_doubt(
    person: Person, ties: Iterable[Tie], people: Mapping[str, Person], today: date
) -> list[Tie]:
    """The ties that were recorded before somebody's last move and may not have outlived it.

    Those of the office first; then those with people at an organisation that was left.
    """
    ended = [p for p in person.positions if p.end is not None and p.end <= today]
    last = max((p.end for p in ended if p.end is not None), default=None)
    if last is None:
        return []
    here = _organizations(person, today)
    left = {fold(p.organization) for p in ended if p.end == last and p.organization} - here
    office, others = [], []
    for tie in ties:
        if not tie.is_open or tie.recorded_at.date() > last:
            continue
        other = people.get(tie.other_id if tie.person_id == person.id else tie.person_id)
        if tie.relation in OF_THE_OFFICE:
            office.append(tie)
        elif other is not None and left & _organizations(other, today):
            others.append(tie)
    return [*office, *others]


def _organizations(person: Person, today: date) -> set[str]:
    return {fold(p.organization) for p in person.current_positions(today) if p.organization}

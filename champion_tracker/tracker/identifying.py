"""Verbs about who is who: what an import or a list of likely doubles asked, answered for good."""

from collections.abc import Sequence

from ..exchange.answering import ROW_KEY
from ..model import BadInput, Edit, Person, Verdict, verdict_id
from .people import names
from .tracker import Tracker


def is_row(text: str) -> bool:
    """Whether a text is the key of a row in some file rather than a person."""
    return ROW_KEY.fullmatch(text) is not None


def same(tracker: Tracker, person: Person, row: str) -> Verdict:
    """A row is this person, in every import from now on.

    Raises:
        BadInput: it is no key of a row.
    """
    if not is_row(row):
        raise BadInput(f"'{row}' is no key of a row.", "'import --dry-run' shows them.")
    others = [
        Edit(verdict, None)
        for verdict in tracker.workspace.verdicts.values()
        if verdict.row == row and verdict.same and verdict.person_id != person.id
    ]
    verdict = _verdict(tracker, person, row=row, same=True)
    held = tracker.workspace.verdicts.get(verdict.id)
    tracker.commit("same", f"{row} is {person.name}", *others, Edit(held, verdict))
    return verdict


def different(tracker: Tracker, person: Person, other: Person | str) -> Verdict:
    """Another person, or a row by its key, is not this person, whatever they have in common.

    Raises:
        BadInput: the two are one record, or what was given is no key of a row.
    """
    if isinstance(other, Person):
        if other.id == person.id:
            raise BadInput(f"{person.name} is one record, not two.")
        verdict = _verdict(tracker, person, other_id=other.id)
    else:
        return nobody_of(tracker, [person], other)[0]
    held = tracker.workspace.verdicts.get(verdict.id)
    tracker.commit("different", f"{other.name} is not {person.name}", Edit(held, verdict))
    return verdict


def nobody_of(tracker: Tracker, people: Sequence[Person], row: str) -> list[Verdict]:
    """A row is none of these people, in every import from now on.

    Raises:
        BadInput: it is no key of a row.
    """
    if not is_row(row):
        raise BadInput(f"'{row}' is no key of a row.", "'import --dry-run' shows them.")
    verdicts = [_verdict(tracker, person, row=row) for person in people]
    held = tracker.workspace.verdicts
    edits = [Edit(held.get(verdict.id), verdict) for verdict in verdicts]
    tracker.commit("different", f"{row} is not {names(people)}", *edits)
    return verdicts


def _verdict(
    tracker: Tracker, person: Person, *, row: str = "", other_id: str = "", same: bool = False
) -> Verdict:
    return Verdict(
        id=verdict_id(person.id, row or other_id),
        person_id=person.id,
        row=row,
        other_id=other_id,
        same=same,
        recorded_at=tracker.clock.now(),
    )

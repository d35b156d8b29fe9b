"""Verbs about who is what to whom."""

from collections.abc import Sequence
from datetime import date

from msgspec.structs import replace

from ..model import BadInput, Edit, Person, Relation, Tie, new_id
from ..rules.counting import counted
from ..rules.moving import ties_in_doubt
from .checks import line, rating
from .tracker import Tracker


def tie(
    tracker: Tracker,
    person: Person,
    relation: Relation,
    other: Person,
    *,
    strength: int = 2,
    why: str = "",
    since: date | None = None,
    private: bool = False,
) -> Tie:
    """Say what ``person`` is to ``other``; one that is already on record is changed.

    Raises:
        BadInput: both are the same person, or the strength is not 1 to 3.
    """
    if person.id == other.id:
        raise BadInput(f"{person.name} cannot be tied to themselves.")
    known = standing_tie(tracker, person, relation, other)
    made = Tie(
        id=known.id if known is not None else new_id("t"),
        person_id=person.id,
        other_id=other.id,
        relation=relation,
        strength=rating(strength, "strength", 1, 3),
        why=line(why, "reason"),
        since=since or (known.since if known is not None else None),
        private=private,
        recorded_at=known.recorded_at if known is not None else tracker.clock.now(),
    )
    summary = f"{person.name} {relation} {other.name}"
    tracker.commit("tie", summary, Edit(known, made))
    return made


def untie(tracker: Tracker, made: Tie, *, on: date | None = None) -> Tie:
    """Say that a tie no longer holds; it stays in the history of both."""
    ended = replace(made, ended_on=on or tracker.today)
    people = tracker.workspace.people
    names = [people[p].name if p in people else p for p in made.about]
    summary = f"No longer: {names[0]} {made.relation} {names[-1]}"
    tracker.commit("tie", summary, Edit(made, ended))
    return ended


def untie_all(tracker: Tracker, person: Person, ended: Sequence[Tie]) -> None:
    """Say of several of a person's ties at once that they no longer hold."""
    edits = [Edit(made, replace(made, ended_on=tracker.today)) for made in ended]
    tracker.commit("tie", f"{counted(len(ended), 'tie')} of {person.name} ended", *edits)


def in_doubt(tracker: Tracker, person: Person) -> list[Tie]:
    """The ties of somebody who moved that may not have moved along."""
    people = tracker.workspace.people
    return ties_in_doubt(person, ties_of(tracker, person), people, tracker.today)


def standing_tie(tracker: Tracker, person: Person, relation: Relation, other: Person) -> Tie | None:
    """The tie of this kind that holds between two people, if there is one."""
    for made in tracker.workspace.matters_of.get(person.id, {}).values():
        if (
            isinstance(made, Tie)
            and made.relation is relation
            and (made.person_id, made.other_id) == (person.id, other.id)
        ):
            return made
    return None


def ties_of(tracker: Tracker, person: Person) -> list[Tie]:
    """The ties that a person has part in, theirs first."""
    matters = tracker.workspace.matters_of.get(person.id, {}).values()
    found = [made for made in matters if isinstance(made, Tie)]
    return sorted(found, key=lambda t: (t.person_id != person.id, t.relation, -t.strength, t.id))

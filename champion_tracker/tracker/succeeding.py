"""Who takes over a position: ties and open follow-ups of whoever held it are copied on demand."""

from collections.abc import Collection, Sequence
from typing import TypeAlias

from msgspec.structs import replace

from ..exchange.succession import predecessor as found_predecessor
from ..model import BadInput, Edit, FollowUp, Person, Tie, new_id
from .people import followed_edits
from .tracker import Tracker

Inheritance: TypeAlias = "Tie | FollowUp"


def predecessor(tracker: Tracker, person: Person) -> Person | None:
    """The followed person who held before what somebody holds now; None where it is nobody."""
    return found_predecessor(person, tracker.workspace, tracker.today)


def inheritance(tracker: Tracker, new: Person, old: Person) -> list[Inheritance]:
    """What of one person's another could go on with: ties that hold, follow-ups that are open.

    What stands already, and what ties the two to each other, is none of it.
    """
    workspace = tracker.workspace
    standing = {_what(record) for record in workspace.matters_of.get(new.id, {}).values()}
    found = []
    for record in workspace.matters_of.get(old.id, {}).values():
        if not isinstance(record, Tie | FollowUp) or new.id in record.about:
            continue
        if _what(_passed_on(tracker, record, new, old)) not in standing:
            found.append(record)
    return sorted(found, key=lambda record: (isinstance(record, FollowUp), *_order(record)))


def take_over(
    tracker: Tracker, new: Person, old: Person, records: Sequence[Inheritance] | None = None
) -> list[Inheritance]:
    """Copy ties and follow-ups to whoever takes over, and follow them; the old ones stand.

    Args:
        tracker: The workspace.
        new: Who takes over.
        old: From whom.
        records: What is copied of the `inheritance`; None for all of it.

    Raises:
        BadInput: the two are one person.
    """
    if new.id == old.id:
        raise BadInput(f"{new.name} cannot take over from themselves.")
    offered = inheritance(tracker, new, old)
    chosen = offered if records is None else [record for record in offered if record in records]
    made = [_passed_on(tracker, record, new, old) for record in chosen]
    edits = [*(Edit(after=record) for record in made), *followed_edits(tracker, [new])]
    tracker.commit("take-over", f"{new.name} takes over from {old.name}", *edits)
    return made


def words_of(tracker: Tracker, record: Inheritance) -> str:
    """A tie or follow-up as a sentence without a full stop."""
    if isinstance(record, FollowUp):
        return f"follow up on {record.due}: {record.text}"
    people = tracker.workspace.people
    first, second = (people[p].name if p in people else "somebody" for p in record.about)
    return f"{first} {record.relation} {second}"


def _passed_on(tracker: Tracker, record: Inheritance, new: Person, old: Person) -> Inheritance:
    now = tracker.clock.now()
    if isinstance(record, FollowUp):
        return replace(record, id=new_id("f"), person_id=new.id, recorded_at=now)
    ends = [new.id if person_id == old.id else person_id for person_id in record.about]
    return replace(
        record,
        id=new_id("t"),
        person_id=ends[0],
        other_id=ends[1],
        since=tracker.today,
        recorded_at=now,
    )


def _what(record: object) -> Collection[object]:
    """What a tie or follow-up says, whenever it was recorded."""
    if isinstance(record, Tie):
        return (record.person_id, record.relation, record.other_id)
    if isinstance(record, FollowUp):
        return (record.person_id, record.due, record.text)
    return ()


def _order(record: Inheritance) -> tuple[str, str]:
    if isinstance(record, FollowUp):
        return (record.due.isoformat(), record.text)
    return (record.relation, record.id)

"""Merging two records of one person: nothing of either is lost, and undo parts them again."""

from collections.abc import Iterator, Mapping
from typing import Any

import msgspec
from msgspec.structs import replace

from ..model import (
    BadInput,
    Edit,
    NurturePlan,
    Person,
    Pin,
    Position,
    Record,
    Tie,
    Verdict,
    verdict_id,
)
from .tracker import Tracker

FIELDS = ("name", "notes", "emails", "phones", "links", "tags", "positions", "plan", "pin")
"""What can be kept of the first or the second alone; else both are kept as far as that goes."""

CHOICES = ("first", "second")

JOINED = ("notes", "emails", "phones", "links", "tags", "positions")
"""The fields of which both can be kept."""


def sides(first: Person, second: Person) -> dict[str, tuple[str, str]]:
    """What the two say in each field, as texts; fields that are empty in both are left out."""
    found = {field: (_text(first, field), _text(second, field)) for field in FIELDS}
    return {field: texts for field, texts in found.items() if any(texts)}


def _text(person: Person, field: str) -> str:
    value = getattr(person, field)
    if isinstance(value, NurturePlan):
        paused = f"paused: {value.paused}" if value.paused else ""
        return ", ".join(filter(None, (value.every and f"every {value.every}", paused)))
    if isinstance(value, Pin):
        return f"{value.standing}: {value.reason}"
    return "; ".join(map(str, value)) if isinstance(value, tuple) else str(value or "")


def merge(
    tracker: Tracker, first: Person, second: Person, keep: Mapping[str, str] | None = None
) -> Person:
    """Make one record of two: the first's, with everything that is dated about the second.

    Lists are joined and notes stand one below the other; of everything else the first's goes
    before the second's, unless ``keep`` says of a field whose value stands, `CHOICES`. What tied
    the two to each other falls away.

    Raises:
        BadInput: the two are one record, or ``keep`` names a field or a choice that there is not.
    """
    if first.id == second.id:
        raise BadInput(f"{first.name} is one record already.")
    chosen = _checked(keep or {})
    positions, same_positions = _positions(first, second, chosen.get("positions", ""))
    person = replace(_joined(first, second, chosen), positions=positions)
    ids = {second.id: first.id, **same_positions}
    edits = [Edit(first, person), Edit(second, None), *_moved(tracker, second, ids)]
    tracker.commit("merge", f"Merged {second.name} into {person.name}", *edits)
    return person


def _checked(keep: Mapping[str, str]) -> dict[str, str]:
    for field, choice in keep.items():
        if field not in FIELDS:
            raise BadInput(f"'{field}' is no field to choose.", f"There are {', '.join(FIELDS)}.")
        if choice not in CHOICES:
            raise BadInput(f"'{field}' is kept of the first or the second, not of '{choice}'.")
    return dict(keep)


def _joined(first: Person, second: Person, chosen: Mapping[str, str]) -> Person:
    """The person, but for positions."""
    since = [p.followed_since for p in (first, second) if p.followed_since]
    away = (first.archived_on, second.archived_on)
    values: dict[str, Any] = {
        "name": first.name or second.name,
        "notes": "\n\n".join(dict.fromkeys(filter(None, (first.notes, second.notes)))),
        **{
            field: tuple(dict.fromkeys((*getattr(first, field), *getattr(second, field))))
            for field in ("emails", "phones", "links", "tags", "source_ids")
        },
        "plan": first.plan if first.plan != type(first.plan)() else second.plan,
        "pin": first.pin or second.pin,
        "followed_since": min(since, default=None),
        "archived_on": max(day for day in away if day) if all(away) else None,
    }
    for field, choice in chosen.items():
        values[field] = getattr(first if choice == "first" else second, field)
    return replace(first, **values)


def _positions(
    first: Person, second: Person, choice: str
) -> tuple[tuple[Position, ...], dict[str, str]]:
    """The positions of the one person, and those of the second that are the first's by id."""
    if choice:
        return (first if choice == "first" else second).positions, {}
    held = {replace(position, id=""): position.id for position in first.positions}
    same = {p.id: held[replace(p, id="")] for p in second.positions if replace(p, id="") in held}
    return (*first.positions, *(p for p in second.positions if p.id not in same)), same


def _moved(tracker: Tracker, gone: Person, ids: Mapping[str, str]) -> Iterator[Edit]:
    """The edits that let every record which names the second name the first."""
    workspace = tracker.workspace
    loose = (workspace.answers, workspace.occasions, workspace.stories, workspace.verdicts)
    records = {(type(r), r.id): r for r in tracker.store.history(gone.id)}
    records.update({(type(r), r.id): r for shelf in loose for r in shelf.values()})
    taken = {(type(r), r.id) for r in records.values()}
    for record in records.values():
        after = _renamed(record, ids)
        if after == record:
            continue
        if after.id == record.id:
            yield Edit(record, None if _is_about_itself(after) else after)
            continue
        yield Edit(record, None)
        if (type(after), after.id) not in taken and not _is_about_itself(after):
            taken.add((type(after), after.id))
            yield Edit(None, after)


def _renamed(record: Record, ids: Mapping[str, str]) -> Record:
    """The record with identifiers in the place of others, each person named once."""
    after = msgspec.convert(_replaced(msgspec.to_builtins(record), ids), type(record))
    if isinstance(after, Verdict):
        return replace(after, id=verdict_id(after.person_id, after.row or after.other_id))
    return after


def _replaced(value: Any, ids: Mapping[str, str]) -> Any:
    if isinstance(value, dict):
        return {
            key: _key(held, ids) if key == "id" else _replaced(held, ids)
            for key, held in value.items()
        }
    if isinstance(value, list | tuple):
        found = [_replaced(held, ids) for held in value]
        is_same = found == list(value) or isinstance(found[0], dict)
        return found if is_same else list(dict.fromkeys(found))
    return ids.get(value, value) if isinstance(value, str) else value


def _key(key: str, ids: Mapping[str, str]) -> str:
    """An identifier that is made of others, as the key of a prompt is."""
    return ":".join(ids.get(part, part) for part in key.split(":"))


def _is_about_itself(record: Record) -> bool:
    """Whether what was said of two people has become something said of one."""
    return isinstance(record, Tie | Verdict) and len(record.about) > len(set(record.about))

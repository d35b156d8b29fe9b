"""What stands side by side: a person before and after an import, or several who may be one."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from ..exchange import Group
from ..exchange import ImportChange as Change
from ..model import Person
from .tracker import Tracker


class Side(NamedTuple):
    """One field, and what it is on each side."""

    field: str
    values: tuple[str, ...]


class Sides(NamedTuple):
    """Two things or more, field by field."""

    heads: tuple[str, ...]
    rows: tuple[Side, ...]


def sides_of(tracker: Tracker, change: Change) -> Sides:
    """What an entry of an import compares: now and then, or a row and whom it may be about."""
    if change.group is Group.DOUBTFUL:
        return doubt(tracker, change)
    if change.group is Group.NEW or (change.before is None and change.edits):
        people = [edit.after for edit in change.edits if isinstance(edit.after, Person)]
        if people and change.edits[0].before is None:
            return _side_by_side(("new",), [facts_of(people[0])])
    before, after = _texts(change.before), _texts(change.after)
    return _side_by_side(("now", "then"), [before, after])


def doubt(tracker: Tracker, change: Change) -> Sides:
    """A doubtful row beside everybody whom it may be about."""
    known = tracker.workspace.people
    people = [known[key] for key, _ in change.candidates if key in known]
    row = {"name": change.name, **_texts(change.after)}
    shown = [_last_position(person) | facts_of(person) for person in people]
    fields = ("name", "title", "organization", "area", "emails", "phones")
    mine = [{field: one[field] for field in fields if one.get(field)} for one in (row, *shown)]
    return _side_by_side(("in the file", *(person.name for person in people)), mine)


def facts_of(person: Person) -> dict[str, str]:
    """What is known of somebody, each field as a text; what is empty is left out."""
    texts = {
        "name": person.name,
        "positions": "; ".join(map(str, person.positions)),
        "emails": ", ".join(person.emails),
        "phones": ", ".join(person.phones),
        "links": ", ".join(person.links),
        "tags": ", ".join(person.tags),
        "notes": person.notes,
    }
    return {field: text for field, text in texts.items() if text}


def _last_position(person: Person) -> dict[str, str]:
    if not person.positions:
        return {}
    last = person.positions[-1]
    return {"title": last.title, "organization": last.organization, "area": last.area}


def _texts(shown: Mapping[str, str | list[str]] | None) -> dict[str, str]:
    return {
        field: ", ".join(value) if isinstance(value, list) else value
        for field, value in (shown or {}).items()
    }


def _side_by_side(heads: tuple[str, ...], sides: Sequence[Mapping[str, str]]) -> Sides:
    fields = dict.fromkeys(field for side in sides for field in side)
    rows = (Side(field, tuple(side.get(field, "") for side in sides)) for field in fields)
    return Sides(heads, tuple(row for row in rows if any(row.values)))

"""What an import would change: one entry a row, with the edits that make it so."""

from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import Any, TypeAlias

from msgspec import Struct, structs

from ..model import Edit, Person, Record

Shown: TypeAlias = dict[str, str | list[str]]
"""Fields by name, as a preview and the JSON output show them."""


class ChangeKind(StrEnum):
    """What an entry says about a person or a row."""

    NEW = "new"
    POSITION = "position"
    LEFT = "left"
    DETAILS = "details"
    UNCHANGED = "unchanged"
    CONFLICT = "conflict"
    UNREADABLE = "unreadable"


class Group(StrEnum):
    """What an entry is to somebody who takes some of an import and leaves the rest."""

    NEW = "new"
    POSITION = "position"
    BACK = "back"
    SUCCESSOR = "successor"
    LEFT = "left"
    DETAILS = "details"
    DOUBTFUL = "doubtful"
    CONFLICT = "conflict"
    UNREADABLE = "unreadable"
    UNCHANGED = "unchanged"


class ImportChange(Struct, frozen=True, kw_only=True):
    """One thing that an import would change, or says that it cannot."""

    kind: ChangeKind
    person_id: str = ""
    """Whom it is about; the identifier that a new person would get; empty where nobody is."""
    name: str = ""
    before: Shown | None = None
    """What is kept now. For a position ``title``, ``organization`` and ``area``; for details
    the changed fields only."""
    after: Shown | None = None
    """What would be kept, in the same fields."""
    where: str = ""
    """The place in the file, such as ``staff.csv, row 12``; empty for those not in it."""
    why: str = ""
    """A sentence, where the kind alone does not say enough."""
    row: str = ""
    """Where it is doubtful who a row is about: what stands in the answer for it, and for the other
    rows of the same person."""
    candidates: tuple[tuple[str, str], ...] = ()
    """Whom it may be about: identifiers and names."""
    came_back: bool = False
    """Whether somebody who had left is there again."""
    follows: str = ""
    """The followed person whose position this one takes up; empty for nobody."""
    edits: tuple[Edit, ...] = ()
    """What makes it so. What is said of one person's positions stands together on the first entry
    that says so, and all the rest on the one with their details."""

    @property
    def group(self) -> Group:
        """Where the entry belongs among what can be taken or left together."""
        if self.row:
            return Group.DOUBTFUL
        if self.follows:
            return Group.SUCCESSOR
        return Group.BACK if self.came_back else Group(self.kind)


def edits_of(changes: Iterable[ImportChange]) -> tuple[Edit, ...]:
    """The edits of ``changes`` in their order, each record once, ready to be one commit."""
    found: dict[tuple[type[Record], str], Edit] = {}
    for change in changes:
        for edit in change.edits:
            place = type(edit.record), edit.record.id
            found[place] = _both(found[place], edit) if place in found else edit
    return tuple(found.values())


def leaders(changes: Sequence[ImportChange]) -> list[int]:
    """For each entry the place of the one with which it is taken or left; most often its own."""
    first: dict[str, int] = {}
    for place, change in enumerate(changes):
        if change.edits:
            first.setdefault(change.person_id, place)
    return [
        place if change.edits or change.kind in _SAYING else first.get(change.person_id, place)
        for place, change in enumerate(changes)
    ]


_SAYING = (ChangeKind.UNCHANGED, ChangeKind.CONFLICT, ChangeKind.UNREADABLE)
"""Kinds that change nothing."""


def _both(one: Edit, other: Edit) -> Edit:
    """Two edits of one person as one: of their positions, and of the rest."""
    before, first, second = one.before, one.after, other.after
    if not (
        isinstance(before, Person) and isinstance(first, Person) and isinstance(second, Person)
    ):
        raise ValueError(f"{one.record.id} is edited twice")
    values: dict[str, Any] = {
        field: getattr(second, field)
        for field in Person.__struct_fields__
        if getattr(second, field) != getattr(before, field)
    }
    held = {position.id: position for position in before.positions}
    changed = {p.id: p for after in (first, second) for p in after.positions if p != held.get(p.id)}
    longest = max(first.positions, second.positions, key=len)
    values["positions"] = tuple(changed.get(position.id, position) for position in longest)
    return Edit(before, structs.replace(first, **values))

"""What an import would change: one entry a row, with the edits that make it so."""

from collections.abc import Iterable
from enum import StrEnum
from typing import TypeAlias

from msgspec import Struct

from ..model import Edit

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
    """Where it is doubtful who a row is about: what stands for the row in the answer."""
    candidates: tuple[tuple[str, str], ...] = ()
    """Whom it may be about: identifiers and names."""
    edits: tuple[Edit, ...] = ()
    """What makes it so. Of several entries about one person the first that changes anything
    holds everything; no record is edited twice among all entries."""


def edits_of(changes: Iterable[ImportChange]) -> tuple[Edit, ...]:
    """The edits of ``changes`` in their order, each person once, ready to be one commit."""
    return tuple(edit for change in changes for edit in change.edits)

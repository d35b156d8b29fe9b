"""What of a change its author sees, and what everybody else."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from msgspec.structs import replace
from sqlalchemy import Connection, text

from ...model import Commit, Edit, Record
from .tables import SCHEMA

WITHHELD = "Something that is partly private"
"""What others read as the summary of a commit that also holds private edits."""


def is_private(record: Record | None) -> bool:
    """Whether a record is for its author alone."""
    return bool(getattr(record, "private", False))


def holds_private(connection: Connection) -> bool:
    """Whether the database keeps from others, and from its tables' owner, what is private."""
    return bool(connection.execute(_IS_CLOSED).scalar())


class Side(NamedTuple):
    """An edit as somebody sees it."""

    place: int
    edit: Edit
    private: bool
    """Whether only its author sees it so."""


def sides(edits: Iterable[Edit]) -> Iterator[Side]:
    """Every edit as its author sees it, and as others do where that is something else.

    To others a record that becomes private is removed, and one that becomes public is made.
    """
    for place, edit in enumerate(edits):
        was_private, becomes_private = is_private(edit.before), is_private(edit.after)
        is_hidden = was_private or becomes_private
        yield Side(place, edit, private=is_hidden)
        if not is_hidden:
            continue
        open_side = Edit(
            before=None if was_private else edit.before,
            after=None if becomes_private else edit.after,
        )
        if open_side.before or open_side.after:
            yield Side(place, open_side, private=False)


def headings(commit: Commit, seen: Iterable[Side]) -> dict[bool, Commit]:
    """The commit without its edits, for its author (True) and for everybody (False)."""
    bare = replace(commit, edits=())
    kinds = {side.private for side in seen} or {False}
    if kinds == {True, False}:
        return {True: bare, False: replace(bare, summary=WITHHELD)}
    return dict.fromkeys(kinds, bare)


_IS_CLOSED = text(f"""
SELECT count(*) = 2 FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE n.nspname = '{SCHEMA}' AND c.relname IN ('records', 'log')
AND c.relrowsecurity AND c.relforcerowsecurity""")

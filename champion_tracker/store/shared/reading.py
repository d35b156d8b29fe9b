"""What the database tells of a workspace: where it stands, and its records as they are."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, select, text, tuple_

from ...model import (
    Answer,
    Person,
    Record,
)
from ..documents import decode_record
from ..view import SHELVES
from .tables import SCHEMA, plain, records, workspaces

PAGE = 500
"""How many records are read at a time."""
NOWHERE = (0, 0)
"""Before the first record."""
MATTERS: list[str] = [
    kind.__struct_config__.tag  # type: ignore[attr-defined]
    for kind in SHELVES
    if kind is not Person
]
"""The kinds of what is at hand besides people, which the key of the records finds."""


def number_of(connection: Connection, workspace: str) -> int | None:
    """The number of the last commit; None where there is no such workspace that one may see."""
    return connection.execute(
        select(workspaces.c.number).where(workspaces.c.name == workspace)
    ).scalar()


def may_change(connection: Connection, workspace: str) -> bool:
    """Whether we may change a workspace, or only read it."""
    asked = text(f"SELECT role FROM {SCHEMA}.members WHERE workspace = :w AND login = session_user")
    return connection.execute(asked, {"w": workspace}).scalar() in ("owner", "editor")


def read_open(connection: Connection, workspace: str) -> Iterator[Record]:
    """People and open matters."""
    rows = connection.execute(
        select(records.c.document).where(records.c.workspace == workspace, records.c.open)
    )
    return records_of(rows)


def read_history(
    connection: Connection, workspace: str, person_id: str, *, public: bool = False
) -> list[Record]:
    """Everything dated about one person, in the order in which it was first recorded.

    Args:
        connection: Where to read.
        workspace: Its name.
        person_id: Whose history.
        public: Whether to leave out what is one's own and private.
    """
    values = {"workspace": workspace, "person": plain(person_id)}
    rows = connection.execute(_PUBLIC_HISTORY if public else _HISTORY, values)
    # Who had part in a record once need not have it still.
    return [record for record in records_of(rows) if person_id in record.about]


def read_texts(connection: Connection, workspace: str, words: Sequence[str]) -> Iterator[Record]:
    """The records whose folded text holds every word, people first."""
    holding = [records.c.words.contains(plain(word), autoescape=True) for word in words]
    rows = connection.execute(
        select(records.c.document)
        .where(records.c.workspace == workspace, records.c.kind != "answer", *holding)
        .order_by(records.c.kind != "person", records.c.first, records.c.place)
    )
    return records_of(rows)


def read_records(
    connection: Connection, workspace: str, after: tuple[int, int]
) -> tuple[tuple[int, int], list[Record]]:
    """The next page of all records in the order in which they came to be, and where it ends.

    ``after`` is where the one before ended; both are `NOWHERE` where there is none.
    """
    place = tuple_(records.c.first, records.c.place)
    rows = connection.execute(
        select(records.c.document, records.c.first, records.c.place)
        .where(records.c.workspace == workspace, place > after)
        .order_by(records.c.first, records.c.place)
        .limit(PAGE)
    ).all()
    end = (rows[-1].first, rows[-1].place) if len(rows) == PAGE else NOWHERE
    found = records_of([row.document] for row in rows)
    return end, [record for record in found if not isinstance(record, Answer)]


def read_people(connection: Connection, workspace: str) -> Iterator[Record]:
    """Everybody."""
    return _read_open_of(connection, workspace, records.c.kind == "person")


def read_matters(connection: Connection, workspace: str) -> Iterator[Record]:
    """The open matters, without people."""
    return _read_open_of(connection, workspace, records.c.kind.in_(MATTERS))


def _read_open_of(
    connection: Connection, workspace: str, which: ColumnElement[bool]
) -> Iterator[Record]:
    rows = connection.execute(
        select(records.c.document).where(records.c.workspace == workspace, records.c.open, which)
    )
    return records_of(rows)


def read_private(connection: Connection, workspace: str) -> Iterator[Record]:
    """One's own private records; nobody else's are ever told."""
    rows = connection.execute(
        select(records.c.document)
        .where(records.c.workspace == workspace, records.c.private)
        .order_by(records.c.first, records.c.place)
    )
    return records_of(rows)


def records_of(rows: Iterable[Sequence[Any]]) -> Iterator[Record]:
    """The records whose documents are in rows; without those that only a newer version knows."""
    found = (decode_record(document.encode()) for (document,) in rows)
    return (record for record in found if record is not None)


_OF_PERSON = f"""
SELECT r.document FROM {SCHEMA}.records r WHERE r.workspace = :workspace AND (r.kind, r.id) IN (
  SELECT l.kind, l.key FROM {SCHEMA}.log l
  WHERE l.workspace = :workspace AND l.person = :person AND l.kind NOT IN ('person', 'answer')
) {{which}} ORDER BY r.first, r.place"""
_HISTORY = text(_OF_PERSON.format(which=""))
_PUBLIC_HISTORY = text(_OF_PERSON.format(which="AND NOT r.private"))

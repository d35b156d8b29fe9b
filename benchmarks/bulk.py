"""A shared workspace of any size, put into its tables past the program.

What the program would write is made by the program's own code; a commit for each person, with all
that is known of them, would take hours to be synced one after another.
"""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from itertools import islice
from typing import Any, TypeAlias

import msgspec
import psycopg
from psycopg import sql

from champion_tracker.model import Commit, Edit, Person, Record
from champion_tracker.rules.folding import fold
from champion_tracker.rules.texts import text_of
from champion_tracker.store.documents import encode
from champion_tracker.store.shared.tables import SCHEMA
from champion_tracker.store.shared.writing import key_of
from champion_tracker.store.view import digests_of

from .workspaces import people, records

Row: TypeAlias = tuple[Any, ...]

CHUNK = 2_000
"""How many people are copied at a time."""
COLUMNS = {
    "records": "workspace kind id number first place open private document words sort",
    "log": "workspace number place private part person kind key after id heading",
    "digests": "workspace person digest",
}


def fill(connection: psycopg.Connection, workspace: str, count: int, touches: int) -> None:
    """Put people and their past into an empty workspace, as an administrator."""
    everybody = enumerate(people(count), 1)
    while chunk := [*islice(everybody, CHUNK)]:
        rows: dict[str, list[Row]] = {table: [] for table in COLUMNS}
        for number, person in chunk:
            past = [*records(person, touches)]
            for table, row in _rows(workspace, number, [person, *past]):
                rows[table].append(row)
            digest = msgspec.json.encode(digests_of(past)[person.id]).decode()
            rows["digests"].append((workspace, person.id, digest))
        for table, made in rows.items():
            _copy(connection, table, made)
    schema = sql.Identifier(SCHEMA)
    for statement in (
        "UPDATE {}.workspaces SET number = %s WHERE name = %s",
        "INSERT INTO {}.folds (number, workspace) VALUES (%s, %s)",
    ):
        connection.execute(sql.SQL(statement).format(schema), [count, workspace])


def _rows(workspace: str, number: int, made: list[Record]) -> Iterator[tuple[str, Row]]:
    """What one commit leaves behind that makes some records."""
    edits = tuple(Edit(after=record) for record in made)
    at = datetime(2026, 1, 1, tzinfo=UTC)
    commit = Commit(id=f"c-{number}", at=at, verb="add", summary="Filled", edits=())
    said: Row = (commit.id, encode(commit).decode())
    for place, edit in enumerate(edits):
        record = edit.record
        key, document = key_of(record), encode(record).decode()
        sort = fold(record.name) if isinstance(record, Person) else None
        told = record.is_open, False, document, fold(text_of(record)), sort
        yield "records", (workspace, *key, number, number, place + 1, *told)
        for part, person_id in enumerate(record.about):
            of_whom: Row = (workspace, number, place, False, part, person_id, *key)
            yield "log", (*of_whom, None if part else document, *said)
            said = (None, None)


def _copy(connection: psycopg.Connection, table: str, rows: Iterable[Row]) -> None:
    columns = sql.SQL(", ").join(map(sql.Identifier, COLUMNS[table].split()))
    statement = sql.SQL("COPY {} ({}) FROM STDIN")
    with (
        connection.cursor() as cursor,
        cursor.copy(statement.format(sql.Identifier(SCHEMA, table), columns)) as copy,
    ):
        for row in rows:
            copy.write_row(row)

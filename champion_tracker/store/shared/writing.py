"""A commit as one statement: whole or not at all, in one round trip."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import count
from typing import NamedTuple, TypeAlias

from psycopg.errors import FeatureNotSupported
from sqlalchemy import Connection, text

from ...model import Commit, Edit, Person, Record
from ...rules.folding import fold
from ...rules.texts import text_of
from ..documents import decode_record, encode, merge
from .prepared import Scalar, Value, execute
from .privacy import Side, headings, is_private, sides
from .tables import SCHEMA, plain

Key: TypeAlias = tuple[str, str]
"""The kind and the identifier of a record."""
Row: TypeAlias = tuple[Scalar, ...]


class Held(NamedTuple):
    """A record as the database holds it."""

    record: Record
    document: bytes
    number: int
    """The commit that last changed it."""


def key_of(record: Record) -> Key:
    """What tells a record from all others."""
    return record.__struct_config__.tag, record.id  # type: ignore[return-value]


def write(
    connection: Connection,
    workspace: str,
    commit: Commit,
    held: Mapping[Key, Held],
    meanwhile: Callable[[], None] = lambda: None,
) -> int:
    """Keep a commit; return its number, or 0 where one may not write to the workspace.

    Args:
        connection: In autocommit, so that the statement is all of the transaction, or after
            `wait_for_turn`.
        workspace: Its name.
        commit: What to keep.
        held: The records that it changes or removes, as they were found. If one of them is
            changed in between, the commit gets no number, and the log refuses all of it.
        meanwhile: What to do while the server is at work.
    """
    plan = _Plan(workspace, commit, held)
    is_spread = bool(connection.info.get("is_spread"))
    try:
        statement = plan.statement(is_spread=is_spread)
        return _first(execute(connection, statement, plan.values, meanwhile))
    except FeatureNotSupported:
        if is_spread:
            raise
        connection.info["is_spread"] = True
    return _first(execute(connection, plan.statement(is_spread=True), plan.values))


def read_held(
    connection: Connection, workspace: str, records: Iterable[Record | None]
) -> dict[Key, Held]:
    """What the database holds in the places of some records."""
    keys = {(k, plain(i)): (k, i) for k, i in (key_of(r) for r in records if r is not None)}
    if not keys:
        return {}
    kinds, ids = zip(*keys, strict=True)
    rows = connection.execute(_HELD, {"workspace": workspace, "kinds": [*kinds], "ids": [*ids]})
    found = ((keys[kind, key], document.encode(), number) for kind, key, document, number in rows)
    return {
        key: Held(record, document, number)
        for key, document, number in found
        if (record := decode_record(document)) is not None
    }


def wait_for_turn(connection: Connection, workspace: str) -> None:
    """Let nobody else commit until the transaction ends, so that what is read stays as it is."""
    connection.execute(_TURN, {"workspace": workspace})


class _Plan:
    """The statement for one commit, with those parts only that it needs."""

    def __init__(self, workspace: str, commit: Commit, held: Mapping[Key, Held]) -> None:
        self._held = held
        self._parts: list[_Part] = []
        self.values: list[Value] = [workspace]
        """What the statement is given, in order."""
        if checked := self._place(commit.edits):
            self.values.append(checked)
        self._part("logged", _log(commit))

    def statement(self, *, is_spread: bool) -> str:
        """The parts that apply, in one.

        Args:
            is_spread: Whether Citus lays the rows on many machines: it inserts what nothing is
                returned of by COPY, which policies forbid, and so does nothing of it at first.
                PostgreSQL would look up once more who may read what is returned.
        """
        return _statement(*self._parts, is_spread=is_spread)

    def _place(self, edits: Iterable[Edit]) -> int:
        """What becomes of the records, each once however often the commit changes it.

        Returns:
            How many of them have to be what they were.
        """
        net: dict[Key, Edit] = {}
        for edit in edits:
            key = key_of(edit.record)
            net[key] = Edit(before=net[key].before, after=edit.after) if key in net else edit
        made: list[Row] = []
        changed: list[Row] = []
        removed: list[Row] = []
        for before, after in ((edit.before, edit.after) for edit in net.values()):
            if before is None and after is not None:
                made.append(self._row(after))
            elif after is not None:
                changed.append((*self._row(after), self._number(after)))
            elif before is not None:
                removed.append((*_plain_key(before), self._number(before)))
        for name, rows in (("made", made), ("changed", changed), ("removed", removed)):
            if rows:
                self._part(name, rows)
        return len(changed) + len(removed)

    def _row(self, record: Record) -> Row:
        sort = plain(fold(record.name)) if isinstance(record, Person) else None
        words = plain(fold(text_of(record)))
        kept = self._grown(record)
        return (*_plain_key(record), record.is_open, is_private(record), kept, words, sort)

    def _grown(self, record: Record) -> str:
        """The document, with what a newer version wrote into the one that it replaces."""
        held = self._held.get(key_of(record))
        new = encode(record)
        return (merge(held.document, new) if held else new).decode()

    def _number(self, record: Record) -> int:
        return self._held[key_of(record)].number

    def _part(self, name: str, rows: Sequence[Row]) -> None:
        """One of the parts, with the rows that it is about."""
        is_single = len(rows) == 1
        self._parts.append(_Part(name, is_single))
        self.values += rows[0] if is_single else map(list, zip(*rows, strict=True))


def _log(commit: Commit) -> list[Row]:
    """The rows of the log for a commit; see `tables.log`."""
    seen = list(sides(commit.edits)) or [Side(0, Edit(), private=False)]
    headings_left = headings(commit, seen)
    rows: list[Row] = []
    for side in seen:
        before, after = side.edit.before, side.edit.after
        kind, key = _plain_key(side.edit.record) if before or after else ("", "")
        documents: Row = (_document(before), _document(after))
        for part, person in enumerate(side.edit.about or ("",)):
            heading = headings_left.pop(side.private, None)
            said: Row = (plain(commit.id), _document(heading)) if heading else (None, None)
            of_whom: Row = (side.place, side.private, part, plain(person), kind, key)
            rows.append((*of_whom, *documents, *said))
            documents = (None, None)
    return rows


class _Part(NamedTuple):
    """One of the statements that are done together."""

    name: str
    is_single: bool
    """Whether it is about a single row, for which the server need not read arrays."""


def _first(numbers: Sequence[int]) -> int:
    return numbers[0] if numbers else 0


@cache
def _statement(*parts: _Part, is_spread: bool) -> str:
    numbers = count(2)
    checked = [part.name for part in parts if part.name in ("changed", "removed")]
    written = []
    for name, is_single in parts:
        number = _number(checked, numbers) if name == "logged" else ""
        given = _given(name, numbers, is_single=is_single)
        part = _PARTS[name].format(given=given, number=number)
        is_silent = is_spread and name in ("made", "logged")
        written.append(f"{name} AS ({part}{' RETURNING 1' if is_silent else ''}\n)")
    return ",\n".join([_COUNTER, *written]) + "\nSELECT number FROM counter"


def _number(checked: Sequence[str], numbers: Iterator[int]) -> str:
    """The commit's number, if as many records were what they had to be as are wanted."""
    if not checked:
        return "c.number"
    found = " + ".join(f"(SELECT count(*) FROM {name})" for name in checked)
    return f"CASE WHEN {found} = CAST(${next(numbers)} AS bigint) THEN c.number END"


def _plain_key(record: Record) -> tuple[str, str]:
    kind, key = key_of(record)
    return kind, plain(key)


def _document(thing: Record | Commit | None) -> str | None:
    return None if thing is None else encode(thing).decode()


def _given(name: str, numbers: Iterator[int], *, is_single: bool) -> str:
    """The rows that are handed over: as an array a column, or as the values of the only one."""
    columns = _COLUMNS[name]
    names = f"g({', '.join(columns)}, ordinal)"
    if is_single:
        values = ", ".join(f"CAST(${next(numbers)} AS {type_})" for type_ in columns.values())
        return f"(VALUES ({values}, 1)) AS {names}"
    arrays = ", ".join(f"CAST(${next(numbers)} AS {type_}[])" for type_ in columns.values())
    return f"unnest({arrays}) WITH ORDINALITY AS {names}"


_KEY = {"kind": "text", "key": "text"}
_RECORD = {**_KEY, "open": "boolean", "private": "boolean", "document": "text", "words": "text"}
_RECORD |= {"sort": "text"}
_COLUMNS = {
    "made": _RECORD,
    "changed": {**_RECORD, "held": "bigint"},
    "removed": {**_KEY, "held": "bigint"},
    "logged": {
        "place": "bigint",
        "private": "boolean",
        "part": "bigint",
        "person": "text",
        **_KEY,
        "before": "text",
        "after": "text",
        "id": "text",
        "heading": "text",
    },
}
"""What each part is given of a row."""
_SAME = "r.workspace = $1 AND r.kind = g.kind AND r.id = g.key AND r.number = g.held"

_COUNTER = f"""WITH counter AS (
  UPDATE {SCHEMA}.workspaces SET number = number + 1 WHERE name = $1 RETURNING number
)"""
"""Comes first, because all others need its number: whoever commits waits here, and so nobody
waits for anybody who waits for them."""

_PARTS = {
    "made": f"""
  INSERT INTO {SCHEMA}.records
    (workspace, kind, id, number, first, place, open, private, document, words, sort)
  SELECT $1, g.kind, g.key, c.number, c.number, g.ordinal,
    g.open, g.private, g.document, g.words, g.sort
  FROM counter c, {{given}}""",
    "changed": f"""
  UPDATE {SCHEMA}.records r SET number = c.number,
    open = g.open, private = g.private, document = g.document, words = g.words,
    sort = g.sort
  FROM counter c, {{given}}
  WHERE {_SAME} RETURNING 1""",
    "removed": f"""
  DELETE FROM {SCHEMA}.records r USING counter c, {{given}}
  WHERE {_SAME} RETURNING 1""",
    "logged": f"""
  INSERT INTO {SCHEMA}.log (workspace, number, place, private, part, person, kind, key,
    before, after, id, heading)
  SELECT $1, {{number}}, g.place, g.private, g.part, g.person, g.kind, g.key,
    g.before, g.after, g.id, g.heading
  FROM counter c, {{given}}""",
}

_TURN = text(f"SELECT number FROM {SCHEMA}.workspaces WHERE name = :workspace FOR UPDATE")
_HELD = text(
    f"""SELECT r.kind, r.id, r.document, r.number FROM {SCHEMA}.records r
    JOIN unnest(CAST(:kinds AS text[]), CAST(:ids AS text[])) AS g(kind, key)
    ON r.kind = g.kind AND r.id = g.key WHERE r.workspace = :workspace"""
)

"""A commit as one statement: whole or not at all, in one round trip."""

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any, LiteralString, NamedTuple

from sqlalchemy import Connection, text

from ...model import Commit, Edit, Person, Record
from ...rules.folding import fold
from ...rules.texts import text_of
from ..documents import decode_record, encode, merge
from .database import driver
from .privacy import Side, headings, is_private, sides
from .tables import SCHEMA, plain

Key = tuple[str, str]
"""The kind and the identifier of a record."""


class Held(NamedTuple):
    """A record as the database holds it."""

    record: Record
    document: bytes
    number: int
    """The commit that last changed it."""


def key_of(record: Record) -> Key:
    """What tells a record from all others."""
    return record.__struct_config__.tag, record.id  # type: ignore[return-value]


def write(connection: Connection, workspace: str, commit: Commit, held: Mapping[Key, Held]) -> int:
    """Keep a commit; return its number, or 0 where one may not write to the workspace.

    Args:
        connection: It must be in autocommit, so that the statement is all of the transaction.
        workspace: Its name.
        commit: What to keep.
        held: The records that it changes or removes, as they were found. If one of them is
            changed in between, the constraint ``commits_whole`` refuses all of it.
    """
    plan = _Plan(workspace, commit, held)
    # Past SQLAlchemy, which would take as long over the statement as the server does.
    row = driver(connection).execute(plan.statement, plan.values).fetchone()
    return row[0] if row else 0


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


class _Plan:
    """The statement for one commit, with those parts only that it needs."""

    def __init__(self, workspace: str, commit: Commit, held: Mapping[Key, Held]) -> None:
        self._held = held
        seen = list(sides(commit.edits))
        self.values: dict[str, str | int] = {"workspace": workspace, "id": plain(commit.id)}
        self._parts: list[str] = []
        self._place(commit.edits)
        self._log(seen)
        self._mention(seen)
        heads = headings(commit, seen)
        self._columns("c", private=list(heads), document=[_document(h) for h in heads.values()])

    @property
    def statement(self) -> LiteralString:
        """The parts that apply, in one."""
        return _statement(*self._parts)

    def _place(self, edits: Iterable[Edit]) -> None:
        """What becomes of the records, each once however often the commit changes it."""
        net: dict[Key, Edit] = {}
        for edit in edits:
            first = net.get(key_of(edit.record), edit)
            net[key_of(edit.record)] = Edit(before=first.before, after=edit.after)
        made = [e.after for e in net.values() if e.before is None and e.after is not None]
        changed = [e.after for e in net.values() if e.before is not None and e.after is not None]
        removed = [e.before for e in net.values() if e.before is not None and e.after is None]
        self._records("made", "m", made)
        self._records("changed", "u", changed)
        if removed:
            self._parts.append("removed")
            self._columns("r", **self._keys(removed), held=self._numbers(removed))
        self.values["wanted"] = len(changed) + len(removed)

    def _records(self, part: str, prefix: str, records: list[Record]) -> None:
        if not records:
            return
        self._parts.append(part)
        self._columns(
            prefix,
            **self._keys(records),
            open=[record.is_open for record in records],
            private=[is_private(record) for record in records],
            document=[self._grown(record) for record in records],
            words=[plain(fold(text_of(record))) for record in records],
            sort=[_sort(record) for record in records],
        )
        if part == "changed":
            self._columns(prefix, held=self._numbers(records))

    def _grown(self, record: Record) -> str:
        """The document, with what a newer version wrote into the one that it replaces."""
        held = self._held.get(key_of(record))
        new = encode(record)
        return (merge(held.document, new) if held else new).decode()

    def _keys(self, records: list[Record]) -> dict[str, list[str]]:
        keys = [key_of(record) for record in records]
        return {"kind": [kind for kind, _ in keys], "key": [plain(key) for _, key in keys]}

    def _numbers(self, records: list[Record]) -> list[int]:
        return [self._held[key_of(record)].number for record in records]

    def _log(self, seen: list[Side]) -> None:
        if not seen:
            return
        self._parts.append("logged")
        self._columns(
            "e",
            place=[side.place for side in seen],
            private=[side.private for side in seen],
            before=[_document(side.edit.before) for side in seen],
            after=[_document(side.edit.after) for side in seen],
        )

    def _mention(self, seen: list[Side]) -> None:
        mentions = dict.fromkeys(
            (plain(person), *key_of(record), side.private)
            for side in seen
            for record in (side.edit.before, side.edit.after)
            if record is not None
            for person in record.about
        )
        if not mentions:
            return
        self._parts.append("mentioned")
        persons, kinds, keys, private = zip(*mentions, strict=True)
        self._columns(
            "p", person=[*persons], kind=[*kinds], key=[*map(plain, keys)], private=[*private]
        )

    def _columns(self, prefix: str, **columns: list[Any]) -> None:
        self.values |= {f"{prefix}_{name}": _array(values) for name, values in columns.items()}


@cache
def _statement(*parts: str) -> LiteralString:
    counts = [f"(SELECT count(*) FROM {part})" for part in parts if part in ("changed", "removed")]
    commit = _COMMIT.format(kept=" + ".join(counts) or "0")
    return ",\n".join([_COUNTER, *(_PARTS[part] for part in parts)]) + commit


def _sort(record: Record) -> str | None:
    return plain(fold(record.name)) if isinstance(record, Person) else None


def _document(thing: Record | Commit | None) -> str | None:
    return None if thing is None else encode(thing).decode()


def _array(values: Iterable[str | int | None]) -> str:
    """An array as the server reads one; the driver takes ten times as long to write it."""
    return f"{{{','.join(map(_element, values))}}}"


def _element(value: str | int | None) -> str:
    if isinstance(value, str):
        escaped = value.replace("\\", "\\\\").replace('"', '\\"')
        return f'"{escaped}"'
    return "NULL" if value is None else str(value)


def _given(prefix: str, **columns: str) -> str:
    """The rows that are handed over as arrays, one a column."""
    arrays = ", ".join(f"CAST(%({prefix}_{n})s AS {t}[])" for n, t in columns.items())
    return f"unnest({arrays}) WITH ORDINALITY AS g({', '.join(columns)}, ordinal)"


_KEY = {"kind": "text", "key": "text"}
_RECORD = {**_KEY, "open": "boolean", "private": "boolean", "document": "text", "words": "text"}
_RECORD |= {"sort": "text"}
_SIDE = {"place": "bigint", "private": "boolean", "before": "text", "after": "text"}
_SAME = "r.workspace = %(workspace)s AND r.kind = g.kind AND r.id = g.key AND r.number = g.held"

_COUNTER = f"""WITH counter AS (
  UPDATE {SCHEMA}.workspaces SET number = number + 1 WHERE name = %(workspace)s RETURNING number
)"""
"""Comes first, because all others need its number: whoever commits waits here, and so nobody
waits for anybody who waits for them."""

_PARTS = {
    "made": f"""made AS (
  INSERT INTO {SCHEMA}.records
    (workspace, kind, id, number, first, place, open, private, document, words, sort)
  SELECT %(workspace)s, g.kind, g.key, c.number, c.number, g.ordinal,
    g.open, g.private, g.document, g.words, g.sort
  FROM counter c, {_given("m", **_RECORD)}
)""",
    "changed": f"""changed AS (
  UPDATE {SCHEMA}.records r SET number = c.number,
    open = g.open, private = g.private, document = g.document, words = g.words,
    sort = g.sort
  FROM counter c, {_given("u", **_RECORD, held="bigint")}
  WHERE {_SAME} RETURNING 1
)""",
    "removed": f"""removed AS (
  DELETE FROM {SCHEMA}.records r USING counter c, {_given("r", **_KEY, held="bigint")}
  WHERE {_SAME} RETURNING 1
)""",
    "logged": f"""logged AS (
  INSERT INTO {SCHEMA}.edits (workspace, number, place, private, before, after)
  SELECT %(workspace)s, c.number, g.place, g.private, g.before, g.after
  FROM counter c, {_given("e", **_SIDE)}
)""",
    "mentioned": f"""mentioned AS (
  INSERT INTO {SCHEMA}.mentions (workspace, person, kind, id, number, private)
  SELECT %(workspace)s, g.person, g.kind, g.key, c.number, g.private
  FROM counter c, {_given("p", person="text", **_KEY, private="boolean")}
)""",
}

_COMMIT = f"""
INSERT INTO {SCHEMA}.commits (workspace, number, id, private, document, wanted, kept)
SELECT %(workspace)s, c.number, %(id)s, g.private, g.document, %(wanted)s, {{kept}}
FROM counter c, {_given("c", private="boolean", document="text")}
RETURNING number"""

_HELD = text(
    f"""SELECT r.kind, r.id, r.document, r.number FROM {SCHEMA}.records r
    JOIN unnest(CAST(:kinds AS text[]), CAST(:ids AS text[])) AS g(kind, key)
    ON r.kind = g.kind AND r.id = g.key WHERE r.workspace = :workspace"""
)

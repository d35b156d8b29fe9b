"""A commit as one statement: whole or not at all, in one round trip."""

from collections.abc import Iterable, Mapping, Sequence
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
        self.values: dict[str, str | int | None] = {"workspace": workspace, "id": plain(commit.id)}
        self._parts: list[_Part] = []
        self._place(commit.edits)
        self._log(seen)
        self._mention(seen)
        heads = headings(commit, seen)
        documents = [_document(head) for head in heads.values()]
        self._part("committed", private=list(heads), document=documents)

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
        self._records("made", made)
        self._records("changed", changed)
        if removed:
            self._part("removed", **self._keys(removed), held=self._numbers(removed))
        self.values["wanted"] = len(changed) + len(removed)

    def _records(self, name: str, records: list[Record]) -> None:
        if not records:
            return
        self._part(
            name,
            **self._keys(records),
            open=[record.is_open for record in records],
            private=[is_private(record) for record in records],
            document=[self._grown(record) for record in records],
            words=[plain(fold(text_of(record))) for record in records],
            sort=[_sort(record) for record in records],
            **({"held": self._numbers(records)} if name == "changed" else {}),
        )

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
        self._part(
            "logged",
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
        persons, kinds, keys, private = zip(*mentions, strict=True)
        self._part(
            "mentioned", person=persons, kind=kinds, key=[*map(plain, keys)], private=private
        )

    def _part(self, name: str, **columns: Sequence[Any]) -> None:
        """One of the parts, with the rows that it is about, column by column."""
        is_single = all(len(values) == 1 for values in columns.values())
        self._parts.append(_Part(name, is_single))
        for column, values in columns.items():
            given = _scalar(values[0]) if is_single else _array(values)
            self.values[f"{name}_{column}"] = given


class _Part(NamedTuple):
    """One of the statements that are done together."""

    name: str
    is_single: bool
    """Whether it is about a single row, for which the server need not read arrays."""


@cache
def _statement(*parts: _Part) -> LiteralString:
    counted = [part.name for part in parts if part.name in ("changed", "removed")]
    kept = " + ".join(f"(SELECT count(*) FROM {name})" for name in counted) or "0"
    written = (
        _PARTS[name].format(given=_given(name, is_single=is_single), kept=kept)
        for name, is_single in parts
    )
    return ",\n".join([_COUNTER, *written]) + "\nSELECT number FROM counter"


def _sort(record: Record) -> str | None:
    return plain(fold(record.name)) if isinstance(record, Person) else None


def _document(thing: Record | Commit | None) -> str | None:
    return None if thing is None else encode(thing).decode()


def _scalar(value: str | int | None) -> str | None:
    """A value as the server reads one; of one type, so that a statement is planned but once."""
    return value if isinstance(value, str) or value is None else str(value)


def _array(values: Iterable[str | int | None]) -> str:
    """An array as the server reads one; the driver takes ten times as long to write it."""
    return f"{{{','.join(map(_element, values))}}}"


def _element(value: str | int | None) -> str:
    if isinstance(value, str):
        escaped = value.replace("\\", "\\\\").replace('"', '\\"')
        return f'"{escaped}"'
    return "NULL" if value is None else str(value)


def _given(name: str, *, is_single: bool) -> str:
    """The rows that are handed over: as an array a column, or as the values of the only one."""
    columns = _COLUMNS[name]
    names = f"g({', '.join(columns)}, ordinal)"
    if is_single:
        values = ", ".join(f"CAST(%({name}_{n})s AS {t})" for n, t in columns.items())
        return f"(VALUES ({values}, 1)) AS {names}"
    arrays = ", ".join(f"CAST(%({name}_{n})s AS {t}[])" for n, t in columns.items())
    return f"unnest({arrays}) WITH ORDINALITY AS {names}"


_KEY = {"kind": "text", "key": "text"}
_RECORD = {**_KEY, "open": "boolean", "private": "boolean", "document": "text", "words": "text"}
_RECORD |= {"sort": "text"}
_COLUMNS = {
    "made": _RECORD,
    "changed": {**_RECORD, "held": "bigint"},
    "removed": {**_KEY, "held": "bigint"},
    "logged": {"place": "bigint", "private": "boolean", "before": "text", "after": "text"},
    "mentioned": {"person": "text", **_KEY, "private": "boolean"},
    "committed": {"private": "boolean", "document": "text"},
}
"""What each part is given of a row."""
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
  FROM counter c, {{given}}
)""",
    "changed": f"""changed AS (
  UPDATE {SCHEMA}.records r SET number = c.number,
    open = g.open, private = g.private, document = g.document, words = g.words,
    sort = g.sort
  FROM counter c, {{given}}
  WHERE {_SAME} RETURNING 1
)""",
    "removed": f"""removed AS (
  DELETE FROM {SCHEMA}.records r USING counter c, {{given}}
  WHERE {_SAME} RETURNING 1
)""",
    "logged": f"""logged AS (
  INSERT INTO {SCHEMA}.edits (workspace, number, place, private, before, after)
  SELECT %(workspace)s, c.number, g.place, g.private, g.before, g.after
  FROM counter c, {{given}}
)""",
    "mentioned": f"""mentioned AS (
  INSERT INTO {SCHEMA}.mentions (workspace, person, kind, id, number, private)
  SELECT %(workspace)s, g.person, g.kind, g.key, c.number, g.private
  FROM counter c, {{given}}
)""",
    # Without RETURNING, for which the server would look up once more who may read it.
    "committed": f"""committed AS (
  INSERT INTO {SCHEMA}.commits (workspace, number, id, private, document, wanted, kept)
  SELECT %(workspace)s, c.number, %(id)s, g.private, g.document, %(wanted)s, {{kept}}
  FROM counter c, {{given}}
)""",
}

_HELD = text(
    f"""SELECT r.kind, r.id, r.document, r.number FROM {SCHEMA}.records r
    JOIN unnest(CAST(:kinds AS text[]), CAST(:ids AS text[])) AS g(kind, key)
    ON r.kind = g.kind AND r.id = g.key WHERE r.workspace = :workspace"""
)

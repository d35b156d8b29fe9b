"""Whatever is written into whatever field comes back as it was, and is nothing but text."""

from datetime import UTC, date, datetime
from typing import Any, get_args

import msgspec
import pytest
from msgspec import inspect

from champion_tracker.model import Edit, Record
from tests.store.store_records import commit_of, made
from tests.store.teams import Team

HOSTILE = (
    "'; DROP TABLE champion_tracker.records; --",
    '"; DELETE FROM champion_tracker.log; --',
    "\\'); SELECT pg_sleep(9); --",
    "%s %(id)s %% :workspace $1 {0} ?",
    "$$ $x$ E'\\047' U&'\\0027' /* */",
    "a\0b",
    "{NULL,'{}'} \\x00 \u202e‮ \U0001f5c3",
)


def filled(kind: type, text: str) -> Any:
    """A record with the text in every field that takes one."""
    info = inspect.type_info(kind)
    assert isinstance(info, inspect.StructType)
    values = {field.encode_name: value_of(field.type, text) for field in info.fields}
    return msgspec.convert(values | {"kind": info.tag, "id": f"{info.tag}-{text}"}, kind)


def value_of(kind: inspect.Type, text: str) -> Any:
    match kind:
        case inspect.StrType():
            return text
        case inspect.VarTupleType(item_type=item):
            return [value_of(item, text)]
        case inspect.StructType(fields=fields):
            return {field.encode_name: value_of(field.type, text) for field in fields}
        case inspect.EnumType(cls=enum):
            return next(iter(enum)).value
        case inspect.UnionType(types=types):
            return value_of(types[0], text)
        case inspect.DateType():
            return date(2024, 2, 29).isoformat()
        case inspect.DateTimeType():
            return datetime(2024, 2, 29, tzinfo=UTC).isoformat()
        case inspect.BoolType():
            return True
        case inspect.IntType() | inspect.FloatType():
            return 3
    return None


@pytest.mark.parametrize("text", HOSTILE)
def test_sql_in_every_text_field_stays_text(team: Team, text: str) -> None:
    records: list[Record] = [filled(kind, text) for kind in get_args(Record)]
    store = team.open("ed")
    store.commit(msgspec.structs.replace(made(*records), id=text, who=text, summary=text))
    store.close()

    store = team.open("ed")
    by_id = {record.id: record for record in records}
    (kept,) = store.commits()
    assert {edit.record.id: edit.after for edit in kept.edits} == by_id
    assert (kept.id, kept.who, kept.summary) == (text, text, text)
    about = [r for r in records if text in r.about and r.__struct_config__.tag not in _UNDATED]
    assert store.history(text) == about
    word = next(iter(text.replace("\0", "").split()))
    assert {r.id for r in store.search(word)} <= set(by_id)
    store.commit(commit_of(*(Edit(before=record) for record in records)))
    assert store.history(text) == []
    assert not store.workspace.people


_UNDATED = ("person", "answer")


def test_a_search_takes_the_signs_of_patterns_as_they_are(team: Team) -> None:
    from tests.store.store_records import ANN, touch

    store = team.open("ed")
    notes = ("100 % sure", "a_b", "back\\slash", "axb", "100 and sure")
    touches = [touch("p-ann", note=note) for note in notes]
    store.commit(made(ANN, *touches))
    for words, found in (("%", 1), ("_", 1), ("\\", 1), ("a_b", 1), ("100 sure", 2)):
        assert len(list(store.search(words))) == found, words

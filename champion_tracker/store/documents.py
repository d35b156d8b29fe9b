"""Records as JSON documents, with whatever a newer version wrote into them."""

from datetime import datetime
from typing import Any

import msgspec

from ..model import Commit, Edit, Record

Document = dict[str, Any]


class Row(msgspec.Struct, frozen=True):
    """What every document says, of whatever kind it is."""

    kind: str = ""
    id: str = ""
    person_id: str = ""
    person_ids: tuple[str, ...] = ()
    recorded_at: datetime | None = None

    @property
    def is_dated(self) -> bool:
        """Whether it belongs into the history; people and answers are but at hand."""
        return self.kind not in ("person", "answer")


encode = msgspec.json.Encoder().encode
decode_row = msgspec.json.Decoder(Row).decode
_decode_record = msgspec.json.Decoder(Record).decode
decode_document = msgspec.json.Decoder(Document).decode


def decode_record(document: bytes | msgspec.Raw) -> Record | None:
    """The record, or None for one that only a newer version can read.

    Raises:
        msgspec.DecodeError: it is no JSON.
    """
    try:
        record: Record = _decode_record(document)
        return record
    except msgspec.ValidationError:
        return None


class _RawEdit(msgspec.Struct, frozen=True):
    before: msgspec.Raw = msgspec.Raw(b"null")
    after: msgspec.Raw = msgspec.Raw(b"null")


class RawCommit(msgspec.Struct, frozen=True):
    """A commit whose records are still the documents that somebody wrote."""

    edits: tuple[_RawEdit, ...] = ()


decode_raw_commit = msgspec.json.Decoder(RawCommit).decode
_decode_commit = msgspec.json.Decoder(Commit).decode


def decode_commit(text: bytes) -> Commit:
    """The commit, without the edits of records that only a newer version can read.

    Raises:
        msgspec.MsgspecError: it is no commit.
    """
    try:
        return _decode_commit(text)
    except msgspec.ValidationError:
        document = decode_document(text)
        document["edits"] = ()
        pairs = [
            (_readable(raw.before), _readable(raw.after)) for raw in decode_raw_commit(text).edits
        ]
        edits = tuple(Edit(before, after) for before, after in pairs if before or after)
        return msgspec.structs.replace(msgspec.convert(document, Commit), edits=edits)


def _readable(document: msgspec.Raw) -> Record | None:
    return None if bytes(document) == b"null" else decode_record(document)


def about(document: bytes) -> tuple[str, ...]:
    """The persons whose history a document belongs to; one empty name where it is nobody's."""
    record = decode_record(document)
    if record is not None:
        return tuple(dict.fromkeys(record.about)) or ("",)
    row = decode_row(document)
    return tuple(dict.fromkeys(row.person_ids)) or (row.person_id,)


def merge(old: bytes, new: bytes) -> bytes:
    """The document ``new`` with those fields of ``old`` that this version does not know."""
    record = decode_record(old)
    if record is None:
        return new
    unknown = _lacking(decode_document(old), msgspec.to_builtins(record))
    if not unknown:
        return new
    return encode(_graft(unknown, decode_document(new)))


def _lacking(whole: Document, part: Document) -> Document:
    """What ``whole`` has and ``part`` has not, at any depth; lists are matched by ``id``."""
    lacking: Document = {}
    for key, value in whole.items():
        if key not in part:
            lacking[key] = value
        elif isinstance(value, dict):
            if deeper := _lacking(value, part[key]):
                lacking[key] = deeper
        elif isinstance(value, list):
            known = _by_id(part[key])
            deeper = {
                name: more
                for name, item in _by_id(value).items()
                if name in known and (more := _lacking(item, known[name]))
            }
            if deeper:
                lacking[key] = deeper
    return lacking


def _graft(unknown: Document, new: Document) -> Document:
    grown = dict(new)
    for key, value in unknown.items():
        held = new.get(key)
        if key not in new:
            grown[key] = value
        elif isinstance(held, dict):
            grown[key] = _graft(value, held)
        elif isinstance(held, list):
            grown[key] = [
                _graft(value[item["id"]], item)
                if isinstance(item, dict) and item.get("id") in value
                else item
                for item in held
            ]
    return grown


def _by_id(items: list[Any]) -> dict[str, Document]:
    return {item["id"]: item for item in items if isinstance(item, dict) and "id" in item}

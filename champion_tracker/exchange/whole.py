"""A workspace as one JSON document: everything of every kind, and back without a difference.

```json
{"version": 1, "left_out": 0, "people": […], "interactions": […], "assessments": […],
 "follow_ups": […], "promises": […], "ties": […], "answers": […]}
```

Each record is written as the workspace keeps it, dates in ISO 8601. A kind that this version does
not write yet gets a list of its own, named by its tag.
"""

from collections.abc import Iterable

import msgspec
from msgspec import Struct

from ..model import BadInput, Record

VERSION = 1

_PLURALS = {"person": "people"}
_HEAD = ("version", "left_out")


def write(records: Iterable[Record], *, include_private: bool = False) -> str:
    """The document. Private records stay out unless asked for; ``left_out`` is their count."""
    lists: dict[str, list[Record]] = {
        name: [] for name in ("people", "interactions", "assessments", "follow_ups", "answers")
    }
    left_out = 0
    for record in records:
        if getattr(record, "private", False) and not include_private:
            left_out += 1
        else:
            lists.setdefault(_plural(record), []).append(record)
    document = {"version": VERSION, "left_out": left_out, **lists}
    return msgspec.json.format(msgspec.json.encode(document), indent=1).decode() + "\n"


class _Document(Struct):
    version: int


def is_whole(data: bytes) -> bool:
    """Whether ``data`` is such a document, of whatever version."""
    try:
        msgspec.json.decode(data, type=_Document)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return False
    return True


def read(data: bytes, where: str) -> tuple[Record, ...]:
    """The records of a document, in its order.

    Raises:
        BadInput: it is no such document, one of a newer version, or a record is not as it must
            be; names the place.
    """
    try:
        document = msgspec.json.decode(data, type=dict[str, msgspec.Raw])
        version = msgspec.json.decode(document.get("version", b"null"), type=int)
    except (msgspec.DecodeError, UnicodeDecodeError) as failure:
        raise BadInput(f"{where} is not a complete export: {failure}.") from None
    if version > VERSION:
        raise BadInput(
            f"{where} was written by a newer version (its format is {version}, known here is "
            f"{VERSION}).",
            "Bring this program up to date and import it again.",
        )
    records: list[Record] = []
    for name, content in document.items():
        if name not in _HEAD:
            records += _list(content, name, where)
    _check(records, where)
    return tuple(records)


def _list(content: msgspec.Raw, name: str, where: str) -> list[Record]:
    try:
        return msgspec.json.decode(content, type=list[Record])
    except (msgspec.DecodeError, UnicodeDecodeError) as failure:
        raise BadInput(f"{where}, under “{name}”: {failure}.") from None


def _check(records: Iterable[Record], where: str) -> None:
    """Refuse two records in one place."""
    seen: set[tuple[str, str]] = set()
    for record in records:
        place = _plural(record), record.id
        if place in seen:
            raise BadInput(f"{where}, under “{place[0]}”: {record.id} is there twice.")
        seen.add(place)


def _plural(record: Record) -> str:
    tag = str(record.__struct_config__.tag)
    return _PLURALS.get(tag) or (tag[:-1] + "ies" if tag.endswith("y") else tag + "s")

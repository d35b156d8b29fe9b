"""People as JSON, an object a line, for scripts.

```json
{"name": "Rosa Díaz", "emails": ["rosa@city.org"], "title": "CFO", "organization": "City"}
```

The keys are the fields of a mapping file, or any of their usual words, the same in every line; a
list is several values.
A JSON array of such objects is read as well.
"""

from collections.abc import Iterator
from typing import Any

import msgspec
from msgspec.structs import replace

from ..model import BadInput
from . import delimited, rows
from .changes import ChangeKind, ImportChange
from .incoming import Reading
from .mapping import Mapping


def read(text: str, where: str, mapping: Mapping) -> Reading:
    """The people in ``text``; a line that is no object becomes an ``unreadable`` entry.

    Raises:
        BadInput: there is nothing in it, or no key holds names.
    """
    objects: list[tuple[int, dict[str, Any]]] = []
    unreadable = []
    for number, found in _objects(text):
        if isinstance(found, dict):
            objects.append((number, found))
        else:
            unreadable.append(
                ImportChange(
                    kind=ChangeKind.UNREADABLE,
                    where=f"{where}, row {number}",
                    why="The line is no JSON object.",
                )
            )
    if not objects:
        raise BadInput(f"{where} holds no JSON object.", "It needs one a line for each person.")
    headers = list(dict.fromkeys(key for _, found in objects for key in found))
    records = [(number, [_cell(found.get(key)) for key in headers]) for number, found in objects]
    table = delimited.from_rows([(0, headers), *records], where, mapping)
    reading = rows.people(table, where, mapping)
    return replace(reading, unreadable=(*unreadable, *reading.unreadable))


def _objects(text: str) -> Iterator[tuple[int, Any]]:
    """Whatever the text lists, numbered from 1; a line that is no JSON is None."""
    whole = _decoded(text)
    if isinstance(whole, list):
        yield from enumerate(whole, start=1)
    elif isinstance(whole, dict):
        yield 1, whole
    else:
        for number, line in enumerate(text.split("\n"), start=1):
            if line.strip():
                yield number, _decoded(line)


def _decoded(text: str) -> Any:
    try:
        return msgspec.json.decode(text)
    except (msgspec.DecodeError, RecursionError, UnicodeError):
        return None


def _cell(value: Any) -> str:
    """A value as a cell of a table; a list as several values, an object as nothing we know."""
    if value is None or isinstance(value, dict):
        return ""
    if isinstance(value, list):
        return "\n".join(_cell(one) for one in value)
    return str(value)

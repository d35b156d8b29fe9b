"""The mapping file: which column of a foreign table holds what, in TOML.

```toml
source = "hr"              # whose identifiers these are (optional)
encoding = "cp1250"        # where it cannot be told from the file (optional)
sheet = "Staff"            # of a workbook; else the first (optional)

[columns]
"Post Unique Reference" = "post_id"
"Contact E-mail" = "email"
"Grade" = "ignore"
```
"""

from collections.abc import Sequence
from pathlib import Path

import msgspec
from msgspec import Struct

from ..model import BadInput
from .columns import key, named, nearest
from .fields import Field

_TABLES = frozenset({"columns", "fields", "map", "mapping"})


class Mapping(Struct, frozen=True, kw_only=True):
    """What a mapping file says. A pair is a column's header and the field that it holds."""

    path: str = ""
    pairs: tuple[tuple[str, str], ...] = ()
    source: str = ""
    encoding: str = ""
    sheet: str = ""

    def fixed(self, headers: Sequence[str], where: str) -> dict[int, Field]:
        """The fields of the columns that the mapping names, by their place in ``headers``.

        A pair may stand either way round, as long as one side is a column.

        Raises:
            BadInput: a field that there is not, or a column that ``headers`` do not hold.
        """
        places = {key(header): i for i, header in reversed(list(enumerate(headers)))}
        exact = {header.strip(): i for i, header in enumerate(headers)}
        found: dict[int, Field] = {}
        for left, right in self.pairs:
            column, field = left, right
            place = exact.get(left.strip(), places.get(key(left)))
            if place is None and named(left) is not None and key(right) in places:
                column, field = right, left
                place = exact.get(right.strip(), places[key(right)])
            meaning = named(field)
            if meaning is None:
                raise self._unknown(column, field)
            if place is None:
                shown = ", ".join(f"“{header}”" for header in headers if header.strip())
                raise BadInput(f"{self.path}: {where} has no column “{column}”; it has {shown}.")
            found[place] = meaning
        return found

    def _unknown(self, column: str, field: str) -> BadInput:
        near = nearest(field)
        return BadInput(
            f"{self.path}: “{column}” is mapped to “{field}”, which is no field of a person.",
            f"Did you mean “{near}”?" if near else "The fields are " + ", ".join(Field) + ".",
        )


def load(path: Path | None) -> Mapping:
    """Read a mapping file; an empty mapping for None.

    Raises:
        BadInput: it cannot be read, is no TOML, or holds something other than texts.
    """
    if path is None:
        return Mapping()
    import tomllib

    try:
        content = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as failure:
        raise BadInput(f"{path}: the mapping file cannot be read ({failure.strerror}).") from None
    except (ValueError, RecursionError) as failure:
        raise BadInput(
            f"{path}: this is no mapping file in TOML ({failure}).",
            'A line of it reads "Column" = "field".',
        ) from None
    pairs = []
    for name, value in content.items():
        if isinstance(value, dict) and key(name) in _TABLES:
            pairs += list(value.items())
        else:
            pairs.append((name, value))
    return _mapping(str(path), pairs)


def write(columns: Sequence[tuple[str, str]], source: str = "") -> str:
    """The mapping file that reads columns as they were read; see `Reading.columns`."""
    lines = [f"source = {_quoted(source)}", ""] if source else []
    lines.append("[columns]")
    for header, field in dict(columns).items():
        lines.append(f"{_quoted(header)} = {_quoted(field or Field.OTHER)}")
    return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    """A basic string of TOML, which is one of JSON but for a control sign that JSON allows."""
    return msgspec.json.encode(text).decode().replace("\x7f", "\\u007f")


def _mapping(path: str, pairs: list[tuple[str, object]]) -> Mapping:
    """Sort what a mapping file says of the table as a whole from what it says of columns."""
    whole: dict[str, str] = {}
    columns: list[tuple[str, str]] = []
    for name, value in pairs:
        if not isinstance(value, str):
            raise BadInput(
                f"{path}: “{name}” must be a field's name in quotation marks.",
                "A header with a dot or a blank in it stands in quotation marks, too.",
            )
        if name in ("source", "encoding", "sheet") and named(value) is None:
            whole[name] = value.strip()
        else:
            columns.append((name, value))
    if "encoding" in whole:
        _check_encoding(path, whole["encoding"])
    return Mapping(path=path, pairs=tuple(columns), **whole)


def _check_encoding(path: str, name: str) -> None:
    try:
        "".encode(name)
        b"".decode(name)
    except (LookupError, TypeError, ValueError, UnicodeError):
        raise BadInput(f"{path}: “{name}” is no encoding that is known here.") from None

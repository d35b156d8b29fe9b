"""Files to people: the one door for everything that comes in."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TypeAlias

from msgspec.structs import replace

from ..model import BadInput
from .incoming import Reading
from .mapping import Mapping, load
from .remote import Remote

_Reader: TypeAlias = Callable[[bytes, str, Mapping], Reading]


def read(
    paths: Sequence[Path | Remote],
    *,
    format: str = "",  # noqa: A002
    mapping: Path | None = None,
    sheet: str = "",
) -> Reading:
    """Read people from files, the cards of a folder, and servers.

    Args:
        paths: The files and servers, in the order in which their rows are listed.
        format: One of `FORMATS`; empty to tell it from each file.
        mapping: A TOML file that says which column holds what; see `mapping`.
        sheet: Which sheet of a workbook; empty for the mapping's, or the first.

    Raises:
        BadInput: a file or the mapping cannot be read at all; names it and the place in it.
    """
    columns = load(mapping)
    if sheet:
        columns = replace(columns, sheet=sheet)
    form = format.casefold()
    if form and form not in FORMATS:
        raise BadInput(
            f"“{format}” is no format that can be read.", f"The formats are: {', '.join(FORMATS)}."
        )
    readings = [reading for given in paths for reading in _readings(given, form, columns)]
    return Reading(
        incoming=tuple(person for reading in readings for person in reading.incoming),
        unreadable=tuple(change for reading in readings for change in reading.unreadable),
        notes=tuple(note for reading in readings for note in reading.notes),
        wholes=tuple(whole for reading in readings for whole in reading.wholes),
        columns=tuple(dict.fromkeys(pair for reading in readings for pair in reading.columns)),
    )


def _readings(given: Path | Remote, form: str, columns: Mapping) -> Iterator[Reading]:
    if isinstance(given, Remote):
        yield given.read(columns)
    else:
        yield from (_read_file(path, form, columns) for path in _cards(given))


def _cards(path: Path) -> list[Path]:
    """The path itself, or the cards of a folder that has some."""
    try:
        return sorted(path.glob("*.vcf")) or [path]
    except (OSError, ValueError):
        return [path]


def _read_file(path: Path, form: str, mapping: Mapping) -> Reading:
    data = _bytes(path)
    reader = FORMATS[form] if form else _reader(path, data)
    return reader(data, path.name, mapping)


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise BadInput(f"There is no file {path}.") from None
    except IsADirectoryError:
        raise BadInput(f"{path} is a folder without cards in it, not a file.") from None
    except (OSError, ValueError) as failure:
        reason = failure.strerror if isinstance(failure, OSError) else failure
        raise BadInput(f"{path} cannot be read ({reason}).") from None


def _reader(path: Path, data: bytes) -> _Reader:
    """What reads a file, by what it is rather than by what it is called."""
    head = data[:4096].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    if head[:11].upper() == b"BEGIN:VCARD" or path.suffix.casefold() in (".vcf", ".vcard"):
        return _vcard
    if foreign := next((what for mark, what in _FOREIGN if head.startswith(mark)), None):
        raise BadInput(f"{path} is {foreign[0]}.", foreign[1])
    if head.startswith(b"PK\x03\x04"):
        return _xlsx
    if head.startswith((b"{", b"[")) or path.suffix.casefold() in (".json", ".jsonl", ".ndjson"):
        return _json
    return _csv


_AS_TABLE = "Save it as .xlsx or CSV."
_FOREIGN = (
    (b"\xd0\xcf\x11\xe0", ("an old Excel workbook, or a locked one", _AS_TABLE)),
    (b"%PDF", ("a PDF, which holds no table that can be read", "Ask for it as .xlsx or CSV.")),
    (b"<", ("a web page or XML", _AS_TABLE)),
    (b"dn:", ("LDIF", "Export the address book as vCard or CSV.")),
    (b"version: 1", ("LDIF", "Export the address book as vCard or CSV.")),
    (b"BEGIN:VCALENDAR", ("a calendar", "Export the contacts as vCard or CSV.")),
)
"""What people try, and what they can do instead."""


def _csv(data: bytes, where: str, mapping: Mapping) -> Reading:
    from . import delimited, rows
    from .columns import known_letters
    from .encoding import decode

    text, encoding = decode(data, where, mapping.encoding, known_letters)
    reading = rows.people(delimited.read(text, where, mapping), where, mapping)
    if encoding.startswith("utf") or mapping.encoding:
        return reading
    told = f"{where} is not UTF-8; it was read as {encoding}."
    return replace(reading, notes=(told, *reading.notes))


def _json(data: bytes, where: str, mapping: Mapping) -> Reading:
    from . import json_lines, whole
    from .encoding import decode
    from .incoming import Whole

    text, _ = decode(data, where, mapping.encoding)
    if whole.is_whole(text.encode()):
        return Reading(wholes=(Whole(where, whole.read(text.encode(), where)),))
    return json_lines.read(text, where, mapping)


def _xlsx(data: bytes, where: str, mapping: Mapping) -> Reading:
    from . import workbook

    return workbook.read(data, where, mapping)


def _vcard(data: bytes, where: str, mapping: Mapping) -> Reading:
    from . import vcard

    return vcard.read(data, where)


FORMATS: dict[str, _Reader] = {
    "csv": _csv,
    "tsv": _csv,
    "json": _json,
    "jsonl": _json,
    "vcard": _vcard,
    "xlsx": _xlsx,
}
"""What can be read, by name."""

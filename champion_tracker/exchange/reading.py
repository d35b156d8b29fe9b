"""Files to people: the one door for everything that comes in."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeAlias

from ..model import BadInput
from . import delimited, rows
from .encoding import decode
from .incoming import Reading
from .mapping import Mapping, load

_Reader: TypeAlias = Callable[[bytes, str, Mapping], Reading]


def read(paths: Sequence[Path], *, format: str = "", mapping: Path | None = None) -> Reading:  # noqa: A002
    """Read people from files.

    Args:
        paths: The files, in the order in which their rows are listed.
        format: ``csv`` for every table of text; empty to tell it from each file.
        mapping: A TOML file that says which column holds what; see `mapping`.

    Raises:
        BadInput: a file or the mapping cannot be read at all; names it and the place in it.
    """
    columns = load(mapping)
    readings = [_read_file(path, format, columns) for path in paths]
    return Reading(
        incoming=tuple(person for reading in readings for person in reading.incoming),
        unreadable=tuple(change for reading in readings for change in reading.unreadable),
        notes=tuple(note for reading in readings for note in reading.notes),
    )


def _read_file(path: Path, form: str, mapping: Mapping) -> Reading:
    data = _bytes(path)
    return _reader(path, data, form)(data, path.name, mapping)


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise BadInput(f"There is no file {path}.") from None
    except IsADirectoryError:
        raise BadInput(f"{path} is a folder, not a file.") from None
    except (OSError, ValueError) as failure:
        reason = failure.strerror if isinstance(failure, OSError) else failure
        raise BadInput(f"{path} cannot be read ({reason}).") from None


def _reader(path: Path, data: bytes, form: str) -> _Reader:
    """What reads a file: by the format that is named, else by what the file is."""
    if form.casefold() in ("", "csv", "tsv", "text"):
        return _table
    raise BadInput(f"“{form}” is no format that can be read.", "The formats are: csv.")


def _table(data: bytes, where: str, mapping: Mapping) -> Reading:
    text, encoding = decode(data, where, mapping.encoding)
    reading = rows.people(delimited.read(text, where, mapping), where, mapping)
    if encoding.startswith("utf") or mapping.encoding:
        return reading
    told = f"{where} is not UTF-8; it was read as {encoding}."
    return Reading(
        incoming=reading.incoming, unreadable=reading.unreadable, notes=(told, *reading.notes)
    )

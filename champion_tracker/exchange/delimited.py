"""Tables as text: which sign parts the cells, where the header is, which row is which."""

import csv
from collections.abc import Iterator, Sequence
from io import StringIO

from msgspec import Struct

from ..model import BadInput
from .cells import line
from .columns import is_form_of_address, recognized
from .fields import Field
from .mapping import Mapping

_DELIMITERS = ",;\t|"
_LONGEST_CELL = 2**27
_PREAMBLE = 12
"""Within how many rows the header is looked for: some exports begin with words of their own."""

_NAMES = frozenset({Field.NAME, Field.GIVEN, Field.FAMILY})


class Table(Struct, frozen=True):
    """The header of a table and the rows under it, with their numbers in a spreadsheet."""

    headers: list[str]
    fields: list[Field | None]
    rows: list[tuple[int, list[str]]]


def read(text: str, where: str, mapping: Mapping) -> Table:
    """The table in ``text``.

    Raises:
        BadInput: there is none, a quotation mark is not closed, or no column holds names.
    """
    sheet = text.removeprefix("\ufeff")
    if not sheet.strip():
        raise BadInput(f"{where} is empty.", "It needs a header and a row for each person.")
    head = sheet[:65536]
    delimiter = max(_DELIMITERS, key=lambda sign: _fitness(head, sign, mapping))
    return from_rows(_records(sheet, delimiter, where), where, mapping)


def from_rows(records: Sequence[tuple[int, list[str]]], where: str, mapping: Mapping) -> Table:
    """The table in numbered ``records``, its header found.

    Raises:
        BadInput: no column holds names, or the mapping does not fit.
    """
    place = _header(records, mapping)
    headers = [line(cell) for cell in records[place][1]]
    rows = _under(records[place + 1 :], records[place][1])
    fields = _fields(headers, rows, mapping.fixed(headers, where))
    if not _NAMES & set(fields):
        shown = ", ".join(f"“{header}”" for header in headers if header) or "none"
        raise BadInput(
            f"{where} has no column with names that is recognised; its columns are: {shown}.",
            'Say which one it is in a mapping file: "Column" = "name".',
        )
    return Table(headers, fields, rows)


def _under(
    records: Sequence[tuple[int, list[str]]], header: list[str]
) -> list[tuple[int, list[str]]]:
    """The rows under a header, but for where it is written again on a new page."""
    return [record for record in records if record[1] != header]


def _fields(
    headers: Sequence[str], rows: Sequence[tuple[int, list[str]]], fixed: dict[int, Field]
) -> list[Field | None]:
    """What the columns hold, by their headers and by what stands under them."""
    found = recognized(headers, fixed)
    told = {i: field for i, field in enumerate(found) if field is not None and i not in fixed}
    blank = {i for i in range(len(headers)) if not any(_column(rows, i))}
    for i, field in told.items():
        if field is Field.TITLE and i not in blank:
            cells = filter(None, _column(rows, i))
            if all(map(is_form_of_address, cells)):
                fixed = {**fixed, i: Field.OTHER}
    return recognized(headers, fixed, blank)


def _column(rows: Sequence[tuple[int, list[str]]], place: int) -> Iterator[str]:
    return (cells[place].strip() for _, cells in rows if place < len(cells))


def _records(text: str, delimiter: str, where: str) -> list[tuple[int, list[str]]]:
    """The records of ``text``, numbered as a spreadsheet numbers its rows."""
    try:
        return _parsed(text, delimiter, strict=True)
    except csv.Error as failure:
        if "unexpected end of data" in str(failure):
            row = len(_parsed(text, delimiter))
            raise BadInput(
                f"{where}, row {row}: a quotation mark is opened there or before, and never closed."
            ) from None
    return _parsed(text, delimiter)


def _parsed(text: str, delimiter: str, *, strict: bool = False) -> list[tuple[int, list[str]]]:
    csv.field_size_limit(_LONGEST_CELL)
    reader = csv.reader(StringIO(text, newline=""), delimiter=delimiter, strict=strict)
    return list(enumerate(reader, start=1))


def _header(records: Sequence[tuple[int, list[str]]], mapping: Mapping) -> int:
    """The place of the first record that has a column of names, else of the first with cells."""
    for place, (_, cells) in enumerate(records[:_PREAMBLE]):
        if _NAMES & set(_meanings(cells, mapping)) and sum(map(bool, cells)) >= _width(records):
            return place
    filled = (place for place, (_, cells) in enumerate(records) if any(map(str.strip, cells)))
    return next(filled, 0)


def _width(records: Sequence[tuple[int, list[str]]]) -> int:
    """How many cells a header must fill: two where the table is wider than one column."""
    return 2 if any(len(cells) > 1 for _, cells in records[:_PREAMBLE]) else 1


def _meanings(cells: Sequence[str], mapping: Mapping) -> list[Field | None]:
    headers = [line(cell) for cell in cells]
    try:
        return recognized(headers, mapping.fixed(headers, ""))
    except BadInput:
        return recognized(headers)


def _fitness(head: str, delimiter: str, mapping: Mapping) -> tuple[int, int]:
    """How well ``delimiter`` parts the table: columns that are understood, rows of one width."""
    try:
        records = [cells for _, cells in zip(range(40), _lenient(head, delimiter), strict=False)]
    except csv.Error:
        return 0, 0
    understood = [
        (sum(field is not None for field in _meanings(cells, mapping)), len(cells))
        for cells in records[:_PREAMBLE]
    ]
    meanings, width = max(understood, default=(0, 0))
    return meanings, sum(len(cells) == width for cells in records) if width > 1 else 0


def _lenient(head: str, delimiter: str) -> Iterator[list[str]]:
    return csv.reader(StringIO(head, newline=""), delimiter=delimiter)

"""Tables in Excel workbooks: the first sheet that has a column of names."""

from collections.abc import Iterator
from datetime import datetime
from io import BytesIO
from typing import Any

from ..model import BadInput
from . import delimited, rows
from .incoming import Reading
from .mapping import Mapping


def read(data: bytes, where: str, mapping: Mapping) -> Reading:
    """The people on the first sheet of a workbook.

    Raises:
        BadInput: it is no workbook, its first sheet is empty, or no column of it holds names.
    """
    records = [record for record in _records(data, where) if any(map(str.strip, record[1]))]
    if not records:
        raise BadInput(f"{where} is empty.", "Its first sheet needs a header and a row a person.")
    return rows.people(delimited.from_rows(records, where, mapping), where, mapping)


def _records(data: bytes, where: str) -> list[tuple[int, list[str]]]:
    from openpyxl import load_workbook

    try:
        book = load_workbook(BytesIO(data), read_only=True, data_only=True)
        sheet = book.worksheets[0]
        sheet.reset_dimensions()  # some programs write a size that is not true
        return list(enumerate(_cells(sheet.iter_rows(values_only=True)), start=1))
    except Exception as failure:  # openpyxl lets through whatever its parsers raise
        raise BadInput(f"{where} is no workbook that can be read ({failure}).") from None


def _cells(values: Any) -> Iterator[list[str]]:
    for row in values:
        yield [_text(value) for value in row]


def _text(value: object) -> str:
    """A cell's value as a table of text would show it."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time().isoformat() == "00:00:00" else str(value)
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)

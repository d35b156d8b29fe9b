"""Tables in Excel workbooks: the first sheet, or the one that is named."""

from collections.abc import Iterator
from datetime import datetime
from io import BytesIO
from typing import Any

from ..model import BadInput
from . import delimited, rows
from .incoming import Reading
from .mapping import Mapping


def read(data: bytes, where: str, mapping: Mapping) -> Reading:
    """The people on the first sheet of a workbook, or on the one that ``mapping`` names.

    Raises:
        BadInput: it is no workbook, there is no such sheet, it is empty, or no column of it holds
            names.
    """
    every = _records(data, where, mapping.sheet)
    records = [record for record in every if any(map(str.strip, record[1]))]
    if not records:
        raise BadInput(f"{where} is empty.", "The sheet needs a header and a row a person.")
    return rows.people(delimited.from_rows(records, where, mapping), where, mapping)


def _records(data: bytes, where: str, name: str) -> list[tuple[int, list[str]]]:
    from openpyxl import load_workbook

    try:
        book = load_workbook(BytesIO(data), read_only=True, data_only=True)
        sheets = {sheet.title: sheet for sheet in book.worksheets}
        if name and name not in sheets:
            raise BadInput(f"{where} has no sheet “{name}”; it has {', '.join(sheets)}.")
        sheet = sheets[name] if name else book.worksheets[0]
        sheet.reset_dimensions()  # some programs write a size that is not true
        return list(enumerate(_cells(sheet.iter_rows(values_only=True)), start=1))
    except BadInput:
        raise
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

"""Tables in Excel workbooks: the first sheet that is shown, or the one that is named."""

import re
from collections.abc import Iterator, Sequence
from datetime import datetime
from io import BytesIO
from typing import TYPE_CHECKING, Any
from warnings import catch_warnings
from zipfile import ZipFile

from msgspec.structs import replace

from ..model import BadInput
from ..rules.counting import counted
from . import delimited, rows
from .incoming import Reading
from .mapping import Mapping

if TYPE_CHECKING:
    from openpyxl import Workbook

_OTHER_KINDS = {
    b"mimetypeapplication/vnd.oasis.opendocument.spreadsheet": "an OpenDocument sheet",
    b"word/document.xml": "a Word document",
    b"Index/Document.iwa": "a sheet of Numbers",
}
"""What begins like a workbook, too."""

_MERGED = re.compile(rb'<(?:\w+:)?mergeCell\s[^>]*?ref="([A-Z]+\d+:[A-Z]+\d+)"')
_FORMULA = re.compile(rb"<(?:\w+:)?f[ >/]")

_LARGEST = 2**30


def read(data: bytes, where: str, mapping: Mapping) -> Reading:
    """The people on the first sheet of a workbook, or on the one that ``mapping`` names.

    Raises:
        BadInput: it is no workbook, there is no such sheet, it is empty, or no column of it holds
            names.
    """
    with catch_warnings(action="ignore"):  # what openpyxl leaves out is not what we read
        records, without_result, others = _records(data, where, mapping.sheet)
    elsewhere = f" The other sheets are read with --sheet: {', '.join(others)}." if others else ""
    if not records:
        raise BadInput(
            f"{where} is empty.", f"The sheet needs a header and a row a person.{elsewhere}"
        )
    try:
        table = delimited.from_rows(records, where, mapping)
    except BadInput as refusal:
        raise BadInput(refusal.sentence, f"{refusal.hint}{elsewhere}") from None
    reading = rows.people(table, where, mapping)
    if not without_result:
        return reading
    cells = counted(without_result, "cell holds", "cells hold")
    said = (
        f"{where}: {cells} a formula without its result, taken for blank; "
        "open the workbook in a spreadsheet, save it, and import it again."
    )
    return replace(reading, notes=(said, *reading.notes))


def lines(data: bytes) -> Iterator[str]:
    """Each sheet of a workbook as text: its title, then a line a row."""
    from openpyxl import load_workbook

    book = load_workbook(BytesIO(data), read_only=True, data_only=True)
    for title in book.sheetnames:
        yield title
        yield from (" | ".join(map(_text, row)) for row in _values(book, title))


def _records(
    data: bytes, where: str, name: str
) -> tuple[list[tuple[int, list[str]]], int, list[str]]:
    """The rows that hold anything, the formulas without a result, and the other sheets."""
    from openpyxl import load_workbook

    try:
        book = load_workbook(BytesIO(data), read_only=True, data_only=True)
        title, others = _sheet(book, where, name)
        part = _part(data, book[title])
        values = _values(book, title)
        missing = 0
        if _FORMULA.search(part):
            written = _values(load_workbook(BytesIO(data), read_only=True), title)
            missing = _without_result(values, written)
        records = list(enumerate(_texts(values, _spans(part)), start=1))
    except BadInput:
        raise
    except Exception as failure:  # openpyxl lets through whatever its parsers raise
        what = next((what for mark, what in _OTHER_KINDS.items() if mark in data), None)
        if what:
            raise BadInput(f"{where} is {what}.", "Save it as .xlsx or CSV.") from None
        raise BadInput(f"{where} is no workbook that can be read ({_reason(failure)}).") from None
    return [record for record in records if any(map(str.strip, record[1]))], missing, others


def _reason(failure: Exception) -> str:
    """The first line of what a library says, which may go on about where to look."""
    return str(failure).strip().partition("\n")[0] or type(failure).__name__


def _sheet(book: "Workbook", where: str, name: str) -> tuple[str, list[str]]:
    """Which sheet is read, and the names of those that are not."""
    titles = [sheet.title for sheet in book.worksheets]
    if name and name not in titles:
        raise BadInput(f"{where} has no sheet “{name}”; it has {', '.join(titles)}.")
    shown = [sheet.title for sheet in book.worksheets if sheet.sheet_state == "visible"]
    title = name or (shown or titles)[0]
    return title, [other for other in shown if other != title]


def _values(book: "Workbook", title: str) -> list[tuple[Any, ...]]:
    sheet: Any = book[title]
    sheet.reset_dimensions()  # some programs write a size that is not true
    return list(sheet.iter_rows(values_only=True))


def _part(data: bytes, sheet: Any) -> bytes:
    """The sheet as it stands in the file; openpyxl keeps what spans cells from quick readers.

    Raises:
        BadInput: it would fill the memory.
    """
    with ZipFile(BytesIO(data)) as archive:
        if sum(entry.file_size for entry in archive.infolist()) > _LARGEST:
            raise BadInput("The workbook unpacks to more than a gigabyte.", "Save it as CSV.")
        path = str(getattr(sheet, "_worksheet_path", "")).lstrip("/")
        return archive.read(path) if path in archive.namelist() else b""


def _without_result(values: Sequence[tuple[Any, ...]], written: Sequence[tuple[Any, ...]]) -> int:
    return sum(
        value is None and formula is not None
        for row, other in zip(values, written, strict=False)
        for value, formula in zip(row, other, strict=False)
    )


def _spans(part: bytes) -> list[tuple[int, int, int]]:
    """The column, first and last row of cells that are merged downwards, counted from nought."""
    from openpyxl.worksheet.cell_range import CellRange

    merged = (CellRange(match[1].decode()) for match in _MERGED.finditer(part))
    return [
        (cells.min_col - 1, cells.min_row - 1, cells.max_row - 1)
        for cells in merged
        if cells.max_row > cells.min_row
    ]


def _texts(
    values: Sequence[tuple[Any, ...]], spans: Sequence[tuple[int, int, int]]
) -> Iterator[list[str]]:
    """The cells as text; one that is merged over several rows holds for each of them."""
    texts = [[_text(value) for value in row] for row in values]
    for column, top, bottom in spans:
        if top < len(texts) and column < len(texts[top]):
            for row in texts[top + 1 : bottom + 1]:
                if any(map(str.strip, row)):
                    row += [""] * (column + 1 - len(row))
                    row[column] = texts[top][column]
    yield from texts


def _text(value: object) -> str:
    """A cell's value as a table of text would show it."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time().isoformat() == "00:00:00" else str(value)
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)

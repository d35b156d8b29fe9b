"""Rows of a table to people."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from msgspec import Struct

from . import dates, names, people_csv
from .cells import addresses, is_blank, is_nobody, line, parts, text
from .changes import ChangeKind, ImportChange
from .columns import key
from .delimited import Table
from .fields import Field
from .incoming import OWN, Incoming, Reading
from .mapping import Mapping

_SHOWN_ROWS = 8

_POWER_OF_TEN = re.compile(r"\+?\d([.,]\d+)?E\+?\d+", re.I)


class Unreadable(Exception):
    """Why a row cannot be read."""


class _Row(Struct, frozen=True):
    """One row's cells by field."""

    cells: dict[Field, list[str]]
    is_ours: bool = False
    """Whether the table is one that we wrote."""

    def one(self, field: Field) -> str:
        """The row's only cell of a kind, on one line; empty when there is none or it is blank."""
        cells = self.cells.get(field)
        if cells is None:
            return ""
        found = line(cells[0])
        return "" if is_blank(found) else found

    def many(self, field: Field) -> tuple[str, ...]:
        """Everything in the row's cells of a kind, each once."""
        split = people_csv.several if self.is_ours else parts
        return tuple(dict.fromkeys(p for cell in self.cells.get(field, ()) for p in split(cell)))


def people(table: Table, where: str, mapping: Mapping, source: str = "") -> Reading:
    """Read the rows of a table; a row that cannot be read becomes an ``unreadable`` entry."""
    reader = _Reader(table, where, mapping, source)
    for number, cells in table.rows:
        reader.take(number, cells)
    return reader.reading()


class _Reader:
    """Goes through a table's rows and gathers what there is to say about them."""

    def __init__(self, table: Table, where: str, mapping: Mapping, source: str) -> None:
        self._table, self._where = table, where
        self._notes: list[str] = []
        self._fields = self._with_identifier(table)
        header = self._identifier_header()
        source = OWN if header == key(people_csv.IDENTIFIER) else source or mapping.source
        self._source = source or header
        self._own_space = bool(source)
        self._is_ours = source == OWN
        self._cell = people_csv.bare if self._is_ours else str
        self._days_first = {
            field: dates.day_first(self._column(field)) for field in (Field.START, Field.END)
        }
        self._unread = [i for i, field in enumerate(self._fields) if field in (None, Field.OTHER)]
        self._incoming: list[Incoming] = []
        self._unreadable: list[ImportChange] = []
        self._nobody: list[int] = []
        self._short: list[int] = []
        self._no_address: list[int] = []
        self._no_number: list[int] = []

    def take(self, number: int, cells: Sequence[str]) -> None:
        """Read one row; a blank one is none."""
        if not any(cell.strip() for cell in cells):
            return
        try:
            person = self._person(number, cells)
        except Unreadable as failure:
            where = f"{self._where}, row {number}"
            self._unreadable.append(
                ImportChange(kind=ChangeKind.UNREADABLE, where=where, why=str(failure))
            )
            return
        if person is None:
            self._nobody.append(number)
        else:
            self._incoming.append(person)

    def reading(self) -> Reading:
        """What was read, with what is to be said about it."""
        said = [
            ("no person is named (vacant, to be confirmed …), passed over", self._nobody),
            ("fewer cells than the header has; the missing ones count as blank", self._short),
            ("not an e-mail address, left out", self._no_address),
            ("a spreadsheet made it a power of ten, the number is lost", self._no_number),
        ]
        self._notes += [
            f"{self._where}: {what}: {_rows(numbers)}." for what, numbers in said if numbers
        ]
        if unused := self._unused():
            self._notes.append(f"{self._where}: columns not taken over: {', '.join(unused)}.")
        if not self._table.rows:
            self._notes.append(f"{self._where}: there is no row under the header.")
        return Reading(
            incoming=tuple(self._incoming),
            unreadable=tuple(self._unreadable),
            notes=tuple(self._notes),
            columns=tuple(
                (header, field.value if field else "")
                for header, field in zip(self._table.headers, self._fields, strict=True)
                if header
            ),
        )

    def _person(self, number: int, cells: Sequence[str]) -> Incoming | None:
        """The person in a row, or None where the row says that there is nobody.

        Raises:
            Unreadable: the row cannot be read.
        """
        self._check(number, cells)
        by_field: dict[Field, list[str]] = {}
        for field, cell in zip(self._fields, cells, strict=False):
            if field is not None and cell.strip():
                by_field.setdefault(field, []).append(self._cell(cell))
        row = _Row(by_field, self._is_ours)
        given, family, name = _name(row)
        if is_nobody(name):
            return None
        emails = self._emails(number, row)
        if not name and emails and not row.one(Field.TITLE):
            name = emails[0]  # as in address books; a post with a mailbox has a title
        if not name:
            raise Unreadable("The row has no name; fill it in, or take the row out.")
        start, end = self._date(row, Field.START), self._date(row, Field.END)
        if start and end and end < start:
            raise Unreadable(f"The end, {end}, lies before the start, {start}.")
        return Incoming(
            name=name,
            given=given,
            family=family,
            emails=emails,
            phones=self._phones(number, row),
            links=row.many(Field.LINK),
            tags=_tags(row),
            notes="\n\n".join(map(text, by_field.get(Field.NOTES, ()))),
            source_id=self._identifier(row),
            source=self._source,
            title=row.one(Field.TITLE),
            organization=row.one(Field.ORGANIZATION),
            area=row.one(Field.AREA),
            start=start,
            end=end,
            post_id=row.one(Field.POST_ID),
            rest=self._rest(cells),
            where=f"{self._where}, row {number}",
        )

    def _rest(self, cells: Sequence[str]) -> str:
        return "\0".join([cells[i] for i in self._unread if i < len(cells)])

    def _check(self, number: int, cells: Sequence[str]) -> None:
        width = len(self._table.headers)
        if "\0" in "".join(cells):
            raise Unreadable("The row holds zero bytes; the file is damaged there.")
        if any(cell.strip() for cell in cells[width:]):
            raise Unreadable(
                f"The row has {len(cells)} cells where the header has {width}; "
                "a text with the separator in it needs quotation marks."
            )
        if len(cells) < width:
            self._short.append(number)

    def _date(self, row: _Row, field: Field) -> date | None:
        cell = row.one(field)
        try:
            return dates.parse(cell, days_first=self._days_first[field])
        except ValueError as failure:
            raise Unreadable(
                f"The {field} “{cell}” cannot be read ({failure}); write it as YYYY-MM-DD."
            ) from None

    def _emails(self, number: int, row: _Row) -> tuple[str, ...]:
        good, bad = addresses(row.many(Field.EMAIL))
        if bad:
            self._no_address.append(number)
        return good

    def _phones(self, number: int, row: _Row) -> tuple[str, ...]:
        found = row.many(Field.PHONE)
        good = tuple(phone for phone in found if not _POWER_OF_TEN.fullmatch(phone))
        if good != found:
            self._no_number.append(number)
        return good

    def _identifier(self, row: _Row) -> str:
        """The person's identifier, with its namespace where it could be mistaken for another's."""
        value = row.one(Field.SOURCE_ID)
        speaks_for_itself = len(value) > 15 or any(sign in value for sign in "/:@")
        if not value or (speaks_for_itself and not self._own_space):
            return value
        return f"{self._source}:{value}"

    def _identifier_header(self) -> str:
        pairs = zip(self._table.headers, self._fields, strict=True)
        return next((key(h) for h, field in pairs if field is Field.SOURCE_ID), "")

    def _with_identifier(self, table: Table) -> list[Field | None]:
        """The fields of the columns, one of them as identifier if no header says which it is.

        A column whose header ends in *id* and that is filled, and differently, in every row
        tells people apart whatever else it may be.
        """
        if Field.SOURCE_ID in table.fields or len(table.rows) < 2:
            return table.fields
        for i, header in enumerate(table.headers):
            if table.fields[i] is not None or not f" {key(header)}".endswith(
                (" id", " identifier")
            ):
                continue
            values = [cells[i].strip() if i < len(cells) else "" for _, cells in table.rows]
            if all(values) and len(set(values)) == len(values):
                self._notes.append(
                    f"{self._where}: people are told apart by “{header}”, "
                    "which is different in every row."
                )
                return [*table.fields[:i], Field.SOURCE_ID, *table.fields[i + 1 :]]
        return table.fields

    def _column(self, wanted: Field) -> Iterator[str]:
        for i, field in enumerate(self._fields):
            if field is wanted:
                yield from (cells[i] for _, cells in self._table.rows if i < len(cells))

    def _unused(self) -> list[str]:
        """The headers of columns that hold something and have no place here."""
        return [
            f"“{header}”"
            for i, (header, field) in enumerate(zip(self._table.headers, self._fields, strict=True))
            if field in (None, Field.OTHER)
            and header
            and any(i < len(cells) and cells[i].strip() for _, cells in self._table.rows)
        ]


def _name(row: _Row) -> tuple[str, str, str]:
    """Given name, family name and the whole as it is shown."""
    given, family = row.one(Field.GIVEN), row.one(Field.FAMILY)
    written = line(next(iter(row.cells.get(Field.NAME, ())), ""))
    whole = written if row.is_ours else names.turned(written)
    if names.is_name(whole) and not (given and family and re.search("[,(]", written)):
        return given, family, whole
    middle, suffix = row.one(Field.MIDDLE), row.one(Field.SUFFIX)
    joined = line(names.spoken(given, middle, family, suffix))
    return given, family, joined if names.is_name(joined) else ""


def _tags(row: _Row) -> tuple[str, ...]:
    """The groups, without the one that Google puts everybody into, and its mark of its own ones."""
    groups = (tag.removeprefix("* ") for tag in row.many(Field.TAGS) if tag != "* myContacts")
    return tuple(dict.fromkeys(groups))


def _rows(numbers: Sequence[int]) -> str:
    """``row 3`` or ``3 rows (4, 7 and 9)``; of many the first, with their count."""
    if len(numbers) == 1:
        return f"row {numbers[0]}"
    shown = ", ".join(map(str, numbers[:_SHOWN_ROWS]))
    more = f" and {len(numbers) - _SHOWN_ROWS} more" if len(numbers) > _SHOWN_ROWS else ""
    return f"{len(numbers)} rows ({shown}{more})"

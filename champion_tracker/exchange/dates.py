"""Dates as tables write them; none of them guessed."""

import re
from collections.abc import Iterable
from datetime import date, datetime

_NUMERIC = re.compile(r"(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d\d)(?!\d)")
_WORDED = ("%d %b %Y", "%d %B %Y", "%b %d %Y", "%B %d %Y", "%d-%b-%Y", "%d-%b-%y")


def day_first(cells: Iterable[str]) -> bool | None:
    """Whether the dates of a column have the day before the month; None where nothing tells."""
    firsts = seconds = False
    for cell in cells:
        if match := _NUMERIC.match(cell.strip()):
            firsts |= int(match[1]) > 12
            seconds |= int(match[3]) > 12
            firsts |= "." in cell[:6]  # 30.9.2024 is written by nobody with the month first
    return None if firsts == seconds else firsts


def parse(cell: str, *, days_first: bool | None) -> date | None:
    """The date of a cell, or None for a blank one.

    Raises:
        ValueError: it is no date, or could be two.
    """
    text = re.sub(r"[T ]\d{1,2}:\d\d.*$", "", cell.strip()).replace(",", "")
    if not text:
        return None
    if match := re.fullmatch(r"(\d{4})(\d{2})(\d{2})|(\d{4})[-/.](\d\d?)[-/.](\d\d?)[.Z]?", text):
        return date(*(int(part) for part in match.groups() if part))
    if match := _NUMERIC.fullmatch(text):
        first, second, year = int(match[1]), int(match[3]), _in_full(match[4])
        if days_first is None and first != second:
            raise ValueError("day and month cannot be told apart")
        return date(year, second, first) if days_first else date(year, first, second)
    for form in _WORDED:
        try:
            return datetime.strptime(text, form).date()
        except ValueError:
            continue
    raise ValueError("it is not a date")


def _in_full(year: str) -> int:
    """A year of two digits in the hundred years that POSIX gives it: 69 is 1969, 68 is 2068."""
    return int(year) if len(year) == 4 else datetime.strptime(year, "%y").year

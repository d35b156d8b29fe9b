"""Dates as tables write them; none of them guessed."""

import re
from collections.abc import Iterable
from datetime import date, datetime

_NUMERIC = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-](\d{4})")
_WORDED = ("%d %b %Y", "%d %B %Y", "%b %d %Y", "%B %d %Y", "%d-%b-%Y", "%d-%b-%y")


def day_first(cells: Iterable[str]) -> bool | None:
    """Whether the dates of a column have the day before the month; None where nothing tells."""
    firsts = seconds = False
    for cell in cells:
        if match := _NUMERIC.match(cell.strip()):
            firsts |= int(match[1]) > 12
            seconds |= int(match[2]) > 12
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
    if match := re.fullmatch(r"(\d{4})[-/.]?(\d{2})[-/.]?(\d{2})Z?", text):
        return date(*map(int, match.groups()))
    if match := _NUMERIC.fullmatch(text):
        first, second, year = map(int, match.groups())
        if days_first is None and first != second:
            raise ValueError("day and month cannot be told apart")
        return date(year, second, first) if days_first else date(year, first, second)
    for form in _WORDED:
        try:
            return datetime.strptime(text, form).date()
        except ValueError:
            continue
    raise ValueError("it is not a date")

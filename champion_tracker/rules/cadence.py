"""Cadences: how often somebody wants a touch, and which day that makes it."""

import calendar
import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING

from ..model import BadInput

if TYPE_CHECKING:
    from dateutil.rrule import rrule

HINT = "Write for example '2 weeks', 'monthly', 'first Monday of the month' or an RRULE."

_UNITS = {
    "d": ("day", 1),
    "day": ("day", 1),
    "w": ("week", 7),
    "week": ("week", 7),
    "fortnight": ("fortnight", 14),
    "m": ("month", 30.44),
    "month": ("month", 30.44),
    "quarter": ("quarter", 91.31),
    "y": ("year", 365.24),
    "year": ("year", 365.24),
}
_ADVERBS = {
    "daily": "1 day",
    "weekly": "1 week",
    "fortnightly": "2 weeks",
    "biweekly": "2 weeks",
    "monthly": "1 month",
    "quarterly": "3 months",
    "yearly": "1 year",
    "annually": "1 year",
}
_ORDINALS = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4}
_ORDINALS |= {"4th": 4, "last": -1}
_WEEKDAYS = {name.lower(): name[:2].upper() for name in calendar.day_name}
_WEEKDAYS |= {name.lower(): name[:2].upper() for name in calendar.day_abbr}

_INTERVAL = re.compile(r"(?:every )?(\d{1,4} ?)?([a-z]+?)s?")
_ON_WEEKDAY = re.compile(
    r"(?:every |on )?(?:the )?(?:(\w+) )?([a-z]+?)(?: (?:of )?(?:the |each |every )?month)?"
)


@dataclass(frozen=True, slots=True)
class Cadence:
    """How often: a number of months and days, or a rule of the calendar."""

    text: str
    """As it is shown and kept: ``2 weeks``, ``first Monday of the month``, ``FREQ=…``."""
    days: float
    """How long one round lasts, roughly; what lateness is measured against."""
    months: int = 0
    fixed_days: int = 0
    rule: str = ""
    """An RRULE (RFC 5545, section 3.3.10) where it is no plain interval."""

    def next_after(self, day: date) -> date:
        """The day on which the next touch is due when the last one was on ``day``.

        Months are those of the calendar: a month after 31 January is the last day of
        February. A rule counts from ``day``. Never earlier than ``day``; never an error.
        """
        try:
            return self._next_after(day)
        except (OverflowError, ValueError):
            return date.max

    def _next_after(self, day: date) -> date:
        if self.fixed_days:
            return day + timedelta(days=self.fixed_days)
        if self.months:
            from dateutil.relativedelta import relativedelta

            return day + relativedelta(months=self.months)
        start = datetime.combine(day, datetime.min.time())
        found = _bounded(self.rule, start).after(start)
        return found.date() if found is not None else day + timedelta(days=round(self.days))

    def __str__(self) -> str:
        return self.text


@lru_cache(maxsize=512)
def parse_cadence(text: str) -> Cadence:
    """Read a cadence as people write it.

    Raises:
        BadInput: it is no cadence, ends some day, repeats within a day, or never comes.
    """
    plain = " ".join(text.lower().split())
    if "freq=" in plain:
        return _calendar_rule(" ".join(text.split()), text.strip().upper().removeprefix("RRULE:"))
    interval = _plain_interval(_ADVERBS.get(plain, plain))
    if interval is not None:
        return interval
    weekday = _on_weekday(plain)
    if weekday is not None:
        return weekday
    raise BadInput(f"'{text}' is not a cadence.", HINT)


@lru_cache(maxsize=512)
def is_cadence(text: str) -> bool:
    """Whether ``text`` can be read as a cadence."""
    try:
        parse_cadence(text)
    except BadInput:
        return False
    return True


@lru_cache(maxsize=65536)
def due_after(every: str, day: date) -> date:
    """When a touch is due under cadence ``every`` if the last was on ``day``."""
    return parse_cadence(every).next_after(day)


def _plain_interval(plain: str) -> Cadence | None:
    match = _INTERVAL.fullmatch(plain)
    if match is None or match[2] not in _UNITS:
        return None
    name, days = _UNITS[match[2]]
    count = int(match[1] or 1)
    if count < 1:
        raise BadInput(f"'{plain}' is not a cadence: it has to be at least a day.", HINT)
    months = {"month": 1, "quarter": 3, "year": 12}.get(name, 0) * count
    fixed = 0 if months else int(days) * count
    text = f"{count} {name}" + ("s" if count > 1 else "")
    return Cadence(text=text, days=days * count, months=months, fixed_days=fixed)


def _on_weekday(plain: str) -> Cadence | None:
    match = _ON_WEEKDAY.fullmatch(plain)
    if match is None or match[2] not in _WEEKDAYS:
        return None
    day, ordinal, monthly = _WEEKDAYS[match[2]], match[1], "month" in plain
    if ordinal in (None, "every") and not monthly:
        return _calendar_rule(f"every {match[2].capitalize()}", f"FREQ=WEEKLY;BYDAY={day}")
    if ordinal == "other" and not monthly:
        text = f"every other {match[2].capitalize()}"
        return _calendar_rule(text, f"FREQ=WEEKLY;INTERVAL=2;BYDAY={day}")
    if ordinal in _ORDINALS:
        text = f"{ordinal} {match[2].capitalize()} of the month"
        return _calendar_rule(text, f"FREQ=MONTHLY;BYDAY={_ORDINALS[ordinal]}{day}")
    return None


_NOMINAL_DAYS = {"YEARLY": 365.24, "MONTHLY": 30.44, "WEEKLY": 7.0, "DAILY": 1.0}


def _calendar_rule(text: str, rule: str) -> Cadence:
    parts = dict(part.partition("=")[::2] for part in rule.split(";") if part)
    if parts.get("FREQ") not in _NOMINAL_DAYS:
        raise BadInput(f"'{text}' is not a cadence: it repeats within a day or not at all.", HINT)
    if parts.keys() & {"COUNT", "UNTIL", "BYHOUR", "BYMINUTE", "BYSECOND"}:
        raise BadInput(f"'{text}' ends some day or names an hour; a cadence does neither.", HINT)
    try:
        interval = int(parts.get("INTERVAL", "1"))
        if not 1 <= interval <= 1000:
            raise ValueError
        start = datetime(2001, 1, 1)
        first = _bounded(rule, start)
        days = [found for found, _ in zip(first, range(13), strict=False)]
    except (ValueError, TypeError, AttributeError, IndexError, KeyError, OverflowError):
        raise BadInput(f"'{text}' is not an RRULE that can be read.", HINT) from None
    if not days:
        raise BadInput(f"'{text}' never comes.", HINT)
    if len(days) > 1:
        mean = (days[-1] - days[0]).days / (len(days) - 1)
    else:
        mean = _NOMINAL_DAYS[parts["FREQ"]] * interval
    return Cadence(text=text, days=mean, rule=rule)


@lru_cache(maxsize=4096)
def _bounded(rule: str, start: datetime) -> "rrule":
    """The rule from ``start`` on for twelve years: a leap day comes in that time, or never."""
    from dateutil.rrule import rrule, rrulestr

    until = start.replace(year=min(start.year + 12, 9999), day=min(start.day, 28))
    found = rrulestr(rule, dtstart=start)
    if not isinstance(found, rrule):
        raise ValueError(rule)
    return found.replace(until=until)

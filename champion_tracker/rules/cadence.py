"""Cadences: how often somebody wants a touch, and which day that makes it."""

import re
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

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

# Compiled when they are first wanted, for most programs want but one of them, and at once.
_INTERVAL = r"(?:every )?(\d{1,4} ?)?([a-z]+?)s?"
_ON_WEEKDAY = (
    r"(?:every |on )?(?:the )?(?:(\w+) )?([a-z]+?)(?: (?:of )?(?:the |each |every )?month)?"
)


class Cadence(Struct, frozen=True):
    """How often: a number of months and days, or a rule of the calendar."""

    text: str
    """As it is shown and kept: ``2 weeks``, ``first Monday of the month``, ``FREQ=…``."""
    days: float
    """How long one round lasts, roughly; what lateness is measured against."""
    months: int = 0
    fixed_days: int = 0
    rule: str = ""
    """The RRULE (RFC 5545, section 3.3.10), without an interval, whose next day it is after the
    months and days; empty for a plain interval."""

    def next_after(self, day: date) -> date:
        """The day on which the next touch is due when the last one was on ``day``.

        Months are those of the calendar: a month after 31 January is the last day of
        February. A rule with an interval skips whole periods from ``day`` and then takes its
        next day, so that a later touch never makes an earlier day. Always later than ``day``,
        but at the end of the calendar; never an error.
        """
        try:
            return self._next_after(day)
        except (OverflowError, ValueError):
            return date.max

    def _next_after(self, day: date) -> date:
        later = day + timedelta(days=self.fixed_days)
        if self.months:
            from dateutil.relativedelta import relativedelta

            later += relativedelta(months=self.months)
        if not self.rule:
            return later
        return _next_in(self.rule, later) or date.max

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
        return _calendar_rule(" ".join(text.split()), "".join(text.upper().split()))
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
    # As they are kept, which is nearly always, they are read without looking for other ways.
    number, _, unit = plain.removesuffix("s").partition(" ")
    if not (number.isdecimal() and len(number) <= 4 and unit in _UNITS):
        match = re.fullmatch(_INTERVAL, plain)
        if match is None or match[2] not in _UNITS:
            return None
        number, unit = match[1] or "1", match[2]
    name, days = _UNITS[unit]
    count = int(number)
    if count < 1:
        raise BadInput(f"'{plain}' is not a cadence: it has to be at least a day.", HINT)
    months = {"month": 1, "quarter": 3, "year": 12}.get(name, 0) * count
    fixed = 0 if months else int(days) * count
    text = f"{count} {name}" + ("s" if count > 1 else "")
    return Cadence(text=text, days=days * count, months=months, fixed_days=fixed)


@lru_cache(maxsize=1)
def _weekdays() -> dict[str, str]:
    import calendar

    names = (*calendar.day_name, *calendar.day_abbr)
    return {name.lower(): name[:2].upper() for name in names}


def _on_weekday(plain: str) -> Cadence | None:
    match = re.fullmatch(_ON_WEEKDAY, plain)
    day = _weekdays().get(match[2]) if match is not None else None
    if match is None or day is None:
        return None
    ordinal, monthly = match[1], "month" in plain
    if ordinal in (None, "every") and not monthly:
        return _calendar_rule(f"every {match[2].capitalize()}", f"FREQ=WEEKLY;BYDAY={day}")
    if ordinal == "other" and not monthly:
        text = f"every other {match[2].capitalize()}"
        return _calendar_rule(text, f"FREQ=WEEKLY;INTERVAL=2;BYDAY={day}")
    if ordinal in _ORDINALS:
        text = f"{ordinal} {match[2].capitalize()} of the month"
        return _calendar_rule(text, f"FREQ=MONTHLY;BYDAY={_ORDINALS[ordinal]}{day}")
    return None


_PERIODS = {"YEARLY": (12, 0), "MONTHLY": (1, 0), "WEEKLY": (0, 7), "DAILY": (0, 1)}
"""The months and days of one period of a rule."""
_NAMES = {"YEARLY": "year", "MONTHLY": "month", "WEEKLY": "week", "DAILY": "day"}
_ZERO = r"(?<![0-9])0+(?![0-9])"
"""What no part of a rule may count from."""
_ENDS_OR_HOURS = {"COUNT", "UNTIL", "BYHOUR", "BYMINUTE", "BYSECOND"}


def _calendar_rule(text: str, rule: str) -> Cadence:
    parts = [part.partition("=") for part in rule.removeprefix("RRULE:").split(";") if part]
    values = {name: value for name, _, value in parts}
    frequency, interval = values.get("FREQ", ""), values.pop("INTERVAL", "1")
    if frequency not in _PERIODS:
        raise BadInput(f"'{text}' is not a cadence: it repeats within a day or not at all.", HINT)
    if values.keys() & _ENDS_OR_HOURS:
        raise BadInput(f"'{text}' ends some day or names an hour; a cadence does neither.", HINT)
    has_interval = re.fullmatch(r"[1-9][0-9]{0,2}", interval)
    if not has_interval or any(re.search(_ZERO, value) for value in values.values()):
        raise BadInput(f"'{text}' is not an RRULE that can be read.", HINT)
    if values.keys() <= {"FREQ", "WKST"}:
        return parse_cadence(f"{int(interval)} {_NAMES[frequency]}")
    months, days = (size * (int(interval) - 1) for size in _PERIODS[frequency])
    plain = ";".join(f"{name}={value}" for name, value in values.items())
    cadence = Cadence(text=text, days=1, months=months, fixed_days=days, rule=plain)
    return replace(cadence, days=_mean_days(cadence))


def _mean_days(cadence: Cadence) -> float:
    """How many days lie between two of a cadence's days, over its next dozen.

    Whether it ever comes is tried in the last years of the calendar, leap years among them:
    there the search for a day that never is, such as 30 February, soon ends.

    Raises:
        BadInput: it cannot be read, or never comes.
    """
    try:
        comes = _next_in(cadence.rule, date(9986, 1, 1)) is not None
    except (ValueError, TypeError, AttributeError, LookupError, OverflowError):
        raise BadInput(f"'{cadence.text}' is not an RRULE that can be read.", HINT) from None
    if not comes:
        raise BadInput(f"'{cadence.text}' never comes.", HINT)
    days = [cadence.next_after(date(2001, 1, 1))]
    while len(days) < 13 and days[-1].year < 2060:
        days.append(cadence.next_after(days[-1]))
    return (days[-1] - days[0]).days / (len(days) - 1)


def _next_in(rule: str, day: date) -> date | None:
    """The rule's first day after ``day``, or None where the calendar ends before.

    The rule starts with the year or week before, not with ``day``: what it leaves open (as
    ``FREQ=YEARLY;BYMONTH=3`` does the day) then means the first of the month or the Monday,
    whatever day is asked about.
    """
    start = day.replace(month=1, day=1)
    if "FREQ=WEEKLY" in rule:
        start = day - timedelta(days=min(day.weekday() + 7, (day - date.min).days))
    found = _rule_from(rule, start).after(datetime.combine(day, datetime.min.time()))
    return found.date() if found is not None else None


@lru_cache(maxsize=4096)
def _rule_from(rule: str, start: date) -> "rrule":
    from dateutil.rrule import rrule, rrulestr

    found = rrulestr(rule, dtstart=datetime.combine(start, datetime.min.time()))
    if not isinstance(found, rrule):
        raise ValueError(rule)
    return found

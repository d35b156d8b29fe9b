"""Days as people write them: ISO, ``yesterday``, ``fri``, ``2w ago``, ``in 3 days``, ``3 May``."""

import re
from datetime import date, timedelta
from functools import lru_cache

from ..model import BadInput, Settings
from .counting import counted

HINT = "Write YYYY-MM-DD, or 'today', 'yesterday', 'fri', '2w ago', 'in 3 days'."

_NAMED = {"today": 0, "now": 0, "yesterday": -1, "tomorrow": 1}
# Compiled when they are first wanted, as the calendar is loaded, for who is due is told without.
_DISTANCE = (
    r"(?P<sign>in |\+|-)?(?P<count>\d{1,5}|an?|[a-z]+(?= )) ?"
    r"(?P<unit>d|w|m|y|days?|weeks?|months?|years?)(?P<ago> ago)?"
)
_COUNTS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_PERIOD = r"(?P<end>end of (?:the )?)?(?:(?P<which>this|next|last) )?(?P<unit>week|month|year)"
_SLASHED = r"(\d{1,2})[/.](\d{1,2})(?:[/.](\d{4}|\d{2}))?"
_USUAL = Settings()


def parse_day(text: str, today: date, *, ahead: bool = False, settings: Settings = _USUAL) -> date:
    """Read a day.

    Args:
        text: What was written.
        today: The day that relative words count from.
        ahead: Whether a bare weekday, a distance or a date without a year means the next one
            (a reminder) rather than the last one (something that has happened).
        settings: In which order a date of numbers stands, and with which day a week begins.

    Raises:
        BadInput: it is no day, does not exist, or could be two different days.
    """
    plain = " ".join(text.lower().replace(",", " ").split())
    try:
        found = (
            _named(plain, today)
            or _period(plain, today, settings)
            or _weekday(plain, today, ahead=ahead)
            or _distance(plain, today, ahead=ahead)
            or _iso(plain)
            or _slashed(plain, today, settings, ahead=ahead)
            or _spelled(plain, today, ahead=ahead)
        )
    except OverflowError:
        found = None
    if found is None:
        raise BadInput(f"'{text}' is not a day.", HINT)
    return found


def _named(plain: str, today: date) -> date | None:
    return today + timedelta(days=_NAMED[plain]) if plain in _NAMED else None


@lru_cache(maxsize=1)
def _weekdays() -> dict[str, int]:
    import calendar

    names = {name.lower(): n for n, name in enumerate(calendar.day_name)}
    names |= {name.lower(): n for n, name in enumerate(calendar.day_abbr)}
    return names | {"tues": 1, "weds": 2, "thur": 3, "thurs": 3}


def _period(plain: str, today: date, settings: Settings) -> date | None:
    """The first day of ``next week``, ``last month``, ``this year``; the last by ``end of``."""
    match = re.fullmatch(_PERIOD, plain)
    if match is None or not (match["which"] or match["end"]):
        return None
    from dateutil.relativedelta import relativedelta

    since_begun = (today.weekday() - _weekdays()[settings.first_weekday]) % 7
    begun = {
        "week": today - timedelta(days=since_begun),
        "month": today.replace(day=1),
        "year": today.replace(month=1, day=1),
    }
    counted_from = {"last": -1, "next": 1}.get(match["which"], 0)
    unit = {f"{match['unit']}s": 1}
    try:
        first = begun[match["unit"]] + counted_from * relativedelta(**unit)  # type: ignore[arg-type]
        last = first + relativedelta(**unit, days=-1)  # type: ignore[arg-type]
    except ValueError:
        return None
    return last if match["end"] else first


def _weekday(plain: str, today: date, *, ahead: bool) -> date | None:
    words = plain.split()
    if words and words[0] in ("next", "last", "on", "this"):
        ahead = words[0] != "last" and (ahead or words[0] == "next")
        words = words[1:]
    if len(words) != 1 or words[0] not in _weekdays():
        return None
    back = (today.weekday() - _weekdays()[words[0]]) % 7
    return today + timedelta(days=7 - back) if ahead else today - timedelta(days=back or 7)


def _distance(plain: str, today: date, *, ahead: bool) -> date | None:
    match = re.fullmatch(_DISTANCE, plain)
    if match is None or (match["ago"] and match["sign"]):
        return None
    words = {"a": 1, "an": 1} | {word: n for n, word in enumerate(_COUNTS, 1)}
    if not match["count"].isdecimal() and match["count"] not in words:
        return None
    from dateutil.relativedelta import relativedelta

    count = int(match["count"]) if match["count"].isdecimal() else words[match["count"]]
    forward = not match["ago"] and (match["sign"] in ("in ", "+") or (ahead and not match["sign"]))
    unit = {"d": "days", "w": "weeks", "m": "months", "y": "years"}[match["unit"][0]]
    try:
        return today + relativedelta(**{unit: count if forward else -count})  # type: ignore[arg-type]
    except ValueError:
        return None


def _iso(plain: str) -> date | None:
    if not re.fullmatch(r"\d{4}-\d{1,2}-\d{1,2}", plain):
        return None
    year, month, day = map(int, plain.split("-"))
    return _existing(year, month, day, plain)


def _existing(year: int, month: int, day: int, plain: str) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        raise BadInput(f"There is no day {plain}.", HINT) from None


def _slashed(plain: str, today: date, settings: Settings, *, ahead: bool) -> date | None:
    """A date with slashes or dots, by the order that is set; without one, if it has one reading."""
    match = re.fullmatch(_SLASHED, plain)
    if match is None:
        return None
    day, month = _in_order(int(match[1]), int(match[2]), plain, settings)
    if match[3] is None:
        return _nearest(month, day, today, plain, ahead=ahead)
    year = int(match[3]) + (2000 if len(match[3]) == 2 else 0)
    return _existing(year, month, day, plain)


def _in_order(first: int, second: int, plain: str, settings: Settings) -> tuple[int, int]:
    """Day and month."""
    if settings.date_order == "iso":
        if first <= 12 and second <= 12 and first != second:
            raise BadInput(
                f"'{plain}' could be two different days.",
                "Write it as YYYY-MM-DD, or set 'date_order'.",
            )
        return (first, second) if first > 12 else (second, first)
    day, month = (first, second) if settings.date_order == "day-first" else (second, first)
    if month > 12:
        what = settings.date_order.partition("-")[0]
        raise BadInput(
            f"There is no day {plain} with the {what} first, as 'date_order' says.", HINT
        )
    return day, month


def spelled_out(text: str, settings: Settings) -> str:
    """``text`` with its date of numbers, if it has one, in words that can be read but one way.

    Raises:
        BadInput: the date could be two different days, or none.
    """
    import calendar

    def words(match: re.Match[str]) -> str:
        day, month = _in_order(int(match[1]), int(match[2]), match[0], settings)
        year = (
            f" {int(match[3]) % 100 + 2000 if len(match[3]) == 2 else match[3]}" if match[3] else ""
        )
        return f"{calendar.month_abbr[month]} {day}{year}" if month else match[0]

    return re.sub(rf"(?<![\d/.]){_SLASHED}(?![\d/.])", words, text)


def _spelled(plain: str, today: date, *, ahead: bool) -> date | None:
    """A date with the month as a word: ``3 May``, ``May 3 2026``, ``3rd of May``."""
    import calendar

    months = {name.lower(): n for n, name in enumerate(calendar.month_name) if name}
    months |= {name.lower(): n for n, name in enumerate(calendar.month_abbr) if name}
    words = [re.sub(r"(?<=\d)(st|nd|rd|th)$", "", word.strip(".")) for word in plain.split()]
    words = [word for word in words if word not in ("of", "the")]
    month = [months[word] for word in words if word in months]
    numbers = [word for word in words if word.isdecimal() and word.isascii()]
    if len(month) != 1 or len(month) + len(numbers) != len(words):
        return None
    years = [int(n) for n in numbers if len(n) == 4]
    days = [int(n) for n in numbers if len(n) <= 2]
    if len(days) != 1 or len(years) > 1 or len(days) + len(years) != len(numbers):
        return None
    if years:
        return _existing(years[0], month[0], days[0], plain)
    return _nearest(month[0], days[0], today, plain, ahead=ahead)


def _nearest(month: int, day: int, today: date, plain: str, *, ahead: bool) -> date:
    """The next or the last such day of the year, today counted."""
    step = 1 if ahead else -1
    for year in range(today.year, today.year + 9 * step, step):
        try:
            found = date(year, month, day)
        except ValueError:
            continue
        if (found >= today) if ahead else (found <= today):
            return found
    raise BadInput(f"There is no day {plain}.", HINT)


def days_after(day: date, days: int) -> date:
    """The day so many days after ``day``; the last of the calendar where that ends before."""
    return day + timedelta(days=min(days, (date.max - day).days))


def ago(day: date, today: date) -> str:
    """How far ``day`` is from ``today``, in words."""
    days = (today - day).days
    if days in (0, 1, -1):
        return {0: "today", 1: "yesterday", -1: "tomorrow"}[days]
    return f"{span(days)} ago" if days > 0 else f"in {span(-days)}"


def span(days: int) -> str:
    """A number of days in words: ``9 days``, ``5 weeks``, ``7 months``, ``2 years``."""
    if days < 14:
        return counted(days, "day")
    if days < 60:
        return counted(days // 7, "week")
    if days < 720:
        return counted(round(days / 30.44), "month")
    return counted(round(days / 365.24), "year")

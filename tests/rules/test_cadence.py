"""Cadences: how often, and which day that makes it."""

from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from champion_tracker.model import BadInput
from champion_tracker.rules.cadence import Cadence, due_after, is_cadence, parse_cadence


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("2 weeks", "2 weeks"),
        ("2w", "2 weeks"),
        ("every 2 weeks", "2 weeks"),
        ("Every  Two".replace("Two", "2") + " Weeks", "2 weeks"),
        ("week", "1 week"),
        ("weekly", "1 week"),
        ("fortnightly", "2 weeks"),
        ("every fortnight", "1 fortnight"),
        ("monthly", "1 month"),
        ("3m", "3 months"),
        ("quarterly", "3 months"),
        ("1 quarter", "1 quarter"),
        ("yearly", "1 year"),
        ("10 days", "10 days"),
        ("first monday of the month", "first Monday of the month"),
        ("1st mon of every month", "1st Mon of the month"),
        ("the last Friday of the month", "last Friday of the month"),
        ("every Friday", "every Friday"),
        ("every other tuesday", "every other Tuesday"),
        ("FREQ=MONTHLY;INTERVAL=2", "2 months"),
        ("rrule:freq=weekly;byday=mo", "rrule:freq=weekly;byday=mo"),
    ],
)
def test_it_is_read_as_people_write_it_and_reads_what_it_shows(text: str, kept: str) -> None:
    cadence = parse_cadence(text)
    assert str(cadence) == kept
    assert parse_cadence(kept).next_after(date(2026, 1, 31)) == cadence.next_after(
        date(2026, 1, 31)
    )


@pytest.mark.parametrize(
    ("text", "last", "due"),
    [
        ("1 month", date(2026, 1, 31), date(2026, 2, 28)),
        ("1 month", date(2024, 1, 31), date(2024, 2, 29)),
        ("1 month", date(2026, 2, 28), date(2026, 3, 28)),
        ("3 months", date(2026, 11, 30), date(2027, 2, 28)),
        ("1 year", date(2024, 2, 29), date(2025, 2, 28)),
        ("2 weeks", date(2026, 2, 20), date(2026, 3, 6)),
        ("first Monday of the month", date(2026, 11, 1), date(2026, 11, 2)),
        ("first Monday of the month", date(2026, 11, 2), date(2026, 12, 7)),
        ("last Friday of the month", date(2026, 1, 31), date(2026, 2, 27)),
        ("every Friday", date(2026, 11, 26), date(2026, 11, 27)),
        ("every Friday", date(2026, 11, 27), date(2026, 12, 4)),
        ("every other Monday", date(2026, 11, 23), date(2026, 12, 7)),
        ("every other Monday", date(2026, 11, 24), date(2026, 12, 7)),
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,FR", date(2026, 11, 23), date(2026, 12, 4)),
        ("FREQ=MONTHLY;INTERVAL=2;BYMONTHDAY=15", date(2026, 2, 1), date(2026, 3, 15)),
        ("FREQ=MONTHLY;BYMONTHDAY=31", date(2026, 1, 31), date(2026, 3, 31)),
        ("FREQ=MONTHLY;BYMONTHDAY=-1", date(2026, 1, 31), date(2026, 2, 28)),
        ("FREQ=MONTHLY", date(2026, 1, 31), date(2026, 2, 28)),
        ("FREQ=YEARLY;BYMONTH=3", date(2026, 3, 31), date(2027, 3, 1)),
        ("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29", date(2024, 2, 29), date(2028, 2, 29)),
        ("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29", date(2096, 3, 1), date(2104, 2, 29)),
        ("FREQ=DAILY;INTERVAL=3", date(2026, 12, 30), date(2027, 1, 2)),
    ],
)
def test_the_day_after(text: str, last: date, due: date) -> None:
    assert due_after(text, last) == due


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "soon",
        "0 weeks",
        "-1 week",
        "2",
        "every",
        "fifth Monday of the month",
        "first of the month",
        "weekly;",
        "FREQ=",
        "FREQ=HOURLY",
        "FREQ=WEEKLY;INTERVAL=0",
        "FREQ=WEEKLY;INTERVAL=-2",
        "FREQ=WEEKLY;INTERVAL=9999999999",
        "FREQ=WEEKLY;INTERVAL=²",
        "FREQ=WEEKLY;BYDAY=XX",
        "FREQ=WEEKLY;BYDAY=",
        "FREQ=WEEKLY;COUNT=3",
        "FREQ=WEEKLY;UNTIL=20300101",
        "FREQ=DAILY;BYHOUR=9",
        "FREQ=MONTHLY;BYMONTHDAY=0",
        "FREQ=YEARLY;BYMONTH=13",
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=31",
        "FREQ=WEEKLY;FREQ=SECONDLY",
        "FREQ=WEEKLY\nRRULE:FREQ=SECONDLY",
        "DTSTART:20200101\nRRULE:FREQ=DAILY",
    ],
)
def test_what_is_no_cadence_is_refused_with_a_sentence(text: str) -> None:
    with pytest.raises(BadInput) as refused:
        parse_cadence(text)
    assert refused.value.sentence
    assert not is_cadence(text)


WEEKDAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]


@st.composite
def rules(draw: st.DrawFn) -> str:
    parts = {"FREQ": draw(st.sampled_from(["DAILY", "WEEKLY", "MONTHLY", "YEARLY"]))}
    if draw(st.booleans()):
        parts["INTERVAL"] = str(draw(st.integers(1, 6)))
    if draw(st.booleans()):
        parts["BYDAY"] = ",".join(draw(st.lists(st.sampled_from(WEEKDAYS), min_size=1, max_size=3)))
    if draw(st.booleans()):
        parts["BYMONTHDAY"] = str(draw(st.sampled_from([1, 13, 29, 30, 31, -1])))
    if draw(st.booleans()):
        parts["BYMONTH"] = str(draw(st.integers(1, 12)))
    if draw(st.booleans()):
        parts["WKST"] = draw(st.sampled_from(WEEKDAYS))
    if len(parts) > 2 and draw(st.booleans()):
        parts["BYSETPOS"] = draw(st.sampled_from(["1", "-1"]))
    return ";".join(f"{name}={value}" for name, value in parts.items())


intervals = st.tuples(
    st.integers(1, 40), st.sampled_from(["days", "weeks", "months", "years"])
).map(lambda pair: f"{pair[0]} {pair[1]}")
by_weekday = st.tuples(
    st.sampled_from(["first", "second", "third", "fourth", "last"]),
    st.sampled_from(["Monday", "Wednesday", "Sunday"]),
).map(lambda pair: f"{pair[0]} {pair[1]} of the month")


def read(text: str) -> Cadence | None:
    try:
        return parse_cadence(text)
    except BadInput:
        return None


@given(intervals | by_weekday | rules(), st.dates(), st.dates())
@example("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,FR", date(2026, 1, 3), date(2026, 1, 6))
@example("FREQ=YEARLY;BYMONTH=3", date(2026, 3, 31), date(2026, 4, 1))
@example("every Friday", date.min, date.max)
def test_the_next_day_is_later_and_never_falls_behind(text: str, one: date, two: date) -> None:
    cadence = read(text)
    if cadence is None:
        return
    earlier, later = sorted((one, two))
    assert cadence.days > 0
    assert cadence.next_after(earlier) > earlier or cadence.next_after(earlier) == date.max
    assert cadence.next_after(earlier) <= cadence.next_after(later)


@given(rules(), st.dates(date(1990, 1, 1), date(2080, 1, 1)), st.integers(1, 40))
def test_a_day_more_is_never_a_day_sooner(text: str, day: date, days: int) -> None:
    cadence = read(text)
    if cadence is None:
        return
    later = date.fromordinal(day.toordinal() + days)
    assert cadence.next_after(day) <= cadence.next_after(later)


scraps = st.lists(
    st.sampled_from(
        ["FREQ=", "WEEKLY", "DAILY", ";", "INTERVAL=", "BYDAY=", "MO", "-1FR", "BYSETPOS=", "99",
         "BYMONTHDAY=", "BYYEARDAY=", "BYWEEKNO=", "BYEASTER=", "every ", "first ", "monday", "\n",
         "RRULE:", "2 ", "weeks", "DTSTART", ":", "١", "=", ","]
    ),
    max_size=8,
).map("".join)  # fmt: skip


@given(st.text(max_size=30) | scraps)
def test_any_text_is_a_cadence_or_bad_input(text: str) -> None:
    cadence = read(text)
    if cadence is not None:
        assert cadence.next_after(date(2026, 11, 23)) > date(2026, 11, 23)
        assert is_cadence(str(cadence))

"""Days as people write them."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from champion_tracker.model import BadInput
from champion_tracker.rules.days import ago, parse_day, span

TODAY = date(2026, 11, 23)
"""A Monday."""
WEEKDAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]


@pytest.mark.parametrize(
    ("text", "past", "ahead"),
    [
        ("today", date(2026, 11, 23), date(2026, 11, 23)),
        ("Now", date(2026, 11, 23), date(2026, 11, 23)),
        ("yesterday", date(2026, 11, 22), date(2026, 11, 22)),
        (" tomorrow ", date(2026, 11, 24), date(2026, 11, 24)),
        ("fri", date(2026, 11, 20), date(2026, 11, 27)),
        ("Friday", date(2026, 11, 20), date(2026, 11, 27)),
        ("monday", date(2026, 11, 16), date(2026, 11, 30)),
        ("last fri", date(2026, 11, 20), date(2026, 11, 20)),
        ("next fri", date(2026, 11, 27), date(2026, 11, 27)),
        ("2w", date(2026, 11, 9), date(2026, 12, 7)),
        ("2w ago", date(2026, 11, 9), date(2026, 11, 9)),
        ("a week ago", date(2026, 11, 16), date(2026, 11, 16)),
        ("3 days ago", date(2026, 11, 20), date(2026, 11, 20)),
        ("two weeks ago", date(2026, 11, 9), date(2026, 11, 9)),
        ("in ten days", date(2026, 12, 3), date(2026, 12, 3)),
        ("a month", date(2026, 10, 23), date(2026, 12, 23)),
        ("next month", date(2026, 12, 1), date(2026, 12, 1)),
        ("last month", date(2026, 10, 1), date(2026, 10, 1)),
        ("this year", date(2026, 1, 1), date(2026, 1, 1)),
        ("end of month", date(2026, 11, 30), date(2026, 11, 30)),
        ("end of the week", date(2026, 11, 29), date(2026, 11, 29)),
        ("end of next year", date(2027, 12, 31), date(2027, 12, 31)),
        ("in 3 days", date(2026, 11, 26), date(2026, 11, 26)),
        ("+3d", date(2026, 11, 26), date(2026, 11, 26)),
        ("-3d", date(2026, 11, 20), date(2026, 11, 20)),
        ("in 3 months", date(2027, 2, 23), date(2027, 2, 23)),
        ("1y ago", date(2025, 11, 23), date(2025, 11, 23)),
        ("2024-02-29", date(2024, 2, 29), date(2024, 2, 29)),
        ("2026-1-5", date(2026, 1, 5), date(2026, 1, 5)),
        ("3 May", date(2026, 5, 3), date(2027, 5, 3)),
        ("May 3", date(2026, 5, 3), date(2027, 5, 3)),
        ("3rd of May", date(2026, 5, 3), date(2027, 5, 3)),
        ("May 3, 2020", date(2020, 5, 3), date(2020, 5, 3)),
        ("29 Feb", date(2024, 2, 29), date(2028, 2, 29)),
        ("23 Nov", date(2026, 11, 23), date(2026, 11, 23)),
        ("31/12/2025", date(2025, 12, 31), date(2025, 12, 31)),
        ("12/31/2025", date(2025, 12, 31), date(2025, 12, 31)),
        ("31.12.25", date(2025, 12, 31), date(2025, 12, 31)),
        ("4/4", date(2026, 4, 4), date(2027, 4, 4)),
    ],
)
def test_every_form_in_both_directions(text: str, past: date, ahead: date) -> None:
    assert parse_day(text, TODAY) == past
    assert parse_day(text, TODAY, ahead=True) == ahead


def test_a_distance_ends_within_the_month() -> None:
    assert parse_day("end of next month", date(2028, 1, 31)) == date(2028, 2, 29)
    assert parse_day("in 1 month", date(2026, 1, 31)) == date(2026, 2, 28)
    assert parse_day("1y ago", date(2024, 2, 29)) == date(2023, 2, 28)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("03/04", "two different days"),
        ("03.04.2026", "two different days"),
        ("2026-02-31", "no day"),
        ("2026-13-01", "no day"),
        ("31 Feb", "no day"),
        ("31 Feb 2026", "no day"),
        ("45/13", "no day"),
        ("", "is not a day"),
        ("someday", "is not a day"),
        ("some days ago", "is not a day"),
        ("month", "is not a day"),
        ("the month", "is not a day"),
        ("in 3 days ago", "is not a day"),
        ("99999y ago", "is not a day"),
        ("in 9999 years", "is not a day"),
        ("May", "is not a day"),
        ("May June 3", "is not a day"),
        ("٣ May", "is not a day"),
    ],
)
def test_what_is_no_day_is_refused(text: str, says: str) -> None:
    with pytest.raises(BadInput, match=says) as refused:
        parse_day(text, TODAY)
    assert "YYYY-MM-DD" in refused.value.hint


@given(st.dates(), st.dates(), st.booleans())
def test_iso_goes_round(day: date, today: date, ahead: bool) -> None:
    assert parse_day(day.isoformat(), today, ahead=ahead) == day


@given(
    st.dates(date(10, 1, 1), date(9990, 1, 1)),
    st.sampled_from(WEEKDAYS),
)
def test_a_weekday_lies_within_a_week(today: date, weekday: str) -> None:
    past = parse_day(weekday, today)
    ahead = parse_day(weekday, today, ahead=True)
    assert timedelta(1) <= today - past <= timedelta(7)
    assert timedelta(1) <= ahead - today <= timedelta(7)
    assert past.weekday() == ahead.weekday() == WEEKDAYS.index(weekday)


@given(
    st.text(max_size=14)
    | st.lists(
        st.sampled_from(
            ["next", "last", "fri", "3", "-", "/", ".", " ", "may", "in", "ago", "2w", "٣"]
        ),
        max_size=5,
    ).map("".join),
    st.dates(),
    st.booleans(),
)
def test_any_text_is_a_day_or_bad_input(text: str, today: date, ahead: bool) -> None:
    try:
        found = parse_day(text, today, ahead=ahead)
    except BadInput:
        return
    assert parse_day(found.isoformat(), today) == found


@pytest.mark.parametrize(
    ("days", "words"),
    [(0, "today"), (1, "yesterday"), (-1, "tomorrow"), (9, "9 days ago"), (-9, "in 9 days"),
     (14, "2 weeks ago"), (60, "2 months ago"), (365, "12 months ago"), (730, "2 years ago")],
)  # fmt: skip
def test_distances_in_words(days: int, words: str) -> None:
    assert ago(TODAY - timedelta(days), TODAY) == words


@given(st.integers(0, 4_000_000))
def test_a_span_has_words(days: int) -> None:
    assert span(days).split()[0].isdecimal()

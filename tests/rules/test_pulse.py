"""Two years of touches, counted by month, whatever day it is."""

import itertools
from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from champion_tracker.model import Interaction
from champion_tracker.rules.pulse import MONTHS, in_words, pulse

DAYS = st.dates(date(1, 1, 1), date(9999, 12, 31))


def touch(on: date, sentiment: int | None) -> Interaction:
    at = datetime(2026, 1, 1, tzinfo=UTC)
    return Interaction(id="i", person_ids=("p",), on=on, sentiment=sentiment, recorded_at=at)


TOUCHES = st.tuples(st.integers(-800, 40), st.none() | st.integers(-2, 2))


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)), st.lists(TOUCHES, max_size=12))
def test_each_touch_of_two_years_is_counted_once_in_its_month(
    today: date, offsets: list[tuple[int, int | None]]
) -> None:
    history = [touch(today + timedelta(days), felt) for days, felt in offsets]
    months = pulse(history, today)
    assert len(months) == MONTHS
    assert (months[-1].first.year, months[-1].first.month) == (today.year, today.month)
    assert all(later.first > earlier.first for earlier, later in itertools.pairwise(months))
    for month in months:
        there = [
            t
            for t in history
            if (t.on.year, t.on.month) == (month.first.year, month.first.month) and t.on <= today
        ]
        felt = [t.sentiment for t in there if t.sentiment is not None]
        assert month.touches == len(there)
        assert month.felt == (sum(felt) / len(felt) if felt else None)
    assert str(sum(month.touches for month in months) or "no touch") in in_words(months)


@given(DAYS)
def test_no_day_is_too_early_or_too_late(today: date) -> None:
    assert in_words(pulse([touch(today, 1)], today)).endswith("1 touch, felt friendly")


def test_the_words_say_span_number_best_month_feeling_and_change() -> None:
    today = date(2026, 11, 23)
    felt = [(date(2025, 2, 1), -1), (date(2025, 3, 1), -1), (date(2026, 10, 3), 2),
            (date(2026, 10, 9), 2), (date(2026, 11, 1), 1)]  # fmt: skip
    months = pulse([touch(day, sentiment) for day, sentiment in felt], today)
    assert in_words(months) == (
        "24 months to Nov 2026: 5 touches, most in Oct 2026 (2), felt neutral, warmer lately"
    )

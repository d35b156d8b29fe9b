"""What was done unasked stands beside the promises, never among them."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from champion_tracker.model import Effect, Outcome, Promise, Record, Weighing
from champion_tracker.rules.deeds import deeds
from champion_tracker.rules.digest import digest_of
from champion_tracker.rules.follow_through import FollowThrough
from tests.strategies import TODAY, moment, near_days, promises, touch, touches

YESTERDAY = TODAY - timedelta(days=1)


def deed(effect: Effect, on: date, weighing: Weighing = Weighing.ACTION) -> Record:
    return replace(touch("p-0", on=on), weighing=weighing, effect=effect)


def settled(outcome: Outcome, on: date) -> Promise:
    return Promise(
        id="m-1",
        person_id="p-0",
        text="Will speak",
        made_on=on - timedelta(days=9),
        due=on,
        outcome=outcome,
        settled_on=on,
        recorded_at=moment(on),
    )


def test_the_deed_that_ends_a_promise_is_not_counted_beside_it() -> None:
    kept, broken = settled(Outcome.KEPT, TODAY), settled(Outcome.BROKEN, TODAY)
    helpful, harmful = deed(Effect.FOR, TODAY), deed(Effect.AGAINST, TODAY)
    before = deed(Effect.FOR, YESTERDAY)
    assert deeds([kept, helpful, before]).helpful == (before,)
    assert deeds([broken, harmful]).harmful == ()
    assert deeds([kept, harmful]).harmful == (harmful,)
    assert deeds([replace(kept, ours=True), helpful]).helpful == (helpful,)


def test_words_are_no_deeds() -> None:
    found = deeds([deed(Effect.FOR, TODAY, Weighing.WORDS)] * 2 + [deed(Effect.AGAINST, TODAY)])
    assert (found.words_for, len(found.helpful), len(found.harmful)) == (2, 0, 1)
    assert str(found) == "1 deed against us, 2 times words for us"


@given(st.lists(touches(["p-0"], near_days), max_size=6), st.lists(promises(["p-0"], near_days)))
def test_deeds_leave_follow_through_alone(acts: list[Record], made: list[Record]) -> None:
    with_deeds, without = digest_of([*made, *acts]), digest_of(made)
    assert (with_deeds.kept, with_deeds.settled) == (without.kept, without.settled)
    found = deeds([*made, *acts])
    assert len(found.helpful) + len(found.harmful) <= len(acts)


def test_follow_through_says_its_interval_and_its_trend() -> None:
    rising = FollowThrough(3, 6, 0, recent=(True, True, True, False, False, False))
    assert "3 of 6 promises kept" in rising.in_full
    assert "rising" in rising.in_full
    assert "too few" in FollowThrough(1, 2, 0).in_full
    assert FollowThrough(0, 0, 0).in_full == ""

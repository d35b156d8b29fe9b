"""A history in constant space, and the warmth that is read from it."""

from datetime import date, timedelta
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from champion_tracker.model import (
    Channel,
    Commit,
    Digest,
    Edit,
    Interaction,
    Person,
    Record,
)
from champion_tracker.rules.digest import RECENT_TOUCHES, add, digest_of, recent_touches
from champion_tracker.rules.warmth import warmth, warmth_word
from champion_tracker.store import MemoryStore
from tests.strategies import (
    TODAY,
    any_days,
    judgements,
    keep,
    moment,
    near_days,
    past_days,
    promises,
    store_of,
    stores,
    touch,
    touches,
)

ME = ["p-0"]


def histories(days: st.SearchStrategy[date] = near_days) -> st.SearchStrategy[list[Record]]:
    return st.lists(
        st.one_of(touches(ME, days), judgements(ME, days), promises(ME, days)), max_size=12
    )


@given(histories(any_days), st.randoms())
def test_the_order_in_which_a_history_comes_does_not_matter(
    history: list[Record], random: Random
) -> None:
    shuffled = list(history)
    random.shuffle(shuffled)
    assert digest_of(shuffled) == digest_of(history)


@given(histories())
def test_adding_one_by_one_is_the_same_as_all_at_once(history: list[Record]) -> None:
    digest = Digest()
    for record in history:
        digest = add(digest, record)
    assert digest == digest_of(history)


def test_it_stays_small_however_long_the_history() -> None:
    history = [touch("p-0", on=TODAY - timedelta(n)) for n in range(500)]
    digest = digest_of(history)
    assert digest.touches == 500
    assert digest.last_touch == TODAY
    assert [day for day, _ in recent_touches(digest)] == [t.on for t in history[:RECENT_TOUCHES]]
    assert len(digest.recent) < 500


@given(stores(), st.data())
def test_taking_a_record_back_leaves_the_digest_of_what_remains(
    store: MemoryStore, data: st.DataObject
) -> None:
    history = list(store.history("p-0"))
    if not history:
        return
    gone = data.draw(st.sampled_from(history))
    store.commit(
        Commit(id="c-x", at=moment(TODAY), verb="x", summary="x", edits=(Edit(gone, None),))
    )
    for key in store.workspace.people:
        assert store.workspace.digest(key) == digest_of(store.history(key))


def test_correcting_a_touch_moves_it() -> None:
    first = touch("p-0", on=TODAY - timedelta(40), key="i-1")
    store = store_of(Person(id="p-0", name="Ann"), first)
    keep(store, replace(first, on=TODAY - timedelta(2), person_ids=("p-0", "p-1")))
    assert store.workspace.digest("p-0").last_touch == TODAY - timedelta(2)
    assert store.workspace.digest("p-1").touches == 1


@given(histories(past_days), st.integers(0, 400))
def test_warmth_falls_with_time_and_rises_with_a_touch(history: list[Record], days: int) -> None:
    digest = digest_of(history)
    now = warmth(digest, "3 weeks", TODAY)
    assert 0 <= now <= 1
    assert warmth(digest, "3 weeks", TODAY + timedelta(days)) <= now
    assert warmth(add(digest, touch("p-0")), "3 weeks", TODAY) >= now
    assert warmth(digest, "6 weeks", TODAY) >= now


@pytest.mark.parametrize(
    ("channel", "one_way", "expected"),
    [
        (Channel.MEETING, False, 0.5),
        (Channel.CALL, False, 0.35),
        (Channel.EMAIL, False, 0.15),
        (Channel.MEETING, True, 0.25),
        (Channel.EMAIL, True, 0.075),
    ],
)
def test_what_a_touch_weighs(channel: Channel, one_way: bool, expected: float) -> None:
    one = replace(touch("p-0"), channel=channel, one_way=one_way)
    assert warmth(digest_of([one]), "1 week", TODAY) == pytest.approx(expected)
    later = warmth(digest_of([one]), "1 week", TODAY + timedelta(7))
    assert later == pytest.approx(expected / 2)


def test_a_touch_dated_ahead_warms_nobody_yet() -> None:
    ahead: list[Interaction] = [touch("p-0", on=TODAY + timedelta(3))]
    assert warmth(digest_of(ahead), "1 week", TODAY) == 0


@pytest.mark.parametrize(
    ("value", "word"),
    [(1.0, "strong"), (0.75, "strong"), (0.74, "steady"), (0.5, "steady"), (0.49, "cooling"),
     (0.25, "cooling"), (0.24, "cold"), (0.0, "cold")],
)  # fmt: skip
def test_warmth_in_a_word(value: float, word: str) -> None:
    assert warmth_word(value) == word


def test_meeting_somebody_at_every_cadence_keeps_them_warm() -> None:
    rhythm = [touch("p-0", on=TODAY - timedelta(weeks=3 * n)) for n in range(40)]
    digest = digest_of(rhythm)
    assert warmth_word(warmth(digest, "3 weeks", TODAY)) == "strong"
    assert warmth_word(warmth(digest, "3 weeks", TODAY + timedelta(20))) == "steady"

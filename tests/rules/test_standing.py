"""What a judgement makes of somebody: each rule in its order, with its thresholds and pins."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from champion_tracker.model import (
    Engagement,
    Outcome,
    Person,
    Pin,
    Position,
    Promise,
    Relation,
    Settings,
    Standing,
    Tie,
)
from champion_tracker.rules.profile import Profile, profile, profiles
from champion_tracker.rules.standing import POSTURES, judged_standing
from champion_tracker.store import MemoryStore
from tests.strategies import TODAY, judgement, moment, store_of, stores, touch

UNAWARE, RESISTANT, NEUTRAL, SUPPORTIVE, LEADING = Engagement

ANN = Person(
    id="p-ann",
    name="Ann Lee",
    positions=(Position(id="r-1", title="Head", start=date(2020, 1, 1)),),
    followed_since=date(2025, 1, 1),
)


def seen(store: MemoryStore, person: Person = ANN, today: date = TODAY) -> Profile:
    return profile(store.workspace, person, today)


@pytest.mark.parametrize(
    ("engagement", "openness", "reach", "poor", "standing"),
    [
        # Resistance settles it, whatever else is so.
        (RESISTANT, 5, 5, False, Standing.DETRACTOR),
        # Closed people are judged by their deeds, open ones are not.
        (SUPPORTIVE, 2, 5, True, Standing.DETRACTOR),
        (LEADING, 1, 5, True, Standing.DETRACTOR),
        (SUPPORTIVE, 2, 5, False, Standing.SUPPORTER),
        (SUPPORTIVE, 3, 5, True, Standing.SUPPORTER),
        # A champion leads, has reach, and does what was said.
        (LEADING, 1, 4, False, Standing.CHAMPION),
        (LEADING, 5, 5, False, Standing.CHAMPION),
        (LEADING, 5, 3, False, Standing.SUPPORTER),
        (LEADING, 3, 5, True, Standing.SUPPORTER),
        # Who leads with poor deeds may yet become a champion, if open.
        (LEADING, 4, 5, True, Standing.POTENTIAL),
        # Open, with reach: invest, even in the neutral.
        (UNAWARE, 4, 4, False, Standing.POTENTIAL),
        (NEUTRAL, 5, 4, False, Standing.POTENTIAL),
        (SUPPORTIVE, 4, 4, False, Standing.POTENTIAL),
        (NEUTRAL, 4, 3, False, Standing.NEUTRAL),
        (NEUTRAL, 3, 5, False, Standing.NEUTRAL),
        # Support without reach is support all the same.
        (SUPPORTIVE, 5, 3, False, Standing.SUPPORTER),
        (UNAWARE, 1, 1, True, Standing.DETRACTOR),
        (UNAWARE, 1, 1, False, Standing.NEUTRAL),
    ],
)
def test_the_first_rule_that_holds(
    engagement: Engagement, openness: int, reach: int, poor: bool, standing: Standing
) -> None:
    judged = judgement(ANN, influence=reach, openness=openness, engagement=engagement)
    assert judged_standing(judged, reach, is_poor=poor, settings=Settings()) is standing


def test_thresholds_are_settings() -> None:
    judged = judgement(ANN, influence=3, openness=3, engagement=NEUTRAL)
    strict, mild = Settings(), Settings(strong_reach=3, wide_open=3)
    assert seen(store_of(ANN, judged, settings=strict)).standing is Standing.NEUTRAL
    assert seen(store_of(ANN, judged, settings=mild)).standing is Standing.POTENTIAL
    leading = judgement(ANN, influence=3, openness=1, engagement=LEADING)
    assert seen(store_of(ANN, leading, settings=mild)).standing is Standing.CHAMPION


@pytest.mark.parametrize(
    ("settings", "grace_over"), [(Settings(), True), (Settings(grace_days=30), False)]
)
def test_promises_overdue_beyond_their_grace_turn_a_closed_supporter_into_a_detractor(
    settings: Settings, grace_over: bool
) -> None:
    late = [
        Promise(
            id=f"m-{n}",
            person_id=ANN.id,
            text="Soon",
            made_on=date(2026, 1, 1),
            due=date(2026, 11, 1),
            recorded_at=moment(TODAY),
        )
        for n in range(3)
    ]
    judged = judgement(ANN, openness=2, engagement=SUPPORTIVE)
    found = seen(store_of(ANN, judged, *late, settings=settings))
    assert found.standing is (Standing.DETRACTOR if grace_over else Standing.SUPPORTER)
    kept = [replace(p, outcome=Outcome.KEPT, settled_on=TODAY) for p in late]
    assert seen(store_of(ANN, judged, *kept)).standing is Standing.SUPPORTER


def test_a_pin_holds_against_the_rule_and_says_so() -> None:
    pinned = replace(ANN, pin=Pin(standing=Standing.SUPPORTER, reason="Retires", on=TODAY))
    judged = judgement(pinned, influence=5, openness=5, engagement=NEUTRAL)
    found = seen(store_of(pinned, judged), pinned)
    assert (found.standing, found.ruled) == (Standing.SUPPORTER, Standing.POTENTIAL)
    assert "pinned" in found.reason
    assert "Retires" in found.reason
    assert "potential champion" in found.reason
    assert found.cadence == "6 weeks"


def test_nobody_is_judged_for_a_position_that_they_were_not_judged_in() -> None:
    judged = judgement(ANN, date(2026, 3, 1), influence=5, openness=5, engagement=LEADING)
    moved = replace(
        ANN,
        positions=(
            replace(ANN.positions[0], end=date(2026, 6, 1)),
            Position(id="r-2", title="Director", start=date(2026, 6, 1)),
        ),
    )
    store = store_of(moved, judged)
    assert seen(store, moved, date(2026, 5, 31)).standing is Standing.CHAMPION
    found = seen(store, moved, date(2026, 6, 1))
    assert (found.standing, found.judged) == (Standing.UNASSESSED, Standing.CHAMPION)
    assert "Director" in found.reason
    assert store_of(moved).workspace.digest(moved.id).assessment is None
    assert seen(store_of(moved), moved).standing is Standing.UNASSESSED


def test_a_second_position_leaves_the_judgement_of_the_first_standing() -> None:
    judged = judgement(ANN, influence=5, openness=5, engagement=LEADING)
    both = replace(ANN, positions=(*ANN.positions, Position(id="r-2", title="Trustee")))
    assert seen(store_of(both, judged), both).standing is Standing.CHAMPION


def test_a_judgement_of_somebody_without_position_holds() -> None:
    free = replace(ANN, positions=())
    judged = judgement(free, influence=5, openness=5, engagement=LEADING)
    assert seen(store_of(free, judged), free).standing is Standing.CHAMPION


def test_the_ear_of_the_chief_makes_reach_and_the_reason_says_whose() -> None:
    boss = Person(id="p-boss", name="Bo Ek")
    ear = Tie(
        id="t-1",
        person_id=ANN.id,
        other_id=boss.id,
        relation=Relation.EAR,
        strength=3,
        recorded_at=moment(TODAY),
    )
    judged = [
        judgement(ANN, influence=2, openness=5),
        judgement(boss, influence=5, openness=3),
    ]
    found = seen(store_of(ANN, boss, ear, *judged))
    assert (found.standing, found.reach) == (Standing.POTENTIAL, 4)
    assert "reach 4 through the ear of Bo Ek" in found.reason


@given(stores())
def test_everybody_has_a_standing_a_posture_and_a_reason(store: MemoryStore) -> None:
    for found in profiles(store.workspace, TODAY):
        assert found.standing in POSTURES
        assert found.reason
        assert found.posture
        assert 0 <= found.warmth <= 1
        assert found.warmth_word in ("strong", "steady", "cooling", "cold")


@given(stores(), st.sampled_from(["p-0"]))
def test_a_cadence_of_ones_own_goes_before_that_of_the_standing(
    store: MemoryStore, key: str
) -> None:
    person = store.workspace.people[key]
    found = profile(store.workspace, person, TODAY)
    readable = person.plan.every not in ("", "not a cadence")
    own = person.plan.every if readable else Settings().cadences[found.standing]
    assert found.cadence == own


@pytest.mark.parametrize(
    ("last", "followed", "due"),
    [
        (None, date(2026, 10, 1), date(2026, 10, 1)),
        (date(2026, 11, 1), date(2026, 10, 1), date(2026, 12, 1)),
        # A touch from long before we followed them makes nobody overdue since then.
        (date(2020, 1, 1), date(2026, 10, 1), date(2026, 10, 1)),
    ],
)
def test_when_the_next_touch_is_due(last: date | None, followed: date, due: date) -> None:
    person = replace(ANN, followed_since=followed)
    records = [touch(ANN.id, on=last)] if last else []
    assert seen(store_of(person, *records), person).next_touch == due
    assert seen(store_of(person, *records), replace(person, followed_since=None)).next_touch is None
    paused = replace(person, plan=replace(person.plan, paused="leave"))
    assert seen(store_of(paused, *records), paused).next_touch is None

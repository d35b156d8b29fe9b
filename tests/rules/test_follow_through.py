"""Words against deeds."""

from datetime import UTC, date, datetime, timedelta
from math import isclose

import pytest
from hypothesis import given
from hypothesis import strategies as st

from champion_tracker.model import Digest, Evidence, Interaction, Outcome, Promise, Workspace
from champion_tracker.rules.champion_test import Verdict, champion_test
from champion_tracker.rules.digest import digest_of
from champion_tracker.rules.follow_through import FollowThrough, beta_interval, follow_through

TODAY = date(2026, 11, 23)
NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)


def promise(n: int, outcome: Outcome, *, ours: bool = False, due: date = TODAY) -> Promise:
    return Promise(
        id=f"m-{n}",
        person_id="p",
        ours=ours,
        text="Will say so at the board",
        made_on=date(2026, 1, 1),
        due=due,
        outcome=outcome,
        settled_on=None if outcome is Outcome.OPEN else TODAY - timedelta(days=n),
        recorded_at=NOW,
    )


def of(promises: list[Promise], today: date = TODAY) -> FollowThrough:
    open_ones = {p.id: p for p in promises if p.is_open}
    workspace = Workspace(
        digests={"p": digest_of(promises)}, promises=open_ones, matters_of={"p": open_ones}
    )
    return follow_through(workspace, "p", today)


outcomes = st.sampled_from([Outcome.KEPT, Outcome.BROKEN, Outcome.WITHDRAWN])
settled = st.lists(outcomes, max_size=12).map(
    lambda found: [promise(n, outcome) for n, outcome in enumerate(found)]
)


@given(settled)
def test_a_kept_promise_never_lowers_it_and_a_broken_one_never_lifts_it(
    promises: list[Promise],
) -> None:
    before = of(promises).mean
    assert of([*promises, promise(99, Outcome.KEPT)]).mean >= before
    assert of([*promises, promise(99, Outcome.BROKEN)]).mean <= before
    assert of([*promises, promise(99, Outcome.WITHDRAWN)]).mean == before


@given(settled)
def test_our_own_promises_say_nothing_of_them(promises: list[Promise]) -> None:
    assert of([*promises, promise(99, Outcome.BROKEN, ours=True)]) == of(promises)


@pytest.mark.parametrize(
    ("kept", "broken", "poor"),
    [(0, 2, False), (0, 3, True), (1, 2, False), (1, 3, True), (2, 2, False), (1, 9, True)],
)
def test_it_is_silent_below_three_and_poor_under_two_fifths(
    kept: int, broken: int, *, poor: bool
) -> None:
    promises = [promise(n, Outcome.KEPT) for n in range(kept)]
    promises += [promise(50 + n, Outcome.BROKEN) for n in range(broken)]
    assert of(promises).is_poor(Workspace().settings) is poor


def test_an_overdue_promise_counts_as_broken_once_its_grace_is_over() -> None:
    late = promise(1, Outcome.OPEN, due=date(2026, 11, 1))
    assert of([late], date(2026, 11, 15)).settled == 0
    found = of([late], date(2026, 11, 16))
    assert (found.kept, found.settled, found.overdue) == (0, 1, 1)


@pytest.mark.parametrize(
    ("a", "b", "low", "high"),
    # scipy.stats.beta.ppf([0.05, 0.95], a, b)
    [(1, 1, 0.05, 0.95), (4, 2, 0.3425917, 0.9235596), (2, 5, 0.0628499, 0.5818034)],
)
def test_the_interval_is_that_of_the_beta_distribution(
    a: int, b: int, low: float, high: float
) -> None:
    found = beta_interval(a, b)
    assert isclose(found[0], low, abs_tol=1e-6)
    assert isclose(found[1], high, abs_tol=1e-6)


def test_the_trend_compares_the_newer_half_with_the_older() -> None:
    rising = [promise(n, Outcome.KEPT if n < 3 else Outcome.BROKEN) for n in range(6)]
    falling = [promise(n, Outcome.BROKEN if n < 3 else Outcome.KEPT) for n in range(6)]
    assert of(rising).trend == "rising"
    assert of(falling).trend == "falling"
    assert of(rising[:3]).trend == "even"


def seen(*evidence: Evidence, ago: int = 0) -> Interaction:
    return Interaction(
        id=f"i-{evidence}-{ago}",
        person_ids=("p",),
        on=TODAY - timedelta(days=ago),
        shows=evidence,
        recorded_at=NOW,
    )


@pytest.mark.parametrize(
    ("touches", "verdict"),
    [
        ([], Verdict.UNTESTED),
        ([seen(Evidence.ACCESS)], Verdict.UNTESTED),
        ([seen(Evidence.SPOKE, Evidence.STAKE)], Verdict.COACH),
        ([seen(Evidence.ACCESS, Evidence.SPOKE)], Verdict.UNTESTED),
        ([seen(*Evidence)], Verdict.CONFIRMED),
        ([seen(*Evidence, ago=179)], Verdict.CONFIRMED),
        ([seen(*Evidence, ago=180)], Verdict.LAPSED),
        ([seen(*Evidence, ago=300), seen(Evidence.SPOKE)], Verdict.LAPSED),
        ([seen(*Evidence, ago=300), seen(*Evidence, ago=10)], Verdict.CONFIRMED),
        ([seen(Evidence.SPOKE, Evidence.STAKE, ago=200)], Verdict.UNTESTED),
    ],
)
def test_the_champion_test(touches: list[Interaction], verdict: Verdict) -> None:
    digest: Digest = digest_of(touches)
    assert champion_test(digest, TODAY, Workspace().settings).verdict is verdict

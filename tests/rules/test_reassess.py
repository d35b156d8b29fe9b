"""People move, judgements age, deeds contradict them: until somebody judges again, it is asked."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from champion_tracker.model import (
    Answer,
    Effect,
    Engagement,
    Evidence,
    Outcome,
    Person,
    Position,
    Promise,
    Prompt,
    PromptKind,
    Record,
    Weighing,
)
from champion_tracker.rules.agenda import agenda
from champion_tracker.store import MemoryStore
from tests.strategies import TODAY, judgement, keep, moment, people, store_of, stores, touch

JANUARY, JUNE, AUGUST = date(2026, 1, 5), date(2026, 6, 1), date(2026, 8, 3)
HEAD = Position(id="r-head", title="Head", area="Care", start=date(2020, 1, 1))
ANN = Person(id="p-ann", name="Ann Lee", positions=(HEAD,), followed_since=JANUARY)
LEADING, SUPPORTIVE = Engagement.LEADING, Engagement.SUPPORTIVE


def asked(store: MemoryStore, today: date = TODAY, days: int = 0) -> Prompt | None:
    found = [p for p in agenda(store.workspace, today, days=days) if p.kind is PromptKind.REASSESS]
    assert len(found) <= 1
    return found[0] if found else None


def causes(*records: Record, today: date = TODAY, days: int = 0) -> list[str]:
    prompt = asked(store_of(*records), today, days)
    return [cause.partition(":")[0] for cause in prompt.cause.split()] if prompt else []


def moved(person: Person, title: str, on: date, key: str = "r-new") -> Person:
    *before, last = person.positions
    new = Position(id=key, title=title, start=on)
    return replace(person, positions=(*before, replace(last, end=on), new))


def test_nobody_is_asked_about_while_nothing_happened() -> None:
    assert causes(ANN) == []
    assert causes(ANN, judgement(ANN, AUGUST)) == []


MOVES = {
    "moved": (moved(ANN, "Director", JUNE), "Now Director; was Head, Care when last judged."),
    "left": (replace(ANN, positions=(replace(HEAD, end=JUNE),)), "Has left: was Head, Care."),
    "second": (
        replace(ANN, positions=(HEAD, Position(id="r-2", title="Trustee", start=JUNE))),
        "Now also Trustee.",
    ),
    "gave up one of two": (
        replace(ANN, positions=(HEAD, Position(id="r-2", title="Trustee", end=JUNE))),
        "No longer Trustee.",
    ),
    "twice": (
        moved(moved(ANN, "Deputy", JUNE - timedelta(9), "r-2"), "Director", JUNE),
        "Now Director",
    ),
    "and back": (
        moved(moved(ANN, "Deputy", JUNE - timedelta(9), "r-2"), "Head", JUNE),
        "Now Head; was Head, Care",
    ),
}


@pytest.mark.parametrize("name", MOVES)
@pytest.mark.parametrize("is_judged", [True, False])
def test_a_change_of_position_asks_until_somebody_judges_again(name: str, is_judged: bool) -> None:
    person, why = MOVES[name]
    before = replace(person, positions=tuple(replace(p, end=None) for p in person.positions))
    judged = judgement(before, date(2026, 5, 1)) if is_judged else None
    if judged is not None:
        held = ("r-head", "r-2") if name == "gave up one of two" else ("r-head",)
        judged = replace(judged, position_ids=held)
    records: list[Record] = [person, *([judged] if judged else [])]
    store = store_of(*records)
    for day in (JUNE, JUNE + timedelta(1), TODAY, TODAY + timedelta(4000)):
        prompt = asked(store, day)
        assert prompt is not None
        assert "moved" in prompt.cause
        assert prompt.due <= JUNE
        assert is_judged or "Nobody has judged them yet." in prompt.why
    if is_judged:
        prompt = asked(store, JUNE)
        assert prompt is not None
        assert why in prompt.why
    keep(store, judgement(person, JUNE))
    assert asked(store, JUNE + timedelta(1)) is None


def test_a_position_dated_ahead_asks_on_its_day() -> None:
    person = moved(ANN, "Director", TODAY + timedelta(10))
    records = (person, replace(judgement(ANN, AUGUST), position_ids=("r-head",)))
    assert causes(*records) == []
    assert causes(*records, today=TODAY + timedelta(9)) == []
    assert "moved" in causes(*records, today=TODAY + timedelta(10))


def test_a_move_that_one_learns_of_after_judging_asks_all_the_same() -> None:
    judged = judgement(ANN, AUGUST)
    assert causes(moved(ANN, "Director", JUNE), judged) == ["moved"]


def test_a_position_without_dates_asks_too() -> None:
    person = replace(ANN, positions=(HEAD, Position(id="r-2", title="Trustee")))
    assert causes(person, replace(judgement(ANN, AUGUST), position_ids=("r-head",))) == ["moved"]


@given(people("p-0", followed=True), people("p-0", followed=True), st.integers(0, 30))
def test_whatever_positions_become_it_asks_unless_they_are_those_judged(
    before: Person, after: Person, days: int
) -> None:
    day = TODAY + timedelta(days)
    now = {position.id for position in after.current_positions(day)}
    judged = judgement(before, TODAY)
    prompt = asked(store_of(after, judged), day)
    if now == set(judged.position_ids):
        assert prompt is None or "moved" not in prompt.cause
    else:
        assert prompt is not None
        assert "moved" in prompt.cause


@given(stores(answered=False))
def test_a_judgement_settles_every_doubt_but_those_about_the_future(store: MemoryStore) -> None:
    person = store.workspace.people["p-0"]
    known = store.workspace.digest("p-0").assessment
    latest = max(TODAY, known.on) if known else TODAY
    judged = replace(judgement(person, latest, minute=59), id="a-~")
    if known is not None:  # as the verb does, whatever the clock says
        later = known.recorded_at + timedelta(microseconds=1)
        judged = replace(judged, recorded_at=max(judged.recorded_at, later))
    keep(store, judged)
    prompt = next(
        (
            p
            for p in agenda(store.workspace, latest)
            if p.kind is PromptKind.REASSESS and p.person_id == "p-0"
        ),
        None,
    )
    if prompt is not None:
        assert not {"moved", "stale", "lapsed"} & {
            c.partition(":")[0] for c in prompt.cause.split()
        }


@pytest.mark.parametrize(
    ("engagement", "influence", "judged_on", "due"),
    [
        (Engagement.NEUTRAL, 3, date(2026, 5, 23), TODAY),
        (Engagement.NEUTRAL, 3, date(2026, 5, 24), None),
        (Engagement.LEADING, 5, date(2026, 8, 23), TODAY),
        (Engagement.LEADING, 5, date(2026, 8, 24), None),
    ],
)
def test_a_judgement_grows_stale_sooner_for_champions(
    engagement: Engagement, influence: int, judged_on: date, due: date | None
) -> None:
    judged = judgement(ANN, judged_on, engagement=engagement, influence=influence)
    prompt = asked(store_of(ANN, judged))
    assert (prompt.due if prompt else None) == due
    assert "stale" in causes(ANN, judged, days=1)


def act(on: date, minute: int = 30) -> Record:
    return replace(
        touch(ANN.id, on=on, minute=minute), weighing=Weighing.ACTION, effect=Effect.AGAINST
    )


@pytest.mark.parametrize(
    ("engagement", "on", "minute", "doubted"),
    [
        (SUPPORTIVE, AUGUST + timedelta(1), 30, True),
        (LEADING, AUGUST + timedelta(1), 30, True),
        (Engagement.NEUTRAL, AUGUST + timedelta(1), 30, False),
        (SUPPORTIVE, AUGUST - timedelta(1), 30, False),
        (SUPPORTIVE, AUGUST, 31, True),
        (SUPPORTIVE, AUGUST, 29, False),
    ],
)
def test_an_action_against_us_since_a_supportive_judgement(
    engagement: Engagement, on: date, minute: int, doubted: bool
) -> None:
    records = (ANN, judgement(ANN, AUGUST, engagement=engagement), act(on, minute))
    assert causes(*records) == (["harm"] if doubted else [])


def promise(n: int, outcome: Outcome, on: date) -> Promise:
    return Promise(
        id=f"m-{n}",
        person_id=ANN.id,
        text="Will do",
        made_on=JANUARY,
        due=on,
        outcome=outcome,
        settled_on=on,
        recorded_at=moment(JANUARY),
    )


def test_a_broken_promise_by_a_champion() -> None:
    champion = judgement(ANN, date(2026, 9, 1), influence=5, engagement=LEADING)
    broken = promise(1, Outcome.BROKEN, date(2026, 9, 2))
    assert causes(ANN, champion, broken) == ["broken"]
    assert causes(ANN, champion, replace(broken, settled_on=date(2026, 8, 1))) == []
    assert causes(ANN, champion, replace(broken, ours=True)) == []
    assert causes(ANN, judgement(ANN, date(2026, 9, 1), engagement=SUPPORTIVE), broken) == []


def test_words_of_support_with_poor_deeds_make_a_bedfellow() -> None:
    supportive = judgement(ANN, date(2026, 9, 1), engagement=SUPPORTIVE)
    old = [promise(n, Outcome.BROKEN, JUNE) for n in range(2)]
    last = promise(9, Outcome.BROKEN, date(2026, 10, 1))
    assert causes(ANN, supportive, *old) == []
    assert causes(ANN, supportive, *old, last) == ["bedfellow"]
    assert causes(ANN, supportive, *old, replace(last, settled_on=JUNE)) == []
    late = replace(last, outcome=Outcome.OPEN, settled_on=None, due=date(2026, 11, 1))
    assert causes(ANN, supportive, *old, late, today=date(2026, 11, 15)) == []
    assert causes(ANN, supportive, *old, late, today=date(2026, 11, 16)) == ["bedfellow"]


def test_a_champion_test_that_lapses() -> None:
    champion = judgement(ANN, date(2026, 9, 1), influence=5, engagement=LEADING)
    seen = replace(touch(ANN.id, on=date(2026, 5, 1)), shows=tuple(Evidence))
    lapses = date(2026, 5, 1) + timedelta(180)
    assert causes(ANN, champion, seen, today=lapses - timedelta(1)) == []
    assert causes(ANN, champion, seen, today=lapses) == ["lapsed"]
    coming = asked(store_of(ANN, champion, seen), lapses - timedelta(3), days=3)
    assert coming is not None
    assert f"lapses on {lapses}" in coming.why
    assert coming.overdue_days == 0
    fresh = replace(touch(ANN.id, on=date(2026, 9, 2)), shows=tuple(Evidence))
    assert causes(ANN, champion, seen, fresh, today=lapses) == []


def answered(prompt: Prompt | None, until: date | None = None) -> Answer:
    assert prompt is not None
    return Answer(id=prompt.key, cause=prompt.cause, person_id=ANN.id, until=until, on=TODAY)


class TestAnswersToOneDoubtOfSeveral:
    """Dismissing the move says nothing of the age of the judgement, nor the other way round."""

    stale_on = date(2026, 12, 1)
    records = (
        moved(ANN, "Director", JUNE),
        replace(judgement(ANN, JUNE), position_ids=("r-head",)),
    )

    def test_a_dismissed_move_stays_away_when_the_judgement_grows_old(self) -> None:
        store = keep(store_of(*self.records), answered(asked(store_of(*self.records))))
        assert asked(store, self.stale_on - timedelta(1)) is None
        prompt = asked(store, self.stale_on)
        assert prompt is not None
        assert prompt.due == self.stale_on
        assert "Now Director" not in prompt.why
        ahead = asked(store, self.stale_on - timedelta(5), days=7)
        assert ahead is not None
        assert ahead.overdue_days == 0

    def test_what_was_dismissed_with_the_horizon_open_stays_away_today(self) -> None:
        store = store_of(*self.records)
        keep(store, answered(asked(store, self.stale_on - timedelta(3), days=7)))
        assert asked(store, self.stale_on - timedelta(3)) is None

    def test_a_move_put_off_waits_for_its_day_though_the_judgement_grows_old(self) -> None:
        store, until = store_of(*self.records), self.stale_on + timedelta(30)
        keep(store, answered(asked(store), until))
        assert asked(store, self.stale_on - timedelta(1)) is None
        stale = asked(store, self.stale_on)
        assert stale is not None
        assert "Now Director" not in stale.why
        again = asked(store, until)
        assert again is not None
        assert "Now Director" in again.why

    def test_another_move_asks_again(self) -> None:
        store = keep(store_of(*self.records), answered(asked(store_of(*self.records))))
        keep(store, moved(self.records[0], "Chief", AUGUST, "r-3"))
        prompt = asked(store)
        assert prompt is not None
        assert "Now Chief" in prompt.why

"""The demo shows every standing and every kind of prompt, on whatever day one opens it."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from champion_tracker.model import (
    AskStatus,
    BadInput,
    Effect,
    Engagement,
    Interaction,
    PromptKind,
    Standing,
    Weighing,
)
from champion_tracker.rules.barriers.light import Light
from champion_tracker.rules.champion_test import Verdict
from champion_tracker.rules.programme import programme
from champion_tracker.store import MemoryStore, open_workspace
from champion_tracker.tracker import PinnedClock, Tracker, find
from champion_tracker.tracker.demo import CAST, fill
from champion_tracker.tracker.people import archive, pause
from champion_tracker.tracker.undoing import undo

TODAY = date(2026, 11, 23)

CAUSES = {
    *("moved", "stale", "harm", "broken", "bedfellow", "lapsed"),
    *("left", "single", "vacant", "acting", "uncovered"),
}
STORIES = {"story:occasion", "story:area", "story:champion"}

any_day = st.dates(date(1990, 1, 1), date(2090, 12, 31))


def demo(today: date = TODAY) -> Tracker:
    tracker = Tracker(MemoryStore(), PinnedClock(today))
    fill(tracker)
    return tracker


@given(any_day)
@example(date(2024, 2, 29))
@example(date(2025, 2, 28))
@example(date(2025, 3, 31))
@example(date(2024, 12, 31))
@example(date(2024, 8, 31))
@example(date(2024, 9, 1))
def test_on_any_day_it_shows_every_standing_prompt_and_cause(today: date) -> None:
    tracker = demo(today)
    prompts = tracker.agenda()
    assert {seen.standing for seen in tracker.select("is:followed")} == set(Standing)
    assert {prompt.kind for prompt in prompts} == set(PromptKind)
    causes = {
        cause.partition(":")[0]
        for prompt in prompts
        if prompt.kind in (PromptKind.REASSESS, PromptKind.COVERAGE)
        for cause in prompt.cause.split()
    }
    assert causes >= CAUSES
    assert {":".join(prompt.key.split(":")[:2]) for prompt in prompts} >= STORIES
    assert any("Never touched" in prompt.why for prompt in prompts)
    assert any(prompt.overdue_days for prompt in prompts if prompt.kind is PromptKind.TOUCH)
    for kind in (PromptKind.FOLLOW_UP, PromptKind.PROMISE):
        assert any(prompt.overdue_days for prompt in prompts if prompt.kind is kind)
    assert len(tracker.agenda(14)) > len(prompts)


def test_what_if_the_only_champion_leaves() -> None:
    tracker = demo()
    (only,) = tracker.select("standing:champion")
    archive(tracker, [only.person])
    assert "coverage:none" in {prompt.key for prompt in tracker.agenda()}


def test_the_story_that_it_tells() -> None:
    tracker = demo()

    def seen(name: str) -> Standing:
        return tracker.profile(find(tracker, name)).standing

    amara = tracker.profile(find(tracker, "Amara"))
    assert amara.judged is Standing.CHAMPION
    assert amara.champion_test.verdict is Verdict.CONFIRMED
    assert amara.standing is Standing.UNASSESSED
    assert len(amara.person.positions) == 2

    sebastian = tracker.profile(find(tracker, "Sebastian"))
    history = [r for r in tracker.history(sebastian.person) if isinstance(r, Interaction)]
    assert sebastian.engagement is Engagement.SUPPORTIVE
    assert sebastian.standing is Standing.DETRACTOR
    assert sebastian.follow_through.kept == 0
    assert {(t.weighing, t.effect) for t in history} >= {
        (Weighing.WORDS, Effect.FOR),
        (Weighing.ACTION, Effect.AGAINST),
    }

    assert tracker.profile(find(tracker, "Henrik")).has_left
    assert seen("Ingrid") is Standing.CHAMPION
    assert "through the ear of Gwendolyn" in tracker.profile(find(tracker, "Tomasz")).reason
    assert seen("Margarethe") is Standing.NEUTRAL
    assert find(tracker, "Margarethe").pin is not None
    assert find(tracker, "Hạnh").plan.every == "first Monday of the month"
    assert len(tracker.select("is:paused")) >= 2
    assert len(tracker.select("is:known")) >= 5
    assert tracker.workspace.answers


def test_the_programme_shows_every_barrier_with_something_to_do() -> None:
    tracker = demo()
    workspace = tracker.workspace
    found = programme(workspace, TODAY).barriers
    assert all(barrier.light in (Light.WATCH, Light.FAILING) for barrier in found)
    assert all(barrier.action.refers_to for barrier in found)
    assert {ask.status for ask in workspace.asks.values()} >= {
        AskStatus.DRAFTED,
        AskStatus.MADE,
        AskStatus.PARTLY,
        AskStatus.REFUSED,
    }
    assert all(story.figure and story.benefit for story in workspace.stories.values())


def test_it_is_about_thirty_people_with_a_history_worth_reading() -> None:
    tracker = demo()
    assert 28 <= len(tracker.workspace.people) <= 36
    assert len({character.name for character in CAST}) == len(CAST)
    touches = {
        record.id: record
        for person in tracker.workspace.people.values()
        for record in tracker.history(person)
        if isinstance(record, Interaction)
    }.values()
    assert len(touches) > 80
    assert all(touch.note.strip() for touch in touches)
    assert any(touch.private for touch in touches)
    assert any(len(touch.person_ids) > 1 for touch in touches)
    assert max(touch.on for touch in touches) <= TODAY
    assert (TODAY - min(touch.on for touch in touches)).days > 700
    addresses = [e for p in tracker.workspace.people.values() for e in p.emails]
    assert all(address.endswith(".example") for address in addresses)


def test_it_is_kept_as_one_change_that_undo_does_not_take_away(tmp_path: Path) -> None:
    tracker = Tracker(open_workspace(tmp_path / "demo"), PinnedClock(TODAY))
    fill(tracker)
    assert len(list(tracker.store.commits())) == 1
    with pytest.raises(BadInput, match="nothing to undo"):
        undo(tracker)
    prompts = [prompt.key for prompt in tracker.agenda()]
    pause(tracker, find(tracker, "Ingrid"), "Sabbatical")
    undo(tracker)
    with pytest.raises(BadInput, match="nothing to undo"):
        undo(tracker)
    tracker.close()
    again = Tracker(open_workspace(tmp_path / "demo"), PinnedClock(TODAY))
    assert [prompt.key for prompt in again.agenda()] == prompts
    again.close()


def test_it_goes_into_an_empty_workspace_only() -> None:
    tracker = demo()
    before = dict(tracker.workspace.people)
    with pytest.raises(BadInput, match="empty workspace"):
        fill(tracker)
    assert tracker.workspace.people == before


@pytest.mark.parametrize("today", [date(1, 2, 3), date(9999, 12, 30)])
def test_at_the_ends_of_the_calendar_it_says_so(today: date) -> None:
    tracker = Tracker(MemoryStore(), PinnedClock(today))
    with pytest.raises(BadInput, match="do not fit"):
        fill(tracker)
    assert not tracker.workspace.people

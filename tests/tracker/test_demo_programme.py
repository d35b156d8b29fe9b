"""The demo shows the whole method, whatever day one opens it."""

from datetime import date

from hypothesis import example, given
from hypothesis import strategies as st

from champion_tracker.exchange.programme_report import digest, report
from champion_tracker.model import AskStatus, PromptKind
from champion_tracker.rules.asks import AskFlag, asks_seen
from champion_tracker.rules.barriers.light import Light
from champion_tracker.rules.goals import GoalFlag, goals_seen
from champion_tracker.rules.grids import Camp, Salience, grids
from champion_tracker.rules.period import last_month, last_week
from champion_tracker.rules.programme import programme
from champion_tracker.rules.seam import Movement, seam
from champion_tracker.rules.seats import Tenure
from champion_tracker.rules.stories import to_tell
from champion_tracker.rules.what_if import what_if
from champion_tracker.store import MemoryStore
from champion_tracker.tracker import PinnedClock, Tracker
from champion_tracker.tracker.demo import fill

TODAY = date(2026, 11, 23)


def demo(today: date = TODAY) -> Tracker:
    tracker = Tracker(MemoryStore(), PinnedClock(today))
    fill(tracker)
    return tracker


@given(st.dates(date(1990, 1, 1), date(2090, 12, 31)))
@example(date(2024, 2, 29))
@example(date(2025, 3, 31))
def test_on_any_day_every_part_of_the_programme_has_something_to_say(today: date) -> None:
    tracker = demo(today)
    stories = {p.key.split(":")[1] for p in tracker.agenda() if p.kind is PromptKind.STORY}
    assert stories >= {"occasion", "area", "champion"}
    ahead = [prompt.key for prompt in tracker.agenda(365)]
    assert len(ahead) == len(set(ahead)), "something is asked of two people"
    keys = {p.key.split(":")[1] for p in tracker.agenda() if p.kind is PromptKind.COVERAGE}
    assert keys >= {"area", "seat", "single", "left"}
    found = programme(tracker.workspace, today)
    assert Light.BLANK not in {barrier.light for barrier in found.barriers}
    assert len({barrier.light for barrier in found.barriers}) > 1
    assert {sitting.tenure for sitting in found.sittings} == set(Tenure)
    assert any(cover.is_hole for cover in found.coverage)
    assert any(cover.hangs_on for cover in found.coverage)
    flags = {flag for seen in asks_seen(tracker.workspace, today) for flag in seen.flags}
    assert flags >= {AskFlag.NO_CONSEQUENCE, AskFlag.NO_CHAMPION}
    lacks = {flag for seen in goals_seen(tracker.workspace, today) for flag in seen.flags}
    assert lacks == set(GoalFlag)
    assert any(prompt.cause.startswith("measured:") for prompt in tracker.agenda())
    moves = seam(tracker.workspace, today)
    assert any(move.by is not None and move.how for move in moves)
    assert {Movement.UP, Movement.SAME} <= {move.movement for move in moves}
    assert any("nobody has said how" in str(move) for move in moves)
    placed = [grids(move.seen) for move in moves]
    assert {Salience.DEFINITIVE, Salience.DOMINANT} <= {each.salience for each in placed if each}
    assert {Camp.ALLY, Camp.BEDFELLOW} <= {each.camp for each in placed if each}
    answered = {seen.ask.status for seen in asks_seen(tracker.workspace, today)}
    assert answered >= {AskStatus.GRANTED, AskStatus.PARTLY, AskStatus.REFUSED}
    assert any(o.story_ids and o.proofs for o in tracker.workspace.objections.values())
    assert any(seat.heir_ids for seat in tracker.workspace.seats.values())
    (champion,) = tracker.select("standing:champion")
    told = to_tell(tracker.workspace, champion.person, today)
    assert told[0].story.title == "The flood that never was"
    assert len(what_if(tracker.workspace, champion.person, today).losses) >= 4


def test_the_month_is_told_with_names_and_figures() -> None:
    tracker = demo()
    text = report(tracker.workspace, last_month(TODAY), TODAY)
    assert text.startswith("# Executive champions, October 2026\n")
    for words in ("Hobb Lane", "Every post is evidence", "Champions:", "Mei-Ling"):
        assert words in text
    week = digest(tracker.workspace, last_week(TODAY))
    assert "Station Road" in week

"""The programme's rules as tables: stories, seats, what-if, grids, moves, lights, effort."""

from datetime import date, datetime, timedelta

import pytest
from msgspec import structs

from champion_tracker.model import (
    Ask,
    AskStatus,
    Commit,
    Edit,
    Engagement,
    Goal,
    Objection,
    ObjectionStatus,
    Outcome,
    Person,
    Position,
    Promise,
    PromptKind,
    Reading,
    Record,
    Relation,
    Seat,
    Settings,
    Standing,
    Story,
    Telling,
    Tie,
)
from champion_tracker.rules.agenda import agenda
from champion_tracker.rules.areas import areas_served
from champion_tracker.rules.asks import AskFlag, ask_seen
from champion_tracker.rules.barriers import barriers
from champion_tracker.rules.barriers.light import Barrier, Light
from champion_tracker.rules.effort import effort
from champion_tracker.rules.follow_through import FollowThrough
from champion_tracker.rules.goals import GoalFlag, goal_seen
from champion_tracker.rules.grids import Camp, Quadrant, Salience, camp, grids
from champion_tracker.rules.live_agenda import LiveAgenda
from champion_tracker.rules.profile import profile
from champion_tracker.rules.programme import programme, roster_of
from champion_tracker.rules.repertoire import Repertoire
from champion_tracker.rules.roster import quarters
from champion_tracker.rules.seam import Movement, seam
from champion_tracker.rules.seats import Tenure, candidates, sittings
from champion_tracker.rules.stories import Match, to_tell, untold
from champion_tracker.rules.what_if import what_if
from champion_tracker.store import MemoryStore
from tests.strategies import TODAY, judgement, keep, moment, store_of, touch


def ago(days: int) -> date:
    return TODAY - timedelta(days)


def at(days: int) -> datetime:
    return moment(ago(days))


def someone(key: str, area: str = "Water", *, left: int | None = None) -> Person:
    end = ago(left) if left is not None else None
    held = Position(id=f"r-{key}", title="Head", area=area, start=ago(900), end=end)
    return Person(id=key, name=key.title(), positions=(held,), followed_since=ago(100))


def champion(key: str = "ann", area: str = "Water") -> list[Record]:
    person = someone(key, area)
    leading = judgement(person, influence=5, openness=5, engagement=Engagement.LEADING)
    return [person, leading, touch(key)]


def story(key: str, *areas: str, days: int = 30, title: str = "") -> Story:
    return Story(id=key, title=title or key, areas=areas, on=ago(days), recorded_at=at(days))


def telling(story_id: str, *people: str, area: str = "", days: int = 1) -> Telling:
    return Telling(
        id=f"l-{story_id}-{'-'.join(people)}{area}",
        story_id=story_id,
        person_ids=people,
        area=area,
        on=ago(days),
        recorded_at=at(days),
    )


def barrier(store: MemoryStore, name: str) -> Barrier:
    found = programme(store.workspace, TODAY).barriers
    return next(barrier for barrier in found if barrier.name == name)


def keys(store: MemoryStore, kind: PromptKind = PromptKind.STORY) -> set[str]:
    return {p.key for p in agenda(store.workspace, TODAY) if p.kind is kind}


def test_what_to_tell_whom_one_meets_in_an_hour() -> None:
    objection = Objection(
        id="j", person_id="ann", risk="It leaks", story_ids=("s-leak",), raised_on=ago(9),
        recorded_at=at(9),
    )  # fmt: skip
    store = store_of(
        *champion(),
        objection,
        story("s-law", "Law", days=1),
        story("s-all", days=2),
        story("s-old", "water", days=40),
        story("s-new", "Water", days=4),
        story("s-leak", "Law", days=99),
        story("s-heard", "Water", days=3),
        story("s-whole", "Water", days=5),
        story("s-ahead", "Water", days=-3),
        telling("s-heard", "ann"),
        telling("s-whole", area="WATER"),
    )
    found = to_tell(store.workspace, store.workspace.people["ann"], TODAY)
    assert [(s.story.id, s.match) for s in found] == [
        ("s-leak", Match.OBJECTION),
        ("s-new", Match.AREA),
        ("s-old", Match.AREA),
        ("s-all", Match.EVERYBODY),
        ("s-law", Match.OTHER),
    ]
    assert "It leaks" in found[0].why


def test_what_i_have_not_told_whom_leaves_out_those_who_do_not_help() -> None:
    foe = someone("foe")
    against = judgement(foe, influence=5, openness=1, engagement=Engagement.RESISTANT)
    store = store_of(*champion(), foe, against, story("s", "Water"))
    assert [(u.person.id, [s.id for s in u.stories]) for u in untold(store.workspace, TODAY)] == [
        ("ann", ["s"])
    ]
    keep(store, telling("s", "ann"))
    assert untold(store.workspace, TODAY) == []


def test_an_area_hears_through_its_people_where_they_worked_then() -> None:
    moved = structs.replace(
        someone("bo", "Law", left=50),
        positions=(
            Position(id="r-1", area="Law", end=ago(50)),
            Position(id="r-2", area="Water", start=ago(50)),
        ),
    )
    store = store_of(moved, story("s", "Law", "Water", days=90), telling("s", "bo", days=70))
    heard = {h.area.name: h.last for h in Repertoire(store.workspace, TODAY).hearings()}
    assert heard == {"Law": ago(70), "Water": None}


def test_the_areas_served_are_those_of_the_settings_or_those_on_record() -> None:
    records: list[Record] = [
        story("s", "Law"),
        Seat(id="e", title="CEO", area="Office", recorded_at=at(5)),
    ]
    named = areas_served(store_of(someone("bo", "Ignored"), *records).workspace)
    assert {area.name for area in named.values()} == {"Law", "Office"}
    told = areas_served(store_of(*records, settings=Settings(areas=("LAW", "Water"))).workspace)
    assert {area.name: area.since for area in told.values()} == {"LAW": ago(30), "Water": None}


def test_story_prompts_come_and_go_with_their_causes() -> None:
    store = store_of(*champion())
    assert keys(store) == {"story:rhythm"}
    keep(store, story("s", "Water", days=70))
    assert keys(store) == {"story:rhythm", "story:area:water", "story:champion:ann"}
    keep(store, telling("s", "ann"))
    assert keys(store) == set()
    keep(store, story("s-2", "Water", days=13))
    assert keys(store) == set(), "a champion has a round of stories' time to hear it"
    keep(store, story("s-3", "Law", days=80))
    assert keys(store) == {"story:area:law"}


def test_a_story_a_week_does_not_put_a_champion_off_for_ever() -> None:
    weekly = [story(f"s-{days}", "Water", days=days) for days in (1, 8, 15, 22)]
    store = store_of(*champion(), *weekly)
    prompt = next(p for p in agenda(store.workspace, TODAY) if p.key == "story:champion:ann")
    assert prompt.cause == "story:s-1"
    assert prompt.due == ago(22 - 14)


def test_a_new_story_and_a_changed_boss_reach_those_they_concern_at_once() -> None:
    kim = someone("kim", "Office")
    ear = Tie(
        id="t", person_id="kim", other_id="ann", relation=Relation.EAR, strength=3,
        recorded_at=at(3),
    )  # fmt: skip
    keen = judgement(kim, influence=1, openness=5, engagement=Engagement.SUPPORTIVE)
    store = store_of(*champion(), kim, keen, ear, touch("kim"))
    live = LiveAgenda(store.workspace, TODAY)
    changes: list[Record] = [
        story("s", "Water", days=60),
        judgement(someone("ann"), influence=2, openness=5, minute=59),
        telling("s", "kim"),
    ]
    for change in changes:
        made = Commit(id="c", at=at(0), verb="test", summary="test", edits=(Edit(after=change),))
        store.commit(made)
        live.follow([made])
        assert live.prompts() == agenda(store.workspace, TODAY)
        assert live.programme() == programme(store.workspace, TODAY)


def test_seats_are_held_acted_in_or_vacant_and_say_who_might_follow() -> None:
    boss, deputy, other = someone("boss"), someone("dee"), someone("eve", "Law")
    gone = someone("gus", left=9)
    reports = Tie(
        id="t", person_id="dee", other_id="boss", relation=Relation.REPORTS_TO, recorded_at=at(9)
    )
    store = store_of(
        boss, deputy, other, gone, reports,
        Seat(id="e-1", title="A", area="Water", holder_id="boss", heir_ids=("eve",),
             recorded_at=at(9)),
        Seat(id="e-2", title="B", holder_id="boss", acting=True, recorded_at=at(9)),
        Seat(id="e-3", title="C", holder_id="gus", position_id="r-gus", recorded_at=at(20)),
        Seat(id="e-4", title="D", holder_id="forgotten", recorded_at=at(20)),
    )  # fmt: skip
    found = {s.seat.id: (s.tenure, s.since) for s in sittings(store.workspace, TODAY)}
    assert found == {
        "e-1": (Tenure.HELD, None),
        "e-2": (Tenure.ACTING, None),
        "e-3": (Tenure.VACANT, ago(9)),
        "e-4": (Tenure.VACANT, None),
    }
    assert {key for key in keys(store, PromptKind.COVERAGE) if ":seat:" in key} == {
        "coverage:seat:e-2",
        "coverage:seat:e-3",
        "coverage:seat:e-4",
    }
    why = {p.key: p.why for p in agenda(store.workspace, TODAY)}
    assert why["coverage:seat:e-3"].endswith("who might follow?")
    empty = store.workspace.seats["e-3"]
    keep(store, structs.replace(empty, heir_ids=("gus", "eve", "forgotten", "dee")))
    why = {p.key: p.why for p in agenda(store.workspace, TODAY)}
    assert why["coverage:seat:e-3"].endswith("Might follow: Eve, Dee.")
    ranked = candidates(store.workspace, store.workspace.seats["e-1"], TODAY)
    assert [c.person.id for c in ranked] == ["dee", "eve"]
    assert ranked[0].why == ("reports to them", "same area")
    assert ranked[1].why == ("named to follow",)


def test_what_if_says_what_would_be_lost() -> None:
    kim = someone("kim", "Office")
    ear = Tie(
        id="t", person_id="kim", other_id="ann", relation=Relation.EAR, strength=3,
        recorded_at=at(3),
    )  # fmt: skip
    store = store_of(
        *champion(), kim, ear, story("s", "Water"),
        Seat(id="e", title="CFO", holder_id="ann", recorded_at=at(9)),
        Ask(id="k", person_id="kim", what="a post", supporter_ids=("ann",), recorded_at=at(9)),
        Goal(id="g", purpose="be found", leader_ids=("ann",), recorded_at=at(9)),
        Promise(id="m", person_id="ann", text="a word", made_on=ago(3), due=TODAY,
                recorded_at=at(3)),
    )  # fmt: skip
    lost = what_if(store.workspace, store.workspace.people["ann"], TODAY)
    said = " ".join(loss.what for loss in lost.losses)
    for words in (
        "none would be left",
        "Water would have neither",
        "seat of CFO",
        "reach would fall from 4 to 0",
        "no champion behind it",
        "its only leader",
        "a word",
    ):
        assert words in said
    assert {"ann", "e", "kim", "k", "g", "m"} <= {loss.refers_to for loss in lost.losses}


@pytest.mark.parametrize(
    ("engagement", "kept", "settled", "where"),
    [
        (Engagement.LEADING, 4, 4, Camp.ALLY),
        (Engagement.SUPPORTIVE, 0, 4, Camp.BEDFELLOW),
        (Engagement.RESISTANT, 4, 4, Camp.OPPONENT),
        (Engagement.RESISTANT, 0, 4, Camp.ADVERSARY),
        (Engagement.NEUTRAL, 2, 4, Camp.FENCE_SITTER),
        (Engagement.LEADING, 2, 2, None),
    ],
)
def test_trust_and_agreement(
    engagement: Engagement, kept: int, settled: int, where: Camp | None
) -> None:
    assert camp(engagement, FollowThrough(kept, settled, 0)) is where


@pytest.mark.parametrize(
    ("influence", "openness", "engagement", "where"),
    [
        (5, 2, Engagement.RESISTANT, Quadrant.MANAGE),
        (5, 2, Engagement.NEUTRAL, Quadrant.SATISFY),
        (2, 5, Engagement.NEUTRAL, Quadrant.INFORM),
        (2, 2, Engagement.UNAWARE, Quadrant.MONITOR),
    ],
)
def test_power_and_interest(
    influence: int, openness: int, engagement: Engagement, where: Quadrant
) -> None:
    person = someone("bo")
    judged = judgement(person, influence=influence, openness=openness, engagement=engagement)
    store = store_of(person, judged)
    found = grids(profile(store.workspace, person, TODAY))
    assert found is not None
    assert found.quadrant is where
    assert found.salience is None, "nobody has said what their claim is"
    keep(store, structs.replace(judged, legitimacy=True, urgency=False))
    found = grids(profile(store.workspace, person, TODAY))
    assert found is not None
    wanted = Salience.DOMINANT if influence >= 4 else Salience.DISCRETIONARY
    assert found.salience is wanted


def test_moves_go_by_influence_times_the_steps_still_missing() -> None:
    records: list[Record] = []
    for key, influence, now, wanted in (
        ("ann", 5, Engagement.NEUTRAL, Engagement.SUPPORTIVE),
        ("bo", 3, Engagement.RESISTANT, Engagement.LEADING),
        ("cy", 5, Engagement.LEADING, Engagement.SUPPORTIVE),
    ):
        person = someone(key)
        before = judgement(person, ago(90), engagement=Engagement.NEUTRAL)
        judged = judgement(person, influence=influence, engagement=now)
        plan = {"desired": wanted, "desired_by": ago(1), "moves": "coffee" if key == "bo" else ""}
        records += [person, before, structs.replace(judged, **plan)]
    moves = seam(store_of(*records).workspace, TODAY)
    assert [(m.seen.person.id, m.priority, m.movement) for m in moves] == [
        ("bo", 9, Movement.DOWN),
        ("ann", 5, Movement.SAME),
        ("cy", 0, Movement.UP),
    ]
    assert [m.is_late for m in moves] == [True, True, False]
    assert ["nobody has said how" in str(m) for m in moves] == [False, True, False]
    assert [moves[1].cell(level) for level in Engagement] == ["", "", "C", "D", ""]


def test_an_ask_is_flagged_for_what_it_lacks() -> None:
    ask = Ask(id="k", person_id="bo", what="a post", recorded_at=at(30))
    store = store_of(*champion(), someone("bo"), ask)
    seen = [ask_seen(store.workspace, ask, TODAY).flags]
    better = structs.replace(ask, without="no Saturdays", supporter_ids=("ann",))
    seen.append(ask_seen(store.workspace, better, TODAY).flags)
    put = structs.replace(better, status=AskStatus.MADE, made_on=ago(14))
    seen.append(ask_seen(store.workspace, put, TODAY).flags)
    granted = structs.replace(ask, status=AskStatus.GRANTED)
    seen.append(ask_seen(store.workspace, granted, TODAY).flags)
    assert seen == [
        (AskFlag.NO_CONSEQUENCE, AskFlag.NO_CHAMPION),
        (),
        (AskFlag.UNANSWERED,),
        (),
    ]


def test_an_ask_without_an_answer_is_followed_up_until_there_is_one() -> None:
    drafted = Ask(id="k", person_id="bo", what="a post", recorded_at=at(30))
    made = structs.replace(drafted, status=AskStatus.MADE, made_on=ago(20))
    granted = structs.replace(made, status=AskStatus.GRANTED, answered_on=TODAY)
    for known, late in ((drafted, None), (made, 6), (granted, None)):
        store = store_of(someone("bo"), known)
        found = {p.key: p for p in agenda(store.workspace, TODAY)}
        assert ("follow_up:k" in found) == (late is not None)
        if late is not None:
            assert found["follow_up:k"].overdue_days == late
            assert "a post" in found["follow_up:k"].why
    new = store_of(someone("bo"), structs.replace(made, made_on=ago(13)))
    assert "follow_up:k" not in {p.key for p in agenda(new.workspace, TODAY)}
    assert "follow_up:k" in {p.key for p in agenda(new.workspace, TODAY, days=1)}


def test_a_goal_is_flagged_until_somebody_above_would_call_it_theirs() -> None:
    goal = Goal(id="g", purpose="be found", recorded_at=at(200))
    store = store_of(*champion(), someone("gus", left=3), goal)
    seen = goal_seen(store.workspace, goal, TODAY)
    assert seen.flags == (GoalFlag.NO_AIM, GoalFlag.NO_MEASURE, GoalFlag.NO_LEADER)
    readings = (Reading(ago(300), 60, at(300)), Reading(ago(100), 50, at(100)))
    sound = structs.replace(
        goal, aim="Trust", measure="days", target=20, leader_ids=("gus",), readings=readings
    )
    seen = goal_seen(store.workspace, sound, TODAY)
    assert seen.flags == (GoalFlag.NO_READING, GoalFlag.NO_LEADER), "a leader who left is none"
    assert seen.progress == 0.25
    fresh = structs.replace(
        sound, leader_ids=("ann",), readings=(*readings, Reading(TODAY, 10, at(0)))
    )
    seen = goal_seen(store.workspace, fresh, TODAY)
    assert (seen.flags, seen.progress) == ((), 1.0)


def test_the_area_that_waits_is_told_what_is_new_to_it() -> None:
    seat = Seat(id="e", title="A", area="Law", recorded_at=at(200))
    store = store_of(*champion(), seat, story("s", "Water"), telling("s", "ann"))
    action = barrier(store, "selling it").action
    assert (action.text, action.verb, action.to) == ("Tell Law of: s", "tell", "Law")
    keep(store, story("old", "Law", days=300))
    assert barrier(store, "selling it").action.text == "Tell Law of: old"
    keep(store, telling("s", area="Law", days=150))
    keep(store, telling("old", area="Law", days=150))
    action = barrier(store, "selling it").action
    assert (action.verb, action.refers_to) == ("story", "")
    assert "Law" in action.text


def test_risk_turns_with_what_is_done_about_it() -> None:
    objection = Objection(
        id="j", person_id="ann", risk="It leaks", raised_on=ago(100), recorded_at=at(100)
    )
    store = store_of(*champion(), objection)
    lights = [barrier(store, "risk").light]
    answered = structs.replace(objection, mitigation="a second reader", story_ids=("s",))
    keep(store, answered, story("s", "Water"))
    found = barrier(store, "risk")
    assert found.action.text == "Tell Ann of: s"
    lights.append(found.light)
    gone = structs.replace(answered, status=ObjectionStatus.GONE, changed_on=ago(1))
    keep(store, gone)
    found = barrier(store, "risk")
    lights.append(found.light)
    assert lights == [Light.FAILING, Light.WATCH, Light.HOLDING]
    assert [point.value for point in found.trend] == [0, 0, 1, 0]


def test_the_trend_of_champions_is_read_from_the_judgements_of_their_time() -> None:
    person = someone("ann")
    person = structs.replace(person, followed_since=ago(900))
    was = judgement(person, ago(300), influence=5, openness=5, engagement=Engagement.LEADING)
    now = judgement(person, ago(20), influence=5, openness=3, engagement=Engagement.NEUTRAL)
    found = barrier(store_of(person, was, now), "champions")
    assert [point.value for point in found.trend] == [1, 1, 1, 0]
    assert [q.name for q in quarters(TODAY)] == ["2026 Q1", "2026 Q2", "2026 Q3", "2026 Q4"]


def test_effort_counts_this_month_and_the_two_before() -> None:
    foe = someone("foe")
    against = judgement(foe, influence=5, openness=1, engagement=Engagement.RESISTANT)
    touches = [touch("foe", on=day) for day in (TODAY, date(2026, 9, 1), date(2026, 8, 31))]
    store = store_of(*champion(), foe, against, *touches)
    found = effort(roster_of(store.workspace, TODAY), TODAY)
    spent = {share.standing: (share.touches, share.people) for share in found.shares}
    assert spent[Standing.DETRACTOR] == (2, 1)
    assert spent[Standing.CHAMPION] == (1, 1)
    assert found.misspent == 2 / 3
    assert found.since == date(2026, 9, 1)


def test_a_broken_promise_is_no_loss_once_it_is_settled() -> None:
    settled = Promise(
        id="m", person_id="ann", text="a word", made_on=ago(9), due=ago(3),
        outcome=Outcome.BROKEN, settled_on=ago(2), recorded_at=at(9),
    )  # fmt: skip
    store = store_of(*champion(), settled)
    lost = what_if(store.workspace, store.workspace.people["ann"], TODAY)
    assert "m" not in {loss.refers_to for loss in lost.losses}


def test_every_barrier_is_there_for_one_person_too() -> None:
    store = store_of(someone("bo"))
    roster, repertoire = roster_of(store.workspace, TODAY), Repertoire(store.workspace, TODAY)
    found = barriers(store.workspace, roster, repertoire, TODAY)
    assert found[0].light is Light.FAILING
    assert {b.light for b in found[1:]} == {Light.BLANK}

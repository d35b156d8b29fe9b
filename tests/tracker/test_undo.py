"""Every verb is one change, and undo takes it back whole; redo makes it again."""

from collections.abc import Callable
from contextlib import suppress
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from champion_tracker.model import (
    BadInput,
    Conflict,
    Edit,
    Engagement,
    Evidence,
    Interaction,
    Outcome,
    Person,
    Promise,
    PromptKind,
    Relation,
    Standing,
    Weighing,
)
from champion_tracker.store import MemoryStore
from champion_tracker.tracker import PinnedClock, Tracker
from champion_tracker.tracker.answers import dismiss, done, follow_up, snooze_person
from champion_tracker.tracker.judging import assess, confirm
from champion_tracker.tracker.people import (
    add,
    archive,
    edit,
    follow,
    pause,
    pin,
    tag,
    unarchive,
    unfollow,
    unpin,
)
from champion_tracker.tracker.positions import change_position, leave
from champion_tracker.tracker.promises import promise, put_back, settle
from champion_tracker.tracker.ties import tie, ties_of, untie
from champion_tracker.tracker.touches import log, remove, rewrite
from champion_tracker.tracker.undoing import redo, undo
from tests.strategies import TODAY

TOMORROW = TODAY + timedelta(1)
Opener = Callable[[], Tracker]
Verb = Callable[[Tracker, Person], object]
State = tuple[object, ...]


def state(tracker: Tracker) -> State:
    """Everything that a user could see."""
    workspace = tracker.workspace
    shelves = (
        workspace.people,
        workspace.follow_ups,
        workspace.answers,
        workspace.promises,
        workspace.ties,
    )
    people = sorted(workspace.people)
    return (
        *(dict(shelf) for shelf in shelves),
        {key: workspace.digest(key) for key in people},
        {key: sorted(tracker.store.history(key), key=lambda r: r.id) for key in people},
        tracker.agenda(400),
    )


def last_touch(tracker: Tracker, person: Person) -> Interaction:
    return [r for r in tracker.history(person) if isinstance(r, Interaction)][-1]


def last_promise(tracker: Tracker, person: Person) -> Promise:
    return [r for r in tracker.history(person) if isinstance(r, Promise)][-1]


def newest(tracker: Tracker) -> Person:
    return list(tracker.workspace.people.values())[-1]


def correct(tracker: Tracker, person: Person) -> object:
    touch = last_touch(tracker, person)
    return rewrite(tracker, touch, replace(touch, on=date(2026, 1, 1)))


VERBS: dict[str, Verb] = {
    "add": lambda t, p: add(t, "Bo", title="Head", influence=5, openness=5, every="2 weeks"),
    "edit": lambda t, p: edit(t, p, name=f"{p.name}!", tags=["x"], notes="**n**"),
    "follow": lambda t, p: follow(t, [p], every="first Monday of the month"),
    "unfollow": lambda t, p: unfollow(t, [p]),
    "pause": lambda t, p: pause(t, p, "leave"),
    "tag": lambda t, p: tag(t, [p], ["y", "-x"]),
    "pin": lambda t, p: pin(t, p, Standing.CHAMPION, "because"),
    "unpin": lambda t, p: unpin(t, p),
    "archive": lambda t, p: archive(t, [p]),
    "unarchive": lambda t, p: unarchive(t, [p]),
    "log": lambda t, p: log(
        t, [p, newest(t)], shows=list(Evidence), weighing=Weighing.ACTION, sentiment=-1
    ),
    "correct": correct,
    "remove": lambda t, p: remove(t, last_touch(t, p)),
    "assess": lambda t, p: assess(
        t, p, influence=5, openness=4, engagement=Engagement.LEADING, why="x"
    ),
    "confirm": lambda t, p: confirm(t, p),
    "role": lambda t, p: change_position(t, p, title=f"Chief {len(p.positions)}"),
    "also": lambda t, p: change_position(t, p, title=f"T{len(p.positions)}", also=True),
    "leave": lambda t, p: leave(t, p),
    "follow-up": lambda t, p: follow_up(t, p, TODAY, "Ring"),
    "promise": lambda t, p: promise(t, p, "Will come", TODAY),
    "settle": lambda t, p: settle(t, last_promise(t, p), Outcome.BROKEN),
    "not yet": lambda t, p: put_back(t, last_promise(t, p), TOMORROW),
    "tie": lambda t, p: tie(t, p, Relation.EAR, newest(t), strength=3),
    "untie": lambda t, p: untie(t, ties_of(t, p)[0]),
    "snooze": lambda t, p: snooze_person(t, p, TOMORROW),
    "dismiss": lambda t, p: dismiss(t, t.agenda()[0], "no"),
    "done": lambda t, p: done(t, next(q for q in t.agenda() if q.kind is not PromptKind.COVERAGE)),
}


def play(tracker: Tracker, verb: str) -> None:
    """Do one verb with whoever comes first; what is refused is left."""
    people = list(tracker.workspace.people.values())
    with suppress(BadInput, LookupError, StopIteration):
        VERBS[verb](tracker, people[0])


@given(st.lists(st.sampled_from(sorted(VERBS)), min_size=2, max_size=20))
def test_undoing_everything_step_by_step_leads_back_to_nothing(verbs: list[str]) -> None:
    tracker = Tracker(MemoryStore(), PinnedClock(TODAY))
    empty = state(tracker)
    add(tracker, "Ann Lee", title="Head", organization="Water")
    states = [empty]
    for verb in verbs:
        before, count = state(tracker), len(list(tracker.store.commits()))
        play(tracker, verb)
        made = len(list(tracker.store.commits())) - count
        assert made <= 1, "a verb is one commit"
        if made:
            states.append(before)
        else:
            assert state(tracker) == before, "what is refused changes nothing"
    while states:
        undo(tracker)
        assert state(tracker) == states.pop()
    with pytest.raises(BadInput, match="nothing to undo"):
        undo(tracker)


@given(st.lists(st.sampled_from([*sorted(VERBS), "undo", "undo", "redo", "redo"]), max_size=30))
def test_undo_and_redo_walk_one_path(steps: list[str]) -> None:
    tracker = Tracker(MemoryStore(), PinnedClock(TODAY))
    past, ahead = [state(tracker)], list[State]()
    add(tracker, "Ann Lee", title="Head", organization="Water")
    for step in steps:
        now = state(tracker)
        match step:
            case "undo" if past:
                undo(tracker)
                ahead.append(now)
                assert state(tracker) == past.pop()
            case "redo" if ahead:
                redo(tracker)
                past.append(now)
                assert state(tracker) == ahead.pop()
            case "undo" | "redo":
                with pytest.raises(BadInput, match=f"nothing to {step}"):
                    (undo if step == "undo" else redo)(tracker)
            case verb if tracker.workspace.people:
                count = len(list(tracker.store.commits()))
                play(tracker, verb)
                if len(list(tracker.store.commits())) > count:
                    past.append(now)
                    ahead.clear()


def test_only_the_change_that_is_meant_is_taken_back(tracker: Tracker) -> None:
    person = add(tracker, "Ann")
    edit(tracker, person, notes="one")
    (earlier, *_) = tracker.store.commits()
    edit(tracker, tracker.current(person), notes="two")
    with pytest.raises(BadInput, match="not the latest change any more"):
        undo(tracker, earlier)
    assert tracker.current(person).notes == "two"
    undo(tracker)
    (undoing, *_) = tracker.store.commits()
    undo(tracker, earlier)
    with pytest.raises(BadInput, match="not the latest change any more"):
        redo(tracker, undoing)
    assert tracker.current(person).notes == ""


@pytest.mark.parametrize("verb", sorted(VERBS))
def test_each_verb_is_undone_on_disk_too(tracker: Tracker, verb: str) -> None:
    person = add(tracker, "Ann Lee", title="Head", organization="Water")
    add(tracker, "Bo Ek")
    log(tracker, [person])
    promise(tracker, person, "Will come", TODAY)
    tie(tracker, person, Relation.EAR, newest(tracker))
    assess(tracker, person, influence=2, openness=2)
    before, count = state(tracker), len(list(tracker.store.commits()))
    if verb in ("unpin", "unarchive"):
        play(tracker, verb.removeprefix("un"))
        before, count = state(tracker), count + 1
    VERBS[verb](tracker, tracker.current(person))
    assert len(list(tracker.store.commits())) == count + 1
    after = state(tracker)
    assert after != before
    undo(tracker)
    assert state(tracker) == before
    redo(tracker)
    assert state(tracker) == after


def test_undo_goes_on_to_the_change_before(tracker: Tracker) -> None:
    person = add(tracker, "Ann")
    person = edit(tracker, person, notes="one")
    edit(tracker, person, notes="two")
    assert undo(tracker).summary == "Edited Ann"
    assert tracker.current(person).notes == "one"
    log(tracker, [person])
    undo(tracker)
    undo(tracker)
    assert tracker.current(person).notes == ""
    undo(tracker)
    assert dict(tracker.workspace.people) == {}
    with pytest.raises(BadInput, match="nothing to undo"):
        undo(tracker)


def test_an_undone_change_can_be_made_again(tracker: Tracker) -> None:
    person = add(tracker, "Ann")
    log(tracker, [person], note="x")
    undo(tracker)
    assert tracker.workspace.digest(person.id).touches == 0
    log(tracker, [person], note="x")
    assert tracker.workspace.digest(person.id).touches == 1


def test_it_takes_back_the_latest_change_whoever_made_it(opener: Opener) -> None:
    mine, yours = opener(), opener()
    person = add(mine, "Ann")
    edit(mine, person, notes="mine")
    yours.refresh()
    edit(yours, yours.current(person), notes="yours")
    undo(mine)
    assert mine.current(person).notes == "mine"
    undo(mine)
    assert mine.current(person).notes == ""
    yours.refresh()
    assert yours.current(person).notes == ""


def test_what_has_been_changed_since_is_not_undone_over_it(tracker: Tracker) -> None:
    person = add(tracker, "Ann")
    mine = edit(tracker, person, notes="mine")
    restored = replace(mine, notes="yours")
    tracker.commit("restore", "As it was", Edit(mine, restored), undoes="c-elsewhere")
    with pytest.raises(Conflict, match="'Edited Ann' cannot be undone: Ann: "):
        undo(tracker)
    assert tracker.current(person) == restored

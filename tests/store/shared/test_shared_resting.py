"""Who rests in a shared workspace is remembered, and never believed longer than it holds."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from champion_tracker.model import Person, Prompt, Rests, Workspace
from champion_tracker.rules import resting
from champion_tracker.rules.agenda import agenda
from champion_tracker.store.shared import SharedStore
from champion_tracker.tracker import PinnedClock, Tracker, demo, people, stories, touches
from tests.rules.test_watch import looked_at
from tests.store.store_records import made, touch
from tests.store.teams import Team
from tests.strategies import TODAY

RESTED = tuple(
    Person(id=f"p-{n}", name=f"Person {n}", followed_since=TODAY - timedelta(days=9))
    for n in range(5)
)


@pytest.fixture
def reckoned(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """Grows whenever everybody is looked at."""
    rests = resting.rests
    seen: list[object] = []

    def reckon(workspace: Workspace, today: date) -> Rests:
        seen.append(workspace)
        return rests(workspace, today)

    monkeypatch.setattr(resting, "rests", reckon)
    return seen


def awake(store: SharedStore) -> SharedStore:
    store.rest(TODAY)
    for days in (0, 30, 400):
        day = TODAY + timedelta(days=days)
        assert agenda(store.workspace, day) == agenda(looked_at(store.workspace), day)
    return store


def test_it_is_known_at_the_next_opening_and_whoever_was_touched_since_is_looked_at(
    team: Team, reckoned: list[object]
) -> None:
    ed = team.open("ed")
    ed.commit(made(*RESTED, *(touch(p.id) for p in RESTED)))
    awake(team.open("ed"))
    assert len(reckoned) == 1
    team.open("eve").commit(made(touch("p-1"), Person(id="p-9", name="Nine")))
    store = awake(team.open("ed"))
    assert len(reckoned) == 1
    assert store.workspace.watch.woken == {"p-1", "p-9"}
    # Another login may see other entries, and has its own.
    awake(team.open("eve"))
    assert len(reckoned) == 2


def test_it_is_made_anew_after_many_commits_and_where_it_is_of_another_workspace(
    team: Team, reckoned: list[object], monkeypatch: pytest.MonkeyPatch
) -> None:
    ed = team.open("ed")
    ed.commit(made(*RESTED))
    awake(team.open("ed"))
    ed.commit(made(touch("p-1")))
    with monkeypatch.context() as patched:
        patched.setattr("champion_tracker.store.shared.resting.FAR", 0)
        awake(team.open("ed"))
    assert len(reckoned) == 2
    with team.cluster.connect("admin", team.database) as administrator:
        administrator.execute(
            "UPDATE champion_tracker.log SET heading = "
            'replace(heading, \'"id":"\', \'"id":"x\') WHERE workspace = %s',
            [team.workspace],
        )
    awake(team.open("ed"))
    assert len(reckoned) == 3


def test_who_is_due_is_told_at_a_glance_as_from_everybody(team: Team) -> None:
    with_demo = Tracker(team.open("ed"), PinnedClock(TODAY))
    demo.fill(with_demo)
    assert team.open("ed").glance(TODAY, TODAY, agenda_on(TODAY)) is None, (
        "it is not known who rests"
    )
    awake(team.open("ed"))
    same_at_a_glance(team)
    eve = Tracker(team.open("eve"), PinnedClock(TODAY))
    first, second, *_ = eve.workspace.people.values()
    touches.log(eve, [first, second], note="met in the lift")
    people.add(eve, "Nobody Known")
    stories.tell(eve, next(iter(eve.workspace.stories.values())), [second])
    same_at_a_glance(team)


def agenda_on(day: date) -> Callable[[Workspace], list[Prompt]]:
    return lambda workspace: agenda(workspace, day)


def same_at_a_glance(team: Team) -> None:
    whole = team.open("ed").workspace
    for days in (0, 1, 30, 400):
        day = TODAY + timedelta(days=days)
        store = team.open("ed")
        assert store.glance(day, day, agenda_on(day)) == agenda(looked_at(whole), day)
        assert not store.is_whole
        tracker = Tracker(team.open("ed"), PinnedClock(TODAY))
        assert tracker.agenda(days) == agenda(looked_at(whole), TODAY, days=days)

"""Who rests in a shared workspace is remembered, and never believed longer than it holds."""

from datetime import date, timedelta

import pytest

from champion_tracker.model import Person, Rests, Workspace
from champion_tracker.rules import resting
from champion_tracker.rules.agenda import agenda
from champion_tracker.store.shared import SharedStore
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
    with team.cluster.connect("admin", "agency") as administrator:
        administrator.execute(
            "UPDATE champion_tracker.commits SET document = "
            'replace(document, \'"id":"\', \'"id":"x\') WHERE workspace = %s',
            [team.workspace],
        )
    awake(team.open("ed"))
    assert len(reckoned) == 3

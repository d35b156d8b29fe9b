"""What several people see of each other in the application."""

from asyncio import sleep
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from threading import Event

import pytest
from msgspec.structs import replace
from textual.pilot import Pilot

from champion_tracker.model import Person
from champion_tracker.store.shared import SharedStore
from champion_tracker.store.shared.loading import Loaded
from champion_tracker.tracker import Tracker
from champion_tracker.tracker.opening import open_tracker
from champion_tracker.tui.app import ChampionTracker, Leave
from champion_tracker.tui.dialogs.base import Dialog
from champion_tracker.tui.dialogs.conflict import ConflictDialog
from champion_tracker.tui.dialogs.facts import FactsDialog
from champion_tracker.tui.looks import short_day
from champion_tracker.tui.widgets.people_table import PeopleTable
from tests.store.store_records import ANN, BEN, changed, judged, made, touch
from tests.store.teams import Team
from tests.tui.looking import app_on, press, sees, text_of, write
from tests.tui.patience import PatientPilot

NAME = replace(ANN, followed_since=BEN.followed_since)


@pytest.fixture(autouse=True)
def _drafts_of_their_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.setattr("textual.pilot.Pilot", PatientPilot)


@pytest.fixture
def tracker(team: Team) -> Iterator[Tracker]:
    team.open("ed").commit(made(NAME, BEN))
    tracker = open_tracker(team.address("eve"))
    yield tracker
    tracker.close()


def ann(tracker: Tracker) -> Person:
    return tracker.workspace.people["p-ann"]


async def test_whoever_may_only_read_is_told_before_they_write(
    team: Team, tracker: Tracker
) -> None:
    assert ann(tracker)
    with closing(open_tracker(team.address("rita"))) as reading:
        app = app_on(reading)
        async with app.run_test(size=(80, 24)) as pilot:
            await press(pilot, "2")
            assert await sees(pilot, "reader")
            assert await sees(pilot, short_day(reading.today, reading.today))
            await press(pilot, "l")
            assert await sees(pilot, "You may only read this workspace")
            await press(pilot, "escape", "E")
            assert await sees(pilot, "Write it")
            assert "You may only read" not in text_of(app)


async def both_change_the_name(team: Team, app: ChampionTracker, pilot: Pilot[Leave]) -> None:
    """Eve opens the facts, ed is quicker, eve saves another name and a tag."""
    app.open_person("p-ann")
    await press(pilot, "e")
    assert isinstance(app.screen, FactsDialog)
    team.open("ed").commit(changed(NAME, replace(NAME, name="Ann Fox", phones=("117",))))
    app.screen.query_one("#name").focus()
    await press(pilot, "end")
    await write(pilot, "-Smith")
    app.screen.query_one("#tags").focus()
    await write(pilot, "press")
    await press(pilot, "ctrl+s")
    assert isinstance(app.screen, ConflictDialog)


@pytest.mark.parametrize("size", [(40, 12), (80, 24), (160, 45)])
@pytest.mark.parametrize(("key", "name"), [("m", "Ann Lee-Smith"), ("t", "Ann Fox")])
async def test_a_conflict_stands_side_by_side_and_one_key_a_field_settles_it(
    team: Team, tracker: Tracker, key: str, name: str, size: tuple[int, int]
) -> None:
    app = app_on(tracker)
    async with app.run_test(size=size) as pilot:
        await both_change_the_name(team, app, pilot)
        shown = text_of(app)
        assert "Ann Lee-Smith" in shown
        assert "Ann Fox" in shown
        assert "ed" in shown
        await press(pilot, key)
        assert not app.screen.is_modal
    person = ann(tracker)
    assert (person.name, person.tags, person.phones) == (name, ("press",), ("117",))
    assert dict(team.open("rita").workspace.people) == dict(tracker.workspace.people)


async def test_who_does_not_choose_loses_nothing_of_what_was_typed(
    team: Team, tracker: Tracker
) -> None:
    app = app_on(tracker)
    async with app.run_test(size=(80, 24)) as pilot:
        await both_change_the_name(team, app, pilot)
        await press(pilot, "ctrl+s")
        assert await sees(pilot, "Nothing is chosen for name")
        await press(pilot, "escape")
        assert isinstance(app.screen, FactsDialog)
        assert app.screen.state()["name"] == "Ann Lee-Smith"
    assert team.open("rita").workspace.people["p-ann"].name == "Ann Fox"


async def test_one_sees_who_else_is_writing_about_somebody(team: Team, tracker: Tracker) -> None:
    other = team.open("ed")
    other.watch()
    app = app_on(tracker)
    async with app.run_test(size=(80, 24)) as pilot:
        app.open_person("p-ann")
        await pilot.pause()
        assert "also open" not in text_of(app)
        other.attend("p-ann", writing=True)
        assert await sees(pilot, "also open for writing: ed")
        await press(pilot, "e")
        assert await sees(pilot, "also open for writing: ed")
    other.close()


async def test_a_lost_connection_is_said_once_and_what_was_typed_is_kept(
    team: Team, tracker: Tracker
) -> None:
    app = app_on(tracker)
    async with app.run_test(size=(80, 24)) as pilot:
        app.open_person("p-ann")
        await press(pilot, "o")
        await write(pilot, "half a thought")
        team.cluster.kill()
        try:
            assert await sees(pilot, " offline ")
            assert said(app, "cannot be reached") == 1
            await press(pilot, "ctrl+s")
            assert await sees(pilot, "Nothing was changed")
            await press(pilot, "escape")
            await pilot.pause(1)
            assert said(app, "cannot be reached") == 1
        finally:
            team.cluster.start()
        while " offline " in text_of(app):
            await pilot.pause(0.1)
        assert said(app, "is there again") == 1
    again = app_on(open_tracker(team.address("eve")))
    async with again.run_test(size=(80, 24)) as pilot:
        again.open_person("p-ann")
        await press(pilot, "o")
        assert await sees(pilot, "half a thought")
        await press(pilot, "ctrl+s")
    assert "half a thought" in team.open("rita").workspace.people["p-ann"].notes


def said(app: ChampionTracker, words: str) -> int:
    """How often something was said."""
    return sum(words in notification.message for notification in app._notifications)


async def test_the_first_people_are_there_before_all_are_read(
    team: Team, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = [f"{chr(97 + n % 26)} {n}" for n in range(300)]
    people = [Person(id=f"p-{n}", name=name) for n, name in enumerate(names)]
    team.open("ed").commit(made(*people, touch("p-0"), judged("p-26")))
    read, may_go_on = SharedStore._read_all, Event()

    def slowly(store: SharedStore) -> Loaded:
        may_go_on.wait()
        return read(store)

    monkeypatch.setattr(SharedStore, "_read_all", slowly)
    tracker = open_tracker(team.address("eve"))
    app = app_on(tracker)
    async with app.run_test(size=(80, 24)) as pilot:
        assert await sees(pilot, " reading ")
        await press(pilot, "2")
        assert await sees(pilot, "the first 100, reading")
        table = app.screen.query_one(PeopleTable)
        assert [person.name for person in table.items] == sorted(names)[:100]
        shown = tracker.profile(tracker.workspace.people["p-26"])
        assert (shown.influence, shown.reached.value) == (4, 4)
        # Nobody waits for its answer, which does not come before everything is read.
        app.simulate_key("n")
        await sleep(0.1)
        assert not isinstance(app.screen, Dialog)
        may_go_on.set()
        assert await sees(pilot, "300 people")
        assert isinstance(app.screen, Dialog)
    with closing(team.open("rita")) as store:
        assert store.workspace.people == tracker.workspace.people
        assert store.workspace.digests == tracker.workspace.digests
    tracker.close()

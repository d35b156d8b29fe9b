"""The search and the filter of the application ask the server, and nobody waits for it."""

from asyncio import sleep
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event

import pytest
from msgspec.structs import replace
from sqlalchemy import Connection
from textual.pilot import Pilot
from textual.widgets import Input

from champion_tracker.model import Person, Position, Record
from champion_tracker.store.shared import SharedStore, finding
from champion_tracker.store.shared.indexing import Latest, find_few, index
from champion_tracker.store.shared.loading import Loaded
from champion_tracker.store.shared.watching import aside
from champion_tracker.tracker import Tracker
from champion_tracker.tracker.opening import open_tracker
from champion_tracker.tracker.touches import log
from champion_tracker.tracker.undoing import undo
from champion_tracker.tui.answers import PAUSE
from champion_tracker.tui.app import ChampionTracker, Leave
from champion_tracker.tui.screens.person import PersonScreen
from champion_tracker.tui.screens.search import SearchScreen
from champion_tracker.tui.widgets.found_list import FoundList
from champion_tracker.tui.widgets.people_table import PeopleTable
from champion_tracker.tui.widgets.story import Story
from tests.store.store_records import ANN, BEN, judged, made, touch
from tests.store.teams import Team
from tests.tui.looking import SIZES, app_on, assert_all_inside, comes, press, sees, text_of, write
from tests.tui.patience import PatientPilot


@pytest.fixture(autouse=True)
def _drafts_of_their_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.setattr("textual.pilot.Pilot", PatientPilot)


@pytest.fixture
def tracker(team: Team, monkeypatch: pytest.MonkeyPatch) -> Iterator[Tracker]:
    store = team.open("ed")
    touches = [touch("p-ann", day=n, note=f"On toll {n}", key=f"i-{n}") for n in range(450)]
    store.commit(made(ANN, BEN, *touches, touch("p-ben", note="A zéppelin, 50% dearer")))
    index(store._database, store._name)
    store.close()
    # Whoever reads all texts fails.
    monkeypatch.delattr("champion_tracker.store.shared.reading.read_records")
    monkeypatch.delattr("champion_tracker.store.shared.reading.read_texts")
    tracker = open_tracker(team.address("eve"))
    yield tracker
    tracker.close()


async def go_to_search(app: ChampionTracker, pilot: Pilot[Leave], words: str) -> FoundList:
    await press(pilot, "ctrl+g")
    assert await comes(pilot, lambda: isinstance(app.screen, SearchScreen) and app.screen.is_ready)
    await write(pilot, words)
    return app.screen.query_one(FoundList)


def retype(app: ChampionTracker, words: str) -> None:
    app.screen.query_one("#query", Input).value = words


@pytest.mark.parametrize("size", SIZES)
async def test_a_note_is_found_by_asking_and_opened_in_its_place(
    tracker: Tracker, size: tuple[int, int]
) -> None:
    app = app_on(tracker)
    async with app.run_test(size=size) as pilot:
        await go_to_search(app, pilot, "ZEPPELIN 50%")
        assert await sees(pilot, "1 found")
        assert_all_inside(app)
        assert "zéppelin" in text_of(app)
        await press(pilot, "enter")
        assert await comes(pilot, lambda: isinstance(app.screen, PersonScreen))
        entry = app.screen.query_one(Story).at_hand
        assert entry is not None
        assert "zéppelin" in getattr(entry.record, "note", "")


async def test_people_are_found_by_name_and_notes_together(tracker: Tracker) -> None:
    app = app_on(tracker)
    async with app.run_test(size=(80, 24)) as pilot:
        await go_to_search(app, pilot, "lee trains")
        assert await sees(pilot, "1 found")
        assert "Ann Lee" in text_of(app)


async def test_more_is_asked_for_as_one_scrolls_and_none_is_passed_over(
    tracker: Tracker, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(finding, "FEW", 100)
    app = app_on(tracker)
    async with app.run_test(size=(80, 24)) as pilot:
        found = await go_to_search(app, pilot, "toll")
        assert await sees(pilot, "the first 200 found")
        assert "On toll 449" in text_of(app)
        await press(pilot, "down")
        await pilot.pause(0.3)
        assert "the first 200 found" in text_of(app)
        found.scroll_end(animate=False)
        assert await sees(pilot, "the first 400 found")
        assert found.cursor == 1
        found.focus()
        await press(pilot, "end")
        assert await sees(pilot, "450 found")
        await press(pilot, "end")
        assert await sees(pilot, "On toll 0")
        assert found.search is not None
        ids = [found.search[n].id for n in range(len(found.search))]
        assert ids == [f"i-{n}" for n in reversed(range(450))]


async def test_what_is_committed_meanwhile_is_found_and_the_cursor_stays(
    team: Team, tracker: Tracker, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(finding, "FEW", 100)
    app = app_on(tracker)
    async with app.run_test(size=(80, 24)) as pilot:
        found = await go_to_search(app, pilot, "toll")
        assert await sees(pilot, "the first 200 found")
        await press(pilot, *["pagedown"] * 17)
        assert await sees(pilot, "the first 400 found")
        at, offset = found.cursor, found.scroll_offset
        assert at > 100
        team.open("ed").commit(made(touch("p-ben", note="The toll, elsewhere", key="i-new")))
        assert await comes(
            pilot, lambda: found.search is not None and found.search[0].id == "i-new"
        )
        assert (found.cursor, found.scroll_offset) == (at, offset)
        retype(app, "toll elsewhere")
        assert await sees(pilot, "1 found")


async def test_ones_own_private_note_is_found_and_is_gone_when_it_is_taken_back(
    team: Team, tracker: Tracker
) -> None:
    app = app_on(tracker)
    async with app.run_test(size=(80, 24)) as pilot:
        await go_to_search(app, pilot, "balloon")
        assert await sees(pilot, "Nothing that was written")
        other = team.open("ed")
        secret = replace(touch("p-ben", note="A balloon, secretly"), private=True)
        other.commit(made(secret))
        log(tracker, [tracker.workspace.people["p-ann"]], note="A balloon!", private=True)
        assert await sees(pilot, "1 found")
        assert "Ann Lee · private" in text_of(app)
        undo(tracker)
        assert await sees(pilot, "Nothing that was written")


@contextmanager
def held_up(monkeypatch: pytest.MonkeyPatch, words: str) -> Iterator[tuple[list[str], Event]]:
    """The server takes its time over some words; yields what it is asked, and what it waits for."""
    may_go_on, asked = Event(), list[str]()

    def slowly(
        connection: Connection, workspace: str, wanted: list[str], latest: Latest, most: int
    ) -> list[Record] | None:
        asked.append(" ".join(wanted))
        if asked[-1] == words:
            may_go_on.wait()
        return find_few(connection, workspace, wanted, latest, most)

    with monkeypatch.context() as patch:
        patch.setattr(finding, "find_few", slowly)
        try:
            yield asked, may_go_on
        finally:
            may_go_on.set()


async def test_no_key_waits_for_a_slow_answer_and_only_the_newest_words_count(
    tracker: Tracker, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = app_on(tracker)
    async with app.run_test(size=(80, 24)) as pilot:
        with held_up(monkeypatch, "toll") as (asked, may_go_on):
            await go_to_search(app, pilot, "toll")
            assert await comes(pilot, lambda: asked == ["toll"])
            for words in ("tolls", "lee", "zep", "zepp"):
                retype(app, words)
                # People are at hand.
                is_shown = words == "lee"
                assert await comes(pilot, lambda yes=is_shown: ("Ann Lee" in text_of(app)) is yes)  # type: ignore[misc]
                await sleep(2 * PAUSE)
            assert asked == ["toll"]
            may_go_on.set()
            assert await sees(pilot, "1 found")
            assert "zéppelin" in text_of(app)
            assert asked == ["toll", "zepp"]


async def test_an_answer_to_what_was_deleted_meanwhile_is_not_shown(
    tracker: Tracker, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = app_on(tracker)
    async with app.run_test(size=(80, 24)) as pilot:
        with held_up(monkeypatch, "zeppelin") as (asked, may_go_on):
            await go_to_search(app, pilot, "zeppelin")
            assert await comes(pilot, lambda: asked == ["zeppelin"])
            retype(app, "")
            await pilot.pause()
            may_go_on.set()
            await sleep(3 * PAUSE)
            assert "zéppelin" not in text_of(app)
            assert " found" not in text_of(app).splitlines()[1]


async def test_who_gets_no_answer_is_told_so_and_it_comes_when_it_can(
    tracker: Tracker, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(finding, "bounded", lambda work: aside(work).result(0.5))
    monkeypatch.setattr("champion_tracker.tui.screens.search.AGAIN", 0.2)
    app = app_on(tracker)
    async with app.run_test(size=(80, 24)) as pilot:
        with held_up(monkeypatch, "lee"):
            await go_to_search(app, pilot, "lee")
            assert await sees(pilot, "1 found, no answer yet")
            assert "Ann Lee" in text_of(app)
            assert " offline " not in text_of(app)
        assert await sees(pilot, "1 found ")
        assert "no answer" not in text_of(app)


@pytest.mark.parametrize("size", [(40, 12), (80, 24)])
async def test_while_the_server_is_away_the_search_goes_on_with_people(
    team: Team, tracker: Tracker, size: tuple[int, int]
) -> None:
    app = app_on(tracker)
    async with app.run_test(size=size) as pilot:
        await go_to_search(app, pilot, "toll 449")
        assert await sees(pilot, "1 found")
        team.cluster.kill()
        try:
            retype(app, "trains")
            assert await sees(pilot, "1 found, no answer yet")
            assert_all_inside(app)
            assert "Ann Lee" in text_of(app)
            retype(app, "zeppelin")
            assert await sees(pilot, "0 found, no answer yet")
            assert "Nothing that was written" not in text_of(app)
        finally:
            team.cluster.start()
        assert await sees(pilot, "zéppelin")
        assert await sees(pilot, "1 found ")


@pytest.fixture
def crowd(team: Team, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[Tracker, Event]]:
    """Three hundred people of whom the first hundred are read before the event."""
    place = Position(id="r-1", title="Préfet", organization="Ville", area="Straßen")
    people = [Person(id=f"p-{n}", name=f"{chr(97 + n % 26)} {n}") for n in range(300)]
    people[25] = replace(people[25], name="Zoë 25", positions=(place,), tags=("50%",))
    team.open("ed").commit(made(*people, touch("p-25"), judged("p-25", 5)))
    read, may_go_on = SharedStore._read_all, Event()

    def slowly(store: SharedStore) -> Loaded:
        may_go_on.wait()
        return read(store)

    monkeypatch.setattr(SharedStore, "_read_all", slowly)
    tracker = open_tracker(team.address("eve"))
    yield tracker, may_go_on
    may_go_on.set()
    tracker.close()


@pytest.mark.parametrize("size", [(80, 24), (120, 36)])
async def test_the_filter_answers_before_everybody_is_at_hand(
    crowd: tuple[Tracker, Event], size: tuple[int, int]
) -> None:
    tracker, may_go_on = crowd
    app = app_on(tracker)
    async with app.run_test(size=size) as pilot:
        await press(pilot, "2")
        assert await sees(pilot, "the first 100, reading")
        assert "p-25" not in tracker.workspace.people
        await press(pilot, "slash")
        for words in ("zoe", "PREF", "vílle", "strassen", "50%", "ville -a2 is:known influence:5"):
            retype(app, words)
            assert await sees(pilot, "1 found so far, reading the others")
            assert "Zoë 25" in text_of(app)
            assert_all_inside(app)
            retype(app, "")
            assert await sees(pilot, "the first ")
        seen = tracker.profile(tracker.workspace.people["p-25"])
        assert (seen.influence, seen.last_touch is not None) == (5, True)
        retype(app, "z ")
        table = app.screen.query_one(PeopleTable)
        assert await comes(pilot, lambda: len(table.items) == 11)
        await press(pilot, "enter", "down", "down")
        at_hand = table.at_hand
        assert at_hand is not None
        await press(pilot, "slash")
        retype(app, "")
        await press(pilot, "enter")
        assert table.at_hand == at_hand
        may_go_on.set()
        assert await sees(pilot, "300 people")
        assert table.at_hand == at_hand
    assert len(tracker.workspace.people) == 300


async def test_what_no_word_tells_waits_for_everybody_and_it_is_said(
    crowd: tuple[Tracker, Event],
) -> None:
    tracker, may_go_on = crowd
    app = app_on(tracker)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "2")
        assert await sees(pilot, "the first 100, reading")
        await press(pilot, "slash")
        retype(app, "influence:5")
        assert await sees(pilot, "0 found so far, reading the others")
        retype(app, "zoe influence:")
        assert await sees(pilot, "has no value")
        retype(app, "influence:5")
        may_go_on.set()
        assert await sees(pilot, "1 of 300")
        assert "Zoë 25" in text_of(app)

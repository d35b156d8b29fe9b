"""Programme, by keys: the lights, the facts that one can open, the next best action."""

import asyncio
from collections.abc import AsyncIterator, Iterable

import pytest

from champion_tracker.model import Standing
from champion_tracker.rules import live_agenda
from champion_tracker.rules.programme import programme
from champion_tracker.tracker import Tracker
from champion_tracker.tui.dialogs.base import Dialog
from champion_tracker.tui.dialogs.choosing import ChoosingDialog
from champion_tracker.tui.dialogs.write_story import WriteStoryDialog
from champion_tracker.tui.screens import programme as screen_of_it
from champion_tracker.tui.screens.person import PersonScreen
from champion_tracker.tui.screens.programme import ProgrammeScreen
from champion_tracker.tui.widgets.ledger import Ledger

from .looking import app_on, press, sees, text_of, write
from .sample import TODAY


async def test_every_light_stands_with_its_word_and_facts(tracker: Tracker) -> None:
    found = programme(tracker.workspace, TODAY)
    app = app_on(tracker)
    async with app.run_test(size=(200, 120)) as pilot:
        await press(pilot, "6")
        shown = text_of(app)
        for barrier in found.barriers:
            assert f"{barrier.light.glyph} {barrier.name.upper()}: {barrier.light}" in shown
            assert f"→ Next: {barrier.action.text}"[:60] in shown
            for fact in barrier.facts:
                assert fact.text[:60] in shown
        assert "COVERAGE BY AREA" in shown
        for cover in found.coverage:
            if cover.hangs_on is not None:
                assert f"hangs on {cover.hangs_on.name}" in shown
        assert tracker.live_programme() == found


async def test_facts_open_what_says_them(tracker: Tracker) -> None:
    app = app_on(tracker)
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "6")
        screen = app.screen
        assert isinstance(screen, ProgrammeScreen)
        ledger = screen.query_one(Ledger)
        several = next(n for n, row in enumerate(ledger.items) if "to open" in row.tail)
        ledger.cursor = several
        await press(pilot, "enter")
        assert isinstance(app.screen, ChoosingDialog)
        await press(pilot, "escape")
        one = next(n for n, row in enumerate(ledger.items) if row.person_id)
        ledger.cursor = one
        await press(pilot, "enter")
        assert isinstance(app.screen, PersonScreen | Dialog | ChoosingDialog)


async def test_the_next_action_opens_its_dialog(empty: Tracker) -> None:
    app = app_on(empty)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "6")
        assert await sees(pilot, "nothing yet")
        await press(pilot, "v")
        assert await sees(pilot, "Write one story")
        await press(pilot, "enter")
        assert isinstance(app.screen, WriteStoryDialog)


async def test_what_if_a_champion_leaves(tracker: Tracker) -> None:
    people = tracker.workspace.people.values()
    standings = {person.id: tracker.profile(person).standing for person in people}
    champion = next(p for p in people if standings[p.id] is Standing.CHAMPION)
    before = list(tracker.store.commits())
    app = app_on(tracker)
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot)
        app.open_person(champion.id)
        await press(pilot, "W")
        assert await sees(pilot, f"What if {champion.name} leaves?")
        assert "WOULD BE LOST" in text_of(app)
        assert "A champion:" in text_of(app)
        await press(pilot, "v", "end", "enter")
        assert list(tracker.store.commits()) == before


async def test_where_nobody_is_at_hand_what_if_asks_who(tracker: Tracker) -> None:
    app = app_on(tracker)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "6")
        ledger = app.screen.query_one(Ledger)
        rows = enumerate(ledger.items)
        ledger.cursor = next(n for n, row in rows if not row.person_id)
        await press(pilot, "W")
        assert await sees(pilot, "What if who leaves?")
        someone = next(iter(tracker.workspace.people.values()))
        await press(pilot, *someone.name[:6], "enter")
        assert await sees(pilot, f"What if {someone.name} leaves?")


async def test_it_shows_at_once_and_fills_in_where_there_are_many(
    tracker: Tracker, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(live_agenda, "FEW", 10)
    may_go_on = asyncio.Event()

    async def held_up(steps: Iterable[float]) -> AsyncIterator[float]:
        for step in steps:
            yield step
            await may_go_on.wait()

    monkeypatch.setattr(screen_of_it, "in_slices", held_up)
    app = app_on(tracker)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "6")
        assert await sees(pilot, "looking at 33 people: 30%")
        # Whatever else there is to do can be done meanwhile.
        await press(pilot, "2", "6")
        assert "SELLING" not in text_of(app)
        may_go_on.set()
        assert await sees(pilot, "CHAMPIONS: ")
        assert "looking at" not in text_of(app)
        assert app.screen.query_one(Ledger).at_hand is not None


async def test_what_was_written_is_at_hand(tracker: Tracker) -> None:
    app = app_on(tracker)
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "6")
        screen = app.screen
        assert isinstance(screen, ProgrammeScreen)
        before = set(tracker.workspace.goals)
        await press(pilot, "end", "M")
        await write(pilot, "Every burst is answered by us first")
        await press(pilot, "ctrl+s")
        (made,) = set(tracker.workspace.goals) - before
        assert screen.row is not None
        assert made in screen.refers(screen.row)

"""An error in a handler, a timer, a worker or a drawing is told, and the application goes on."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from textual.app import App

from champion_tracker.model import WorkspaceError
from champion_tracker.tracker import Tracker
from champion_tracker.tui.app import ChampionTracker
from champion_tracker.tui.dialogs.base import Dialog
from champion_tracker.tui.dialogs.log_touch import LogTouchDialog
from champion_tracker.tui.screens.people import PeopleScreen
from champion_tracker.tui.screens.today import TodayScreen
from champion_tracker.tui.widgets.brief import Brief
from champion_tracker.tui.widgets.people_table import PeopleTable

from .looking import app_on, press, sees, write


@pytest.fixture(autouse=True)
def _as_before_a_user(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    monkeypatch.setattr(ChampionTracker, "endures", True)


def refuse(*_: object, **__: object) -> None:
    raise WorkspaceError("people.json is damaged.", "Run check.")


def fail(*_: object, **__: object) -> Any:
    raise RuntimeError("[/nobody] foresaw this")


async def _fail() -> None:
    fail()


def _in_a_timer(app: App[Any]) -> None:
    app.screen.set_timer(0.01, fail)


def _in_a_worker(app: App[Any]) -> None:
    app.screen.run_worker(_fail())


def _in_a_thread(app: App[Any]) -> None:
    app.screen.run_worker(fail, thread=True)


def _in_a_callback(app: App[Any]) -> None:
    app.screen.call_later(fail)


def _after_a_refresh(app: App[Any]) -> None:
    app.screen.call_after_refresh(fail)


def _in_the_application(app: App[Any]) -> None:
    app.call_later(fail)


@pytest.mark.parametrize(
    "trouble",
    [
        _in_a_timer,
        _in_a_worker,
        _in_a_thread,
        _in_a_callback,
        _after_a_refresh,
        _in_the_application,
    ],
    ids=lambda trouble: trouble.__name__.strip("_"),
)
async def test_wherever_it_happens(
    tracker: Tracker, tmp_path: Path, trouble: Callable[[App[Any]], None]
) -> None:
    app = app_on(tracker)
    async with app.run_test(size=(100, 30), notifications=True) as pilot:
        await press(pilot, "2")
        trouble(app)
        assert await sees(pilot, "Something went wrong")
        await press(pilot, "down", "l")
        assert isinstance(app.screen, LogTouchDialog)
    log = tmp_path / "champion-tracker" / "log" / "tui.log"
    assert "foresaw this" in log.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("where", "handler"),
    [(PeopleScreen, "on_input_changed"), (PeopleTable, "draw"), (PeopleTable, "action_move")],
)
async def test_what_fails_at_every_key_can_be_left(
    tracker: Tracker, monkeypatch: pytest.MonkeyPatch, where: type, handler: str
) -> None:
    app = app_on(tracker)
    async with app.run_test(size=(100, 30), notifications=True) as pilot:
        await press(pilot, "2")
        monkeypatch.setattr(where, handler, fail)
        await press(pilot, "slash")
        await write(pilot, "ada")
        await press(pilot, "enter", "down", "down")
        assert await sees(pilot, "Something went wrong")
        await press(pilot, "1")
        assert isinstance(app.screen, TodayScreen)


async def test_a_message_handler_that_fails_leaves_its_screen_alive(
    tracker: Tracker, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = app_on(tracker)
    async with app.run_test(size=(120, 30), notifications=True) as pilot:
        await press(pilot, "2")
        with monkeypatch.context() as broken:
            broken.setattr(Brief, "show", fail)
            await press(pilot, "down")
            assert await sees(pilot, "Something went wrong")
            broken.setattr(Brief, "show", refuse)
            await press(pilot, "down")
            assert await sees(pilot, "people.json is damaged. Run check.")
        await press(pilot, "down")
        assert app.screen.query_one(PeopleTable).cursor == 3


async def test_a_dialog_that_cannot_be_opened_does_not_stand_in_the_way(
    tracker: Tracker, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = app_on(tracker)
    async with app.run_test(size=(100, 30), notifications=True) as pilot:
        await press(pilot, "2")
        with monkeypatch.context() as broken:
            broken.setattr(Dialog, "on_mount", fail)
            await press(pilot, "l", "down")
            assert await sees(pilot, "Something went wrong")
        assert isinstance(app.screen, PeopleScreen)
        await press(pilot, "l")
        assert isinstance(app.screen, LogTouchDialog)

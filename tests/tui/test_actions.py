"""Every action has a key, a tooltip, a place in help and palette, and no key is taken twice."""

from collections import Counter

import pytest
from textual.binding import Binding
from textual.dom import DOMNode
from textual.screen import Screen

from champion_tracker.tracker import Tracker
from champion_tracker.tui.commands import everywhere
from champion_tracker.tui.commands.action import Action
from champion_tracker.tui.commands.palette import Actions
from champion_tracker.tui.screens.base import TrackerScreen
from champion_tracker.tui.widgets.ledger import Ledger

from .looking import app_on, press, sees, text_of
from .places import BASES, PLACES, go, kinds_of

SCREENS = [kind for kind in kinds_of(TrackerScreen) if kind.__name__ not in BASES]


def all_actions() -> list[type[Action]]:
    return [kind for kind in kinds_of(Action) if not kind.__subclasses__()]


@pytest.mark.parametrize("action", all_actions(), ids=lambda action: action.__name__)
def test_each_says_what_it_does(action: type[Action]) -> None:
    assert action.__doc__
    assert action.tooltip()
    assert action.BINDING_KEY
    assert action.binding().id == action.__name__
    assert any(action.__name__ in screen.actions() for screen in SCREENS)


@pytest.mark.parametrize("screen", SCREENS, ids=lambda screen: screen.__name__)
def test_no_key_is_taken_twice(screen: type[TrackerScreen]) -> None:
    keys = Counter(
        key.strip()
        for action in screen.actions().values()
        for key in action.binding().key.split(",")
    )
    assert [key for key, count in keys.items() if count > 1] == []


@pytest.mark.parametrize("kind", kinds_of(Screen), ids=lambda kind: kind.__name__)
def test_no_key_of_a_screen_or_dialog_has_two_meanings(kind: type[DOMNode]) -> None:
    meanings: dict[str, set[str]] = {}
    for base in reversed(kind.__mro__):
        for binding in Binding.make_bindings(vars(base).get("BINDINGS", ())):
            meanings.setdefault(binding.key, set()).add(binding.id or binding.action)
    inherited = {"ctrl+c", "super+c", "tab", "shift+tab"}
    doubtful = {key: ids for key, ids in meanings.items() if len(ids) > 1 and key not in inherited}
    assert doubtful == {}


@pytest.mark.parametrize(
    "name", ["today", "people", "person", "map", "network", "stories", "programme", "settings"]
)
async def test_help_and_palette_show_them(tracker: Tracker, name: str) -> None:
    app = app_on(tracker)
    async with app.run_test(size=(120, 36)) as pilot:
        await go(pilot, PLACES[name].steps)
        screen = app.screen
        assert isinstance(screen, TrackerScreen)
        named = [str(hit.text or "") for hit in [hit async for hit in Actions(screen).discover()]]
        for action in screen.actions().values():
            if action.IN_PALETTE:
                offered = any(each.startswith(action.command()) for each in named)
                assert offered is action.applies(screen)
        await press(pilot, "question_mark")
        rows = {row.record: row for row in app.screen.query_one(Ledger).items}
        for action in screen.actions().values():
            assert rows[action].detail == action.tooltip()
            assert rows[action].tail or not action.BINDING_KEY


async def test_an_action_that_fails_is_told_and_the_application_goes_on(
    tracker: Tracker, monkeypatch: pytest.MonkeyPatch, tmp_path: object
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))

    async def broken(screen: TrackerScreen) -> None:
        raise RuntimeError("[/unclosed] markup")

    monkeypatch.setattr(everywhere.Undo, "perform", broken)
    app = app_on(tracker)
    async with app.run_test(size=(100, 30), notifications=True) as pilot:
        await press(pilot, "u")
        assert await sees(pilot, "Something went wrong")
        await press(pilot, "2")
        assert app.current_mode == "people"


@pytest.mark.parametrize(
    ("keys", "words"),
    [
        (("1",), "l Log"),
        (("2",), "E Export"),
        (("2", "enter"), "esc Back"),
        (("2", "enter"), "E Export"),
        (("3",), "L List"),
        (("4",), "t Tie  W What if"),
        (("5",), "S Write  T Tell"),
        (("6",), "B Report  W What if  K Ask"),
    ],
)
async def test_the_line_of_keys_begins_with_what_one_comes_for(
    tracker: Tracker, keys: tuple[str, ...], words: str
) -> None:
    app = app_on(tracker)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, *keys)
        line = text_of(app).splitlines()[-1]
        assert words in line.replace("x Untie  ", "")
        assert "? Help" in line

"""Every action has a key, a tooltip, a place in help and palette, and no key is taken twice."""

import inspect
from collections import Counter

import pytest

from champion_tracker.tracker import Tracker
from champion_tracker.tui.commands import (
    everywhere,
    in_and_out,
    of_programme,
    of_stories,
    on_map,
    on_network,
    on_one,
    on_people,
    on_person,
    on_prompt,
    on_row,
    on_settings,
    panes,
    who_is_who,
)
from champion_tracker.tui.commands.action import Action
from champion_tracker.tui.commands.palette import Actions
from champion_tracker.tui.screens.base import TrackerScreen
from champion_tracker.tui.screens.map import MapScreen
from champion_tracker.tui.screens.network import NetworkScreen
from champion_tracker.tui.screens.people import PeopleScreen
from champion_tracker.tui.screens.person import PersonScreen
from champion_tracker.tui.screens.programme import ProgrammeScreen
from champion_tracker.tui.screens.settings import SettingsScreen
from champion_tracker.tui.screens.stories import StoriesScreen
from champion_tracker.tui.screens.today import TodayScreen
from champion_tracker.tui.widgets.ledger import Ledger

from .looking import app_on, press, sees

MODULES = (
    everywhere,
    in_and_out,
    of_programme,
    of_stories,
    on_map,
    on_network,
    on_one,
    on_people,
    on_person,
    on_prompt,
    on_row,
    on_settings,
    panes,
    who_is_who,
)
SCREENS: tuple[type[TrackerScreen], ...] = (
    TodayScreen,
    PeopleScreen,
    PersonScreen,
    MapScreen,
    NetworkScreen,
    StoriesScreen,
    ProgrammeScreen,
    SettingsScreen,
)
ABSTRACT = {"Action", "OnPerson", "OnPrompt", "OnPromise", "OnSetting", "OnPane"}


def all_actions() -> list[type[Action]]:
    return [
        kind
        for module in MODULES
        for name, kind in vars(module).items()
        if inspect.isclass(kind)
        and issubclass(kind, Action)
        and name not in ABSTRACT
        and kind.__module__ == module.__name__
    ]


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


async def test_help_and_palette_show_them(tracker: Tracker) -> None:
    app = app_on(tracker)
    async with app.run_test(size=(120, 150)) as pilot:
        await press(pilot, "question_mark")
        offered = {row.record: row for row in app.screen.query_one(Ledger).items}
        for action in TodayScreen.actions().values():
            assert offered[action].detail == action.tooltip()
            assert offered[action].tail or not action.BINDING_KEY
        await press(pilot, "escape")
        palette = Actions(app.screen)
        named = [str(hit.text or "") for hit in [hit async for hit in palette.discover()]]
        for action in TodayScreen.actions().values():
            if action.IN_PALETTE and isinstance(app.screen, TrackerScreen):
                assert any(name.startswith(action.command()) for name in named) is (
                    action.applies(app.screen)
                )


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

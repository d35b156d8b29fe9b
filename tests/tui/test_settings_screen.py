"""Whatever can be set is seen, changed in its place by key or mouse, and holds at once."""

from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from champion_tracker.places import SETTINGS
from champion_tracker.tracker import Tracker
from champion_tracker.tracker.settings import settings_of
from champion_tracker.tracker.settings_schema import KINDS
from champion_tracker.tui.app import ChampionTracker, Leave
from champion_tracker.tui.dialogs.log_touch import LogTouchDialog
from champion_tracker.tui.screens.settings import SettingsScreen
from champion_tracker.tui.widgets.choice import Checks
from champion_tracker.tui.widgets.ledger import Ledger
from champion_tracker.tui.widgets.masthead import Masthead
from champion_tracker.tui.widgets.prompt_list import PromptList

from .looking import app_on, press, sees, text_of

SIZE = (110, 40)


def go_to(app: ChampionTracker, name: str) -> None:
    """Bring a setting to hand."""
    ledger = app.screen.query_one(Ledger)
    assert isinstance(app.screen, SettingsScreen)
    found = [getattr(row.record, "name", "") for row in ledger.items]
    ledger.cursor = found.index(name)


async def opened(pilot: Pilot[Leave], name: str) -> None:
    await press(pilot, "comma")
    go_to(pilot.app, name)  # type: ignore[arg-type]
    await pilot.pause()


async def typed(pilot: Pilot[Leave], text: str) -> None:
    await press(pilot, "enter")
    assert await sees(pilot, "Save")
    pilot.app.screen.query_one(Input).value = text
    await press(pilot, "enter")


async def test_every_setting_stands_there_with_what_it_is_for(tracker: Tracker) -> None:
    app = app_on(tracker)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "comma")
        rows = {row.name: row for row in app.screen.query_one(Ledger).items}
        for name, kind in KINDS.items():
            for key in [f"{name}.{entry}" for entry in kind.entries] or [name]:
                if key != "keys":
                    assert rows[key].text.startswith(kind.label)
                    assert rows[key].detail == f"{kind.purpose} · {key}"
        assert rows["keys.LogTouch"].text.startswith("Log a touch: a meeting")


async def test_settings_are_called_by_words_and_all_ways_to_change_one_fit(
    tracker: Tracker,
) -> None:
    app = app_on(tracker)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "comma")
        lines = text_of(app).splitlines()
        assert lines[1].rstrip().endswith("w only here")
        assert "Keep in touch: champion" in lines[3]
        assert "cadences.champion" in lines[4]
        assert all("_" not in row.text for row in app.screen.query_one(Ledger).items)


async def test_a_value_is_stepped_typed_and_put_back_and_the_file_keeps_its_comments(
    tracker: Tracker, own_files: Path
) -> None:
    own_files.mkdir()
    file = own_files / SETTINGS
    file.write_text("# mine\nclosed = 1 # strict\n")
    tracker.settle(settings_of(file))
    app = app_on(tracker)
    async with app.run_test(size=SIZE) as pilot:
        await opened(pilot, "horizon_days")
        await press(pilot, "right", "right")
        assert tracker.workspace.settings.horizon_days == 9
        go_to(app, "cadences.champion")
        await typed(pilot, "10 days")
        assert "10 days" in text_of(app)
        assert "yours, line" in text_of(app)
        assert file.read_text().startswith("# mine\nclosed = 1 # strict\n")
        await press(pilot, "escape")
        assert len(app.screen.query_one(PromptList).items) == len(tracker.agenda(9))
        await opened(pilot, "horizon_days")
        await press(pilot, "delete")
        assert "horizon_days" not in file.read_text()
        assert tracker.workspace.settings.horizon_days == 7


async def test_what_cannot_be_is_said_beside_it_and_can_be_typed_again(
    tracker: Tracker, own_files: Path
) -> None:
    app = app_on(tracker)
    async with app.run_test(size=SIZE) as pilot:
        await opened(pilot, "story_every")
        await typed(pilot, "whenever")
        assert "'story_every' wants a cadence" in text_of(app)
        assert not (own_files / SETTINGS).exists()
        app.screen.query_one(Input).value = "3 weeks"
        await press(pilot, "enter")
        assert tracker.workspace.settings.story_every == "3 weeks"
        await press(pilot, "enter", "x", "escape")
        assert tracker.workspace.settings.story_every == "3 weeks"
        assert isinstance(app.screen, SettingsScreen)


async def test_colours_and_keys_hold_at_once(tracker: Tracker) -> None:
    app = app_on(tracker)
    async with app.run_test(size=SIZE) as pilot:
        await opened(pilot, "theme")
        await press(pilot, "right")
        assert app.theme == "champion-light"
        go_to(app, "keymap")
        await press(pilot, "right")
        go_to(app, "keys.GoMap")
        await typed(pilot, "l")
        assert await sees(pilot, "'GoMap'")
        await press(pilot, "escape")
        await typed(pilot, "f5")
        await press(pilot, "escape", "f5")
        assert app.current_mode == "map"
        await press(pilot, "2", "j", "l")
        assert type(app.screen).__name__ == "PersonScreen"


async def test_privacy_by_channel_is_ticked_and_the_next_touch_follows_it(
    tracker: Tracker,
) -> None:
    app = app_on(tracker)
    async with app.run_test(size=SIZE) as pilot:
        await opened(pilot, "private_touches")
        await press(pilot, "enter", "2", "enter")
        assert tracker.workspace.settings.private_touches == ("call",)
        await press(pilot, "escape", "2", "l")
        assert isinstance(app.screen, LogTouchDialog)
        more = app.screen.query_one("#more", Checks)
        assert more.chosen == []
        await press(pilot, "c")
        assert more.chosen == ["private"]
        app.screen.query_one("#channel").focus()
        await press(pilot, "m")
        assert more.chosen == []


async def test_a_setting_can_hold_in_one_workspace_only(tracker: Tracker, tmp_path: Path) -> None:
    own, here = tmp_path / "own.toml", tmp_path / SETTINGS
    tracker.settle(settings_of(own, here))
    app = app_on(tracker)
    async with app.run_test(size=SIZE) as pilot:
        await opened(pilot, "closed")
        await press(pilot, "right", "w")
        assert here.read_text() == "closed = 3\n"
        assert "this workspace, line 1" in text_of(app)
        await press(pilot, "w")
        assert own.read_text() == "closed = 3\n"
        assert here.read_text() == ""


@pytest.mark.parametrize("size", [(80, 24), SIZE])
async def test_by_mouse(tracker: Tracker, size: tuple[int, int]) -> None:
    app = app_on(tracker)
    async with app.run_test(size=size) as pilot:
        await press(pilot)
        await pilot.click(Masthead, offset=(size[0] - 2, 0))
        await press(pilot)
        assert isinstance(app.screen, SettingsScreen)
        await pilot.click(Ledger, offset=(10, 3))
        await pilot.click(Ledger, offset=(10, 3), times=2)
        await press(pilot)
        assert app.screen.is_editing
        await press(pilot, "escape")
        go_to(app, "strong_reach")
        line = text_of(app).splitlines()[1]
        await pilot.click("#line", offset=(line.index("next value"), 0))
        await press(pilot)
        assert tracker.workspace.settings.strong_reach == 5


async def test_dark_or_light_is_remembered(tracker: Tracker, own_files: Path) -> None:
    app = app_on(tracker)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "f8")
        assert app.theme == "champion-light"
    assert (own_files / SETTINGS).read_text() == 'theme = "champion-light"\n'


async def test_a_theme_that_is_chosen_is_kept(tracker: Tracker, own_files: Path) -> None:
    app = app_on(tracker)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "f9", *"nord")
        assert await sees(pilot, "nord")
        await press(pilot, "enter", "enter")
        assert app.theme == "nord"
    assert (own_files / SETTINGS).read_text() == 'theme = "nord"\n'


async def test_a_setting_is_found_by_the_palette(tracker: Tracker) -> None:
    app = app_on(tracker)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "ctrl+p", *"grace days")
        assert await sees(pilot, "Set Days of grace for a promise · grace days   14")
        await press(pilot, "enter", "enter")
        assert isinstance(app.screen, SettingsScreen)
        assert app.screen.setting is not None
        assert app.screen.setting.name == "grace_days"

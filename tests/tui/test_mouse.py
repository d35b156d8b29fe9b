"""Everything that has a key can be clicked."""

from textual.widgets import Input

from champion_tracker.model import Channel
from champion_tracker.tracker import Tracker
from champion_tracker.tui.dialogs.base import Dialog
from champion_tracker.tui.dialogs.log_touch import LogTouchDialog
from champion_tracker.tui.screens.person import PersonScreen
from champion_tracker.tui.widgets.choice import Choice
from champion_tracker.tui.widgets.day_input import DayInput
from champion_tracker.tui.widgets.key_bar import KeyBar
from champion_tracker.tui.widgets.map_chart import MapChart
from champion_tracker.tui.widgets.masthead import Masthead
from champion_tracker.tui.widgets.people_table import PeopleTable
from champion_tracker.tui.widgets.prompt_list import PromptList

from .looking import app_on, press, text_of


async def test_navigation_rows_headings_and_keys(tracker: Tracker) -> None:
    app = app_on(tracker)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot)
        x = text_of(app).splitlines()[0].index("People")
        await pilot.click(Masthead, offset=(x, 0))
        await pilot.pause()
        assert app.current_mode == "people"
        table = app.screen.query_one(PeopleTable)
        await pilot.click(PeopleTable, offset=(5, 4))
        assert table.cursor == 3
        line = text_of(app).splitlines()[table.region.y]
        await pilot.click(PeopleTable, offset=(line.index("Standing"), 0))
        await pilot.pause()
        assert table.order.column == "standing"
        await pilot.click(PeopleTable, offset=(5, 2), times=2)
        await pilot.pause()
        assert isinstance(app.screen, PersonScreen)
        x = text_of(app).splitlines()[-1].index("Back")
        await pilot.click(KeyBar, offset=(x, 0))
        await pilot.pause()
        assert not isinstance(app.screen, PersonScreen)


async def test_an_answer_is_clicked_and_a_dialog_filled(tracker: Tracker) -> None:
    app = app_on(tracker)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot)
        listed = app.screen.query_one(PromptList)
        await pilot.click(PromptList, offset=(20, 3))
        assert listed.cursor == 1
        lines = text_of(app).splitlines()
        row = next(n for n, line in enumerate(lines) if "snooze" in line)
        await pilot.click(offset=(lines[row].index("snooze"), row))
        await pilot.pause()
        assert isinstance(app.screen, Dialog)
        await press(pilot, "escape", "l")
        assert isinstance(app.screen, LogTouchDialog)
        lines = text_of(app).splitlines()
        row = next(n for n, line in enumerate(lines) if "e-mail" in line)
        await pilot.click(offset=(lines[row].index("e-mail"), row))
        await pilot.pause()
        assert app.screen.query_one("#channel", Choice).value == Channel.EMAIL
        assert isinstance(app.focused, Input)


async def test_the_map_is_walked_by_keys_and_by_mouse(tracker: Tracker) -> None:
    app = app_on(tracker)
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "3")
        chart = app.screen.query_one(MapChart)
        assert chart.at_hand is not None
        await press(pilot, "left", "down")
        influence, openness = chart.place
        for seen in chart.here_now:
            assert (seen.influence, seen.openness) == (influence, openness)
        await pilot.click(MapChart, offset=(6, 1))
        assert chart.place == (5, 1)


async def test_the_word_before_a_field_leads_to_it(tracker: Tracker) -> None:
    app = app_on(tracker)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "2")
        await pilot.click("#filter > .label")
        assert isinstance(app.focused, Input)
        await press(pilot, "escape", "l")
        lines = text_of(app).splitlines()
        row = next(n for n, line in enumerate(lines) if "When" in line)
        await pilot.click(offset=(lines[row].index("When"), row))
        assert app.focused is app.screen.query_one(DayInput).query_one(Input)


async def test_all_are_marked_left_of_the_headings(tracker: Tracker) -> None:
    app = app_on(tracker)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "2")
        table = app.screen.query_one(PeopleTable)
        await pilot.click(table, offset=(0, 0))
        assert len(table.marked) == len(table.items) > 1
        await pilot.click(table, offset=(0, 0))
        assert not table.marked

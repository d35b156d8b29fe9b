"""Whatever was written is found while it is looked for, and opened where it stands."""

from champion_tracker.model import Interaction, Story
from champion_tracker.tracker import Tracker
from champion_tracker.tracker.touches import log
from champion_tracker.tracker.undoing import undo
from champion_tracker.tui.screens.person import PersonScreen
from champion_tracker.tui.screens.search import SearchScreen
from champion_tracker.tui.widgets.found_list import FoundList
from champion_tracker.tui.widgets.story import Story as StoryList

from .looking import app_on, press, sees, text_of, write


async def test_a_note_is_found_as_it_is_typed_and_opened_in_its_place(tracker: Tracker) -> None:
    app = app_on(tracker)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "ctrl+g")
        await write(pilot, "BÜDGET cliníc")
        assert await sees(pilot, "1 found")
        assert "Budget clinic. She asked what we would stop" in text_of(app)
        await press(pilot, "enter")
        assert isinstance(app.screen, PersonScreen)
        entry = app.screen.query_one(StoryList).at_hand
        assert entry is not None
        assert isinstance(entry.record, Interaction)
        assert entry.record.note.startswith("Budget clinic.")
        await press(pilot, "escape")
        assert isinstance(app.screen, SearchScreen)
        assert "1 found" in text_of(app)


async def test_what_was_looked_for_is_underlined(tracker: Tracker) -> None:
    app = app_on(tracker)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "ctrl+g")
        await write(pilot, "clinic")
        assert await sees(pilot, "1 found")
        marked = [
            segment.text
            for strip in app.screen._compositor.render_strips()
            for segment in strip
            if segment.style is not None and segment.style.underline
        ]
        assert "clinic" in marked


async def test_people_come_first_then_the_newest(tracker: Tracker) -> None:
    app = app_on(tracker)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "ctrl+g")
        await write(pilot, "the")
        assert await sees(pilot, " found")
        found = app.screen.query_one(FoundList)
        assert found.search is not None
        kinds = [found.search[n].id in tracker.workspace.people for n in range(len(found.search))]
        assert kinds == sorted(kinds, reverse=True)
        assert len(kinds) == len({found.search[n].id for n in range(len(found.search))})


async def test_what_is_written_meanwhile_is_found(tracker: Tracker) -> None:
    app = app_on(tracker)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "ctrl+g")
        await write(pilot, "zeppelin")
        assert await sees(pilot, "Nothing that was written")
        person = next(iter(tracker.workspace.people.values()))
        touch = log(tracker, [person], note="A Zeppelin over the town", private=True)
        assert await sees(pilot, "A Zeppelin over the town")
        assert f"{person.name} · private" in text_of(app)
        assert touch is not None
        undo(tracker)
        assert await sees(pilot, "Nothing that was written")


async def test_a_story_of_nobody_is_opened_itself(tracker: Tracker) -> None:
    story = next(s for s in tracker.workspace.stories.values() if isinstance(s, Story))
    app = app_on(tracker)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "ctrl+g")
        await write(pilot, story.title)
        assert await sees(pilot, "the programme's story")
        found = app.screen.query_one(FoundList)
        while found.record != story:
            await pilot.press("down")
        await press(pilot, "enter")
        assert await sees(pilot, "WHAT HAPPENED")


async def test_a_second_click_opens(tracker: Tracker) -> None:
    app = app_on(tracker)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "ctrl+g")
        await write(pilot, "clinic")
        assert await sees(pilot, "1 found")
        await pilot.click(FoundList, offset=(5, 1), times=2)
        await press(pilot)
        assert isinstance(app.screen, PersonScreen)

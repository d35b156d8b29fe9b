"""Stories, by keys: write one, tell it, see who has not heard it."""

from champion_tracker.model import Interaction, Telling
from champion_tracker.rules.stories import tellings_by_story, tellings_of
from champion_tracker.tracker import Tracker
from champion_tracker.tracker.people import add
from champion_tracker.tracker.stories import occasion
from champion_tracker.tui.dialogs.cards import StoryCard
from champion_tracker.tui.dialogs.reading import ReadingDialog
from champion_tracker.tui.screens.stories import StoriesScreen
from champion_tracker.tui.widgets.ledger import Ledger

from .looking import app_on, press, sees, text_of, write
from .sample import TODAY


async def test_a_story_is_written_and_told(empty: Tracker) -> None:
    ada = add(empty, "Ada Open", title="director", area="Roads", influence=4, openness=5)
    app = app_on(empty)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await press(pilot, "5", "T")
        assert await sees(pilot, "No story is written yet")
        assert "None yet. S writes the first" in text_of(app)
        await press(pilot, "S")
        await write(pilot, "The bridge reopened early")
        await press(pilot, "enter", "tab", "tab", "tab")
        await write(pilot, "Roads, Budget")
        await press(pilot, "ctrl+s")
        (story,) = empty.workspace.stories.values()
        assert (story.title, story.areas, story.on) == (
            "The bridge reopened early",
            ("Roads", "Budget"),
            TODAY,
        )
        assert "WHICH AREA HAS HEARD WHAT" in text_of(app)
        assert app.screen.query_one(Ledger).cursor > 0
        await press(pilot, "enter")
        assert isinstance(app.screen, StoryCard)
        assert await sees(pilot, "The bridge reopened early")
        await press(pilot, "escape")

        await press(pilot, "2", "5")
        assert await sees(pilot, "TO TELL Ada Open")
        assert "concerns Roads" in text_of(app)
        await press(pilot, "T", "m", "enter", "5", "ctrl+s")
        (told,) = tellings_of(empty.workspace, story.id)
        assert (told.person_ids, told.landed) == ((ada.id,), 2)
        assert any(isinstance(record, Interaction) for record in empty.history(ada))
        shown = text_of(app)
        assert "They have heard everything that there is" in shown
        assert "heard today" in shown
        await press(pilot, "u")
        assert tellings_of(empty.workspace, story.id) == []


async def test_an_area_is_told_from_its_line(empty: Tracker) -> None:
    add(empty, "Ada Open", title="director", influence=4, openness=5)
    app = app_on(empty)
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "5", "S")
        await write(pilot, "The bridge reopened early")
        await press(pilot, "enter", "tab", "tab", "tab")
        await write(pilot, "Budget")
        await press(pilot, "ctrl+s", "home")
        screen = app.screen
        assert isinstance(screen, StoriesScreen)
        assert screen.area == "Budget"
        assert "NOT HEARD THERE" in text_of(app)
        await press(pilot, "T", "p", "ctrl+s")
        (told,) = empty.workspace.tellings.values()
        assert isinstance(told, Telling)
        assert (told.area, told.channel, told.person_ids) == ("Budget", "presentation", ())
        assert tellings_by_story(empty.workspace) == {told.story_id: [told]}


async def test_an_occasion_is_opened_to_write_its_story(empty: Tracker) -> None:
    made = occasion(empty, "The flood", areas=["Roads"])
    app = app_on(empty)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "5", "home")
        assert await sees(pilot, "WAITING FOR THEIR STORY")
        await press(pilot, "enter")
        await write(pilot, "How we kept the roads open")
        await press(pilot, "ctrl+s")
        (story,) = empty.workspace.stories.values()
        assert story.areas == ("Roads",)
        assert empty.workspace.occasions[made.id].story_id == story.id
        assert "WAITING FOR THEIR STORY" not in text_of(app)


async def test_the_demo_says_who_has_not_heard_what(tracker: Tracker) -> None:
    app = app_on(tracker)
    async with app.run_test(size=(160, 45)) as pilot:
        await press(pilot, "5")
        assert await sees(pilot, "WHICH AREA HAS HEARD WHAT")
        await press(pilot, "end")
        assert await sees(pilot, "ALL STORIES")
        await press(pilot, "enter")
        assert isinstance(app.screen, ReadingDialog)
        assert "CONCERNS" in text_of(app)
        await press(pilot, "escape")
        assert isinstance(app.screen, StoriesScreen)

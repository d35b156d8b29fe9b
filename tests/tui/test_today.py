"""Today's prompts that concern nobody in particular are answered where they stand."""

from datetime import timedelta

import pytest
from textual.widgets import Input

from champion_tracker.model import Occasion, Prompt, PromptKind
from champion_tracker.tracker import Tracker, goals, objections, people, stories, touches
from champion_tracker.tui.app import ChampionTracker
from champion_tracker.tui.dialogs.goal import MeasureDialog
from champion_tracker.tui.dialogs.objection import ObjectionDialog
from champion_tracker.tui.dialogs.tell_story import TellStoryDialog
from champion_tracker.tui.dialogs.write_story import WriteStoryDialog
from champion_tracker.tui.screens.programme import ProgrammeScreen
from champion_tracker.tui.widgets.prompt_list import PromptList

from .looking import app_on, comes, press, sees, write
from .sample import TODAY


def stand_at(app: ChampionTracker, beginning: str) -> Prompt:
    """Put the cursor on the first prompt whose key begins so."""
    listed = app.screen.query_one(PromptList)
    listed.cursor = next(n for n, p in enumerate(listed.items) if p.key.startswith(beginning))
    prompt = listed.at_hand
    assert prompt is not None
    return prompt


@pytest.mark.parametrize("key", ["d", "enter"])
async def test_a_goal_not_measured_lately_takes_its_reading(empty: Tracker, key: str) -> None:
    goal = goals.goal(empty, "answers while they help", measure="minutes")
    goal = goals.measure_goal(empty, goal, 52, on=TODAY - timedelta(120))
    app = app_on(empty)
    async with app.run_test(size=(80, 24)) as pilot:
        people.add(empty, "Ada Example")
        await press(pilot, "2", "1")
        stand_at(app, f"follow_up:{goal.id}")
        assert await sees(pilot, "measure it")
        await press(pilot, key)
        assert isinstance(app.screen, MeasureDialog)
        await write(pilot, "38")
        await press(pilot, "enter")
        assert [r.value for r in empty.workspace.goals[goal.id].readings] == [52, 38]
        assert not [p for p in empty.agenda() if p.kind is PromptKind.FOLLOW_UP]


async def test_what_somebody_fears_takes_what_we_do_about_it(empty: Tracker) -> None:
    ada = people.add(empty, "Ada Example")
    touches.log(empty, [ada])
    feared = objections.object_to(empty, ada, "it leaks", on=TODAY - timedelta(20))
    app = app_on(empty)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "1")
        stand_at(app, f"follow_up:{feared.id}")
        await press(pilot, "d")
        assert isinstance(app.screen, ObjectionDialog)
        assert app.screen.focused is not None
        assert app.screen.focused.id == "mitigation"
        await write(pilot, "it is kept apart")
        await press(pilot, "ctrl+s")
        assert empty.workspace.objections[feared.id].mitigation == "it is kept apart"


@pytest.mark.parametrize("key", ["d", "S", "enter"])
async def test_an_occasion_takes_its_story(tracker: Tracker, key: str) -> None:
    app = app_on(tracker)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "1")
        occasion = tracker.workspace.occasions[stand_at(app, "story:occasion:").key.split(":")[2]]
        await press(pilot, key)
        assert isinstance(app.screen, WriteStoryDialog)
        assert isinstance(app.screen.occasion, Occasion)
        await write(pilot, "Nine hours dry")
        await press(pilot, "ctrl+s")
        (written,) = [s for s in tracker.workspace.stories.values() if s.title == "Nine hours dry"]
        assert tracker.workspace.occasions[occasion.id].story_id == written.id


@pytest.mark.parametrize("key", ["T", "d", "enter"])
async def test_an_area_that_waits_is_told_what_it_has_not_heard(tracker: Tracker, key: str) -> None:
    told = stories.write(tracker, "Eleven minutes", areas=["People and Culture"])
    app = app_on(tracker)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "1")
        stand_at(app, "story:area:people and culture")
        await press(pilot, key)
        assert isinstance(app.screen, TellStoryDialog)
        assert app.screen.query_one("#area", Input).value == "People and Culture"
        await press(pilot, "ctrl+s")
        heard = [t for t in tracker.workspace.tellings.values() if t.story_id == told.id]
        assert [t.area for t in heard] == ["People and Culture"]


async def test_a_bare_area_leads_to_the_programme(tracker: Tracker) -> None:
    app = app_on(tracker)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "1")
        assert stand_at(app, "coverage:area:").person == ""
        await press(pilot, "enter")
        assert isinstance(app.screen, ProgrammeScreen)


async def test_what_an_undo_brings_back_is_at_hand_again(tracker: Tracker) -> None:
    app = app_on(tracker)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "1")
        promised = stand_at(app, "promise:")
        await press(pilot, "b")
        listed = app.screen.query_one(PromptList)
        assert await comes(pilot, lambda: listed.at_hand != promised)
        await press(pilot, "u")
        assert await comes(pilot, lambda: listed.at_hand == promised)

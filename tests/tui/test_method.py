"""The method's words written by keys: asks, objections, goals, seats, occasions, promises."""

from datetime import timedelta
from pathlib import Path

import pytest
from textual.widgets import Input

from champion_tracker.model import (
    AskStatus,
    Interaction,
    ObjectionStatus,
    Outcome,
    Person,
    Promise,
    PromptKind,
    Proof,
)
from champion_tracker.rules.champion_test import Verdict
from champion_tracker.tracker import Tracker, people, promises, stories, touches
from champion_tracker.tui.dialogs.ask import AskDialog
from champion_tracker.tui.dialogs.base import Dialog
from champion_tracker.tui.dialogs.cards import Card
from champion_tracker.tui.dialogs.objection import ObjectionDialog
from champion_tracker.tui.screens.programme import ProgrammeScreen
from champion_tracker.tui.widgets.ledger import Ledger
from champion_tracker.tui.widgets.prompt_list import PromptList

from .looking import app_on, press, sees, text_of, write
from .sample import TODAY


@pytest.fixture
def ada(empty: Tracker) -> Person:
    """Somebody whom one knows."""
    return people.add(empty, "Ada Example", title="Chief of Finance", area="Finance")


async def test_an_ask_is_written_flagged_and_answered_at_one_key(
    empty: Tracker, ada: Person
) -> None:
    app = app_on(empty)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "2", "K")
        await write(pilot, "half a post")
        await press(pilot, "tab")
        await write(pilot, "Saturdays stay dark")
        await press(pilot, "ctrl+s")
        (known,) = empty.workspace.asks.values()
        assert (known.person_id, known.what) == (ada.id, "half a post")
        assert (known.without, known.status) == ("Saturdays stay dark", AskStatus.DRAFTED)

        await press(pilot, "enter", "enter")
        assert await sees(pilot, "Saturdays stay dark")
        await press(pilot, "g")
        (known,) = empty.workspace.asks.values()
        assert (known.status, known.answered_on) == (AskStatus.GRANTED, TODAY)
        assert await sees(pilot, "Asked of them: granted")
        await press(pilot, "u")
        (known,) = empty.workspace.asks.values()
        assert known.status is AskStatus.DRAFTED


async def test_an_objection_with_its_proof_softens_at_one_key(empty: Tracker, ada: Person) -> None:
    told = stories.write(empty, "Eleven minutes", areas=["Finance"])
    app = app_on(empty)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "2", "O")
        await write(pilot, "somebody promises money")
        await press(pilot, "tab", "3", "4")
        await write(pilot, "eleven forbidden phrases")
        await press(pilot, "tab")
        await write(pilot, "Rail: answers; 3 steps, 1 day")
        await press(pilot, "tab", "1", "ctrl+s")
        (known,) = empty.workspace.objections.values()
        assert (known.risk, known.likelihood, known.impact) == ("somebody promises money", 3, 4)
        assert known.mitigation == "eleven forbidden phrases"
        assert known.proofs == (Proof(who="Rail", what="answers", steps=3, days=1),)
        assert known.story_ids == (told.id,)

        await press(pilot, "enter", "enter", "o")
        (known,) = empty.workspace.objections.values()
        assert (known.status, known.changed_on) == (ObjectionStatus.SOFTENED, TODAY)
        await press(pilot, "enter", "e", "ctrl+s")
        assert list(empty.workspace.objections.values()) == [known], "looking changes nothing"


async def test_a_goal_is_written_shared_and_measured(empty: Tracker, ada: Person) -> None:
    app = app_on(empty)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "M")
        await write(pilot, "answers while they help")
        await press(pilot, "tab")
        await write(pilot, "Trusted")
        await press(pilot, "tab")
        await write(pilot, "minutes")
        await press(pilot, "tab")
        await write(pilot, "12,5")
        await press(pilot, "ctrl+s")
        (goal,) = empty.workspace.goals.values()
        assert (goal.aim, goal.measure, goal.target) == ("Trusted", "minutes", 12.5)

        await press(pilot, "6")
        await _go_to(app.screen, "1 goal open")
        await press(pilot, "enter", "e", "a", "d", "a", "enter")
        await press(pilot, "ctrl+s")
        (goal,) = empty.workspace.goals.values()
        assert goal.leader_ids == (ada.id,)
        await press(pilot, "enter", "m")
        await write(pilot, "38")
        await press(pilot, "enter")
        (goal,) = empty.workspace.goals.values()
        assert [(reading.on, reading.value) for reading in goal.readings] == [(TODAY, 38.0)]


async def _go_to(screen: object, words: str) -> None:
    assert isinstance(screen, ProgrammeScreen)
    ledger = screen.query_one(Ledger)
    ledger.cursor = next(n for n, row in enumerate(ledger.items) if words in row.text)


async def test_a_seat_is_held_emptied_and_given_an_heir(empty: Tracker, ada: Person) -> None:
    app = app_on(empty)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "2", "C", "ctrl+s")
        (seat,) = empty.workspace.seats.values()
        assert (seat.title, seat.area, seat.holder_id) == ("Chief of Finance", "Finance", ada.id)
        await press(pilot, "6")
        await _go_to(app.screen, "Chief of Finance")
        await press(pilot, "enter", "v")
        (seat,) = empty.workspace.seats.values()
        assert seat.holder_id == ""
        await press(pilot, "enter", "e", "a", "d", "a", "enter", "a")
        await press(pilot, "ctrl+s")
        (seat,) = empty.workspace.seats.values()
        assert (seat.holder_id, seat.acting) == (ada.id, True)


async def test_an_occasion_hands_over_to_its_story(empty: Tracker) -> None:
    app = app_on(empty)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "H")
        await write(pilot, "a burst main")
        await press(pilot, "ctrl+s", "6")
        await _go_to(app.screen, "1 occasion without a story")
        await press(pilot, "enter", "S")
        await write(pilot, "Nine hours dry")
        await press(pilot, "ctrl+s")
        (story,) = empty.workspace.stories.values()
        (occasion,) = empty.workspace.occasions.values()
        assert occasion.story_id == story.id


@pytest.mark.parametrize(
    ("key", "outcome"),
    [("k", Outcome.KEPT), ("b", Outcome.BROKEN), ("w", Outcome.WITHDRAWN), ("n", Outcome.OPEN)],
)
async def test_a_promise_is_answered_at_one_key(
    empty: Tracker, ada: Person, key: str, outcome: Outcome
) -> None:
    promises.promise(empty, ada, "speak for us", TODAY)
    app = app_on(empty)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "2", "enter", "enter", key)
        (made,) = [r for r in empty.history(ada) if isinstance(r, Promise)]
        assert made.outcome is outcome
        if outcome is Outcome.OPEN:
            assert made.due == TODAY + timedelta(weeks=1)


async def test_what_a_touch_shows_of_a_champion_is_said_afterwards(
    empty: Tracker, ada: Person
) -> None:
    touches.log(empty, [ada], note="lent us her Monday round")
    app = app_on(empty)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "2", "enter")
        for key in ("p", "s", "t"):
            await press(pilot, "enter", key)
        assert empty.profile(ada).champion_test.verdict is Verdict.CONFIRMED
        await press(pilot, "enter", "e", "h", "ctrl+s")
        (touch,) = [r for r in empty.history(ada) if isinstance(r, Interaction)]
        assert (touch.channel, touch.note) == ("hallway", "lent us her Monday round")
        assert len(touch.shows) == 3


async def test_every_next_action_of_the_demo_opens_something(tracker: Tracker) -> None:
    app = app_on(tracker)
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot, "6")
        screen = app.screen
        assert isinstance(screen, ProgrammeScreen)
        ledger = screen.query_one(Ledger)
        steps = [n for n, row in enumerate(ledger.items) if row.glyph == "→"]
        assert len(steps) == 5
        for step in steps:
            ledger.cursor = step
            await press(pilot, "enter")
            assert isinstance(app.screen, Dialog | Card) or app.screen is not screen
            await press(pilot, "escape")


async def test_a_flagged_record_opens_in_its_dialog(tracker: Tracker) -> None:
    app = app_on(tracker)
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot, "6")
        screen = app.screen
        assert isinstance(screen, ProgrammeScreen)
        kinds: dict[str, type[Dialog]] = {"ask": AskDialog, "objection": ObjectionDialog}
        for row in screen.query_one(Ledger).items:
            action = row.record
            verb = getattr(action, "verb", "")
            if verb in kinds:
                await _go_to(screen, row.text)
                await press(pilot, "enter")
                assert isinstance(app.screen, kinds[verb])
                await press(pilot, "escape")


@pytest.mark.parametrize("words", ["a lot", "1e999"])
async def test_what_is_no_number_is_said_and_kept(empty: Tracker, words: str) -> None:
    app = app_on(empty)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "M")
        await write(pilot, "answers")
        await press(pilot, "tab", "tab", "tab")
        await write(pilot, words)
        await press(pilot, "ctrl+s")
        assert await sees(pilot, "number")
        assert words in text_of(app)
        assert not empty.workspace.goals


async def test_a_move_is_planned_with_its_day_and_its_actions(empty: Tracker, ada: Person) -> None:
    app = app_on(empty)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "2", "a", "5", "3", "n", "l")
        await write(pilot, "holds the purse")
        await press(pilot, "tab")
        await write(pilot, "in 2 months")
        await press(pilot, "tab")
        await write(pilot, "lunch, then the flood figures")
        await press(pilot, "tab", "y", "n", "ctrl+s")
        judged = empty.profile(ada).assessment
        assert judged is not None
        assert (judged.desired, judged.moves) == ("leading", "lunch, then the flood figures")
        assert judged.desired_by == TODAY.replace(year=TODAY.year + 1, month=1)
        assert (judged.legitimacy, judged.urgency) == (True, False)
        await press(pilot, "a", "equals_sign")
        await press(pilot, "a", "4", "4", "s", "l", "ctrl+s", "3", "v")
        assert await sees(pilot, "C↑")
        assert "D 23 Jan" in text_of(app)


async def test_the_report_is_seen_before_it_is_written(tracker: Tracker, tmp_path: Path) -> None:
    app = app_on(tracker)
    async with app.run_test(size=(100, 40)) as pilot:
        await press(pilot, "6", "B")
        assert await sees(pilot, "# Executive champions, October 2026")
        place = tmp_path / "october.md"
        app.screen.query_one("#place", Input).value = str(place)
        await press(pilot, "ctrl+s")
        assert "## Stories told" in place.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("key", "outcome"),
    [("d", Outcome.KEPT), ("b", Outcome.BROKEN), ("X", Outcome.WITHDRAWN), ("z", Outcome.OPEN)],
)
async def test_was_it_kept_is_answered_on_today(
    empty: Tracker, ada: Person, key: str, outcome: Outcome
) -> None:
    touches.log(empty, [ada])
    promises.promise(empty, ada, "speak for us", TODAY)
    app = app_on(empty)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "1")
        listed = app.screen.query_one(PromptList)
        listed.cursor = next(n for n, p in enumerate(listed.items) if p.kind is PromptKind.PROMISE)
        await press(pilot, key)
        (made,) = [r for r in empty.history(ada) if isinstance(r, Promise)]
        assert (made.outcome, made.due > TODAY) == (outcome, outcome is Outcome.OPEN)

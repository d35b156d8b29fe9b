"""Network and promises, by keys: walk, enter a tie, take it back, see who opens a door."""

from champion_tracker.model import Person, Promise, Relation
from champion_tracker.model.promise import Outcome
from champion_tracker.rules.neighbours import most_tied
from champion_tracker.tracker import Tracker
from champion_tracker.tracker.people import add
from champion_tracker.tracker.ties import ties_of
from champion_tracker.tui.screens.network import NetworkScreen
from champion_tracker.tui.screens.person import PersonScreen

from .looking import app_on, press, sees, text_of, write
from .places import PLACES, go
from .sample import TODAY, empty_tracker


def three_people() -> tuple[Tracker, Person, Person, Person]:
    tracker = empty_tracker()
    friend = add(tracker, "Ada Open", title="adviser", influence=2, openness=5)
    chief = add(tracker, "Bela Chief", title="deputy", influence=5, openness=3)
    clerk = add(tracker, "Cyra Clerk", title="assistant")
    return tracker, friend, chief, clerk


async def test_a_tie_is_entered_in_few_keys_and_opens_a_door() -> None:
    tracker, friend, chief, _ = three_people()
    app = app_on(tracker)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "2", "home", "4")
        assert await sees(pilot, "None on record: t enters one.")
        assert "Ask them: openness 5 of 5" in text_of(app)
        await press(pilot, "t", "e", "b", "e", "l", "enter", "3")
        (made,) = ties_of(tracker, friend)
        assert (made.relation, made.other_id, made.strength) == (Relation.EAR, chief.id, 3)
        shown = text_of(app)
        assert "HAS THE EAR OF  1" in shown
        assert "≡ close" in shown
        await press(pilot, "4")
        shown = text_of(app)
        assert "WHO HAS THEIR EAR  1" in shown
        assert "Ada Open → Bela Chief" in shown
        assert "by Ada Open: Ada Open has the ear of Bela Chief" in shown
        await press(pilot, "escape")
        assert "HAS THE EAR OF  1" in text_of(app)
        await press(pilot, "x")
        assert ties_of(tracker, friend) == []
        await press(pilot, "u")
        assert len(ties_of(tracker, friend)) == 1


async def test_a_tie_can_be_entered_from_its_other_end() -> None:
    tracker, friend, _, clerk = three_people()
    app = app_on(tracker)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "2", "home", "t", "S")
        await write(pilot, "cyr")
        await press(pilot, "enter", "1")
        (made,) = ties_of(tracker, friend)
        assert (made.person_id, made.relation) == (clerk.id, Relation.ASSISTS)
        await press(pilot, "4")
        assert await sees(pilot, "WHO ASSISTS THEM  1")
        await press(pilot, "enter")
        assert isinstance(app.screen, PersonScreen)
        assert app.screen.person_id == clerk.id
        await press(pilot, "4")
        assert await sees(pilot, "Cyra Clerk   reach")
        assert isinstance(app.screen, NetworkScreen)
        assert app.screen.centre == clerk
        assert "ASSISTS  1" in text_of(app)


async def test_nobody_is_tied_to_themselves() -> None:
    tracker, friend, *_ = three_people()
    app = app_on(tracker)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "2", "home", "t", "a")
        await write(pilot, "ada")
        await press(pilot, "enter", "2")
        assert await sees(pilot, "cannot be tied to themselves")
        assert ties_of(tracker, friend) == []


async def test_the_demo_has_a_network_and_sections_to_jump(tracker: Tracker) -> None:
    app = app_on(tracker)
    async with app.run_test(size=(160, 45)) as pilot:
        await press(pilot, "4")
        screen = app.screen
        assert isinstance(screen, NetworkScreen)
        middle = most_tied(tracker.workspace)
        assert middle is not None
        screen.go_around(middle)
        first = screen.row
        await press(pilot, "v")
        assert screen.row != first
        await press(pilot, "end", "pagedown", "pageup", "pageup", "home")
        assert screen.row == first


async def test_an_empty_network_teaches(empty: Tracker) -> None:
    app = app_on(empty)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "4", "v", "enter", "pagedown", "x")
        assert "who has whose ear?" in text_of(app)


async def test_promises_of_both_sides() -> None:
    tracker, friend, *_ = three_people()
    app = app_on(tracker)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "2", "home", "P", "t")
        await write(pilot, "will open the board meeting")
        await press(pilot, "enter")
        await write(pilot, "in 3 days")
        await press(pilot, "enter", "P", "o")
        await write(pilot, "the figures")
        await press(pilot, "enter", "enter")
        made = [record for record in tracker.history(friend) if isinstance(record, Promise)]
        assert [(p.text, p.ours, p.outcome) for p in made] == [
            ("will open the board meeting", False, Outcome.OPEN),
            ("the figures", True, Outcome.OPEN),
        ]
        assert [(p.due - TODAY).days for p in made] == [3, 14]
        await press(pilot, "u")
        left = [record for record in tracker.history(friend) if isinstance(record, Promise)]
        assert [p.text for p in left] == ["will open the board meeting"]


async def test_who_goes_elsewhere_is_asked_about_with_the_ties_that_stay_behind(
    tracker: Tracker,
) -> None:
    app = app_on(tracker)
    async with app.run_test(size=(80, 24)) as pilot:
        await go(pilot, PLACES["ties in doubt"].steps)
        text = text_of(app)
        assert "☑ Ingrid Thorvald-Adeyemi reports to Gwendolyn Achterberg" in text
        assert "☐ Ingrid Thorvald-Adeyemi ally of Amara Nwosu-Keller" in text
        before = {tie.id for tie in tracker.workspace.ties.values() if tie.is_open}
        await press(pilot, "ctrl+s")
        after = {tie.id for tie in tracker.workspace.ties.values() if tie.is_open}
        assert len(before - after) == 1
        await press(pilot, "u")
        assert {tie.id for tie in tracker.workspace.ties.values() if tie.is_open} == before

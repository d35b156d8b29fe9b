"""What a user does in a day, by keys."""

from datetime import date
from pathlib import Path

import pytest

from champion_tracker.model import Channel, Interaction, Person
from champion_tracker.tracker import Tracker
from champion_tracker.tracker.opening import open_tracker
from champion_tracker.tracker.people import add
from champion_tracker.tui.app import Leave
from champion_tracker.tui.dialogs.base import Dialog
from champion_tracker.tui.dialogs.log_touch import LogTouchDialog
from champion_tracker.tui.screens.person import PersonScreen
from champion_tracker.tui.widgets.people_table import PeopleTable
from champion_tracker.tui.widgets.prompt_list import PromptList

from .looking import app_on, comes, press, sees, text_of, write
from .sample import TODAY


def only_person(tracker: Tracker) -> Person:
    (person,) = tracker.workspace.people.values()
    return person


async def test_from_nobody_to_a_reassessment_and_back(empty: Tracker) -> None:
    app = app_on(empty)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "n")
        await write(pilot, "ada example")
        await press(pilot, "enter")
        await write(pilot, "chief of staff")
        await press(pilot, "ctrl+s")
        ada = only_person(empty)
        assert (ada.name, ada.positions[0].title) == ("ada example", "chief of staff")

        await press(pilot, "2", "l", "c", "enter")
        await write(pilot, "wants one figure")
        await press(pilot, "ctrl+s")
        (touch,) = empty.history(ada)
        assert isinstance(touch, Interaction)
        assert (touch.channel, touch.note, touch.on) == (Channel.CALL, "wants one figure", TODAY)

        await press(pilot, "a", "4", "5", "s", "l")
        await write(pilot, "she asked first")
        await press(pilot, "ctrl+s")
        judged = empty.profile(only_person(empty)).assessment
        assert judged is not None
        assert (judged.influence, judged.openness, judged.engagement) == (4, 5, "supportive")
        assert (judged.desired, judged.why) == ("leading", "she asked first")

        await press(pilot, "m")
        await write(pilot, "deputy minister")
        await press(pilot, "ctrl+s")
        now = only_person(empty).current_positions(TODAY)
        assert [position.title for position in now] == ["deputy minister"]
        assert empty.profile(only_person(empty)).standing == "unassessed"

        await press(pilot, "2", "a", "equals_sign")
        again = empty.profile(only_person(empty)).assessment
        assert again is not None
        assert again.unchanged

        await press(pilot, "u")
        assert empty.profile(only_person(empty)).standing == "unassessed"
        await press(pilot, "u")
        now = only_person(empty).current_positions(TODAY)
        assert [position.title for position in now] == ["chief of staff"]


@pytest.mark.parametrize(
    ("first", "keys"),
    [
        (["2", "home"], ["l", "e", "yesterday", "enter", "both agreed", "ctrl+s"]),
        (["2", "slash", *"zzz", "enter"], None),
    ],
    ids=["at hand", "by name"],
)
async def test_a_touch_takes_six_keys_besides_the_words(
    tracker: Tracker, first: list[str], keys: list[str] | None
) -> None:
    keys = keys or ["l", "ing,", "mar", "enter", "e", "yesterday", "enter", "both agreed", "ctrl+s"]
    words = [key for key in keys if len(key) > 1 and key not in ("enter", "ctrl+s")]
    assert len(keys) - len(words) + sum("," in word for word in words) <= 6
    app = app_on(tracker)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, *first)
        for key in keys:
            if key == "both agreed":
                assert "Sun 22 Nov 2026" in text_of(app)
            await (press(pilot, *key) if key in words else press(pilot, key))
        (commit, *_) = tracker.store.commits()
        (touch,) = (e.after for e in commit.edits if isinstance(e.after, Interaction))
        assert touch.channel == Channel.EMAIL
        assert touch.on == date(2026, 11, 22)
        assert touch.note == "both agreed"
        names = [tracker.workspace.people[who].name for who in touch.person_ids]
        if first[1] == "slash":
            assert [name.split()[0] for name in names] == ["Ingrid", "Marcus"]


async def test_answering_goes_on_to_the_next(tracker: Tracker) -> None:
    app = app_on(tracker)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await press(pilot)
        listed = app.screen.query_one(PromptList)
        before = [prompt.key for prompt in listed.items]
        await press(pilot, "s", "n")
        assert listed.at_hand is not None
        assert listed.at_hand.key == before[1]
        await press(pilot, "x")
        await write(pilot, "not now")
        await press(pilot, "enter")
        assert listed.at_hand.key == before[2]
        assert await sees(pilot, "Dismissed the")
        await press(pilot, "u", "u")
        assert [prompt.key for prompt in listed.items] == before


async def test_escape_loses_nothing(tracker: Tracker) -> None:
    app = app_on(tracker)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "2", "l", "c", "enter")
        await write(pilot, "half a thought")
        await press(pilot, "escape")
        assert not isinstance(app.screen, Dialog)
        await press(pilot, "l")
        assert isinstance(app.screen, LogTouchDialog)
        assert app.screen.state()["note"] == "half a thought"
        assert app.screen.state()["channel"] == Channel.CALL
        await press(pilot, "ctrl+l")
        assert app.screen.state()["note"] == ""
        await press(pilot, "ctrl+l")
        assert app.screen.state()["note"] == "half a thought"
        await press(pilot, "ctrl+l")
        await press(pilot, "escape", "l")
        assert app.screen.state()["note"] == ""


async def test_leaving_asks_before_something_typed_is_lost(tracker: Tracker) -> None:
    app = app_on(tracker)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "2", "l", "c", "enter")
        await write(pilot, "half a thought")
        await press(pilot, "ctrl+q")
        assert await sees(pilot, "1 draft would be lost")
        await press(pilot, "n")
        assert isinstance(app.screen, LogTouchDialog)
        await press(pilot, "escape", "q")
        assert await sees(pilot, "1 draft would be lost")
        await press(pilot, "y")
    assert app.return_value is Leave.BY_CHOICE


async def test_the_key_by_which_one_leaves_pressed_twice_leaves(tracker: Tracker) -> None:
    app = app_on(tracker)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "2", "l", "c", "enter")
        await write(pilot, "half a thought")
        await press(pilot, "ctrl+q", "ctrl+q")
    assert app.return_value is Leave.BY_CHOICE


@pytest.mark.parametrize("way", ["ctrl+q", "palette", "beside"])
async def test_however_one_leaves_the_note_is_there_again(tmp_path: Path, way: str) -> None:
    tracker = open_tracker(str(tmp_path / "w"))
    add(tracker, "Ada Example")
    app = app_on(tracker)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "2", "l", "c", "enter")
        await write(pilot, "half a thought")
        match way:
            case "beside":
                await pilot.click(offset=(0, 12))
                assert not isinstance(app.screen, Dialog)
            case "palette":
                await press(pilot, "escape", "ctrl+p", *"quit")
                assert await sees(pilot, "Quit")
                await press(pilot, "enter")
            case key:
                await press(pilot, key)
                assert await sees(pilot, "kept as a draft")
                await press(pilot, "y")
    tracker.close()
    again = open_tracker(str(tmp_path / "w"))
    app = app_on(again)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "2", "l")
        assert isinstance(app.screen, LogTouchDialog)
        assert app.screen.state()["note"] == "half a thought"
    again.close()


async def test_what_cannot_be_taken_is_said_and_stays(tracker: Tracker) -> None:
    app = app_on(tracker)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "2", "f")
        await write(pilot, "ring her")
        await press(pilot, "enter")
        await write(pilot, "2026-02-30")
        await press(pilot, "ctrl+s")
        assert isinstance(app.screen, Dialog)
        assert "There is no day 2026-02-30" in text_of(app)


async def test_one_is_taken_to_the_day_that_is_none(tracker: Tracker) -> None:
    app = app_on(tracker)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "l", "c")
        await write(pilot, "yesterdy")
        await press(pilot, "tab", "tab", "ctrl+s")
        assert await sees(pilot, "is not a day. Write")
        before = len(list(tracker.store.commits()))
        await write(pilot, "yesterday")
        await press(pilot, "ctrl+s")
        assert len(list(tracker.store.commits())) == before + 1


async def test_who_was_added_is_at_hand(tracker: Tracker) -> None:
    app = app_on(tracker)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "n")
        await write(pilot, "Ada Example")
        app.screen.query_one("#every").focus()
        await write(pilot, "every 10 days")
        await press(pilot, "ctrl+s")
        assert isinstance(app.screen, PersonScreen)
        ada = app.screen.person
        assert ada is not None
        assert (ada.name, ada.plan.every) == ("Ada Example", "10 days")
        await press(pilot, "u")
        assert not isinstance(app.screen, PersonScreen)


async def test_while_a_filter_is_written_it_says_which_fields_there_are(tracker: Tracker) -> None:
    app = app_on(tracker)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "2")
        assert "touched:>60d due:week" not in text_of(app)
        await press(pilot, "slash")
        assert "touched:>60d due:week" in text_of(app)
        await press(pilot, *"bogus:1")
        assert "touched:>60d due:week" not in text_of(app)
        assert "There is no query field 'bogus:'" in text_of(app)
        await press(pilot, *["backspace"] * 7)
        assert "touched:>60d due:week" in text_of(app)
        await press(pilot, "enter")
        assert "touched:>60d due:week" not in text_of(app)


async def test_the_filter_speaks_the_query_language(tracker: Tracker) -> None:
    app = app_on(tracker)
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "2", "slash")
        await write(pilot, "standing:det")
        table = app.screen.query_one(PeopleTable)
        assert {tracker.profile(person).standing for person in table.items} == {"detractor"}
        await write(pilot, " inflence:4")
        assert "Did you mean 'influence:'?" in text_of(app)
        await press(pilot, "escape", "escape")
        assert len(table.items) == len(tracker.select())


async def test_a_person_is_opened_and_their_story_filtered(tracker: Tracker) -> None:
    app = app_on(tracker)
    async with app.run_test(size=(160, 45)) as pilot:
        await press(pilot, "ctrl+f")
        await write(pilot, "ing")
        await press(pilot, "enter")
        assert isinstance(app.screen, PersonScreen)
        assert app.screen.person is not None
        assert app.screen.person.name.startswith("Ingrid")
        await press(pilot, "v", "v")
        assert "◆ position" in text_of(app)
        await press(pilot, "escape")
        assert not isinstance(app.screen, PersonScreen)


async def test_facts_notes_pin_cadence_and_following(tracker: Tracker) -> None:
    app = app_on(tracker)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "2")
        table = app.screen.query_one(PeopleTable)
        assert table.at_hand is not None
        who = table.at_hand.id

        def person() -> Person:
            return tracker.workspace.people[who]

        await press(pilot, "o", "ctrl+end")
        await write(pilot, "likes maps")
        await press(pilot, "ctrl+s")
        assert "likes maps" in person().notes
        await press(pilot, "c")
        await write(pilot, "monthly")
        await press(pilot, "ctrl+s")
        assert person().plan.every == "1 month"
        await press(pilot, "p", "s")
        await write(pilot, "the board says so")
        await press(pilot, "enter")
        assert person().pin is not None
        await press(pilot, "w")
        assert not person().is_followed
        await press(pilot, "e")
        await write(pilot, "new name")
        await press(pilot, "ctrl+s")
        assert person().name == "new name"


async def test_several_are_marked_and_followed_at_once(tracker: Tracker) -> None:
    app = app_on(tracker)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "2", "slash")
        await write(pilot, "is:known")
        await press(pilot, "enter", "space", "space", "w")
        (commit, *_) = tracker.store.commits()
        assert len(commit.edits) == 2


async def test_letters_after_an_apostrophe_go_to_a_name(tracker: Tracker) -> None:
    app = app_on(tracker)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "2", "apostrophe", "n", "o")
        table = app.screen.query_one(PeopleTable)
        assert table.at_hand is not None
        assert table.at_hand.name.startswith("No")
        await press(pilot, "escape", "greater_than_sign")
        assert table.order.column == "title"
        await press(pilot, "r")
        assert table.order.turned


async def test_what_others_change_is_seen(tracker: Tracker) -> None:
    from champion_tracker.tracker.people import add

    app = app_on(tracker)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "2", "1")
        add(tracker, "Zz Newcomer")
        await press(pilot, "2", "end")
        assert "Zz Newcomer" in text_of(app)


async def test_what_was_undone_is_made_again(tracker: Tracker) -> None:
    app = app_on(tracker)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await press(pilot, "2")
        who = app.screen.query_one(PeopleTable).at_hand_ids[0]
        follows = tracker.workspace.people[who].is_followed
        await press(pilot, "w")
        assert await sees(pilot, "u or a click undoes")
        await press(pilot, "u")
        assert await sees(pilot, "U or a click redoes")
        assert tracker.workspace.people[who].is_followed is follows
        await press(pilot, "ctrl+y")
        assert tracker.workspace.people[who].is_followed is not follows
        await press(pilot, "U")
        assert await sees(pilot, "There is nothing to redo")


async def test_a_click_on_what_was_said_takes_just_that_back(tracker: Tracker) -> None:
    app = app_on(tracker)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await press(pilot, "2")
        who = app.screen.query_one(PeopleTable).at_hand_ids[0]
        follows = tracker.workspace.people[who].is_followed
        await press(pilot, "w", "w")
        assert await sees(pilot, "a click undoes")
        # The latest only: several would lie over what one looks at.
        assert await comes(pilot, lambda: len(app.screen.query("Toast")) == 1)
        await pilot.click("Toast")
        assert await sees(pilot, "Undid:")
        assert tracker.workspace.people[who].is_followed is not follows

"""After an answer the cursor stands on what followed, never on somebody else by surprise."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from champion_tracker.tracker import Tracker
from champion_tracker.tui.widgets.ledger import Ledger
from champion_tracker.tui.widgets.lines import kept_place
from champion_tracker.tui.widgets.people_table import PeopleTable
from champion_tracker.tui.widgets.prompt_list import PromptList

from .looking import app_on, press, write

unique = st.lists(st.integers(0, 20), unique=True)


@given(unique, st.integers(0, 20), unique)
def test_on_the_same_else_on_the_next_else_on_the_one_before(
    before: list[int], cursor: int, after: list[int]
) -> None:
    at = kept_place(before, cursor, after, lambda item: item)
    if cursor >= len(before):
        assert at == cursor
        return
    wanted = [item for item in before[cursor:] if item in after]
    wanted += [item for item in reversed(before[:cursor]) if item in after]
    assert not wanted or after[at] == wanted[0]


@given(st.lists(st.sampled_from("ab"), min_size=1), st.data())
def test_of_several_that_are_the_same_on_the_nearest(rows: list[str], data: st.DataObject) -> None:
    cursor = data.draw(st.integers(0, len(rows) - 1))
    assert kept_place(rows, cursor, ["c", *rows], lambda item: item) in (cursor, cursor + 1)
    assert kept_place(rows, cursor, rows, lambda item: item) == cursor


ANSWERS = {
    "done": ["d"],
    "put off": ["s", "n"],
    "put off by words": ["s", "tab", *"in 9 days", "enter"],
    "dismissed": ["x", *"no", "enter"],
    "touched": ["l", "c", "ctrl+s"],
    "archived": ["A"],
    "no longer followed": ["w"],
}


@pytest.mark.parametrize("answer", ANSWERS)
@pytest.mark.parametrize("downs", [0, 2, 5])
async def test_in_today(tracker: Tracker, answer: str, downs: int) -> None:
    app = app_on(tracker)
    async with app.run_test(size=(100, 40)) as pilot:
        await press(pilot, *["down"] * downs)
        listed = app.screen.query_one(PromptList)
        answered, followers = listed.at_hand, list(listed.items[listed.cursor + 1 :])
        assert answered is not None
        await press(pilot, *ANSWERS[answer])
        left = {prompt.key: prompt for prompt in listed.items}
        again = left.get(answered.key)
        if again is not None and again.due <= answered.due:
            pytest.skip("this answer does not settle such a prompt")
        first = next(prompt for prompt in followers if prompt.key in left)
        assert listed.at_hand is not None
        assert listed.at_hand.key == first.key


async def in_people(tracker: Tracker, *keys: str, words: str = "") -> tuple[Sequence[str], str]:
    """The names from the cursor on before some keys, and the name at the cursor after them."""
    app = app_on(tracker)
    async with app.run_test(size=(100, 40)) as pilot:
        await press(pilot, "2", *["down"] * 4)
        table = app.screen.query_one(PeopleTable)
        names = [person.name for person in table.items[table.cursor :]]
        if words:
            await press(pilot, "slash")
            await write(pilot, words)
        await press(pilot, *keys)
        assert table.at_hand is not None
        return names, table.at_hand.name


async def test_in_people_a_sort_keeps_them_and_an_archived_one_gives_way(tracker: Tracker) -> None:
    names, now = await in_people(tracker, "greater_than_sign", "greater_than_sign", "r")
    assert now == names[0]
    names, now = await in_people(tracker, "A")
    assert now == names[1]
    names, now = await in_people(tracker, "space", "space", "A")
    assert now in names[1:3]


async def test_in_people_a_filter_and_its_end_keep_them(tracker: Tracker) -> None:
    names, now = await in_people(tracker, "escape", "escape", words="zzzz")
    assert now == names[0]
    names, now = await in_people(tracker, "enter", words="-tag:nosuch")
    assert now == names[0]


async def test_in_the_stories_a_told_one_is_left_and_the_row_stays(tracker: Tracker) -> None:
    app = app_on(tracker)
    async with app.run_test(size=(100, 40)) as pilot:
        await press(pilot, "5", "down", "down")
        ledger = app.screen.query_one(Ledger)
        before, followers = ledger.at_hand, list(ledger.items[ledger.cursor + 1 :])
        assert before is not None
        await press(pilot, "1", "d", "5")
        now = ledger.at_hand
        assert now is not None
        assert now.text in {before.text, *(row.text for row in followers)}

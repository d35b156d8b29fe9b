"""Any text that a user or a file can hold is shown as itself, in every widget."""

import ast
import csv
import re
from pathlib import Path

import pytest
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

import champion_tracker.tui
from champion_tracker.model import Engagement, Relation
from champion_tracker.tracker import Tracker
from champion_tracker.tracker.answers import follow_up
from champion_tracker.tracker.asks import ask
from champion_tracker.tracker.goals import goal
from champion_tracker.tracker.judging import assess
from champion_tracker.tracker.objections import object_to
from champion_tracker.tracker.people import add, tag
from champion_tracker.tracker.promises import promise
from champion_tracker.tracker.seats import seat
from champion_tracker.tracker.stories import occasion, tell, write
from champion_tracker.tracker.ties import tie
from champion_tracker.tracker.touches import log
from champion_tracker.tui.app import ChampionTracker
from champion_tracker.tui.commands.palette import Actions
from champion_tracker.tui.dialogs.base import Dialog
from champion_tracker.tui.looks import user
from champion_tracker.tui.screens.people import PeopleScreen
from champion_tracker.tui.text import fit, fold_lines, on_one_line
from champion_tracker.tui.widgets.lines import Lines
from champion_tracker.tui.widgets.people_table import PeopleTable

from .conftest import NAMES
from .looking import app_on, assert_all_inside, press, sees, text_of
from .sample import TODAY, empty_tracker

UNSEEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
"""What would move the cursor of a terminal, or turn the text around."""
MARKUP = "[/VP] [b]bold[/] [@click=app.quit]x[/] [red] \\[ ]] [[ $primary"
NASTY = [
    MARKUP,
    "a" * 5000,
    "x\x1b[31mred\x07\x00",
    "\u202eright to left\u202c",
    "e\u0301\u0302\u0303 combining",
    "👩‍👩‍👧‍👦 🏳️‍🌈 🇫🇷",
    "שלום עולם مرحبا",
    "two\r\nlines\tand a tab",
    "<script>alert(1)</script>",
    "![x](file:///etc/passwd) | a | b |",
]


def everything_named(tracker: Tracker, text: str) -> None:
    """Put a text wherever a user can put one."""
    person = add(
        tracker,
        text,
        title=text,
        organization=text,
        area=text,
        emails=[text],
        phones=[text],
        notes=text,
        influence=3,
        openness=3,
        engagement=Engagement.NEUTRAL,
    )
    (person,) = tag(tracker, [person], [text])
    log(tracker, [person], note=text)
    assess(tracker, person, why=text)
    follow_up(tracker, person, TODAY, text)
    promise(tracker, person, text, TODAY)
    other = add(tracker, f"{text} too", title=text, influence=5, openness=2)
    tie(tracker, person, Relation.EAR, other, why=text)
    story = write(tracker, text, what=text, benefit=text, figure=text, areas=[text], links=[text])
    tell(tracker, story, [person], area=text, landed=1, note=text)
    write(tracker, f"{text} again", what=text)
    occasion(tracker, text, areas=[text])
    ask(tracker, person, text)
    object_to(tracker, person, text)
    goal(tracker, text)
    seat(tracker, text, area=text, heirs=[person])


@pytest.mark.parametrize("text", [" ".join(NASTY), MARKUP], ids=["everything", "markup"])
async def test_everywhere(text: str) -> None:
    tracker = empty_tracker()
    everything_named(tracker, text)
    app = app_on(tracker)
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await press(pilot, "down", "2", "enter", "i")
        assert_all_inside(app)
        for key in ("l", "m", "a", "e", "o", "x", "W", "t", "P", "T", "S"):
            await press(pilot, key)
            assert_all_inside(app)
            await press(pilot, "escape")
        for keys in (
            ("4",),
            ("down", "4"),
            ("5",),
            ("v",),
            ("v",),
            ("end",),
            ("enter",),
            ("escape",),
            ("6",),
        ):
            await press(pilot, *keys)
            assert_all_inside(app)
            assert f"{text[:20]}" in text_of(app)


async def test_markup_is_shown_letter_by_letter() -> None:
    tracker = empty_tracker()
    everything_named(tracker, MARKUP)
    app = app_on(tracker)
    async with app.run_test(size=(200, 60), notifications=True) as pilot:
        await press(pilot)
        assert MARKUP in text_of(app)
        await press(pilot, "2")
        assert "[/VP] [b]bold[/]" in text_of(app)
        await press(pilot, "enter")
        assert MARKUP in text_of(app)
        await press(pilot, "w")
        assert await sees(pilot, f"Unfollowed {MARKUP}"[:60])
        await press(pilot, "l")
        assert MARKUP in text_of(app)
        await press(pilot, "escape", "ctrl+p", "V", "P")
        assert await sees(pilot, "[/VP] [b]bold[/]")


async def test_all_naughty_strings_and_names_in_table_and_person(hostile: list[str]) -> None:
    tracker = empty_tracker()
    with (NAMES / "person_names_multiscript.csv").open(encoding="utf-8", newline="") as file:
        names = [" ".join(filter(None, row[5:])) for row in csv.reader(file)]
    for text in [*hostile, *names]:
        if text.strip():
            add(tracker, text, title=text, notes=text)
    app = app_on(tracker)
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "2")
        assert isinstance(app.screen, PeopleScreen)
        table = app.screen.query_one(PeopleTable)
        for _ in range(len(tracker.workspace.people) // 30 + 2):
            table.action_turn(1)
            for strip in app.screen._compositor.render_strips():
                assert strip.cell_length == 120


@pytest.fixture(scope="module")
def everything() -> list[str]:
    """All naughty strings and all names."""
    path = NAMES / "person_names_multiscript.csv"
    if not path.exists():
        pytest.skip(f"{path} is not here")
    with path.open(encoding="utf-8", newline="") as file:
        names = [" ".join(filter(None, row[5:])) for row in csv.reader(file)]
    lines = (NAMES / "blns.txt").read_text(encoding="utf-8").splitlines()
    return [text for text in [*lines, *names] if text.strip() and not text.startswith("#")]


def assert_clean(app: ChampionTracker) -> None:
    """Every line is as wide as the screen, and nothing in it moves the cursor or turns the text."""
    for strip in app.screen._compositor.render_strips():
        assert strip.cell_length == app.size.width
        assert not UNSEEN.search(strip.text), repr(strip.text)


def all_of(tracker: Tracker, texts: list[str]) -> None:
    """A record of each kind for each text."""
    person = add(tracker, "Somebody", title="Clerk", influence=3, openness=3)
    for text in texts:
        log(tracker, [person], note=text)
        write(tracker, text, what=text, areas=[text])
        occasion(tracker, text, on=TODAY, areas=[text])
        ask(tracker, person, text)
        object_to(tracker, person, text)
        goal(tracker, text)
        promise(tracker, person, text, TODAY)
        follow_up(tracker, person, TODAY, text)


@pytest.mark.parametrize("way", [("1",), ("2", "enter"), ("5",), ("6",)], ids=" ".join)
async def test_all_of_it_in_every_list(everything: list[str], way: tuple[str, ...]) -> None:
    tracker = empty_tracker()
    # An area of each text would be a hole of the programme, and there are too many to walk past.
    all_of(tracker, everything[:: 8 if way == ("6",) else 1])
    app = app_on(tracker)
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, *way)
        lines = app.screen.query(Lines).first()
        before = -1
        while lines.cursor != before:
            assert_clean(app)
            before = lines.cursor
            lines.action_turn(1)
        assert before > len(everything) / 8


async def test_all_of_it_in_headings_errors_toasts_and_choices(everything: list[str]) -> None:
    tracker = empty_tracker()
    add(tracker, "Somebody", tags=everything)
    app = app_on(tracker)
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await press(pilot, "2", "l")
        dialog = app.screen
        assert isinstance(dialog, Dialog)
        for text in everything:
            dialog.query_one("#heading", Static).update(user(text))
            dialog.say(text)
            assert_clean(app)
        for start in range(0, len(everything), 100):
            app.notify(" ".join(everything[start : start + 100]), markup=False)
            await pilot.pause()
            assert_clean(app)
        await press(pilot, "escape", "number_sign")
        assert_clean(app)


async def test_all_of_it_in_the_palette(everything: list[str]) -> None:
    tracker = empty_tracker()
    for text in everything:
        add(tracker, text, title=text)
    app = app_on(tracker)
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "2")
        palette = Actions(app.screen)
        for text in everything[::10]:
            async for hit in palette.search(text[:20]):
                assert isinstance(hit.prompt, Content)
                assert not UNSEEN.search(hit.prompt.plain)


def test_no_toast_is_read_as_markup() -> None:
    loose = [
        f"{file.name}:{node.lineno}"
        for file in Path(champion_tracker.tui.__file__).parent.rglob("*.py")
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and ast.unparse(node.func).endswith(".notify")
        if not isinstance(node.args[0], ast.Constant)
        if "markup" not in [keyword.arg for keyword in node.keywords]
    ]
    assert loose == []


async def test_naughty_notes_as_markdown(hostile: list[str]) -> None:
    tracker = empty_tracker()
    add(tracker, "Somebody", notes="\n\n".join(hostile))
    app = app_on(tracker)
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "2", "enter")
        pane = app.screen.query_one("#side", VerticalScroll)
        assert pane.max_scroll_y > len(hostile)
        while pane.scroll_offset.y < pane.max_scroll_y:
            assert_clean(app)
            pane.scroll_page_down(animate=False)
            await pilot.pause()


def test_fitting_is_exact(hostile: list[str]) -> None:
    from rich.cells import cell_len

    for text in [*hostile, *NASTY]:
        line = on_one_line(text)
        for width in (0, 1, 2, 7, 40):
            assert cell_len(fit(line, width)) == width
        assert all(cell_len(part) <= 20 for part in fold_lines(text, 20))


def test_controls_are_visible() -> None:
    assert on_one_line("a\x00b\x1bc\x7f\x85") == "a␀b␛c␡⟨U+0085⟩"
    assert on_one_line("\u202eabc") == "⟨U+202E⟩abc"
    assert on_one_line("two\r\nlines") == "two lines"

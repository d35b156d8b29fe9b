"""A fact is changed where it stands, by few keys or a click."""

from pathlib import Path

import pytest

from champion_tracker.model import Person
from champion_tracker.tracker import Tracker
from champion_tracker.tracker.people import edit
from champion_tracker.tui.dialogs.base import Dialog
from champion_tracker.tui.widgets.facts import Fact, Facts
from champion_tracker.tui.widgets.person_head import PersonHead

from .looking import app_on, assert_all_inside, press, sees, text_of, write

NAME = "Ingrid"


def ingrid(tracker: Tracker) -> Person:
    return next(p for p in tracker.workspace.people.values() if p.name.startswith(NAME))


async def test_enter_on_a_fact_opens_just_that_field_and_enter_saves(tracker: Tracker) -> None:
    app = app_on(tracker)
    async with app.run_test(size=(160, 45)) as pilot:
        await press(pilot, "ctrl+f", *"ingr", "enter")
        tags = next(f for f in app.screen.query(Fact) if f.known.field == "tags")
        tags.focus()
        await press(pilot, "enter")
        assert isinstance(app.screen, Dialog)
        assert app.screen.focused is app.screen.query_one("#tags")
        await write(pilot, ", maps")
        await press(pilot, "enter")
        assert "maps" in ingrid(tracker).tags
        assert app.screen.focused is tags
        assert "#maps" in text_of(app)
        await press(pilot, "up", "up", "up", "enter")
        assert app.screen.focused is app.screen.query_one("#emails")


@pytest.mark.parametrize("size", [(160, 45), (80, 24)])
async def test_facts_are_reached_by_keys(tracker: Tracker, size: tuple[int, int]) -> None:
    app = app_on(tracker)
    async with app.run_test(size=size) as pilot:
        await press(pilot, "ctrl+f", *"ingr", "enter")
        await press(pilot, *(["i"] if size[0] < 110 else ["tab"]), "tab", "down", "enter")
        assert isinstance(app.screen, Dialog)
        assert app.screen.focused is app.screen.query_one("#phones")


async def test_a_click_on_a_fact_or_on_the_head_opens_what_changes_it(tracker: Tracker) -> None:
    app = app_on(tracker)
    async with app.run_test(size=(160, 45)) as pilot:
        await press(pilot, "ctrl+f", *"ingr", "enter")
        head, facts = app.screen.query_one(PersonHead), app.screen.query_one(Facts)
        for line, heading in enumerate(
            ["Facts about", "What is Ingrid", "Ingrid", "Influence", "How often to be in touch"]
        ):
            await pilot.click(head, offset=(4, line))
            assert isinstance(app.screen, Dialog)
            assert await sees(pilot, heading)
            await press(pilot, "escape")
        email = next(iter(facts.query(Fact)))
        await pilot.click(email, offset=(3, 0))
        assert isinstance(app.screen, Dialog)
        assert app.screen.focused is app.screen.query_one("#emails")


async def test_notes_are_shown_as_markdown_and_written_in_the_editor(
    tracker: Tracker, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = app_on(tracker)
    async with app.run_test(size=(160, 60)) as pilot:
        await press(pilot, "ctrl+f", *"ingr", "enter", "o", "ctrl+a")
        await write(pilot, "# Likes\n\n- **maps** [/b] & [red]colours[/red]\n- <b>figures</b>")
        await press(pilot, "ctrl+s")
        assert await sees(pilot, "maps [/b] & [red]colours[/red]")
        shown = text_of(app)
        assert "**" not in shown
        assert "figures" in shown


@pytest.mark.parametrize("size", [(80, 24), (40, 12)])
async def test_a_value_longer_than_its_line_is_seen_whole(
    tracker: Tracker, size: tuple[int, int]
) -> None:
    person = ingrid(tracker)
    addresses = [f"address.number.{n}@otterlund.example" for n in range(3)]
    edit(tracker, person, emails=addresses)
    app = app_on(tracker)
    async with app.run_test(size=size) as pilot:
        await press(pilot, "ctrl+f", *"ingr", "enter", "e", "tab")
        shown = "".join(text_of(app).split())
        assert "number.2@otterlund.example" in shown.replace("│", "")
        assert "number.1" in shown
        assert_all_inside(app)
        await press(pilot, "tab")
        line = next(line for line in text_of(app).splitlines() if "E-mail" in line)
        assert "address.number.0" in line

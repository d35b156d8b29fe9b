"""What the main screens look like in dark, in light and without colour, held to the last look.

``CHAMPION_TRACKER_UPDATE=1 pytest tests/tui/test_pictures.py`` takes the captures anew: see what
changed before you keep it.
"""

import os
import re
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

import pytest
from rich.style import Style

from champion_tracker.tracker import Tracker
from champion_tracker.tui.app import ChampionTracker
from champion_tracker.tui.looks import PROMPTS, STANDINGS
from champion_tracker.tui.themes import DARK, LIGHT
from docs.pictures import FILM, SCENES
from docs.pictures import FOLDER as PICTURES

from .looking import app_on, text_of
from .places import PLACES, go
from .sample import sample_tracker

FOLDER = Path(__file__).parent / "captures"
SIZE = (100, 30)
SCREENS = (
    *("today", "people", "person", "map", "matrix", "network", "stories", "programme"),
    *("found", "settings", "review", "log about somebody"),
)
LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
Look = tuple[str, ...]
"""How one cell looks in each of the three."""


@pytest.fixture(autouse=True)
def _still(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TEXTUAL_ANIMATIONS", "none")


@pytest.mark.parametrize("name", SCREENS)
async def test_it_looks_as_it_did(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    looks, texts = [], []
    monkeypatch.delenv("NO_COLOR", raising=False)
    for theme in (DARK.name, LIGHT.name, ""):
        if not theme:
            monkeypatch.setenv("NO_COLOR", "1")
        text, cells = await look_at(sample_tracker(), name, theme or DARK.name)
        texts.append(text)
        looks.append(cells)
    assert texts[1:] == texts[:-1], "without colour it says something else"
    capture = captured(texts[0], list(zip(*looks, strict=True)))
    file = FOLDER / f"{name.replace(' ', '-')}.txt"
    if os.environ.get("CHAMPION_TRACKER_UPDATE"):
        FOLDER.mkdir(exist_ok=True)
        file.write_text(capture, encoding="utf-8")
    assert capture == file.read_text(encoding="utf-8")


async def look_at(tracker: Tracker, name: str, theme: str) -> tuple[str, list[str]]:
    """The text of a screen, and how each of its cells looks."""
    app = app_on(tracker)
    app.theme = theme
    async with app.run_test(size=SIZE) as pilot:
        await go(pilot, PLACES[name].steps)
        before = ""
        while before != (before := text_of(app)):
            await pilot.pause(0.1)
        return text_of(app), list(cells_of(app))


def cells_of(app: ChampionTracker) -> Iterator[str]:
    for strip in app.screen._compositor.render_strips():
        for segment in strip:
            yield from [said(segment.style or Style())] * segment.cell_length


def said(style: Style) -> str:
    """A style in words."""
    marks = [mark for mark in ("bold", "italic", "underline", "reverse") if getattr(style, mark)]
    colors = [c.name if c is not None else "-" for c in (style.color, style.bgcolor)]
    return " ".join([*colors, *marks])


def captured(text: str, cells: list[Look]) -> str:
    """A screen's text, below it a letter a style in runs, below them what the letters mean."""
    names = dict(zip(dict.fromkeys(cells), LETTERS, strict=False))
    width = SIZE[0]
    rows = [cells[start : start + width] for start in range(0, len(cells), width)]
    runs = [
        " ".join(f"{names[look]}{len(list(some))}" for look, some in groupby(row)) for row in rows
    ]
    legend = [f"{letter}  {'  |  '.join(look)}" for look, letter in names.items()]
    lines = [*(line.rstrip() for line in text.split("\n")), "", *runs, ""]
    return "\n".join([*lines, "   dark  |  light  |  no colour", *legend, ""])


async def test_without_colour_each_meaning_has_a_glyph_and_a_word(
    tracker: Tracker, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    for looks in (STANDINGS, PROMPTS):
        assert len({look.glyph for look in looks.values()}) == len(looks)
    text, cells = await look_at(tracker, "today", DARK.name)
    assert all(is_grey(look) for look in cells)
    kinds = {look for look in PROMPTS.values() if look.glyph in text}
    assert len(kinds) > 3
    assert all(str(look) in text for look in kinds)
    assert "›" in text, "the line at hand is marked"


def is_grey(look: str) -> bool:
    colors = [word for word in look.split() if word.startswith("#")]
    return all(color[1:3] == color[3:5] == color[5:7] for color in colors)


def test_every_page_about_a_screen_has_its_picture_and_each_is_taken_by_the_script() -> None:
    taken = {*(scene.name for scene in SCENES), FILM}
    assert {file.stem for file in PICTURES.glob("*.svg")} == taken
    shown: set[str] = set()
    for page in [*(PICTURES.parent / "screens").glob("*.md"), PICTURES.parents[1] / "README.md"]:
        found = set(re.findall(r"pictures/([\w-]+)\.svg\)", page.read_text(encoding="utf-8")))
        assert found, page
        shown |= found
    assert shown == taken

"""Our themes can be read."""

import pytest
from textual.color import Color
from textual.theme import Theme

from champion_tracker.tracker import Tracker
from champion_tracker.tui.themes import DARK, LIGHT

from .looking import app_on, contrast, is_said, press

TEXTS = ["foreground", "text-muted", "text-disabled", "text-primary", "text-secondary"]
TEXTS += ["text-accent", "text-warning", "text-error", "text-success"]
GROUNDS = ["background", "surface", "panel"]
GROUNDS += ["block-cursor-background", "block-cursor-blurred-background"]


@pytest.mark.parametrize("theme", [DARK, LIGHT], ids=lambda theme: theme.name)
@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("text", TEXTS)
def test_contrast(theme: Theme, ground: str, text: str) -> None:
    colors = theme.to_color_system().generate()
    assert contrast(Color.parse(colors[text]), Color.parse(colors[ground])) >= 4.5


@pytest.mark.parametrize("theme", ["ansi-dark", "ansi-light"])
async def test_the_colours_of_the_terminal_itself(tracker: Tracker, theme: str) -> None:
    app = app_on(tracker)
    app.theme = theme
    async with app.run_test(size=(100, 30)) as pilot:
        for key in ("1", "2", "3", "5", "6", "l"):
            await press(pilot, key)
            for strip in app.screen._compositor.render_strips():
                for color in (s.style.color for s in strip if s.style and is_said(s.text)):
                    assert color is None or color.triplet is None, "a colour of its own"

"""Our themes can be read."""

import pytest
from textual.color import Color
from textual.theme import Theme

from champion_tracker.tui.themes import DARK, LIGHT

from .looking import contrast

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

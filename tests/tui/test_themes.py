"""Our themes can be read."""

import pytest
from textual.color import Color
from textual.theme import Theme

from champion_tracker.tui.themes import DARK, LIGHT

TEXTS = ["foreground", "text-muted", "text-disabled", "text-primary", "text-secondary"]
TEXTS += ["text-accent", "text-warning", "text-error", "text-success"]
GROUNDS = ["background", "surface", "panel"]
GROUNDS += ["block-cursor-background", "block-cursor-blurred-background"]


def luminance(color: Color) -> float:
    """Relative luminance, as WCAG 2.2 defines it."""
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in color.normalized
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("theme", [DARK, LIGHT], ids=lambda theme: theme.name)
@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("text", TEXTS)
def test_contrast(theme: Theme, ground: str, text: str) -> None:
    colors = theme.to_color_system().generate()
    dark, light = sorted(luminance(Color.parse(colors[name])) for name in (ground, text))
    assert (light + 0.05) / (dark + 0.05) >= 4.5

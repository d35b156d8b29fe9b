"""What tests ask of a screen."""

import time
from collections.abc import Callable, Iterator

from rich.style import Style
from textual import events
from textual.app import App
from textual.color import Color
from textual.pilot import Pilot
from textual.widget import Widget

from champion_tracker.tracker import Tracker
from champion_tracker.tui.app import ChampionTracker, Leave
from champion_tracker.tui.looks import ENTRIES, PROMPTS, STANDINGS

from .patience import PATIENCE

GLYPHS = {look.glyph for looks in (STANDINGS, PROMPTS, ENTRIES) for look in looks.values()}
SIZES = [(40, 12), (80, 24), (120, 36), (200, 60)]


def app_on(tracker: Tracker) -> ChampionTracker:
    return ChampionTracker(tracker, demo=lambda: tracker)


async def press(pilot: Pilot[Leave], *keys: str) -> None:
    """Press keys; when this returns, the last has been answered and records are shown."""
    await pilot.press(*keys)


async def sees(pilot: Pilot[Leave], words: str) -> bool:
    """Whether words stand on the screen, or do so before long."""
    return await comes(pilot, lambda: words in text_of(pilot.app))


async def comes(pilot: Pilot[Leave], about: Callable[[], bool]) -> bool:
    """Whether something comes about, now or before long."""
    latest = time.monotonic() + PATIENCE
    while not about():
        if time.monotonic() > latest:
            return False
        await pilot.pause(0.02)
    return True


async def write(pilot: Pilot[Leave], words: str) -> None:
    """Write words where the focus is, as a terminal hands them over at once."""
    pilot.app.post_message(events.Paste(words))
    await pilot.pause()


def scrolls_away(widget: Widget) -> bool:
    """Whether the widget is part of something that scrolls."""
    return any(parent.max_scroll_y or parent.max_scroll_x for parent in _parents(widget))


def _parents(widget: Widget) -> list[Widget]:
    return [node for node in widget.ancestors if isinstance(node, Widget)]


def assert_all_inside(app: App[Leave]) -> None:
    """Every widget that is shown lies inside the screen, or can be scrolled there."""
    screen = app.screen
    width, height = screen.size
    for widget in screen.query("*"):
        if not widget.is_on_screen or scrolls_away(widget):
            continue
        region = widget.region
        where = f"{widget!r} at {region} of {width}x{height}"
        assert region.x >= 0, where
        assert region.y >= 0, where
        assert region.right <= width, where
        assert region.bottom <= height, where


def text_of(app: App[Leave]) -> str:
    """Everything on the screen, as text."""
    strips = app.screen._compositor.render_strips()
    return "\n".join(strip.text for strip in strips)


def unreadable(app: App[Leave], least: float = 4.5) -> set[str]:
    """The texts on the topmost screen whose contrast is too low, each with its colours."""
    found = set()
    for text, style in _texts(app):
        if style.color is not None and style.bgcolor is not None:
            front = Color.from_rich_color(style.color)
            ground = Color.from_rich_color(style.bgcolor)
            if contrast(front, ground) < least:
                found.add(f"{text.strip()!r}: {front.hex} on {ground.hex}")
    return found


def _texts(app: App[Leave]) -> Iterator[tuple[str, Style]]:
    """What is written on the topmost screen, not what shines through from below."""
    regions = [child.region for child in app.screen.children if child.display]
    for y, strip in enumerate(app.screen._compositor.render_strips()):
        x = 0
        for segment in strip:
            inside = any(region.contains(x, y) for region in regions)
            if inside and segment.style is not None and is_said(segment.text):
                yield segment.text, segment.style
            x += segment.cell_length


def is_said(text: str) -> bool:
    """Whether a text says anything: rules, frames and bars do not."""
    return any(char.isalnum() or char in GLYPHS for char in text)


def contrast(one: Color, other: Color) -> float:
    """The ratio of contrast of two colours, as WCAG 2.2 defines it."""
    dark, light = sorted(luminance(color) for color in (one, other))
    return (light + 0.05) / (dark + 0.05)


def luminance(color: Color) -> float:
    """Relative luminance, as WCAG 2.2 defines it."""
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in color.normalized
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue

"""What tests ask of a screen."""

from textual import events
from textual.app import App
from textual.pilot import Pilot
from textual.widget import Widget

from champion_tracker.tracker import Tracker
from champion_tracker.tui.app import ChampionTracker, Leave

SIZES = [(40, 12), (80, 24), (120, 36), (200, 60)]


def app_on(tracker: Tracker) -> ChampionTracker:
    return ChampionTracker(tracker, demo=lambda: tracker)


async def press(pilot: Pilot[Leave], *keys: str) -> None:
    """Press keys; when this returns, the last has been answered and records are shown."""
    await _settled(pilot)
    await pilot.press(*keys)
    await pilot.pause()
    await _settled(pilot)


async def _settled(pilot: Pilot[Leave]) -> None:
    """Wait for a screen that shows its frame before its records."""
    for _ in range(1000):
        if not getattr(pilot.app.screen, "_stale", False):
            return
        await pilot.pause(0.01)


async def sees(pilot: Pilot[Leave], words: str) -> bool:
    """Whether words stand on the screen, or do so before long."""
    for _ in range(200):
        if words in text_of(pilot.app):
            return True
        await pilot.pause(0.05)
    return False


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

"""Take the pictures of README and guide from the running program.

Run with ``python -m docs.pictures``: it plays the demo on a fixed day and writes one SVG a scene
into ``docs/pictures``. With ``--check`` it only says whether those that are there are current.
"""

import asyncio
import re
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

from textual.pilot import Pilot
from textual.widgets import Input

from champion_tracker.store import MemoryStore
from champion_tracker.tracker import PinnedClock, Tracker, demo
from champion_tracker.tracker.remembered import Remembered
from champion_tracker.tui.app import ChampionTracker, Leave

FOLDER = Path(__file__).parent / "pictures"
TODAY = date(2026, 11, 23)
MONOSPACE = "'Cascadia Code', 'SF Mono', Menlo, Consolas, 'DejaVu Sans Mono', monospace"


class Scene(NamedTuple):
    """A picture: how one gets there from the opening screen, at which size."""

    name: str
    keys: tuple[str, ...]
    size: tuple[int, int] = (100, 30)


def find(name: str) -> tuple[str, ...]:
    """The keys that bring somebody to hand in People."""
    return ("2", "slash", *name, "enter")


SCENES = (
    Scene("today", ()),
    Scene("people", ("2",), (120, 32)),
    Scene("person", (*find("ingrid"), "enter"), (120, 36)),
    Scene("map", ("3", "left", "left"), (110, 32)),
    Scene("matrix", ("3", "v"), (110, 32)),
    Scene("network", (*find("gwendolyn"), "4")),
    Scene("review", ("R",), (110, 36)),
    Scene("reassessment", (*find("amara"), "enter", "a"), (110, 36)),
    Scene("stories", (*find("mei"), "5")),
    Scene("programme", ("6",), (100, 36)),
    Scene("settings", ("comma", "down", "down"), (100, 30)),
    Scene("columns", ("2", "vertical_line"), (110, 32)),
    Scene("jump", ("2", "ctrl+t"), (100, 30)),
    Scene("log", ("l", *"mei", "enter")),
    Scene("palette", ("ctrl+p", *"story")),
    Scene("help", ("question_mark",), (100, 36)),
)


async def take(scene: Scene) -> str:
    """Play one scene and return its picture as SVG."""
    tracker = Tracker(MemoryStore(), PinnedClock(TODAY))
    demo.fill(tracker)
    app = ChampionTracker(tracker)
    # Whatever whoever takes the pictures has chosen for themselves.
    app.remembered = Remembered(FOLDER / "nobody.json")
    async with app.run_test(size=scene.size) as pilot:
        await _at_rest(pilot)
        await pilot.press(*scene.keys)
        await app.keyboard.answered()
        await _at_rest(pilot)
        return self_contained(app.export_screenshot(title="champion-tracker"), scene.name)


async def _at_rest(pilot: Pilot[Leave]) -> None:
    """Wait until the screen stays as it is, however slow the machine; a blinking cursor is lit."""
    before = None
    while (now := pilot.app.export_screenshot()) != before:
        before = now
        await pilot.pause(0.1)
        for field in pilot.app.screen.query(Input):
            field.cursor_blink = False


def self_contained(svg: str, name: str) -> str:
    """The picture without fonts from the web and with identifiers that stay the same."""
    svg = re.sub(r"@font-face\s*{[^}]*}", "", svg)
    svg = re.sub(r"font-family:\s*Fira Code[^;]*;", f"font-family: {MONOSPACE};", svg)
    svg = re.sub(r"terminal-\d+", f"terminal-{name}", svg)
    return re.sub(r"[ \t]+$", "", svg, flags=re.MULTILINE)


def stale() -> Iterator[str]:
    """Take every picture; yield the names of those that differ from what was there."""
    for scene in SCENES:
        file = FOLDER / f"{scene.name}.svg"
        svg = asyncio.run(take(scene))
        if not file.exists() or file.read_text(encoding="utf-8") != svg:
            yield scene.name
            if "--check" not in sys.argv:
                file.write_text(svg, encoding="utf-8")


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    changed = list(stale())
    print("changed: " + ", ".join(changed) if changed else "all current")
    sys.exit(bool(changed) if "--check" in sys.argv else 0)

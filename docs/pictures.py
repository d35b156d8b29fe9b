"""Take the pictures of README and guide from the running program.

Run with ``python -m docs.pictures``: it plays the demo on a fixed day and writes one SVG a scene
into ``docs/pictures``, and one that moves. With ``--check`` it only says whether those that are
there are current.
"""

import asyncio
import re
import sys
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from textual.pilot import Pilot
from textual.widgets import Input

from champion_tracker.store import MemoryStore
from champion_tracker.tracker import PinnedClock, Tracker, demo
from champion_tracker.tracker.remembered import Remembered
from champion_tracker.tracker.sources import Source
from champion_tracker.tui.app import ChampionTracker, Leave
from champion_tracker.tui.dialogs.importing import ImportDialog

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
    Scene("search", ("ctrl+g", *"flood")),
    Scene("import", ("down",), (110, 32)),
    Scene("export", (*find("ingrid"), "E"), (100, 36)),
    Scene("ties", (*find("ingrid"), "m", "tab", *"Elsewhere", "ctrl+s")),
)
DIRECTORY = """name,title,organization,area,email
Ingrid Thorvald-Adeyemi,Deputy Chief Executive,Otterlund Water,,ingrid.thorvald@otterlund.example
Priya Raghunathan,Chief Financial Officer,Otterlund Water,Finance,
Oluwaseun Marchetti,Head of Rivers,Otterlund Water,Flood Resilience,
"""
"""What the import shows: somebody moved, somebody is doubtful, somebody is new."""

FILM = "two-minutes"
SIZE = (100, 30)
FRAMES: tuple[tuple[int, tuple[str, ...]], ...] = (
    (4, ()),
    (2, ("down", "down")),
    (2, ("l",)),
    (2, ("c",)),
    (2, ("enter",)),
    (3, (*"Wants the story of the weir with one figure",)),
    (4, ("ctrl+s",)),
    (4, (*find("standing:champion"),)),
    (4, ("enter",)),
    (4, ("6",)),
)
"""The picture that moves: for how many seconds each frame stands, and the keys that lead to it."""


@asynccontextmanager
async def demo_at(size: tuple[int, int]) -> AsyncIterator[Pilot[Leave]]:
    """The demo on the day of the pictures, at rest."""
    tracker = Tracker(MemoryStore(), PinnedClock(TODAY))
    demo.fill(tracker)
    app = ChampionTracker(tracker)
    # Whatever whoever takes the pictures has chosen for themselves.
    app.remembered = Remembered(FOLDER / "nobody.json")
    async with app.run_test(size=size) as pilot:
        await _at_rest(pilot)
        yield pilot


async def look(pilot: Pilot[Leave], keys: tuple[str, ...], name: str) -> str:
    """Press keys, and return what is then to be seen as SVG."""
    await pilot.press(*keys)
    app = pilot.app
    assert isinstance(app, ChampionTracker)
    await app.keyboard.answered()
    await _at_rest(pilot)
    return self_contained(app.export_screenshot(title="champion-tracker"), name)


async def take(scene: Scene) -> str:
    """Play one scene and return its picture as SVG."""
    async with demo_at(scene.size) as pilot:
        if scene.name != "import":
            return await look(pilot, scene.keys, scene.name)
        with TemporaryDirectory() as folder:
            file = Path(folder) / "directory.csv"
            file.write_text(DIRECTORY, encoding="utf-8")
            app = pilot.app
            assert isinstance(app, ChampionTracker)
            app.push_screen(ImportDialog(app.tracker, Source(url=str(file))))
            await _at_rest(pilot)
            return await look(pilot, scene.keys, scene.name)


async def film() -> str:
    """Two minutes of work as one SVG whose frames follow each other; nothing else is needed."""
    async with demo_at(SIZE) as pilot:
        frames = [await look(pilot, keys, f"{FILM}-{n}") for n, (_, keys) in enumerate(FRAMES)]
    whole = sum(seconds for seconds, _ in FRAMES)
    size = re.search(r'viewBox="[^"]*"', frames[0])
    assert size is not None
    begun, styles = 0, [".frame { visibility: hidden }", ".frame-0 { visibility: visible }"]
    for number, (seconds, _) in enumerate(FRAMES):
        start, end = (100 * at / whole for at in (begun, begun + seconds))
        if number:
            # The first one lies below the others, for whoever sees no animation.
            styles.append(
                f"@keyframes frame-{number} {{ 0% {{ visibility: hidden }} "
                f"{start:.2f}% {{ visibility: visible }} {end:.2f}% {{ visibility: hidden }} }}\n"
                f".frame-{number} {{ animation: frame-{number} {whole}s step-end infinite }}"
            )
        begun += seconds
    parts = [f'<g class="frame frame-{number}">{svg}</g>' for number, svg in enumerate(frames)]
    style = "\n".join(styles)
    head = f'<svg {size[0]} xmlns="http://www.w3.org/2000/svg">'
    return "\n".join([head, f"<style>{style}</style>", *parts, "</svg>", ""])


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


def pictures() -> Iterator[tuple[str, str]]:
    """Take every picture, and yield it with its name."""
    for scene in SCENES:
        yield scene.name, asyncio.run(take(scene))
    yield FILM, asyncio.run(film())


def stale() -> Iterator[str]:
    """Take every picture; yield the names of those that differ from what was there."""
    for name, svg in pictures():
        file = FOLDER / f"{name}.svg"
        if not file.exists() or file.read_text(encoding="utf-8") != svg:
            yield name
            if "--check" not in sys.argv:
                file.write_text(svg, encoding="utf-8")


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    changed = list(stale())
    print("changed: " + ", ".join(changed) if changed else "all current")
    sys.exit(bool(changed) if "--check" in sys.argv else 0)

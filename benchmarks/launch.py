"""How soon it is there: the first frame, the first prompts and `due`, against their floors.

What is taken is the processor time of whole processes. Run with ``python -m benchmarks.launch``;
prints a Markdown table.
"""

import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from champion_tracker.store.folder import RESTING

from .measure import best, champion_tracker, first_frame, seconds
from .workspaces import TODAY, make

SIZES = {1_000: 20, 10_000: 20, 100_000: 2}
"""People, and how many interactions each of them has."""
ROUNDS = 7
NOTHING = [sys.executable, "-c", "pass"]
BARE = [sys.executable, "-m", "benchmarks.bare_app"]


class Figure(NamedTuple):
    """What is timed, and the floor that it is held against."""

    what: str
    ours: Callable[[], float]
    floor: Callable[[], float]


def figures(workspace: Path) -> Iterator[Figure]:
    """What is asked of one workspace."""
    day = ("--today", str(TODAY))
    opened = champion_tracker(workspace, *day)
    due = champion_tracker(workspace, *day, "due")

    def anew() -> float:
        (workspace / RESTING).unlink(missing_ok=True)
        return seconds(due)

    def bare() -> float:
        return first_frame(BARE, "Row number 0")

    def nothing() -> float:
        return seconds(NOTHING)

    yield Figure("first frame ÷ bare Textual", lambda: first_frame(opened, "Today"), bare)
    yield Figure("first prompts ÷ bare Textual", lambda: first_frame(opened, "OVERDUE"), bare)
    yield Figure("`due` ÷ `python -c pass`", lambda: seconds(due), nothing)
    yield Figure("`due`, who rests not being known ÷ `python -c pass`", anew, nothing)


def main() -> None:
    """Measure and print."""
    print("| what | people | interactions | measured | ours | floor |")
    print("| --- | --- | --- | --- | --- | --- |")
    with tempfile.TemporaryDirectory() as folder:
        for count, touches in SIZES.items():
            workspace = make(Path(folder) / str(count), count, touches)
            for figure in figures(workspace):
                ours, floor = best(ROUNDS, figure.ours, figure.floor)
                print(
                    f"| {figure.what} | {count:,} | {count * touches:,} | {ours / floor:.2f} "
                    f"| {ours * 1000:.0f} ms | {floor * 1000:.0f} ms |"
                )


if __name__ == "__main__":
    main()

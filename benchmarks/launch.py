"""How soon it is there: the first frame and `due`, against their floors.

Run with ``python -m benchmarks.launch``; prints a Markdown table.
"""

import sys
import tempfile
from pathlib import Path

from .measure import best, champion_tracker, first_frame, seconds
from .workspaces import TODAY, make

SIZES = ((1_000, 20), (10_000, 20))
ROUNDS = 7
NOTHING = [sys.executable, "-c", "pass"]
BARE = [sys.executable, "-m", "benchmarks.bare_app"]


def main() -> None:
    """Measure and print."""
    print("| what | people | interactions | time | floor | ratio |")
    print("| --- | --- | --- | --- | --- | --- |")
    with tempfile.TemporaryDirectory() as folder:
        for count, touches in SIZES:
            workspace = make(Path(folder) / str(count), count, touches)
            day = ("--today", str(TODAY))
            tui = champion_tracker(workspace, *day)
            due = champion_tracker(workspace, *day, "due", "--quiet")
            rows = (
                (
                    "first frame ÷ bare Textual application",
                    best(
                        ROUNDS,
                        lambda tui=tui: first_frame(tui, "Today"),  # type: ignore[misc]
                        lambda: first_frame(BARE, "Row number 0"),
                    ),
                ),
                (
                    "`due` ÷ `python -c pass`",
                    best(ROUNDS, lambda due=due: seconds(due), lambda: seconds(NOTHING)),  # type: ignore[misc]
                ),
            )
            for what, (ours, floor) in rows:
                print(
                    f"| {what} | {count:,} | {count * touches:,} | {ours * 1000:.0f} ms "
                    f"| {floor * 1000:.0f} ms | {ours / floor:.2f} |"
                )


if __name__ == "__main__":
    main()

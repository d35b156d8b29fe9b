"""Writes the names of everything that a key does into ``docs/keys.md``, below the mark there.

Run with ``python -m docs.keys`` whenever an action, a key or its words have changed.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from champion_tracker.tracker.settings import USUAL
from champion_tracker.tui.keys import words_of_keys

if TYPE_CHECKING:
    from collections.abc import Iterator

PAGE = Path(__file__).with_name("keys.md")
MARK = "<!-- Below this line everything is written by docs/keys.py. -->\n"


def reference() -> str:
    """Every action and every movement with its usual keys, as Markdown."""
    actions = _table("Actions", is_movement=False)
    movements = _table("Inside lists, dialogs and fields", is_movement=True)
    return "\n".join([*actions, "", *movements])


def _table(heading: str, *, is_movement: bool) -> Iterator[str]:
    yield f"## {heading}\n"
    yield "| name | keys | what it does |"
    yield "| --- | --- | --- |"
    for name, (keys, words) in words_of_keys(USUAL).items():
        if ("." in name) is is_movement:
            shown = " ".join(f"`{key}`" for key in keys.split(","))
            yield f"| `{name}` | {shown} | {words} |"


def page() -> str:
    """The whole page as it should be."""
    return PAGE.read_text(encoding="utf-8").partition(MARK)[0] + MARK + "\n" + reference() + "\n"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")

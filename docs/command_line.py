"""Writes the reference of every command into ``docs/command-line.md``, below the mark there.

Run with ``python -m docs.command_line`` whenever a command or an option has changed.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from champion_tracker.cli.registry import COMMANDS, load
from champion_tracker.cli.running import parser_of

if TYPE_CHECKING:
    from collections.abc import Iterator

PAGE = Path(__file__).with_name("command-line.md")
MARK = "<!-- Below this line everything is written by docs/command_line.py. -->\n"


def reference() -> str:
    """Every command with its arguments, as Markdown."""
    return "\n".join(line for name in COMMANDS for line in _command(name))


def _command(name: str) -> Iterator[str]:
    parser = parser_of(name, load(name))
    actions = [a for a in parser._actions if not isinstance(a, argparse._HelpAction)]
    yield f"### {name}\n"
    yield " ".join(["    champion-tracker", name, *map(_usage, actions)]) + "\n"
    yield f"{(parser.description or '').strip()}\n"
    for action in actions:
        yield f"- `{_shown(action)}`" + (f": {action.help}" if action.help else "")
    if actions:
        yield ""
    if parser.epilog:
        yield "\n".join(f"    {line}" for line in parser.epilog.strip().split("\n")) + "\n"


def _usage(action: argparse.Action) -> str:
    repeats = " …" if action.nargs in ("+", "*") else ""
    is_needed = action.required and action.nargs != "*"
    return f"{_shown(action)}{repeats}" if is_needed else f"[{_shown(action)}{repeats}]"


def _shown(action: argparse.Action) -> str:
    value = str(action.metavar or action.dest.upper())
    if not action.option_strings:
        return value
    return ", ".join(action.option_strings) + (f" {value}" if action.nargs != 0 else "")


def page() -> str:
    """The whole page as it should be."""
    return PAGE.read_text(encoding="utf-8").partition(MARK)[0] + MARK + "\n" + reference()


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")

"""People and notes to files: export."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from ..model import BadInput
from ..rules.counting import counted
from ..rules.visible import visible
from ..tracker import exporting, formats, redaction
from .registry import Command
from .session import is_terminal

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Sequence

    from ..model import Person
    from ..tracker.exporting import Made
    from .parser import Parser
    from .session import Session


def _arguments(parser: Parser) -> None:
    words = "; ".join(f"{name}: {form.what}" for name, form in formats.FORMATS.items())
    parser.add_argument("format", metavar="FORMAT", help=words)
    parser.add_argument("people", metavar="PERSON", nargs="*", help="who; else everybody")
    parser.add_argument("--person", action="append", default=[], help="who; may repeat")
    parser.add_argument("--query", metavar="QUERY", help="and everybody who answers to this")
    parser.add_argument("--output", default="-", metavar="FILE", help="where; else '-', printed")
    parser.add_argument("--split", action="store_true", help="a file a person; FILE is a folder")
    parser.add_argument("--include-private", action="store_true", help="private entries, too")
    parser.add_argument(
        "--redact",
        nargs="?",
        const="",
        metavar="RULES",
        help="notes of one person without others' names and contact details; rules in TOML",
    )
    parser.add_argument(
        "--print-rules", action="store_true", help="only print the rules for --redact, to edit them"
    )
    parser.add_argument("--force", action="store_true", help="over files that are there already")


def _export(session: Session, given: Namespace) -> None:
    """People and notes to a file that only you can read, never over another one.

    Private entries stay out unless asked for; how many is said.
    """
    if given.print_rules:
        session.write(*visible(redaction.rules_text(session.tracker)).splitlines())
        return
    names = [*given.people, *given.person]
    everybody = not names and given.query is None
    if given.split and given.output == "-":
        raise BadInput("Where to? Pages of several people go into a folder.", "Give --output.")
    people = None if everybody else session.people(names, given.query)
    made = (
        _redacted(session, given, people)
        if given.redact is not None
        else exporting.export(
            session.tracker,
            given.format,
            people,
            include_private=given.include_private,
            split=given.split,
        )
    )
    if given.output == "-":
        _print(made)
    else:
        exporting.save(made, Path(given.output).expanduser(), force=given.force)
        files = f"{_files(made)} in " if given.split else ""
        session.say(f"Wrote {files}{given.output}.")
    for removal in made.removed:
        session.say(f"Removed: {removal}")
    _say_left_out(session, made)


def _redacted(session: Session, given: Namespace, people: Sequence[Person] | None) -> Made:
    if given.format != "notes" or people is None or len(people) != 1:
        raise BadInput("Only the notes of one person can be redacted.", "'export notes PERSON'.")
    if given.include_private or given.split:
        raise BadInput("What is redacted is one file without private entries.")
    rules = Path(given.redact).expanduser() if given.redact else None
    return exporting.redacted(session.tracker, people[0], rules)


def _files(made: Made) -> str:
    count = len(made.pages)
    return counted(count, "file")


def _say_left_out(session: Session, made: Made) -> None:
    if made.left_out:
        entries = counted(made.left_out, "private entry", "private entries")
        session.say(f"{entries} left out; --include-private takes them in.")


def _handover_arguments(parser: Parser) -> None:
    parser.add_argument("folder", metavar="FOLDER", help="where to; made if it is not there")
    parser.add_argument("--include-private", action="store_true", help="private entries, too")
    parser.add_argument("--force", action="store_true", help="over files that are there already")


def _handover(session: Session, given: Namespace) -> None:
    """A folder for whoever takes over: what is urgent, whom to know, and everything else."""
    made = exporting.handover(session.tracker, include_private=given.include_private)
    exporting.save(made, Path(given.folder).expanduser(), force=given.force)
    session.say(f"Wrote {_files(made)} in {given.folder}.")
    _say_left_out(session, made)


def _print(made: Made) -> None:
    """To standard output, as it would stand in a file; on a terminal without its controls."""
    if isinstance(made.content, str) and is_terminal(sys.stdout):
        sys.stdout.write(visible(made.content))
    elif is_terminal(sys.stdout):
        raise BadInput("This is no text for a terminal.", "Give --output FILE.")
    else:
        content = made.content if isinstance(made.content, bytes) else made.content.encode()
        sys.stdout.flush()
        sys.stdout.buffer.write(content)


COMMANDS = {
    "export": Command(_arguments, _export),
    "handover": Command(_handover_arguments, _handover),
}

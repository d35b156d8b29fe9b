"""One run from words to exit status; nothing leaves it but a status and sentences."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, TextIO

from .parser import Parser, Usage, nearest
from .registry import COMMANDS, Command, load
from .session import Session, Surfaces

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Sequence

PROGRAM = "champion-tracker"
VALUED = ("--workspace", "--today")
"""The options before a command that take a value."""

USAGE, UNFORESEEN, INTERRUPTED = 2, 1, 130


def run(words: Sequence[str], surfaces: Surfaces) -> int:
    """Run a command, or open the application where none is named; return the exit status.

    Args:
        words: The words after the program's name.
        surfaces: What can be opened besides.
    """
    _let_any_text_through()
    try:
        status = _run(words, surfaces)
        sys.stdout.flush()
    except Usage as misuse:
        status = _fail(str(misuse), USAGE)
    except SystemExit as ended:  # argparse has given help
        status = ended.code if isinstance(ended.code, int) else 0
    except KeyboardInterrupt:
        status = INTERRUPTED
    except BrokenPipeError:
        status = 0
    except Exception as error:
        status = _explain(error)
    _let_go_of_pipes()
    return status


def _run(words: Sequence[str], surfaces: Surfaces) -> int:
    before, command = _split(words)
    given = _global_parser().read(before)
    session = Session(surfaces, given.workspace or "", given.today or "")
    try:
        if command:
            do(session, *command)
        else:
            _open(session)
    finally:
        session.close()
    return session.exit_status


def _split(words: Sequence[str]) -> tuple[Sequence[str], Sequence[str]]:
    """The options before the command, and the command with all that follows."""
    for place, word in enumerate(words):
        if not word.startswith("-") and not (place and words[place - 1] in VALUED):
            return words[:place], words[place:]
    return words, ()


def _global_parser() -> Parser:
    names = "\n".join(f"  {name:<10} {what}" for name, (_, what) in COMMANDS.items())
    parser = Parser(
        f"{PROGRAM}",
        "Whom to nurture today, and why. Without a command it opens the application, or, where\n"
        f"there is no terminal, prints what is due.\n\ncommands:\n{names}\n\n"
        f"'{PROGRAM} COMMAND --help' says more of one.",
    )
    parser.usage = f"{PROGRAM} [--workspace PATH_OR_URL] [--today YYYY-MM-DD] [COMMAND …]"
    parser.add_argument("--workspace", metavar="PATH_OR_URL", help="where the records are kept")
    parser.add_argument("--today", metavar="YYYY-MM-DD", help="let it be another day")
    parser.add_argument("--version", action="version", version=_version())
    return parser


def _version() -> str:
    from .. import __version__

    return f"{PROGRAM} {__version__}"


def do(session: Session, name: str, *words: str) -> None:
    """Run a command.

    Args:
        session: The workspace, and where words go to.
        name: The command's.
        words: What follows it.

    Raises:
        Usage: there is no such command, or the words cannot be understood.
        TrackerError: it is refused.
    """
    if name == "help":
        name, words = (words[0], ("--help",)) if words else ("", ())
    if not name:
        _global_parser().print_help()
        return
    if name not in COMMANDS:
        hint = nearest(name, COMMANDS) or f" '{PROGRAM} --help' lists them."
        raise Usage(f"There is no command '{name}'.{hint}")
    command = load(name)
    own, inner = _split(words) if command.takes_command else (words, ())
    for word in own:
        if word.partition("=")[0] in VALUED:
            raise Usage(f"{word} goes before the command: {PROGRAM} {word} … {name} …")
    given: Namespace = parser_of(name, command).read(own)
    if inner:
        given.command = inner
    command.run(session, given)


def parser_of(name: str, command: Command) -> Parser:
    """What reads the words of a command."""
    help_text = "\n".join(line.strip() for line in (command.run.__doc__ or "").strip().split("\n"))
    parser = Parser(f"{PROGRAM} {name}", help_text)
    command.arguments(parser)
    return parser


def _open(session: Session) -> None:
    # A browser's session is held on pipes, and says by what it draws.
    if session.is_interactive or os.environ.get("TEXTUAL_DRIVER"):
        from .surfaces import open_application

        open_application(session)
    else:
        from .due import tell

        tell(session)


def _explain(error: Exception) -> int:
    """Say what was refused, or that something happened that nobody foresaw."""
    # Late, because help and misuse need no records.
    from ..model import TrackerError

    if isinstance(error, TrackerError):
        return _fail(str(error), error.exit_status)
    from .failures import write_down

    place = write_down(error)
    return _fail(f"Something went wrong that should not have. Details are in {place}.", UNFORESEEN)


def _fail(sentence: str, status: int) -> int:
    from ..rules.visible import visible

    try:
        sys.stdout.flush()
        sys.stderr.write(f"{PROGRAM}: {visible(sentence)}\n")
    except OSError:
        pass
    return status


def _let_any_text_through() -> None:
    """Show what an output cannot encode by its code point, rather than fail."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="backslashreplace")


def _let_go_of_pipes() -> None:
    """Do not let the interpreter complain at its end that nobody reads any more."""
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except (OSError, ValueError):
            _point_nowhere(stream)


def _point_nowhere(stream: TextIO) -> None:
    try:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
    except (OSError, ValueError):
        return

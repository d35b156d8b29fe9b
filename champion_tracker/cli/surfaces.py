"""What is opened rather than printed: the application, the demo, the browser."""

from __future__ import annotations

import signal
import sys
from contextlib import ExitStack, suppress
from typing import TYPE_CHECKING

from ..model import BadInput
from .due import answer
from .registry import Command
from .session import Session
from .values import count

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Sequence
    from pathlib import Path

    from ..tracker import Tracker
    from .parser import Parser

LAST_PORT = 65_535


def open_application(session: Session) -> None:
    """The application on the session's workspace, which can open the demo from within."""
    with ExitStack() as demos:
        session.exit_status = session.surfaces.terminal(
            session.tracker, lambda: _new_demo(session, demos)
        )


def _demo_arguments(parser: Parser) -> None:
    what = "what to do in it, such as 'programme --json', instead of opening it"
    parser.add_argument("command", metavar="COMMAND", nargs="*", help=what)


def _demo(session: Session, given: Namespace) -> None:
    """Open a throw-away workspace: an invented agency whose two years show every kind of prompt.

    It is dated relative to today, and gone when you leave it. With a command, that is run in it.
    """
    with ExitStack() as demos:
        folder = _new_folder(demos)
        tracker = _fill(session, folder, demos)
        if given.command:
            tracker.close()
            _run_in(folder, session, given.command)
        elif session.is_interactive:
            session.exit_status = session.surfaces.terminal(tracker, None)
        else:
            shown = Session(session.surfaces)
            shown.tracker = tracker
            sys.stdout.write(answer(shown, "0", as_json=False, quiet=False))


def _run_in(folder: Path, session: Session, command: Sequence[str]) -> None:
    """Run a command in a demo as in any other workspace."""
    from .running import do

    inside = Session(session.surfaces, str(folder), session.pinned)
    try:
        do(inside, *command)
    finally:
        inside.close()
        session.exit_status = inside.exit_status


def _new_demo(session: Session, demos: ExitStack) -> Tracker:
    """A tracker on a new demo, which goes when ``demos`` closes."""
    return _fill(session, _new_folder(demos), demos)


def _new_folder(demos: ExitStack) -> Path:
    from pathlib import Path
    from tempfile import TemporaryDirectory

    _end_in_good_order()
    made = TemporaryDirectory(prefix="champion-tracker-demo-", ignore_cleanup_errors=True)
    return Path(demos.enter_context(made))


def _fill(session: Session, folder: Path, demos: ExitStack) -> Tracker:
    from ..tracker import demo
    from ..tracker.opening import open_throw_away

    tracker = open_throw_away(folder, session.clock)
    demos.callback(tracker.close)
    demo.fill(tracker)
    return tracker


def _end_in_good_order() -> None:
    """Let what was thrown away be gone also when the terminal is closed or the system ends us."""

    def end(number: int, _: object) -> None:
        raise SystemExit(128 + number)

    for name in ("SIGHUP", "SIGTERM"):
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) is signal.SIG_DFL:
            with suppress(ValueError):
                signal.signal(number, end)


def _serve_arguments(parser: Parser) -> None:
    parser.add_argument("--host", default="127.0.0.1", help="where to listen; else this machine")
    parser.add_argument("--port", metavar="N", help="where to listen; else the usual port")


def _serve(session: Session, given: Namespace) -> None:
    """The application in a browser on this machine, behind a link that works once."""
    command = [sys.executable, "-m", "champion_tracker"]
    if session.named:
        command += ["--workspace", session.named]
    if session.clock is not None:
        command += ["--today", session.clock.today().isoformat()]
    port = count(given.port, "port") or 0
    if port > LAST_PORT:
        raise BadInput(f"A port goes from 0 to {LAST_PORT}, not {port}.")
    session.exit_status = session.surfaces.browser(command, given.host, port)


COMMANDS = {
    "demo": Command(_demo_arguments, _demo, takes_command=True),
    "serve": Command(_serve_arguments, _serve),
}

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

    from ..tracker import Tracker
    from .parser import Parser

LAST_PORT = 65_535


def open_application(session: Session) -> None:
    """The application on the session's workspace, which can open the demo from within."""
    with ExitStack() as demos:
        session.exit_status = session.surfaces.terminal(
            session.tracker, lambda: _new_demo(session, demos)
        )


def _no_arguments(_: Parser) -> None:
    """There are none."""


def _demo(session: Session, _: Namespace) -> None:
    """Open a throw-away workspace: an invented agency whose two years show every kind of prompt.

    It is dated relative to today, and gone when you leave it.
    """
    with ExitStack() as demos:
        tracker = _new_demo(session, demos)
        if session.is_interactive:
            session.exit_status = session.surfaces.terminal(tracker, None)
        else:
            shown = Session(session.surfaces)
            shown.tracker = tracker
            sys.stdout.write(answer(shown, "0", as_json=False, quiet=False))


def _new_demo(session: Session, demos: ExitStack) -> Tracker:
    """A tracker on a new demo, which goes when ``demos`` closes."""
    from pathlib import Path
    from tempfile import TemporaryDirectory

    from ..tracker import demo
    from ..tracker.opening import open_throw_away

    _end_in_good_order()
    folder = demos.enter_context(
        TemporaryDirectory(prefix="champion-tracker-demo-", ignore_cleanup_errors=True)
    )
    tracker = open_throw_away(Path(folder), session.clock)
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
    "demo": Command(_no_arguments, _demo),
    "serve": Command(_serve_arguments, _serve),
}

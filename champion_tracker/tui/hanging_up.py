"""The terminal is closed, or the system ends the program: what is typed is kept, in good order."""

from __future__ import annotations

import asyncio
import os
import select
import signal
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .app import ChampionTracker

NAMES = ("SIGHUP", "SIGTERM")
LOOK_EVERY = 1.0
"""Seconds between two looks whether the terminal is still there."""


def mind_signals(app: ChampionTracker) -> None:
    """End the application properly when the system asks for it.

    A server that was started under nohup stays, with what it shows in browsers. In a terminal the
    application ends even so: it would wait with all its might for the keys of one that is gone.
    """
    loop = asyncio.get_running_loop()

    def end(number: int, _: object) -> None:
        if number != signal.SIGTERM:
            _let_go_of_the_terminal()
        with suppress(RuntimeError):
            loop.call_soon_threadsafe(_end, app, number)

    for name in NAMES:
        number = getattr(signal, name, None)
        if number is not None and not (app.is_web and signal.getsignal(number) is signal.SIG_IGN):
            with suppress(ValueError):
                signal.signal(number, end)


def mind_the_terminal(app: ChampionTracker) -> None:
    """End the application when its terminal is gone and no signal says so.

    That is so for whoever is not in the terminal's session (a wrapper, some multiplexers): every
    read is then answered at once with nothing, and the application would ask again for ever.
    """
    stdin = sys.__stdin__
    if app.is_web or stdin is None or not hasattr(select, "poll") or not stdin.isatty():
        return
    poll = select.poll()
    poll.register(stdin.fileno(), 0)

    def look() -> None:
        if any(event & select.POLLHUP for _, event in poll.poll(0)):
            _let_go_of_the_terminal()
            _end(app, signal.SIGHUP)

    app.set_interval(LOOK_EVERY, look)


def _end(app: ChampionTracker, number: int) -> None:
    app.keep_drafts()
    app.exit(return_code=128 + number)


def _let_go_of_the_terminal() -> None:
    """Write into the void, for a write to a terminal that is gone would fail for ever.

    A terminal that hangs up also says that one may continue, at which the screen would be set
    up again.
    """
    signal.signal(signal.SIGCONT, lambda *_: None)
    with suppress(OSError):
        nowhere = os.open(os.devnull, os.O_RDWR)
        for stream in range(3):
            os.dup2(nowhere, stream)

"""A real terminal with the real program in it."""

import os
import signal
import sys
import time
from collections.abc import Callable
from typing import Any, cast

import pexpect
import pyte

PATIENCE = 120.0
"""Seconds after which something that should be on the screen is taken for missing."""


class Terminal:
    """A program in a terminal, as somebody sees it who sits in front of it."""

    def __init__(self, *words: str, **variables: str) -> None:
        self.screen = pyte.Screen(80, 24)
        self.stream = pyte.Stream(self.screen)
        environment = dict(os.environ, TERM="xterm-256color", COLORTERM="truecolor", **variables)
        for ours in ("NO_COLOR", "COLUMNS", "LINES"):
            environment.pop(ours, None)
        self.child = pexpect.spawn(
            sys.executable,
            ["-m", "champion_tracker", *words],
            dimensions=(24, 80),
            env=environment,
            timeout=PATIENCE,
            encoding="utf-8",
        )

    @property
    def text(self) -> str:
        return "\n".join(self.screen.display)

    def sees(self, *words: str) -> None:
        """Wait until all these words are on the screen."""
        self.waits(lambda: all(word in self.text for word in words), words)

    def waits(self, until: Callable[[], bool], what: object = "it") -> None:
        """Wait for something while the screen goes on."""
        latest = time.monotonic() + PATIENCE
        while not until():
            if time.monotonic() > latest:
                raise AssertionError(f"{what} did not come about on:\n{self.text}")
            self.read()

    def read(self) -> None:
        """Take in what the program has drawn."""
        try:
            self.stream.feed(self.child.read_nonblocking(65536, timeout=0.05))
        except pexpect.TIMEOUT:
            return

    def keys(self, keys: str) -> None:
        self.child.send(keys)

    def close(self) -> None:
        self.child.close(force=True)

    def kill(self) -> None:
        """End it as a power cut would."""
        self.child.kill(signal.SIGKILL)
        self.child.wait()

    def hang_up(self) -> int:
        """Close the window; return the status with which the program ends."""
        cast("Any", self.child).ptyproc.fileobj.close()
        self.child.closed = True
        return self._status()

    def terminate(self) -> int:
        """End it as the system does when it shuts down; return the status."""
        self.child.kill(signal.SIGTERM)
        self.child.expect(pexpect.EOF)
        return self._status()

    def _status(self) -> int:
        latest = time.monotonic() + PATIENCE
        while time.monotonic() < latest:
            ended, status = os.waitpid(self.child.pid or 0, os.WNOHANG)
            if ended:
                return os.waitstatus_to_exitcode(status)
            time.sleep(0.02)
        self.kill()
        raise AssertionError("it did not end")

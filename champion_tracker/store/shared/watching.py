"""Looking at what others do, in a thread of its own, so that nobody who works ever waits for it."""

import time
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import suppress
from functools import partial
from threading import Event, Thread
from typing import NamedTuple, TypeVar

from ...model import TrackerError
from . import log, reading
from .database import SINGLE, WHOLE, Absent, Database
from .presence import SAY_AGAIN, announce, read_present

T = TypeVar("T")

LOOK_EVERY, LOOK_EVERY_AWAY = 0.5, 1.5
"""How many seconds lie between two looks, while the database answers and while it does not."""

BRIEFLY = 1.0
"""For how many seconds a look is tried again; long enough for a connection that went stale."""

LONGEST = 3.0
"""How many seconds an answer may take before the database counts as away."""


class Attended(NamedTuple):
    """Whom one is looking at."""

    person_id: str = ""
    writing: bool = False


class Watcher:
    """Follows one workspace.

    Args:
        database: Where it is.
        workspace: Its name.
        at: Tells the last commit that is shown.
    """

    def __init__(self, database: Database, workspace: str, at: Callable[[], int]) -> None:
        self._database = database
        self._workspace = workspace
        self._at = at
        self._found: tuple[int, log.Since] | None = None
        self._trouble = ""
        self._asked_at = 0.0
        """When the look began that has not ended yet; 0 while there is none."""
        self._attended = self._announced = Attended()
        self._announced_at = 0.0
        self.others: tuple[str, ...] = ()
        """Who else has the attended person open for writing."""
        self._due, self._is_closed = Event(), False
        Thread(target=self._watch, name="watcher", daemon=True).start()

    @property
    def trouble(self) -> str:
        """Why the database cannot be asked just now; empty while it can."""
        if not self._trouble and 0 < self._asked_at < time.monotonic() - LONGEST:
            self.give_up()
        return self._trouble

    def give_up(self) -> None:
        """Take the database as away until it answers again."""
        self._trouble = f"{self._database.location.called} does not answer just now."

    def take(self) -> log.Since | None:
        """What others committed after that which is shown; None where nothing was found yet."""
        found, self._found = self._found, None
        return found[1] if found is not None and found[0] == self._at() else None

    def attend(self, attended: Attended) -> None:
        """Say whom one is looking at, or writing about."""
        if attended != self._attended:
            self._attended, self.others = attended, ()
            self._due.set()

    def close(self) -> None:
        """Look no more, and have nobody open any more."""
        if self._announced.writing and not self.trouble:
            with suppress(TrackerError, TimeoutError):
                bounded(lambda: self._announce(Attended()))
        self._is_closed = True
        self._due.set()

    def _watch(self) -> None:
        while not self._is_closed:
            self._asked_at = time.monotonic()
            try:
                self._look()
                self._trouble = ""
            except Absent as absence:
                self._trouble = absence.sentence
            except TrackerError:
                # Whoever may not look any more is told so as soon as they ask for something.
                self._trouble = ""
            self._asked_at = 0.0
            self._due.wait(LOOK_EVERY_AWAY if self._trouble else LOOK_EVERY)
            self._due.clear()

    def _look(self) -> None:
        run, name, shown = self._database.run, self._workspace, self._at()
        last = run(lambda c: reading.number_of(c, name), SINGLE, patience=BRIEFLY)
        if last is not None and last > shown:
            since = log.read_since(partial(run, patience=BRIEFLY), name, shown)
            self._found = shown, since
        self._attend()

    def _attend(self) -> None:
        attended, is_old = self._attended, time.monotonic() > self._announced_at + SAY_AGAIN
        if attended != self._announced or is_old:
            self._announce(attended)
        if attended.person_id:
            others = self._database.run(
                lambda c: read_present(c, self._workspace, attended.person_id),
                SINGLE,
                patience=BRIEFLY,
            )
            if attended == self._attended:
                self.others = tuple(others)

    def _announce(self, attended: Attended) -> None:
        if attended.writing or self._announced.writing:
            person_id = attended.person_id if attended.writing else ""
            run = self._database.run
            try:
                run(lambda c: announce(c, self._workspace, person_id), WHOLE, patience=BRIEFLY)
            except Absent:
                # Nobody heard it, so it is said again at the next look.
                return
            except TrackerError:
                # Whoever may only read has nothing open for writing.
                pass
        self._announced, self._announced_at = attended, time.monotonic()


def aside(work: Callable[[], T]) -> "Future[T]":
    """Do something in a thread of its own; the program can end while it still hangs."""
    outcome: Future[T] = Future()

    def do() -> None:
        try:
            outcome.set_result(work())
        except BaseException as error:
            outcome.set_exception(error)

    Thread(target=do, daemon=True).start()
    return outcome


def bounded(work: Callable[[], T], seconds: float = LONGEST) -> T:
    """Do something that may hang, and wait no longer than that for it.

    Raises:
        TimeoutError: it is not done yet, and may be done later.
    """
    return aside(work).result(seconds)

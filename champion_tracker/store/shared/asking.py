"""Asking the database, and knowing that it is away, so that nobody waits for it in vain."""

import time
from collections.abc import Callable
from typing import TypeVar

from sqlalchemy import Connection

from ...model import WorkspaceError
from .database import SINGLE, Absent, Database, Isolation
from .watching import BRIEFLY, Watcher, bounded

T = TypeVar("T")

FIRST_PAUSE, LONGEST_PAUSE = 1.0, 15.0
"""How many seconds an absent database is left alone before it is looked for again."""


class Away(Absent):
    """It is known that the database cannot be reached, so it was not even asked."""


class Asker:
    """Asks a database on behalf of one store, and remembers whether it was there."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._watcher: Watcher | None = None
        self._trouble = ""
        self._left_alone_until, self._pause = 0.0, FIRST_PAUSE

    @property
    def trouble(self) -> str:
        """Why the database cannot be asked just now; empty while it can."""
        return self._trouble if self._watcher is None else self._watcher.trouble

    @property
    def is_leaving_alone(self) -> bool:
        """Whether the database was away so lately that it is not looked for again yet."""
        return time.monotonic() < self._left_alone_until

    def go_by(self, watcher: Watcher) -> None:
        """From now on, be brief, and believe the watcher about whether the database is there."""
        self._watcher = watcher

    def ask(
        self, work: Callable[[Connection], T], isolation: Isolation, *, patience: float = BRIEFLY
    ) -> T:
        """Ask for something.

        Args:
            work: What to do; see `Database.run`.
            isolation: See `Database.run`.
            patience: How many seconds to go on trying for, where nobody sits in front of a screen.

        Raises:
            WorkspaceError: the database cannot be reached, or refuses.
        """
        if self._watcher is not None:
            return self._ask_briefly(self._watcher, work, isolation)
        try:
            answer = self._database.run(work, isolation, patience=patience)
        except Absent as absence:
            self._trouble = absence.sentence
            self._pause = min(2 * self._pause, LONGEST_PAUSE)
            self._left_alone_until = time.monotonic() + self._pause
            raise
        self._trouble, self._pause, self._left_alone_until = "", FIRST_PAUSE, 0.0
        return answer

    def ask_to_change(self, work: Callable[[Connection], T]) -> T:
        """Ask for a change, with all the patience that the database is given.

        Raises:
            WorkspaceError: as `ask`; it says whether the change may have been made.
        """
        try:
            return self.ask(work, SINGLE, patience=self._database.patience)
        except Away as absence:
            raise WorkspaceError(
                f"Nothing was changed: {absence.sentence}",
                "What you typed stays; save it once the connection is back.",
            ) from None
        except Absent as absence:
            raise WorkspaceError(
                f"The change is not confirmed: {absence.sentence}",
                "Look whether it is there once the connection is back; it is never made twice "
                "unless you make it again.",
            ) from None

    def _ask_briefly(
        self, watcher: Watcher, work: Callable[[Connection], T], isolation: Isolation
    ) -> T:
        """Ask on behalf of somebody who sits in front of a screen that must not stand still."""
        if watcher.trouble:
            raise Away(watcher.trouble)
        try:
            return bounded(lambda: self._database.run(work, isolation, patience=BRIEFLY))
        except Absent as absence:
            watcher.give_up()
            raise Absent(absence.sentence) from None
        except TimeoutError:
            watcher.give_up()
            raise Absent(watcher.trouble) from None

"""The connection: made when it is needed, made again when it broke, explained when it fails."""

import random
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from enum import StrEnum
from typing import Any, TypeVar

import psycopg
from sqlalchemy import Connection, create_engine
from sqlalchemy.exc import DBAPIError, PendingRollbackError
from sqlalchemy.pool import NullPool

from ...model import TrackerError, WorkspaceError
from .dialect import PLAIN
from .location import Location
from .passwords import find_password

T = TypeVar("T")

PATIENCE = 6.0
"""For how many seconds a change is tried again before its user is told that it was not kept."""


AT_HAND = 2
"""How many connections are kept open: one for whoever works, one for whoever watches."""


class Isolation(StrEnum):
    """How what is done is kept apart from what others do, as the statement that begins it."""

    SNAPSHOT = "BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY"
    """Everything that is read is of one moment."""
    WHOLE = "BEGIN ISOLATION LEVEL REPEATABLE READ"
    """The same, and everything is kept, or nothing."""
    IN_TURN = "BEGIN ISOLATION LEVEL READ COMMITTED"
    """The same, but each statement sees what is there when it begins."""
    SINGLE = ""
    """Each statement is a transaction of its own, and costs one round trip."""


SNAPSHOT, WHOLE, IN_TURN, SINGLE = Isolation

CLASHED = ("40001", "40P01", "55P03", "23502")
"""Serialisation failure, deadlock, lock not available, and a commit without a number: others were
quicker by a moment, and the same again may well succeed."""
RESTARTING = ("57P01", "57P02", "57P03", "53300", "25006")
"""The server goes down, comes up, is full for the moment, or has handed over to another."""

FAILURES = (DBAPIError, PendingRollbackError, psycopg.Error)
"""How a database makes itself felt; the second comes of asking on after a connection was lost."""

REFUSALS = (
    "does not exist",
    "authentication failed",
    "not permitted",
    "pg_hba.conf",
    "certificate",
)
"""What libpq says where trying again is vain; it knows no SQLSTATE before there is a connection.
A server that says so in another language is tried again in vain for some seconds."""


class Absent(WorkspaceError):
    """The database cannot be reached for the moment."""


class Database:
    """One database, spoken to by one client.

    Args:
        location: Where it is.
        patience: How many seconds to try again for, where trying again makes sense.
    """

    def __init__(self, location: Location, patience: float = PATIENCE) -> None:
        self.location = location
        self.patience = patience
        self._engine = create_engine(
            f"{PLAIN}://",
            creator=_Door(location).enter,
            isolation_level="AUTOCOMMIT",
            poolclass=NullPool,
            # Neither a traceback nor a log may hold what somebody wrote.
            hide_parameters=True,
            pool_reset_on_return=None,
        )
        self._at_hand: list[Connection] = []
        """Connections that nobody uses just now. A pool would set each of them back after every
        use, which takes as long as a commit does."""

    def run(
        self,
        work: Callable[[Connection], T],
        isolation: Isolation,
        *,
        patience: float | None = None,
    ) -> T:
        """Do something in one transaction, again where it clashed or the connection broke.

        Args:
            work: What to do; it may be done several times, and only the last one counts.
            isolation: What it sees of what others do, and whether all of it is one transaction.
            patience: How many seconds to go on trying for; by default the database's own.

        Raises:
            WorkspaceError: the database cannot be reached, or refuses.
        """
        until = time.monotonic() + (self.patience if patience is None else patience)
        for wait in pauses():
            try:
                return self._run_once(work, isolation)
            except FAILURES as error:
                if not is_passing(error) or time.monotonic() + wait > until:
                    raise self.explain(error) from None
            time.sleep(wait)
        raise AssertionError("there is always another pause")

    @contextmanager
    def stream(self) -> Iterator[Connection]:
        """A connection of its own whose results are fetched while they are looked at.

        Raises:
            WorkspaceError: as `run`.
        """
        try:
            with self._engine.connect() as made, transaction(made, SNAPSHOT):
                yield made.execution_options(yield_per=1_000)
        except FAILURES as error:
            raise self.explain(error) from None

    def _run_once(self, work: Callable[[Connection], T], isolation: Isolation) -> T:
        """Do it on a connection that is nobody else's meanwhile."""
        try:
            connection = self._at_hand.pop()
        except IndexError:
            connection = self._engine.connect()
        try:
            if isolation:
                with transaction(connection, isolation):
                    done = work(connection)
            else:
                done = work(connection)
        except BaseException:
            # With it goes what was begun.
            connection.close()
            raise
        if len(self._at_hand) < AT_HAND:
            self._at_hand.append(connection)
        else:
            connection.close()
        return done

    def explain(self, error: Exception) -> TrackerError:
        """What went wrong, as a sentence without a word of what anybody wrote."""
        where, called, state = self.location, self.location.called, state_of(error)
        match state:
            case "42P01" | "3F000":
                return WorkspaceError(
                    f"There is no team workspace in {where} yet.",
                    "Its owner makes one with `champion-tracker --workspace ADDRESS team init`.",
                )
            case "42501":
                return WorkspaceError(
                    f"You may not do that in {called}.",
                    "An owner can let you: `champion-tracker team role`.",
                )
        if state in CLASHED:
            return Absent(f"{called} is too busy with what others change.", "Try it again.")
        if is_passing(error):
            return Absent(f"{called} cannot be reached just now.", "Check the network.")
        if refusal := _refusal(error):
            return WorkspaceError(f"{where} does not let you in ({refusal}).", _advice(refusal))
        return WorkspaceError(f"{where} refused what was asked of it (SQLSTATE {state}).")

    def close(self) -> None:
        """Let go of every connection."""
        while self._at_hand:
            self._at_hand.pop().close()


class _Door:
    """The way in; it knows the password once that was needed. It does not know who goes through
    it, so that a database that nobody has any more lets go of its connections."""

    def __init__(self, location: Location) -> None:
        self._location = location
        self._password: str | None = None

    def enter(self) -> psycopg.Connection[Any]:
        """A connection.

        Raises:
            psycopg.OperationalError: there is no way in, or not just now.
        """
        parameters = self._location.parameters
        try:
            return _connect(parameters, self._password)
        except psycopg.OperationalError as error:
            pgconn = error.pgconn
            if self._password is not None or pgconn is None or not pgconn.needs_password:
                raise
            self._password = find_password(self._location)
        return _connect(parameters, self._password)


def _connect(parameters: dict[str, str], password: str | None) -> psycopg.Connection[Any]:
    # A pooler that hands each transaction to another connection knows no statements by name.
    return psycopg.connect(
        **parameters,  # type: ignore[arg-type]
        password=password,
        autocommit=True,
        prepare_threshold=None,
    )


@contextmanager
def transaction(connection: Connection, isolation: Isolation) -> Iterator[None]:
    """All that is done meanwhile in one transaction; whoever leaves by an error closes the
    connection, and with it goes what was begun."""
    driver(connection).execute(isolation)
    yield
    driver(connection).execute("COMMIT")


def driver(connection: Connection) -> psycopg.Connection[Any]:
    """The driver's own connection below, for what has to be quick."""
    below: psycopg.Connection[Any] = connection.connection.driver_connection  # type: ignore[assignment]
    return below


def state_of(error: Exception) -> str:
    """The SQLSTATE of an error; empty where the server did not get to say one."""
    return getattr(_original(error), "sqlstate", None) or ""


def _original(error: Exception) -> BaseException:
    return error.orig or error if isinstance(error, DBAPIError) else error


def is_passing(error: Exception) -> bool:
    """Whether the same again may succeed: others were in the way, or the connection was lost."""
    return state_of(error) in CLASHED or is_lost(error)


def is_lost(error: Exception) -> bool:
    """Whether nobody knows what became of the statement, because the connection was lost."""
    state = state_of(error)
    if state:
        return state in RESTARTING or state.startswith("08")
    original = _original(error)
    return isinstance(original, psycopg.OperationalError | psycopg.InterfaceError) and not _refusal(
        error
    )


def _refusal(error: Exception) -> str:
    """Why there is no connection, and will be none; empty where there may be one later."""
    said = str(_original(error)).strip().rpartition("failed: ")[2].removeprefix("FATAL:").strip()
    is_refused = any(word in str(_original(error)) for word in REFUSALS)
    # What libpq advises on the lines after the first knows nothing of our addresses.
    return said.partition("\n")[0] if is_refused and not state_of(error) else ""


def _advice(refusal: str) -> str:
    if "certificate" in refusal:
        return (
            "Put the certificate of the agency's authority into ~/.postgresql/root.crt, or name "
            "its file by sslrootcert= in the address."
        )
    if "password" in refusal:
        return "Check the password, and the login in the address."
    return "Check the address."


def pauses() -> Iterator[float]:
    """Growing pauses, each of them random, so that those who clashed do not meet again."""
    longest = 0.01
    while True:
        yield random.uniform(longest / 2, longest)  # noqa: S311 - it guards no secret
        longest = min(longest * 2, 0.5)

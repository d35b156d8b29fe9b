"""Statements that the server reads and plans once a connection, and what they are given.

They go to libpq as they are: what the driver does for whoever hands it values of any type, and
takes rows of any type back, would take as long over one commit as the server does.
"""

from collections.abc import Callable, Sequence
from functools import cache
from hashlib import sha256
from typing import Any, TypeAlias

import psycopg
from psycopg import errors, generators
from psycopg.pq import ExecStatus
from psycopg.pq.abc import PGresult
from sqlalchemy import Connection

from .database import driver

Driver: TypeAlias = psycopg.Connection[Any]
Scalar: TypeAlias = str | int | bool | None
Value: TypeAlias = Scalar | list[Scalar]
"""What stands for ``$1`` and so on; a list is an array."""


def execute(
    connection: Connection,
    statement: str,
    values: Sequence[Value],
    meanwhile: Callable[[], None] = lambda: None,
) -> list[int]:
    """Do something that returns whole numbers; return the first column.

    Args:
        connection: Where to do it.
        statement: With ``$1`` and so on, each of them cast to its type.
        values: What they stand for.
        meanwhile: What to do while the server is at work; may be done twice.

    Raises:
        psycopg.Error: the server refuses, or does not answer.
    """
    below, given = driver(connection), [*map(_written, values)]
    known: set[str] | None = connection.info.setdefault("prepared", set())
    try:
        if known is not None:
            return _numbers(_run_prepared(below, known, statement, given, meanwhile))
    except (errors.InvalidSqlStatementName, errors.DuplicatePreparedStatement):
        # Nothing was done yet: a pooler stands between, and hands each transaction to another
        # connection of its own, which has not heard of our names, or has from somebody else.
        connection.info["prepared"] = None
    below.pgconn.send_query_params(statement.encode(), given)
    return _numbers(_answer(below, meanwhile))


def _run_prepared(
    below: Driver,
    known: set[str],
    statement: str,
    given: Sequence[bytes | None],
    meanwhile: Callable[[], None],
) -> PGresult:
    name = _name(statement)
    if statement not in known:
        below.pgconn.send_prepare(name, statement.encode())
        _answer(below)
        known.add(statement)
    below.pgconn.send_query_prepared(name, given)
    return _answer(below, meanwhile)


@cache
def _name(statement: str) -> bytes:
    """Its name; where connections are shared, one for two statements would run the wrong one."""
    return f"champion_tracker_{sha256(statement.encode()).hexdigest()[:32]}".encode()


def _answer(below: Driver, meanwhile: Callable[[], None] = lambda: None) -> PGresult:
    """What the server answers; waiting for it can be interrupted, and ends the question there."""
    try:
        meanwhile()
    finally:
        results: list[PGresult] = below.wait(generators.execute(below.pgconn))
    result = results[-1]
    if result.status not in (ExecStatus.COMMAND_OK, ExecStatus.TUPLES_OK):
        raise errors.error_from_result(result)
    return result


def _numbers(result: PGresult) -> list[int]:
    return [int(result.get_value(row, 0) or 0) for row in range(result.ntuples)]


def _written(value: Value) -> bytes | None:
    """A value as the server reads one."""
    if value is None:
        return None
    if isinstance(value, str):
        return value.encode()
    if isinstance(value, list):
        return f"{{{','.join(map(_element, value))}}}".encode()
    return str(value).encode()


def _element(value: Scalar) -> str:
    if isinstance(value, str):
        escaped = value.replace("\\", "\\\\").replace('"', '\\"')
        return f'"{escaped}"'
    return "NULL" if value is None else str(value)

"""Statements that the server reads and plans once a connection, and what they are given.

They go to libpq as they are: what the driver does for whoever hands it values of any type, and
takes rows of any type back, would take as long over one commit as the server does.
"""

from collections.abc import Sequence
from typing import TypeAlias

from psycopg import errors
from psycopg.pq import ExecStatus
from psycopg.pq.abc import PGconn, PGresult
from sqlalchemy import Connection

from .database import driver

Scalar: TypeAlias = str | int | bool | None
Value: TypeAlias = Scalar | list[Scalar]
"""What stands for ``$1`` and so on; a list is an array."""


def execute(connection: Connection, statement: str, values: Sequence[Value]) -> list[int]:
    """Do something that returns whole numbers; return the first column.

    Args:
        connection: It must be in autocommit, so that the statement is all of the transaction.
        statement: With ``$1`` and so on, each of them cast to its type.
        values: What they stand for.

    Raises:
        psycopg.Error: the server refuses, or does not answer.
    """
    below = driver(connection).pgconn
    given = [*map(_written, values)]
    names: dict[str, bytes] | None = connection.info.setdefault("prepared", {})
    try:
        if names is not None:
            name = _name(below, names, statement)
            # Its annotation forgets NULL.
            return _numbers(below.exec_prepared(name, given))  # type: ignore[arg-type]
    except (errors.InvalidSqlStatementName, errors.DuplicatePreparedStatement):
        # Nothing was done yet: a pooler stands between, and hands each transaction to another
        # connection of its own, which has not heard of our names, or has of the same.
        connection.info["prepared"] = None
    return _numbers(below.exec_params(statement.encode(), given))


def _name(below: PGconn, names: dict[str, bytes], statement: str) -> bytes:
    name = names.get(statement)
    if name is None:
        name = f"champion_tracker_{len(names)}".encode()
        _checked(below.prepare(name, statement.encode()))
        names[statement] = name
    return name


def _numbers(result: PGresult) -> list[int]:
    rows = range(_checked(result).ntuples)
    return [int(result.get_value(row, 0) or 0) for row in rows]


def _checked(result: PGresult) -> PGresult:
    if result.status not in (ExecStatus.COMMAND_OK, ExecStatus.TUPLES_OK):
        raise errors.error_from_result(result)
    return result


def _written(value: Value) -> bytes | None:
    """A value as the server reads one."""
    if isinstance(value, list):
        return f"{{{','.join(map(_element, value))}}}".encode()
    return None if value is None else str(value).encode()


def _element(value: Scalar) -> str:
    if isinstance(value, str):
        escaped = value.replace("\\", "\\\\").replace('"', '\\"')
        return f'"{escaped}"'
    return "NULL" if value is None else str(value)

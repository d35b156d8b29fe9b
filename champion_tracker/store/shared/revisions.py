"""The form of the database: made, brought up to date, and compared with what we know."""

from pathlib import Path

from sqlalchemy import Connection, text

from ...model import WorkspaceError
from .location import Location
from .tables import SCHEMA

REVISION = "0006"
"""The form that this version knows; the names of forms are in their order."""


def check_revision(connection: Connection, location: Location) -> str:
    """Refuse a database of another form; return the login that the server knows us by.

    Raises:
        WorkspaceError: it is of an older or a newer form.
    """
    found, login = connection.execute(
        text(f"SELECT version_num, session_user FROM {SCHEMA}.revision")
    ).one()
    if found > REVISION:
        raise WorkspaceError(
            f"{location} was upgraded by a newer version of champion-tracker.",
            "Upgrade champion-tracker; nothing was changed.",
        )
    if found < REVISION:
        raise WorkspaceError(
            f"{location} is of an older form ({found}, this version needs {REVISION}).",
            "The owner of the tables brings it up to date with `champion-tracker team upgrade`.",
        )
    return str(login)


def upgrade(connection: Connection, form: str = "head") -> None:
    """Make the tables, or bring them up to date, within the connection's transaction.

    Args:
        connection: As the owner of the tables.
        form: Up to which form; the newest by default.
    """
    # Late, because only who sets up a team needs it.
    from alembic import command
    from alembic.config import Config

    connection.execute(text(f"CREATE SCHEMA IF NOT EXISTS {SCHEMA}"))
    steps = Config(attributes={"connection": connection})
    steps.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    command.upgrade(steps, form)

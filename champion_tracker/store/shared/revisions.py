"""The form of the database: made, brought up to date, and compared with what we know."""

from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, text

from ...model import WorkspaceError
from .location import Location
from .policies import Membership, close
from .tables import SCHEMA, metadata

if TYPE_CHECKING:
    from alembic.config import Config

REVISION = "0006"
"""The form that this version knows; the names of forms are in their order."""


def check_revision(found: str, location: Location) -> None:
    """Refuse a database of another form.

    Raises:
        WorkspaceError: it is of an older or a newer form.
    """
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


def is_made(connection: Connection) -> bool:
    """Whether the tables are there, of whatever form."""
    asked = text("SELECT to_regclass(:table) IS NOT NULL")
    return bool(connection.execute(asked, {"table": f"{SCHEMA}.revision"}).scalar())


def make(connection: Connection, membership: Membership) -> None:
    """Make the tables in the newest form, within the connection's transaction.

    Args:
        connection: As who is to own them.
        membership: How their policies find out where one has a role.
    """
    from alembic import command

    connection.execute(text(f"CREATE SCHEMA IF NOT EXISTS {SCHEMA}"))
    metadata.create_all(connection, checkfirst=False)
    close(connection, membership)
    command.stamp(_steps(connection), "head")


def upgrade(connection: Connection, form: str = "head") -> None:
    """Bring the tables up to date, within the connection's transaction.

    Args:
        connection: As the owner of the tables.
        form: Up to which form; the newest by default.
    """
    from alembic import command

    command.upgrade(_steps(connection), form)


def _steps(connection: Connection) -> "Config":
    # Late, because only who sets up a team needs it.
    from alembic.config import Config

    steps = Config(attributes={"connection": connection})
    steps.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    return steps

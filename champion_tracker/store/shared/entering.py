"""Coming in: whom the database takes us for, what we may do, and where the workspace stands."""

from typing import NamedTuple

from sqlalchemy import Connection, text

from ...model import WorkspaceError
from .location import Location
from .revisions import check_revision
from .tables import SCHEMA


class Entered(NamedTuple):
    """What one is told at the door."""

    login: str
    """Whom the database takes us for."""
    number: int
    """The workspace's last commit."""
    may_change: bool
    """Whether we may change the workspace, or only read it."""


def enter(connection: Connection, location: Location) -> Entered:
    """See that there is a workspace for us; one question, for the database may be far away.

    Raises:
        WorkspaceError: we are no member of such a workspace, or its form is not ours.
    """
    form, login, number, role = connection.execute(_ASKED, {"name": location.workspace}).one()
    check_revision(form, location)
    if number is None:
        raise WorkspaceError(
            f"You are no member of a workspace at {location}.",
            "Its owner can make you one: `champion-tracker team role`.",
        )
    return Entered(login, number, may_change=role in ("owner", "editor"))


_ASKED = text(f"""
SELECT version_num, session_user,
  (SELECT number FROM {SCHEMA}.workspaces WHERE name = :name),
  (SELECT role FROM {SCHEMA}.members WHERE workspace = :name AND login = session_user)
FROM {SCHEMA}.revision""")

"""Coming in: whom the database takes us for, what we may do, and where the workspace stands."""

from collections.abc import Sequence
from typing import NamedTuple

from sqlalchemy import Connection, text
from sqlalchemy.exc import ProgrammingError

from ...model import WorkspaceError
from .database import state_of
from .location import Location
from .revisions import check_revision
from .tables import SCHEMA

NOT_LET_IN = "42501"
"""The SQLSTATE for whoever was never made a member of anything here."""


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
    try:
        form, login, number, role = connection.execute(_ASKED, {"name": location.workspace}).one()
    except ProgrammingError as error:
        if state_of(error) != NOT_LET_IN:
            raise
        raise _no_member(location, ()) from None
    check_revision(form, location)
    if number is None:
        raise _no_member(location, connection.execute(_OWN).scalars().all())
    return Entered(login, number, may_change=role in ("owner", "editor"))


def _no_member(location: Location, own: Sequence[str]) -> WorkspaceError:
    yours = f"You are one of {', '.join(map(repr, own))}; " if own else ""
    advice = "name it by ?workspace= in the address, or ask" if own else "Ask"
    return WorkspaceError(
        f"You are no member of a workspace at {location}.",
        f"{yours}{advice} its owner to make you one: `champion-tracker team role`.",
    )


_ASKED = text(f"""
SELECT version_num, session_user,
  (SELECT number FROM {SCHEMA}.workspaces WHERE name = :name),
  (SELECT role FROM {SCHEMA}.members WHERE workspace = :name AND login = session_user)
FROM {SCHEMA}.revision""")
_OWN = text(f"SELECT name FROM {SCHEMA}.workspaces ORDER BY name")
"""Policies show one's own alone."""

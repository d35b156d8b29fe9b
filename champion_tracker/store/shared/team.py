"""Setting up a team: its tables, its workspace, and who may what."""

from typing import Literal, get_args

from sqlalchemy import Connection, delete, func, select, text
from sqlalchemy.dialects.postgresql import insert

from ...model import BadInput, WorkspaceError
from .database import SNAPSHOT, WHOLE, Database
from .indexing import index_all
from .location import Location
from .policies import BY_FUNCTIONS, BY_VIEWS
from .reading import may_change
from .revisions import is_made, make, upgrade
from .spreading import is_citus, spread
from .tables import SCHEMA, members, owners, workspaces

Role = Literal["owner", "editor", "reader", "none"]

READING = f"SELECT ON ALL TABLES IN SCHEMA {SCHEMA}"
WRITING = (
    f"UPDATE (number) ON {SCHEMA}.workspaces",
    f"INSERT ON {SCHEMA}.log",
    f"INSERT, UPDATE ON {SCHEMA}.digests, {SCHEMA}.folds",
    f"INSERT, UPDATE ON {SCHEMA}.words, {SCHEMA}.postings, {SCHEMA}.indexes",
    f"INSERT, UPDATE, DELETE ON {SCHEMA}.records, {SCHEMA}.presence",
)
OWNING = (
    f"INSERT, UPDATE, DELETE ON {SCHEMA}.members",
    f"INSERT ON {SCHEMA}.workspaces",
)
"""What a login may do at all; whether in this workspace, the policies decide row by row."""


def init_team(location: Location) -> None:
    """Make the tables where they are not there yet, and the workspace, which is then one's own.

    Raises:
        WorkspaceError: the database cannot be reached, or does not let us make tables.
    """
    database = Database(location)
    try:
        database.run(_bring_up, WHOLE)
        database.run(lambda c: _found(c, location.workspace), WHOLE)
    finally:
        database.close()


def upgrade_team(location: Location) -> None:
    """Bring the tables of a database up to date, and what search in the workspace goes by.

    Raises:
        WorkspaceError: as `init_team`.
    """
    database = Database(location)
    try:
        database.run(_bring_up, WHOLE)
        if database.run(lambda c: may_change(c, location.workspace), SNAPSHOT):
            index_all(database, location.workspace)
    finally:
        database.close()


def give_role(location: Location, login: str, role: str) -> None:
    """Say what a login of the database may do in the workspace.

    Args:
        location: The workspace.
        login: Whom the database knows by this name.
        role: ``owner``, ``editor``, ``reader`` or ``none``.

    Raises:
        BadInput: there is no such role or login.
        WorkspaceError: one may not decide that here.
    """
    if role not in get_args(Role):
        raise BadInput(f"There is no role '{role}'.", f"Name one of {', '.join(get_args(Role))}.")
    database = Database(location)
    try:
        database.run(lambda c: _appoint(c, location.workspace, login, role), WHOLE)
    finally:
        database.close()


def read_roles(location: Location) -> list[tuple[str, str]]:
    """Logins and their roles; all of them for an owner, one's own for anybody else.

    Raises:
        WorkspaceError: the database cannot be reached, or lets us in nowhere.
    """
    database = Database(location)
    named = select(members.c.login, members.c.role).where(members.c.workspace == location.workspace)
    try:
        rows = database.run(lambda c: c.execute(named.order_by(members.c.login)).all(), SNAPSHOT)
        return [(login, role) for login, role in rows]
    finally:
        database.close()


def _bring_up(connection: Connection) -> None:
    """Make the tables, or bring them up to date and let in to new ones who was let in before."""
    if is_made(connection):
        upgrade(connection)
    elif is_citus(connection):
        make(connection, BY_FUNCTIONS)
        spread(connection)
    else:
        make(connection, BY_VIEWS)
    if _owns_tables(connection):
        for login in connection.execute(select(members.c.login).distinct()).scalars().all():
            if not _owns_tables(connection, login):
                _align_grants(connection, login)


def _found(connection: Connection, workspace: str) -> None:
    login = connection.execute(select(func.session_user())).scalar_one()
    taken = select(owners.c.login).where(owners.c.workspace == workspace)
    if connection.execute(taken).first() is not None:
        return
    _appoint(connection, workspace, login, "owner")
    connection.execute(insert(workspaces).values(name=workspace, number=0))


def _appoint(connection: Connection, workspace: str, login: str, role: str) -> None:
    exists = text("SELECT 1 FROM pg_catalog.pg_roles WHERE rolname = :login AND rolcanlogin")
    if connection.execute(exists, {"login": login}).first() is None:
        raise BadInput(
            f"The database knows nobody by the name of {login}.",
            "Its administrator makes a login: CREATE ROLE … LOGIN.",
        )
    if role != "none" and is_citus(connection):
        _refuse_shared_login(connection, login)
    is_administrator = _owns_tables(connection)
    if is_administrator:
        connection.execute(
            delete(owners).where(owners.c.workspace == workspace, owners.c.login == login)
        )
    elif role == "owner":
        raise WorkspaceError(
            "Only the owner of the tables says who owns a workspace.",
            "Ask whoever ran `champion-tracker team init`.",
        )
    if role == "owner":
        connection.execute(insert(owners).values(workspace=workspace, login=login))
    connection.execute(
        delete(members).where(members.c.workspace == workspace, members.c.login == login)
    )
    if role != "none":
        connection.execute(insert(members).values(workspace=workspace, login=login, role=role))
    if is_administrator and not _owns_tables(connection, login):
        _align_grants(connection, login)
    elif role != "none" and not _may_use(connection, login):
        raise WorkspaceError(
            f"{login} has not been let into the database yet.",
            "The owner of the tables does that once, with the same command.",
        )


def _refuse_shared_login(connection: Connection, login: str) -> None:
    """Raise where somebody can take on a login, for whom the machines of Citus would take them."""
    asked = text("""
        SELECT m.rolname FROM pg_catalog.pg_roles m, pg_catalog.pg_roles r
        WHERE m.rolcanlogin AND r.rolcanlogin AND NOT m.rolsuper AND m.oid <> r.oid
        AND pg_catalog.pg_has_role(m.oid, r.oid, 'MEMBER') AND :login IN (m.rolname, r.rolname)""")
    found = connection.execute(asked, {"login": login}).scalars().first()
    if found is not None:
        raise WorkspaceError(
            f"{found} can act as another login, which Citus takes for that person's own.",
            "Its administrator revokes that: REVOKE ONE FROM OTHER.",
        )


def _owns_tables(connection: Connection, login: str = "") -> bool:
    """Whether a login, or else we ourselves, could do with the tables whatever it likes."""
    asked = text(
        "SELECT pg_catalog.pg_has_role(COALESCE(NULLIF(:login, ''), session_user), c.relowner, "
        "'MEMBER') FROM pg_catalog.pg_class c WHERE c.oid = CAST(:table AS regclass)"
    )
    values = {"login": login, "table": f"{SCHEMA}.members"}
    return bool(connection.execute(asked, values).scalar())


def _may_use(connection: Connection, login: str) -> bool:
    asked = text("SELECT pg_catalog.has_table_privilege(:login, :table, 'SELECT')")
    values = {"login": login, "table": f"{SCHEMA}.records"}
    return bool(connection.execute(asked, values).scalar())


def _align_grants(connection: Connection, login: str) -> None:
    """Let a login do what its roles in all workspaces together need, and no more."""
    held = select(members.c.role).where(members.c.login == login)
    roles = set(connection.execute(held).scalars())
    name = connection.dialect.identifier_preparer.quote_identifier(login)
    connection.execute(text(f"REVOKE ALL ON ALL TABLES IN SCHEMA {SCHEMA} FROM {name}"))
    connection.execute(text(f"REVOKE ALL ON SCHEMA {SCHEMA} FROM {name}"))
    grants = [
        *([f"USAGE ON SCHEMA {SCHEMA}", READING] if roles else []),
        *(WRITING if roles & {"owner", "editor"} else []),
        *(OWNING if "owner" in roles else []),
    ]
    for grant in grants:
        connection.execute(text(f"GRANT {grant} TO {name}"))

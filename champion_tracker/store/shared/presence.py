"""Who else has a person open for writing: a courtesy, which nothing waits for."""

from sqlalchemy import Connection, text

from .tables import SCHEMA, plain

FRESH = "60 seconds"
"""For how long a word of somebody's holds."""

SAY_AGAIN = 20.0
"""How many seconds later it is said again."""


def announce(connection: Connection, workspace: str, person_id: str) -> None:
    """Say whom we have open for writing; nobody where empty."""
    connection.execute(_SAY, {"workspace": workspace, "person": plain(person_id)})


def read_present(connection: Connection, workspace: str, person_id: str) -> list[str]:
    """The logins of those others who have a person open for writing."""
    values = {"workspace": workspace, "person": plain(person_id)}
    return list(connection.execute(_OTHERS, values).scalars())


_SAY = text(f"""
INSERT INTO {SCHEMA}.presence (workspace, login, person) VALUES (:workspace, session_user, :person)
ON CONFLICT (workspace, login) DO UPDATE SET person = excluded.person, at = excluded.at""")
_OTHERS = text(f"""
SELECT login FROM {SCHEMA}.presence WHERE workspace = :workspace AND person = :person
AND login <> session_user AND at > now() - interval '{FRESH}' ORDER BY login""")

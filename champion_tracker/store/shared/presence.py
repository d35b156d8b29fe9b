"""Who else has a person open for writing: a courtesy, which nothing waits for."""

from sqlalchemy import Connection, text

from .tables import SCHEMA, plain

FRESH = "60 seconds"
"""For how long a word of somebody's holds; an open dialog says it again before."""


def announce(connection: Connection, workspace: str, person_id: str) -> list[str]:
    """Say whom we have open for writing (nobody where empty); return the logins of who else has."""
    values = {"workspace": workspace, "person": plain(person_id)}
    connection.execute(_SAY, values)
    return list(connection.execute(_OTHERS, values).scalars()) if person_id else []


_SAY = text(f"""
INSERT INTO {SCHEMA}.presence (workspace, login, person) VALUES (:workspace, session_user, :person)
ON CONFLICT (workspace, login) DO UPDATE SET person = excluded.person, at = now()""")
_OTHERS = text(f"""
SELECT login FROM {SCHEMA}.presence WHERE workspace = :workspace AND person = :person
AND login <> session_user AND at > now() - interval '{FRESH}' ORDER BY login""")

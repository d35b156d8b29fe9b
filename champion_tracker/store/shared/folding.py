"""Keeping the stored digests near the present, so that no opening reads the years."""

import msgspec
from sqlalchemy import Connection, text

from . import digests, reading
from .database import WHOLE, Database
from .tables import SCHEMA

FOLD_AT = 200
"""From how many commits on that are not in the digests it is worth the while."""


def fold(database: Database, workspace: str) -> int:
    """Bring the stored digests up to date; return up to which commit they go.

    They are made of what everybody may see: each client adds what is private to its own user.
    One who folds at the same time does the same work, so nobody tries again.

    Raises:
        WorkspaceError: it cannot be done; the digests are as they were.
    """

    def work(connection: Connection) -> int:
        number = reading.number_of(connection, workspace) or 0
        view, touched = digests.read_digests(connection, workspace, number)
        changed = sorted(touched & view.digests.keys())
        documents = [msgspec.json.encode(view.digests[p]).decode() for p in changed]
        values = {"workspace": workspace, "persons": changed, "digests": documents}
        connection.execute(_DIGESTS, values)
        connection.execute(_FOLD, {"workspace": workspace, "number": number})
        return number

    return database.run(work, WHOLE, patience=0)


_DIGESTS = text(f"""
INSERT INTO {SCHEMA}.digests (workspace, person, digest)
SELECT :workspace, g.person, g.digest
FROM unnest(CAST(:persons AS text[]), CAST(:digests AS text[])) AS g(person, digest)
ON CONFLICT (workspace, person) DO UPDATE SET digest = excluded.digest""")
_FOLD = text(f"""
INSERT INTO {SCHEMA}.folds (workspace, number) VALUES (:workspace, :number)
ON CONFLICT (workspace) DO UPDATE SET number = excluded.number""")

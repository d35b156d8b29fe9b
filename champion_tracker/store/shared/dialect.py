"""SQLAlchemy's PostgreSQL, without the questions that it asks at the start of every connection.

Their answers are for features that nothing here uses, and each takes as long as the database is
away. `Database` says how transactions are begun and ended, in a connection that is in autocommit.
"""

from typing import Any

from sqlalchemy import Connection
from sqlalchemy.dialects import registry
from sqlalchemy.dialects.postgresql.psycopg import PGDialect_psycopg

PLAIN = "championtracker"
"""What an engine is asked for by."""

OLDEST = (12,)
"""The oldest server that is spoken to."""


class Plain(PGDialect_psycopg):
    """See the module."""

    supports_statement_cache = True

    def initialize(self, connection: Connection) -> None:
        """Take for granted what every server does that is new enough."""
        self.server_version_info = OLDEST
        self.default_schema_name = "public"

    def on_connect(self) -> Any:
        """Leave a new connection as it is."""
        return None

    def set_isolation_level(self, dbapi_connection: Any, level: str) -> None:
        """Leave it in autocommit, in which it was made."""


registry.register(PLAIN, __name__, Plain.__name__)

"""People by name, in an order that the database keeps, so that a page costs the same at any size.

The order is that of code points, which every database and Python agree on.
"""

import msgspec
from alembic import op
from sqlalchemy import text

from champion_tracker.rules.folding import fold

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Add the column and its index, and fill it for those who are there."""
    table = f"{op.get_context().version_table_schema}.records"
    op.execute(f'ALTER TABLE {table} ADD COLUMN sort text COLLATE "C"')
    # Who upgrades owns the tables and need be a member of no workspace; people are never private.
    op.execute(f"ALTER TABLE {table} NO FORCE ROW LEVEL SECURITY")
    connection = op.get_bind()
    people = connection.execute(
        text(f"SELECT workspace, id, document FROM {table} WHERE kind = 'person'")
    ).all()
    known = [{"w": w, "i": i, "s": fold(_name(document))} for w, i, document in people]
    if known:
        change = (
            f"UPDATE {table} SET sort = :s WHERE workspace = :w AND kind = 'person' AND id = :i"
        )
        connection.execute(text(change), known)
    op.execute(f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY")
    op.execute(
        f"CREATE INDEX records_people ON {table} (workspace, sort, id) WHERE kind = 'person'"
    )


def _name(document: str) -> str:
    return str(msgspec.json.decode(document)["name"]).replace("\0", "")

"""What Alembic runs: the steps, on the connection that it is given."""

from alembic import context

from champion_tracker.store.shared.tables import SCHEMA, metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    version_table="revision",
    version_table_schema=SCHEMA,
)
context.run_migrations()

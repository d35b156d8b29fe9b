"""Laying the tables of a new database on many machines, where Citus is there to do it.

A team's rows lie together, by its workspace; who is who lies on every machine. The method is that
of the Citus manual for tables with a tenant in every key.
"""

from sqlalchemy import Connection, text

from .policies import ADMINISTERED, ROLES, function
from .tables import SCHEMA, metadata


def is_citus(connection: Connection) -> bool:
    """Whether tables of this database can be laid on many machines by Citus."""
    asked = "SELECT EXISTS (SELECT FROM pg_catalog.pg_extension WHERE extname = 'citus')"
    return bool(connection.execute(text(asked)).scalar())


def spread(connection: Connection) -> None:
    """Lay new tables, which are closed and hold no rows, on the machines of Citus.

    Args:
        connection: As the owner of the tables, with policies that ask functions.
    """
    # Their rows are moved by COPY, which an owner who is held to policies may not use.
    closed = [table.name for table in metadata.sorted_tables if table.name not in ADMINISTERED]
    for table in closed:
        connection.execute(text(f"ALTER TABLE {SCHEMA}.{table} NO FORCE ROW LEVEL SECURITY"))
    for table in (*ADMINISTERED, "revision"):
        connection.execute(text(f"SELECT create_reference_table('{SCHEMA}.{table}')"))
    for table in sorted(closed, key="workspaces".__ne__):
        key, beside = ("name", "none") if table == "workspaces" else ("workspace", "workspaces")
        lying = beside if beside == "none" else f"{SCHEMA}.{beside}"
        values = {"table": f"{SCHEMA}.{table}", "key": key, "beside": lying}
        connection.execute(_SPREAD, values)
    for table in closed:
        connection.execute(text(f"ALTER TABLE {SCHEMA}.{table} FORCE ROW LEVEL SECURITY"))
    for name, (table, _) in ROLES.items():
        # A function that is asked within a part of a question of Citus asks none of its own: it
        # reads the copy of the table that lies on the same machine, which has a name of its own.
        shard = connection.execute(_SHARD, {"table": f"{SCHEMA}.{table}"}).scalar_one()
        connection.execute(text(function(name, f"{table}_{shard}")))


_SPREAD = text("SELECT create_distributed_table(:table, :key, colocate_with => :beside)")
_SHARD = text("SELECT shardid FROM pg_dist_shard WHERE logicalrelid = CAST(:table AS regclass)")

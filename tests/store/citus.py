"""Citus, where it is installed: a coordinator and a worker, which holds every row of a team."""

from contextlib import suppress

from benchmarks.cluster import Cluster

SETTINGS = (
    "fsync = off",
    "max_connections = 100",
    "shared_preload_libraries = 'citus'",
    "wal_level = logical",
    "max_prepared_transactions = 200",
    "citus.shard_count = 4",
    "citus.enable_statistics_collection = off",
    "citus.node_conninfo = 'sslmode=prefer'",
)


def is_installed(cluster: Cluster) -> bool:
    """Whether the programs of a plain server know Citus."""
    asked = "SELECT 1 FROM pg_available_extensions WHERE name = 'citus'"
    with cluster.connect() as connection:
        return connection.execute(asked).fetchone() is not None


class Citus(Cluster):
    """The coordinator, with a database ``agency`` that ``lead`` owns."""

    def __init__(self, *logins: str) -> None:
        super().__init__(*SETTINGS)
        self.worker = Cluster(*SETTINGS)
        for node in (self, self.worker):
            with node.connect() as administrator:
                administrator.execute("CREATE DATABASE agency")
            with node.connect("admin", "agency") as administrator:
                administrator.execute("CREATE EXTENSION citus")
        with self.connect("admin", "agency") as administrator:
            administrator.execute("SELECT citus_set_coordinator_host('127.0.0.1', %s)", [self.port])
            administrator.execute("SELECT citus_add_node('127.0.0.1', %s)", [self.worker.port])
            for login in logins:
                # On every machine; the databases' owners are each machine's own affair.
                administrator.execute(f'CREATE ROLE "{login}" LOGIN')
        for node in (self, self.worker):
            with node.connect("admin", "agency") as administrator:
                administrator.execute("SET citus.enable_ddl_propagation = off")
                administrator.execute("ALTER DATABASE agency OWNER TO lead")

    def close(self) -> None:
        """Stop both servers and remove what they kept."""
        with suppress(FileNotFoundError):
            self.worker.close()
        super().close()

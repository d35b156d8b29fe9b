"""Where the trials lie; a real PostgreSQL, where it is installed, with a workspace for each."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from benchmarks.cluster import Cluster, programs
from champion_tracker.store.shared import Location
from champion_tracker.store.shared.database import WHOLE, Database
from champion_tracker.store.shared.policies import BY_FUNCTIONS
from champion_tracker.store.shared.revisions import make
from tests.store.citus import Citus, is_installed
from tests.store.teams import Team, found_team

LOGINS = ("lead", "ed", "eve", "rita", "stranger")

MEMORY = Path("/dev/shm")
IN_MEMORY = ("test_faults", "test_damage")
"""They try thousands of states and no disk: that one fails is all pretended."""


@pytest.fixture
def tmp_path(request: pytest.FixtureRequest) -> Iterator[Path]:
    """A folder of one's own, in memory for those trials that need no disk."""
    is_fast = request.module.__name__ in IN_MEMORY and os.access(MEMORY, os.W_OK)
    folder = Path(tempfile.mkdtemp(prefix="store-", dir=MEMORY if is_fast else None))
    yield folder
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def cluster() -> Iterator[Cluster]:
    if programs() is None:
        pytest.skip("PostgreSQL is not installed on this machine")
    # Its processes are killed here, and the machine is not: nothing need reach the disk.
    cluster = Cluster("fsync = off")
    cluster.database("agency", *LOGINS)
    yield cluster
    cluster.close()


@pytest.fixture
def team(cluster: Cluster) -> Team:
    return found_team(cluster)


@pytest.fixture(scope="session")
def database_by_functions(cluster: Cluster) -> str:
    """A database whose policies ask functions, as where they may hold no subqueries."""
    cluster.database("functions", *LOGINS)
    database = Database(Location.parse(cluster.address("lead", "functions")))
    database.run(lambda c: make(c, BY_FUNCTIONS), WHOLE)
    database.close()
    return "functions"


@pytest.fixture
def team_by_functions(cluster: Cluster, database_by_functions: str) -> Team:
    return found_team(cluster, database_by_functions)


@pytest.fixture(scope="session")
def citus(cluster: Cluster) -> Iterator[Citus]:
    if not is_installed(cluster):
        pytest.skip("Citus is not installed on this machine")
    citus = Citus(*LOGINS)
    yield citus
    citus.close()


@pytest.fixture
def team_on_citus(citus: Citus) -> Team:
    return found_team(citus)

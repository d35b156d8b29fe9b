"""Where the trials lie; a real PostgreSQL, where it is installed, with a workspace for each."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest

from benchmarks.cluster import Cluster, programs
from champion_tracker.store.shared import Location
from champion_tracker.store.shared.team import give_role, init_team
from tests.store.teams import Team

_numbers = count(1)

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
    cluster.database("agency", "lead", "ed", "eve", "rita", "stranger")
    yield cluster
    cluster.close()


@pytest.fixture
def team(cluster: Cluster) -> Team:
    made = Team(cluster, f"press-{next(_numbers)}")
    owned = Location.parse(made.address("lead"))
    init_team(owned)
    for login, role in (("ed", "editor"), ("eve", "editor"), ("rita", "reader")):
        give_role(owned, login, role)
    return made

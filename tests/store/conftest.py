"""A real PostgreSQL, where it is installed; a workspace of its own for every test."""

from collections.abc import Iterator
from itertools import count
from typing import NamedTuple

import pytest

from benchmarks.cluster import Cluster, programs
from champion_tracker.store.shared import Location, SharedStore, open_shared
from champion_tracker.store.shared.team import give_role, init_team

_numbers = count(1)


@pytest.fixture(scope="session")
def cluster() -> Iterator[Cluster]:
    if programs() is None:
        pytest.skip("PostgreSQL is not installed on this machine")
    # Its processes are killed here, and the machine is not: nothing need reach the disk.
    cluster = Cluster("fsync = off")
    cluster.database("agency", "lead", "ed", "eve", "rita", "stranger")
    yield cluster
    cluster.close()


class Team(NamedTuple):
    """A workspace that ``lead`` made, where ``ed`` and ``eve`` edit and ``rita`` reads."""

    cluster: Cluster
    workspace: str

    def address(self, login: str) -> str:
        return self.cluster.address(login, "agency", self.workspace)

    def open(self, login: str) -> SharedStore:
        return open_shared(self.address(login))


@pytest.fixture
def team(cluster: Cluster) -> Team:
    made = Team(cluster, f"press-{next(_numbers)}")
    owned = Location.parse(made.address("lead"))
    init_team(owned)
    for login, role in (("ed", "editor"), ("eve", "editor"), ("rita", "reader")):
        give_role(owned, login, role)
    return made

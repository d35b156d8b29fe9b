"""A team's workspace on a trial server."""

from itertools import count
from typing import NamedTuple

from benchmarks.cluster import Cluster
from champion_tracker.store.shared import Location, SharedStore, open_shared
from champion_tracker.store.shared.team import give_role, init_team
from tests.store.citus import Citus

_numbers = count(1)


class Team(NamedTuple):
    """A workspace that ``lead`` made, where ``ed`` and ``eve`` edit and ``rita`` reads."""

    cluster: Cluster
    workspace: str
    database: str = "agency"

    @property
    def is_spread(self) -> bool:
        """Whether its rows lie on other machines."""
        return isinstance(self.cluster, Citus)

    def address(self, login: str, workspace: str = "") -> str:
        return self.cluster.address(login, self.database, workspace or self.workspace)

    def open(self, login: str) -> SharedStore:
        return open_shared(self.address(login))


def found_team(cluster: Cluster, database: str = "agency") -> Team:
    """A new one."""
    made = Team(cluster, f"press-{next(_numbers)}", database)
    owned = Location.parse(made.address("lead"))
    init_team(owned)
    for login, role in (("ed", "editor"), ("eve", "editor"), ("rita", "reader")):
        give_role(owned, login, role)
    return made

"""A team's workspace on a trial server."""

from typing import NamedTuple

from benchmarks.cluster import Cluster
from champion_tracker.store.shared import SharedStore, open_shared


class Team(NamedTuple):
    """A workspace that ``lead`` made, where ``ed`` and ``eve`` edit and ``rita`` reads."""

    cluster: Cluster
    workspace: str

    def address(self, login: str) -> str:
        return self.cluster.address(login, "agency", self.workspace)

    def open(self, login: str) -> SharedStore:
        return open_shared(self.address(login))

"""The network: who opens the door to whom."""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import islice, pairwise
from math import exp, log
from typing import TYPE_CHECKING, NamedTuple

from ..model import Person, Relation, Tie, Workspace
from .profile import Profile, profile

if TYPE_CHECKING:
    from networkx import Graph

EASE = {
    Relation.EAR: 0.9,
    Relation.ASSISTS: 0.8,
    Relation.REPORTS_TO: 0.6,
    Relation.ALLY: 0.7,
}
"""How readily a door opens along a tie of strength 3; one less strong is worth less."""
STRENGTH = {1: 0.5, 2: 0.75, 3: 1.0}
OPENNESS = {1: 0.1, 2: 0.3, 3: 0.5, 4: 0.75, 5: 0.95}
"""How readily somebody of each openness does us the first favour."""


class Step(NamedTuple):
    """One door on the way."""

    person: Person
    ties: tuple[Tie, ...]
    """The ties that lead from the one before to this person, the best first."""
    ease: float
    """0 to 1: how readily this door opens."""


class Path(NamedTuple):
    """A way to somebody, from a person who is open to us."""

    start: Person
    steps: tuple[Step, ...]
    ease: float
    """The product of the steps and of how open the first person is to us, 0 to 1."""

    @property
    def people(self) -> tuple[Person, ...]:
        """Everybody on the way, the goal included."""
        return (self.start, *(step.person for step in self.steps))


def paths_to(workspace: Workspace, goal: Person, today: date, most: int = 3) -> list[Path]:
    """The strongest ways to ``goal``, best first, without circles.

    A way begins with somebody open to us: the programme's openness to them is the first
    step. The strength of a way is the product of its steps, so the strongest is the shortest
    by the sum of -ln (E. W. Dijkstra 1959; the next ones by J. Y. Yen 1971). No way leads
    between two who are at odds, nor through anybody who is at odds with the goal, closed to
    us, or gone.
    """
    import networkx

    graph = _graph(workspace, today, goal)
    us = ""
    if goal.id not in graph or us not in graph:
        return []
    try:
        ways = networkx.shortest_simple_paths(graph, us, goal.id, weight="length")
        return [_path(workspace, graph, way) for way in islice(ways, most)]
    except networkx.NetworkXNoPath:
        return []


def _path(workspace: Workspace, graph: "Graph[str]", way: list[str]) -> Path:
    people = [workspace.people[person_id] for person_id in way[1:]]
    lengths = [graph.edges[a, b]["length"] for a, b in pairwise(way)]
    steps = tuple(
        Step(person, tuple(graph.edges[a, b]["ties"]), exp(-length))
        for person, a, b, length in zip(people[1:], way[1:], way[2:], lengths[1:], strict=False)
    )
    return Path(people[0], steps, exp(-sum(lengths)))


def _graph(workspace: Workspace, today: date, goal: Person) -> "Graph[str]":
    """Who may be on the way, joined by their best ties; the empty name stands for us."""
    import networkx

    graph: Graph[str] = networkx.Graph()
    ties = [t for t in workspace.ties.values() if t.since is None or t.since <= today]
    at_odds = {frozenset(t.about) for t in ties if t.relation is Relation.ODDS}
    helpers = {
        person_id: profile(workspace, workspace.people[person_id], today)
        for person_id in {p for tie in ties for p in tie.about} & workspace.people.keys()
        if frozenset((person_id, goal.id)) not in at_odds
    }
    open_to_us = {p for p, seen in helpers.items() if p == goal.id or _would_help(seen)}
    for pair, between in _by_pair(ties):
        if len(pair) == 2 and pair <= open_to_us and pair not in at_odds:
            ranked = sorted(between, key=ease, reverse=True)
            graph.add_edge(*pair, length=-log(ease(ranked[0])), ties=ranked)
    for person_id in set(graph.nodes) - {goal.id}:
        openness = helpers[person_id].openness
        if openness is not None and helpers[person_id].person.is_followed:
            graph.add_edge("", person_id, length=-log(OPENNESS[openness]), ties=())
    return graph


def _would_help(seen: Profile) -> bool:
    """Whether somebody may be asked: here, and not known to be closed to us."""
    if seen.person.archived_on is not None or seen.has_left:
        return False
    return seen.openness is None or seen.openness > seen.settings.closed


def _by_pair(ties: Iterable[Tie]) -> Iterator[tuple[frozenset[str], list[Tie]]]:
    pairs: dict[frozenset[str], list[Tie]] = {}
    for tie in ties:
        if tie.relation in EASE:
            pairs.setdefault(frozenset(tie.about), []).append(tie)
    yield from pairs.items()


def ease(tie: Tie) -> float:
    """How readily a door opens along a tie, between 0 and 1."""
    return EASE[tie.relation] * STRENGTH.get(tie.strength, 0.5)

"""Who opens the door to whom, held against a search of every way there is."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from itertools import pairwise, permutations
from math import isclose, prod

from hypothesis import given
from hypothesis import strategies as st

from champion_tracker.model import (
    Assessment,
    Digest,
    Engagement,
    Person,
    Position,
    Relation,
    Tie,
    Workspace,
)
from champion_tracker.rules.network import OPENNESS, ease, paths_to
from champion_tracker.rules.reach import reach

TODAY = date(2026, 11, 23)
NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
NAMES = "abcde"
GOAL = "e"


def person(name: str, *, left: bool = False) -> Person:
    position = Position(id=f"r-{name}", title="Head", end=TODAY if left else None)
    return Person(id=name, name=name, positions=(position,), followed_since=TODAY)


def judged(name: str, openness: int, influence: int = 3) -> Digest:
    return Digest(
        assessment=Assessment(
            id=f"a-{name}",
            person_id=name,
            position_ids=(f"r-{name}",),
            on=TODAY,
            influence=influence,
            openness=openness,
            engagement=Engagement.NEUTRAL,
            recorded_at=NOW,
        )
    )


def tie(a: str, relation: Relation, b: str, strength: int = 2) -> Tie:
    return Tie(
        id=f"t-{a}-{relation}-{b}",
        person_id=a,
        other_id=b,
        relation=relation,
        strength=strength,
        recorded_at=NOW,
    )


def network(people: list[Person], digests: dict[str, Digest], ties: list[Tie]) -> Workspace:
    matters: dict[str, dict[str, Tie]] = {}
    for made in ties:
        for person_id in made.about:
            matters.setdefault(person_id, {})[made.id] = made
    return Workspace(
        people={p.id: p for p in people},
        digests=digests,
        ties={t.id: t for t in ties},
        matters_of=matters,
    )


relations = st.sampled_from(list(Relation))
ties = st.lists(
    st.builds(
        tie,
        st.sampled_from(NAMES),
        relations,
        st.sampled_from(NAMES),
        st.integers(1, 3),
    ).filter(lambda t: t.person_id != t.other_id),
    max_size=10,
    unique_by=lambda t: t.id,
)


@st.composite
def networks(draw: st.DrawFn) -> Workspace:
    gone = draw(st.sets(st.sampled_from(NAMES), max_size=2))
    people = [person(name, left=name in gone) for name in NAMES]
    openness = {name: draw(st.none() | st.integers(1, 5)) for name in NAMES}
    digests = {n: judged(n, o) for n, o in openness.items() if o is not None}
    return network(people, digests, draw(ties))


def every_way(workspace: Workspace) -> Iterator[float]:
    """The strength of every way to the goal, found by trying all orders of all people."""
    at_odds = {frozenset(t.about) for t in workspace.ties.values() if t.relation is Relation.ODDS}
    best: dict[frozenset[str], float] = {}
    for made in workspace.ties.values():
        if made.relation is not Relation.ODDS:
            pair = frozenset(made.about)
            best[pair] = max(best.get(pair, 0.0), ease(made))
    others = [name for name in NAMES if name != GOAL]
    for length in range(1, len(others) + 1):
        for order in permutations(others, length):
            first = workspace.digest(order[0]).assessment
            way = [*order, GOAL]
            pairs = [frozenset(pair) for pair in pairwise(way)]
            if (
                first is not None
                and all(_helps(workspace, name, at_odds) for name in order)
                and all(pair in best and pair not in at_odds for pair in pairs)
            ):
                yield OPENNESS[first.openness] * prod(best[pair] for pair in pairs)


def _helps(workspace: Workspace, name: str, at_odds: set[frozenset[str]]) -> bool:
    assessment = workspace.digest(name).assessment
    return (
        not workspace.people[name].has_left(TODAY)
        and frozenset((name, GOAL)) not in at_odds
        and (assessment is None or assessment.openness > workspace.settings.closed)
    )


@given(networks())
def test_the_three_strongest_ways_are_those_an_exhaustive_search_finds(
    workspace: Workspace,
) -> None:
    found = [path.ease for path in paths_to(workspace, workspace.people[GOAL], TODAY)]
    wanted = sorted(every_way(workspace), reverse=True)[:3]
    assert len(found) == len(wanted)
    assert all(isclose(a, b) for a, b in zip(found, wanted, strict=True))


@given(networks())
def test_no_way_passes_between_people_at_odds_or_through_somebody_gone(
    workspace: Workspace,
) -> None:
    at_odds = {frozenset(t.about) for t in workspace.ties.values() if t.relation is Relation.ODDS}
    for path in paths_to(workspace, workspace.people[GOAL], TODAY):
        names = [p.id for p in path.people]
        assert names[-1] == GOAL
        assert len(set(names)) == len(names)
        for pair in pairwise(names):
            assert frozenset(pair) not in at_odds
        assert not any(workspace.people[name].has_left(TODAY) for name in names[:-1])


def test_a_way_says_by_which_tie_each_door_opens() -> None:
    people = [person("a"), person("b"), person(GOAL)]
    ties = [tie("a", Relation.ALLY, "b", 3), tie("b", Relation.EAR, GOAL, 3)]
    workspace = network(people, {"a": judged("a", 5)}, ties)
    (path,) = paths_to(workspace, people[-1], TODAY)
    assert [p.id for p in path.people] == ["a", "b", GOAL]
    assert [step.ties[0].relation for step in path.steps] == [Relation.ALLY, Relation.EAR]
    assert isclose(path.ease, 0.95 * 0.7 * 0.9)


def test_nobody_to_ask_gives_no_way() -> None:
    people = [person("a"), person(GOAL)]
    workspace = network(people, {}, [tie("a", Relation.EAR, GOAL)])
    assert paths_to(workspace, people[-1], TODAY) == []
    assert paths_to(network(people, {}, []), people[-1], TODAY) == []


def test_a_gatekeeper_counts_by_the_ear_that_they_have() -> None:
    people = [person("a"), person("b")]
    digests = {"a": judged("a", 4, influence=2), "b": judged("b", 2, influence=5)}
    for strength, value in ((3, 4), (2, 3), (1, 3)):
        workspace = network(people, digests, [tie("a", Relation.EAR, "b", strength)])
        found = reach(workspace, "a", TODAY)
        assert found.value == value
        assert found.through is not None
        assert found.through.id == "b"
        assert reach(workspace, "b", TODAY).value == 5, "an ear lends upwards only"


@given(networks(), ties)
def test_reach_never_falls_when_an_ear_is_added(workspace: Workspace, more: list[Tie]) -> None:
    ears = [t for t in more if t.relation is Relation.EAR]
    together = network(
        list(workspace.people.values()),
        dict(workspace.digests),
        [*{t.id: t for t in [*ears, *workspace.ties.values()]}.values()],
    )
    for name in NAMES:
        before, after = (reach(w, name, TODAY).value for w in (workspace, together))
        assert after >= before


def test_a_circle_of_ears_lifts_nobody_and_the_gone_lend_nothing() -> None:
    people = [person("a"), person("b"), person("c", left=True)]
    digests = {n: judged(n, 3, influence=i) for n, i in (("a", 2), ("b", 2), ("c", 5))}
    ties = [
        tie("a", Relation.EAR, "b", 3),
        tie("b", Relation.EAR, "a", 3),
        tie("a", Relation.EAR, "c", 3),
    ]
    assert reach(network(people, digests, ties), "a", TODAY) == (2, None)

"""Searching a shared workspace by its index finds what looking at every text finds."""

from collections.abc import Iterator
from itertools import count
from unicodedata import normalize

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from benchmarks.cluster import Cluster
from champion_tracker.model import Edit, Interaction
from champion_tracker.store import MemoryStore, Store
from champion_tracker.store.shared import Location, SharedStore, indexing, open_shared, reading
from champion_tracker.store.shared.indexing import index
from champion_tracker.store.shared.team import init_team
from tests.store.store_records import ANN, changed, commit_of, made, touch
from tests.store.teams import Team

LONG = "donau" * 60
pieces = st.sampled_from(
    ["Budget", "büdget", "ﬁgures", '"bud"', "50%", "b_d", "\\", " ", "\n", LONG]
)
texts = st.lists(pieces, max_size=5).map("".join)
steps = st.one_of(
    st.tuples(st.just("make"), texts, st.booleans()),
    st.tuples(st.just("change"), texts, st.booleans()),
    st.tuples(st.just("remove"), st.just(""), st.just(False)),
    st.tuples(st.just("index"), st.just(""), st.just(False)),
)
wanted = st.lists(
    st.sampled_from(["budget", "UD", "fig", '"b', "0%", "b_d", "\\", "audon", LONG, "u" + LONG]),
    max_size=2,
).map(" ".join)
_numbers = count(1)


@pytest.fixture(autouse=True)
def parts_are_soon_full(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(indexing, "PART", 3)


def take(kept: list[Interaction], step: tuple[str, str, bool]) -> Edit | None:
    """What a step makes of the notes that are there."""
    what, note, private = step
    if what == "make":
        kept.append(replace(touch("p-ann", note=note, key=f"i-{next(_numbers)}"), private=private))
        return Edit(after=kept[-1])
    if what == "index" or not kept:
        return None
    before = kept.pop(0)
    if what == "remove":
        return Edit(before=before)
    kept.append(replace(before, note=note, private=private))
    return Edit(before=before, after=kept[-1]) if kept[-1] != before else None


@settings(max_examples=40, deadline=None)
@given(st.lists(steps, max_size=12), st.lists(wanted, min_size=1, max_size=5))
def test_it_finds_what_looking_at_everything_finds(
    cluster: Cluster, taken: list[tuple[str, str, bool]], asked: list[str]
) -> None:
    address = cluster.address("lead", "agency", f"found-{next(_numbers)}")
    init_team(Location.parse(address))
    store, memory, kept = open_shared(address), MemoryStore(), list[Interaction]()
    for step in (None, *taken):
        edit = take(kept, step) if step else Edit(after=ANN)
        if edit is not None:
            for target in (store, memory):
                target.commit(replace(commit_of(edit), id=f"c-{next(_numbers)}"))
        elif step and step[0] == "index":
            index(store._database, store._name)
    for words in asked:
        assert found(store, words) == found(memory, words)
    store.close()


def test_whoever_watches_reads_all_by_pages(
    team: Team, indexed: SharedStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    reader = team.open("rita")
    reader.watch()
    at_once = [record.id for record in indexed.search("")]
    for page in (1, 7, 22, 23):
        monkeypatch.setattr(reading, "PAGE", page)
        assert [record.id for record in reader.search("")] == at_once
    reader.close()


def found(store: Store, words: str) -> set[str]:
    return {record.id for record in store.search(words)}


@pytest.fixture
def indexed(team: Team) -> Iterator[SharedStore]:
    store = team.open("ed")
    notes = [touch("p-ann", note=f"note {n} on tolls", key=f"i-{n}") for n in range(20)]
    store.commit(made(ANN, *notes, touch("p-ann", note=normalize("NFD", "Zoölogy"), key="i-z")))
    index(store._database, store._name)
    yield store
    store.close()


@pytest.mark.parametrize("login", ["ed", "rita"])
def test_the_database_goes_by_its_index_whatever_one_may_see(
    team: Team, indexed: SharedStore, login: str
) -> None:
    words = " ".join(f"word{n}" for n in range(3_000))
    indexed.commit(made(touch("p-ann", note=words, key="i-words")))
    index(indexed._database, indexed._name)
    with team.cluster.connect("admin", team.database) as administrator:
        administrator.execute("ANALYZE champion_tracker.postings")
    with team.cluster.connect(login, team.database) as connection:
        plan = connection.execute(
            "EXPLAIN SELECT ids FROM champion_tracker.postings "
            "WHERE workspace = %s AND word = ANY(%s)",
            [team.workspace, ["zoology", "tolls"]],
        ).fetchall()
    conditions = [line for (line,) in plan if "Index Cond" in line and "word = ANY" in line]
    assert len(conditions) == 1, plan
    assert "workspace = " in conditions[0]


def test_what_is_indexed_is_found_without_looking_at_every_text(
    indexed: SharedStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delattr("champion_tracker.store.shared.reading.read_texts")
    assert found(indexed, "zoology") == {"i-z"}
    assert found(indexed, "ZOÖ") == {"i-z"}
    assert found(indexed, "tolls 19") == {"i-19"}
    assert found(indexed, "nowhere") == set()


def test_what_was_committed_since_is_found_as_well(team: Team, indexed: SharedStore) -> None:
    eve = team.open("eve")
    (old,) = (r for r in eve.history("p-ann") if r.id == "i-z")
    assert isinstance(old, Interaction)
    eve.commit(changed(old, replace(old, note="botany")))
    eve.commit(made(touch("p-ann", note="Zoology again", key="i-new")))
    for store in (eve, indexed, team.open("rita")):
        assert found(store, "zoology") == {"i-new"}
        assert found(store, "botany") == {"i-z"}


@pytest.mark.parametrize("login", ["eve", "rita", "lead"])
def test_what_becomes_private_is_found_by_its_author_alone(
    team: Team, indexed: SharedStore, login: str
) -> None:
    (old,) = (r for r in indexed.history("p-ann") if r.id == "i-z")
    assert isinstance(old, Interaction)
    indexed.commit(changed(old, replace(old, private=True)))
    assert found(indexed, "zoology") == {"i-z"}
    assert not found(team.open(login), "zoology")

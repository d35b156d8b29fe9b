"""What is found by asking the server is what is found where everything is at hand."""

from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from itertools import chain, count
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar
from unicodedata import normalize

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from benchmarks.cluster import Cluster
from champion_tracker.model import Goal, Interaction, Person, Position, Reading, Record
from champion_tracker.rules.folding import fold
from champion_tracker.store import Page, open_workspace
from champion_tracker.store.shared import Location, SharedStore, finding, indexing, open_shared
from champion_tracker.store.shared.database import WHOLE
from champion_tracker.store.shared.indexing import index
from champion_tracker.store.shared.team import init_team
from champion_tracker.tracker import Tracker
from champion_tracker.tracker.asked import AskedSearch
from champion_tracker.tracker.searching import Finds
from tests.store.store_records import ANN, BEN, START, changed, commit_of, made, touch
from tests.store.teams import Team

_numbers = count(1)
Known = TypeVar("Known", bound=Record)
pieces = st.sampled_from(
    ["Budget", "büdget", normalize("NFD", "bÜd"), "ﬁgures", '"bud"', "50%", "b_d", "\\", "'", " "]
)
strange = st.sampled_from(["\n", "Straße", "Иванов", "Ｂudget", "ĳs", "donau" * 30])
texts = st.lists(pieces | strange, max_size=4).map("".join)
wanted = st.lists(
    st.sampled_from(["budget", "UD", "fig", '"b', "0%", "%", "b_d", "_", "\\", 't"b', "STRASSE"])
    | st.sampled_from(["иВ", "ijs", "audon", "u" + "donau" * 20, "e", "'); DROP"]),
    min_size=1,
    max_size=2,
).map(" ".join)


@st.composite
def people(draw: st.DrawFn) -> Person:
    number = draw(st.integers(0, 99_999))
    place = Position(id=f"r-{number}", title=draw(texts), organization=draw(texts), area="Wáter")
    return Person(
        id=f"p-{number}",
        name=f"{draw(texts)} {number}",
        notes=draw(texts),
        tags=tuple(draw(st.lists(texts.filter(str.strip), max_size=1))),
        positions=(place,),
        archived_on=draw(st.none() | st.just(START.date())),
    )


@st.composite
def notes(draw: st.DrawFn) -> Interaction:
    key, day = f"i-{draw(st.integers(0, 99_999))}", draw(st.integers(0, 5))
    made_up = touch("p-ann", day=day, note=draw(texts), key=key)
    return replace(made_up, private=draw(st.booleans()))


def by_id(records: list[Known]) -> list[Known]:
    return [*{record.id: record for record in records}.values()]


@contextmanager
def looking(*, at_all: bool) -> Iterator[None]:
    """As if what few records hold were looked for among all, two at a time."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(indexing, "PART", 3)
        if at_all:
            patch.setattr(finding, "FEW", -1)
            patch.setattr(finding, "AT_ONCE", 2)
            patch.setattr(finding, "LOOKED", 3)
        yield


def new_workspace(cluster: Cluster) -> str:
    address = cluster.address("lead", "agency", f"asked-{next(_numbers)}")
    init_team(Location.parse(address))
    return address


def searched(tracker: Tracker, words: str, before: Finds | None = None) -> Finds:
    """Everything that a search finds in the end."""
    searching = tracker.searching()
    for _ in searching.read():
        pass
    search = searching.find(words, before)
    for _ in search.steps():
        pass
    if isinstance(search, AskedSearch):
        while not search.is_told:
            search.take(search.ask().result())
    assert search.is_over
    return search


def records_of(tracker: Tracker, search: Finds) -> list[Record]:
    records = [tracker.searching().record(search[n]) for n in range(len(search))]
    return [record for record in records if record is not None]


@pytest.mark.parametrize("at_all", [False, True])
@settings(max_examples=40, deadline=None)
@given(
    st.lists(people() | notes(), max_size=9).map(by_id),
    st.lists(people() | notes(), max_size=3).map(by_id),
    st.lists(wanted, min_size=1, max_size=4),
)
def test_the_screen_finds_in_a_shared_workspace_what_it_finds_in_a_folder(
    cluster: Cluster, at_all: bool, indexed: list[Record], since: list[Record], asked: list[str]
) -> None:
    known = {record.id for record in indexed}
    since = [record for record in since if record.id not in known]
    goal = Goal(
        id="g-1",
        purpose="Budget",
        readings=(Reading(START.date(), 1.0, START),),
        recorded_at=START,
    )
    address = new_workspace(cluster)
    with (
        looking(at_all=at_all),
        TemporaryDirectory() as folder,
        closing(open_shared(address)) as store,
    ):
        here = Tracker(open_workspace(Path(folder)))
        afar = Tracker(store)
        for batch in ([ANN, goal], indexed, since):
            if not batch:
                continue
            commit = made(*batch)
            here.store.commit(commit)
            store.commit(commit)
            if batch is not since:
                index(store._database, store._name)
        before_here = before_afar = None
        for words in asked:
            before_here = searched(here, words, before_here)
            before_afar = searched(afar, words, before_afar)
            at_hand, told = records_of(here, before_here), records_of(afar, before_afar)
            assert {r.id: r for r in told} == {r.id: r for r in at_hand}
            assert len(told) == len(at_hand)
            assert [r for r in told if isinstance(r, Person)] == [
                r for r in at_hand if isinstance(r, Person)
            ]
            if not at_all:
                assert days(told) == days(at_hand)
        here.close()


def days(records: Iterable[Record]) -> list[object]:
    return [getattr(record, "on", None) for record in records]


@pytest.mark.parametrize("at_all", [False, True])
@settings(max_examples=40, deadline=None)
@given(
    st.lists(people(), max_size=8).map(by_id),
    st.lists(st.tuples(wanted.map(lambda words: words.split()[0]), st.booleans()), max_size=2),
    st.booleans(),
)
def test_whom_the_server_finds_the_filter_finds(
    cluster: Cluster,
    at_all: bool,
    everybody: list[Person],
    words: list[tuple[str, bool]],
    archived: bool,
) -> None:
    folded = [(fold(word), is_wanted) for word, is_wanted in words]
    with looking(at_all=at_all), closing(open_shared(new_workspace(cluster))) as store:
        store.commit(made(ANN, *everybody))
        expected = Tracker(store).roll().mentioning(folded, archived=archived)
        told = store._database.run(
            lambda c: finding.find_people(c, store._name, folded, archived=archived), WHOLE
        )
    assert told == list(expected)


@pytest.fixture
def many(team: Team) -> Iterator[SharedStore]:
    store = team.open("ed")
    touches = [touch("p-ann", day=n, note=f"toll {n}", key=f"i-{n}") for n in range(450)]
    store.commit(made(ANN, BEN, *touches))
    index(store._database, store._name)
    yield store
    store.close()


def pages(store: SharedStore, *words: str) -> Iterator[Page]:
    page = store.ask(words).result()
    yield page
    while page.after is not None:
        page = store.ask(words, page.after).result()
        yield page


def test_what_is_in_many_records_comes_by_pages_the_latest_first(
    many: SharedStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(finding, "FEW", 100)
    told = [[record.id for record in page.records] for page in pages(many, "toll")]
    assert [*map(len, told)] == [200, 200, 50]
    assert [*chain(*told)] == [f"i-{n}" for n in reversed(range(450))]


def test_no_page_looks_at_more_texts_than_are_looked_at_quickly(
    many: SharedStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(finding, "FEW", -1)
    monkeypatch.setattr(finding, "LOOKED", 100)
    told = [[record.id for record in page.records] for page in pages(many, "toll", "17")]
    assert len(told) == 5
    assert [*chain(*told)] == [f"i-{n}" for n in reversed(range(450)) if "17" in str(n)]


def test_what_others_keep_private_is_not_told(team: Team, many: SharedStore) -> None:
    eve = team.open("eve")
    secret = replace(touch("p-ann", note="A toll, secretly", key="i-alone"), private=True)
    eve.commit(made(secret))
    for at_all in (False, True):
        with looking(at_all=at_all):
            told = [record.id for page in pages(eve, "secret") for record in page.records]
            assert told == ["i-alone"]
            assert not [page.records for page in pages(many, "secret") if page.records]
    eve.close()


def test_what_was_changed_and_removed_since_is_told_as_it_is(many: SharedStore) -> None:
    old = many.ask(["toll", "449"]).result().records[0]
    assert isinstance(old, Interaction)
    new = replace(old, note="a bridge")
    many.commit(changed(old, new))
    assert not many.ask(["toll", "449"]).result().records
    assert many.ask(["bridge"]).result().records == [new]
    many.commit(commit_of(*changed(new, replace(new, note="a ferry")).edits))
    assert not many.ask(["bridge"]).result().records


def test_no_commit_is_read_twice_to_tell_what_was_made_since(
    many: SharedStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    many.commit(made(touch("p-ann", note="a bridge", key="i-new")))
    assert many.ask(["bridge"]).result().records
    monkeypatch.delattr("champion_tracker.store.shared.log.read_edits")
    assert many.ask(["bridge"]).result().records

"""What every store promises, held against each of them."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from champion_tracker.model import (
    Ask,
    Commit,
    Conflict,
    Edit,
    Goal,
    Objection,
    Occasion,
    Promise,
    Proof,
    Reading,
    Record,
    Relation,
    Seat,
    Story,
    Telling,
    Tie,
)
from champion_tracker.rules.digest import digest_of
from champion_tracker.store import MemoryStore, Store, WorkspaceStore, open_workspace
from champion_tracker.store.shared import Location, SharedStore
from champion_tracker.store.shared.database import Database
from champion_tracker.store.shared.folding import fold
from champion_tracker.store.shared.indexing import index
from tests.store.store_records import ANN, BEN, LATER, WAIT, changed, commit_of, judged, made, touch

Opener = Callable[[], Store]
"""Opens the same store again, as another run of the program would."""


FOLDERS = ("workspace", "folded at each step", "changed by others")
SHARED = ("shared", "shared, folded at each step", "shared, changed by others")
ON_CITUS = "shared on Citus"


@pytest.fixture(params=["memory", *FOLDERS, *SHARED, ON_CITUS])
def opener(request: pytest.FixtureRequest, tmp_path: Path) -> Opener:
    path = tmp_path / "w"
    match request.param:
        case "workspace":
            return lambda: open_workspace(path)
        case "folded at each step":
            return lambda: Folding(open_workspace(path)._folder)
        case "changed by others":
            return lambda: Followed(Folding(open_workspace(path)._folder), open_workspace(path))
        case str(name) if name in SHARED:
            return shared_opener(name, request.getfixturevalue("team"))
        case str(name) if name == ON_CITUS:
            return shared_opener(name, request.getfixturevalue("team_on_citus"))
    store = MemoryStore()
    return lambda: store


def shared_opener(name: str, team: Any) -> Opener:
    match name:
        case "shared, folded at each step":
            return lambda: FoldingShared(Database(Location.parse(team.address("ed"))))
        case "shared, changed by others":
            return lambda: Followed(team.open("eve"), team.open("rita"))
    return lambda: team.open("ed")


class FoldingShared(SharedStore):
    """Has nothing that is not in its digests for longer than a commit."""

    def commit(self, commit: Commit) -> None:
        super().commit(commit)
        fold(self._database, self._name)
        index(self._database, self._name)


class Folding(WorkspaceStore):
    """Has nothing in its journal for longer than a commit."""

    def commit(self, commit: Commit) -> None:
        super().commit(commit)
        self.fold()


class Followed:
    """Reads by one store what another one writes."""

    def __init__(self, writer: Store, reader: Store) -> None:
        self._writer = writer
        self._reader = reader

    def commit(self, commit: Commit) -> None:
        self._writer.commit(commit)
        assert list(self._reader.refresh()) == [commit]

    def __getattr__(self, name: str) -> Any:
        return getattr(self._reader, name)


DAY = date(2026, 11, 2)
AT = datetime(2026, 11, 2, 9, tzinfo=UTC)
PROGRAMME: dict[str, Record] = {
    "promises": Promise(
        id="m-1", person_id="p-ann", text="A yes", made_on=DAY, due=DAY, recorded_at=AT
    ),
    "ties": Tie(
        id="t-1", person_id="p-ann", other_id="p-ben", relation=Relation.EAR, recorded_at=AT
    ),
    "stories": Story(id="s-1", title="«The map»", areas=("Water",), on=DAY, recorded_at=AT),
    "tellings": Telling(
        id="l-1", story_id="s-1", person_ids=("p-ann", "p-ben"), on=DAY, recorded_at=AT
    ),
    "occasions": Occasion(id="o-1", what="A flood", on=DAY, recorded_at=AT),
    "asks": Ask(
        id="k-1", person_id="p-ann", what="A post", supporter_ids=("p-ben",), recorded_at=AT
    ),
    "objections": Objection(
        id="j-1",
        person_id="p-ann",
        risk="A leak",
        raised_on=DAY,
        proofs=(Proof(who="Rail", what="answers", steps=3, days=0),),
        recorded_at=AT,
    ),
    "goals": Goal(
        id="g-1",
        purpose="Trust",
        leader_ids=("p-ann",),
        readings=(Reading(on=DAY, value=0.1, recorded_at=AT),),
        recorded_at=AT,
    ),
    "seats": Seat(id="e-1", title="Chair", holder_id="p-ann", heir_ids=("p-ben",), recorded_at=AT),
}
"""One record of each kind of the programme, by the mapping in which it is kept."""


def test_every_kind_of_the_programme_is_kept_changed_and_removed(opener: Opener) -> None:
    def kept(store: Store) -> dict[str, list[Record]]:
        return {shelf: list(getattr(store.workspace, shelf).values()) for shelf in PROGRAMME}

    store = opener()
    store.commit(made(ANN, BEN, *PROGRAMME.values()))
    store.close()
    store = opener()
    assert kept(store) == {shelf: [record] for shelf, record in PROGRAMME.items()}
    assert {"t-1", "l-1"} <= store.workspace.matters_of["p-ben"].keys()
    later = {
        shelf: replace(record, recorded_at=AT + timedelta(1)) for shelf, record in PROGRAMME.items()
    }
    edits = [Edit(record, later[shelf]) for shelf, record in PROGRAMME.items()]
    store.commit(commit_of(*edits))
    store.close()
    store = opener()
    assert kept(store) == {shelf: [record] for shelf, record in later.items()}
    store.commit(commit_of(*(Edit(before=record) for record in later.values())))
    store.close()
    assert kept(opener()) == {shelf: [] for shelf in PROGRAMME}


def test_what_was_committed_is_there_at_the_next_opening(opener: Opener) -> None:
    store = opener()
    met, verdict = touch("p-ann", "p-ben", note="a [/VP] said «oui»\n\u2028\x07"), judged("p-ann")
    store.commit(made(ANN, BEN, met, verdict, WAIT, LATER))
    store.close()

    store = opener()
    assert dict(store.workspace.people) == {"p-ann": ANN, "p-ben": BEN}
    assert dict(store.workspace.follow_ups) == {"f-1": WAIT}
    assert dict(store.workspace.answers) == {LATER.id: LATER}
    assert store.history("p-ann") == [met, verdict, WAIT]
    assert store.history("p-ben") == [met]
    assert store.workspace.digest("p-ann") == digest_of([met, verdict])
    assert store.workspace.digest("p-ann").touches == 1


def test_a_commit_is_kept_whole_or_not_at_all(opener: Opener) -> None:
    store = opener()
    store.commit(made(ANN))
    with pytest.raises(Conflict):
        store.commit(commit_of(Edit(after=BEN), Edit(before=WAIT, after=None)))
    assert dict(store.workspace.people) == {"p-ann": ANN}
    assert len(list(store.commits())) == 1


def test_a_conflict_names_the_person_and_both_values(opener: Opener) -> None:
    store = opener()
    store.commit(made(ANN))
    renamed = replace(ANN, name="Ann Lee-Fox")
    store.commit(changed(ANN, renamed))
    with pytest.raises(Conflict) as refusal:
        store.commit(changed(ANN, replace(ANN, name="Anne Lee")))
    assert "Ann Lee-Fox" in str(refusal.value)
    assert "'Ann Lee'" in str(refusal.value)
    assert store.workspace.people["p-ann"] == renamed


def test_a_conflict_does_not_tell_what_a_note_says(opener: Opener) -> None:
    store = opener()
    secret = "s3cret " * 20
    met = touch("p-ann", note=secret)
    store.commit(made(ANN, met))
    store.commit(changed(met, replace(met, note=secret + "more")))
    with pytest.raises(Conflict) as refusal:
        store.commit(changed(met, replace(met, note="other")))
    assert "s3cret" not in str(refusal.value)


@pytest.mark.parametrize("record", [ANN, WAIT, LATER, touch("p-ann"), judged("p-ann")])
def test_the_same_record_is_not_made_twice(opener: Opener, record: Record) -> None:
    store = opener()
    store.commit(made(record))
    with pytest.raises(Conflict):
        store.commit(made(record))
    assert len(list(store.commits())) == 1


def test_a_digest_follows_changes_and_removals_in_the_past(opener: Opener) -> None:
    store = opener()
    first, second = touch("p-ann", day=0), touch("p-ann", "p-ben", day=5)
    store.commit(made(ANN, BEN, first, second))
    assert store.history("p-ann") == [first, second]
    moved = replace(second, person_ids=("p-ben",))
    store.commit(changed(second, moved))
    assert store.history("p-ann") == [first]
    assert opener().workspace.digest("p-ann") == digest_of([first])
    assert store.workspace.digest("p-ann") == digest_of([first])
    store.commit(commit_of(Edit(before=first)))
    assert store.workspace.digest("p-ann") == digest_of([])
    assert store.workspace.digest("p-ben") == digest_of([moved])


def test_a_record_that_comes_to_be_about_somebody_takes_its_place_in_their_history(
    opener: Opener,
) -> None:
    store = opener()
    first, second, third = (touch("p-ben", day=day) for day in (1, 2, 3))
    between = touch("p-ann", day=9)
    store.commit(made(ANN, BEN, first))
    store.commit(made(between))
    store.commit(made(second, third))
    for_both = replace(second, person_ids=("p-ann", "p-ben"))
    store.commit(changed(second, for_both))
    assert store.history("p-ann") == [between, for_both]
    assert store.workspace.digest("p-ann") == digest_of([between, for_both])
    joined = replace(first, person_ids=("p-ann",))
    store.commit(changed(first, joined))
    assert store.history("p-ann") == [joined, between, for_both]
    assert store.history("p-ben") == [for_both, third]
    assert store.workspace.digest("p-ben") == digest_of([for_both, third])


def test_a_history_keeps_the_order_in_which_it_was_recorded(opener: Opener) -> None:
    store = opener()
    first, second, third = (touch("p-ann", day=day) for day in (9, 3, 6))
    store.commit(made(ANN, first))
    store.commit(made(second))
    store.commit(made(third))
    edited = replace(first, note="more")
    store.commit(changed(first, edited))
    assert store.history("p-ann") == [edited, second, third]


def test_a_follow_up_that_is_done_leaves_the_open_matters_and_stays_in_history(
    opener: Opener,
) -> None:
    store = opener()
    store.commit(made(ANN, WAIT))
    done = replace(WAIT, done_on=date(2026, 4, 2))
    store.commit(changed(WAIT, done))
    assert not store.workspace.follow_ups
    assert store.history("p-ann") == [done]
    store.commit(changed(done, WAIT))
    assert dict(store.workspace.follow_ups) == {"f-1": WAIT}


def test_removing_everything_leaves_nothing(opener: Opener) -> None:
    store = opener()
    met = touch("p-ann")
    store.commit(made(ANN, met, WAIT, LATER))
    store.commit(commit_of(*(Edit(before=record) for record in (ANN, met, WAIT, LATER))))
    store.close()
    store = opener()
    assert not store.workspace.people
    assert not store.workspace.follow_ups
    assert not store.workspace.answers
    assert store.history("p-ann") == []


def test_what_was_removed_can_be_made_again(opener: Opener) -> None:
    store = opener()
    met = touch("p-ann")
    making = made(ANN, met)
    store.commit(making)
    store.commit(commit_of(*(edit.reversed() for edit in reversed(making.edits))))
    store.commit(replace(making, id="c-again"))
    assert store.history("p-ann") == [met]
    assert store.workspace.digest("p-ann") == digest_of([met])


@pytest.mark.parametrize(
    ("words", "found"),
    [("RESUME", 1), ("trains likes", 1), ("og", 0), ("budget", 1), ("send", 1), ("nothing", 0)],
)
def test_search_finds_words_whatever_their_case_or_accents(
    opener: Opener, words: str, found: int
) -> None:
    store = opener()
    store.commit(made(ANN, BEN, touch("p-ben", note="the Budget"), judged("p-ann"), WAIT))
    assert len(list(store.search(words))) == found


def test_commits_come_newest_first_and_by_person(opener: Opener) -> None:
    store = opener()
    first, second, third = made(ANN), made(BEN), made(touch("p-ann", "p-ben"))
    for commit in (first, second, third):
        store.commit(commit)
    store.close()
    store = opener()
    assert list(store.commits()) == [third, second, first]
    assert list(store.commits("p-ann")) == [third, first]
    assert list(store.commits("p-nobody")) == []


def test_moments_keep_their_offset_from_universal_time(opener: Opener) -> None:
    store = opener()
    at = datetime.fromisoformat("2024-02-29T02:30:00+02:00")
    met = replace(touch("p-ann"), on=date(2024, 2, 29), recorded_at=at)
    store.commit(replace(made(ANN, met), at=at))
    store.close()
    store = opener()
    assert next(iter(store.commits())).at.utcoffset() == timedelta(hours=2)
    assert store.history("p-ann") == [met]

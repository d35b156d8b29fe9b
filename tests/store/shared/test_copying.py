"""From a folder to the database and back again: everything, once, and the same."""

from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import pytest
from msgspec.structs import replace

from benchmarks.workspaces import make
from champion_tracker.model import BadInput, Commit, Edit, WorkspaceError
from champion_tracker.store import MemoryStore, Store, open_workspace
from champion_tracker.store.shared.copying import contents, copy
from tests.store.store_records import (
    ANN,
    BEN,
    LATER,
    WAIT,
    changed,
    commit_of,
    count,
    judged,
    made,
    touch,
)
from tests.store.teams import Team


def fill(store: Store) -> None:
    """A past with everything that can happen to a record."""
    met, other = touch("p-ann", "p-ben", note="first"), touch("p-ann", day=3)
    gone = touch("p-ben", day=4)
    store.commit(made(ANN, BEN, met, WAIT, LATER))
    store.commit(made(other, gone, judged("p-ben"), replace(touch("p-ann"), private=True)))
    store.commit(changed(met, replace(met, person_ids=("p-ben",))))
    store.commit(commit_of(Edit(before=gone), Edit(before=LATER)))
    store.commit(changed(WAIT, replace(WAIT, dropped="no")))
    store.commit(replace(commit_of(Edit(after=gone)), undoes="c-something"))


def assert_same(one: Store, other: Store) -> None:
    assert contents(one) == contents(other)
    assert dict(one.workspace.people) == dict(other.workspace.people)
    for person_id in one.workspace.people:
        assert list(one.history(person_id)) == list(other.history(person_id))
        assert one.workspace.digest(person_id) == other.workspace.digest(person_id)


def test_a_folder_comes_back_from_the_database_as_it_was(team: Team, tmp_path: Path) -> None:
    folder, again = open_workspace(tmp_path / "a"), open_workspace(tmp_path / "b")
    fill(folder)
    folder.fold()
    shared = team.open("ed")
    there = copy(folder, shared)
    back = copy(team.open("ed"), again)
    assert (there.records, there.checksum) == (back.records, back.checksum)
    for copied in (shared, again):
        assert_same(folder, copied)
        assert list(folder.commits()) == list(copied.commits())


def test_what_the_log_has_forgotten_is_copied_all_the_same(team: Team) -> None:
    class Forgetful(MemoryStore):
        def commits(self, person_id: str = "") -> Iterator[Commit]:
            return islice(super().commits(person_id), 3)

    source = Forgetful()
    fill(source)
    target = team.open("ed")
    copy(source, target)
    assert_same(source, target)
    assert list(source.commits()) == list(islice(target.commits(), 3))


def test_a_copy_that_was_interrupted_goes_on(team: Team, monkeypatch: pytest.MonkeyPatch) -> None:
    source, target = MemoryStore(), team.open("ed")
    fill(source)
    kept: list[str] = []
    commit = type(target).commit

    def failing(store: Store, given: Commit) -> None:
        if len(kept) == 3:
            raise WorkspaceError("away")
        kept.append(given.id)
        commit(target, given)

    with monkeypatch.context() as patched:
        patched.setattr(type(target), "commit", failing)
        with pytest.raises(WorkspaceError):
            copy(source, target)
    again = team.open("ed")
    copy(source, again)
    assert_same(source, again)
    assert list(source.commits()) == list(again.commits())
    copy(source, again)
    assert len(list(again.commits())) == 6


def test_nothing_is_copied_over_something_else(team: Team) -> None:
    source, target = MemoryStore(), team.open("ed")
    fill(source)
    target.commit(made(BEN))
    with pytest.raises(BadInput):
        copy(source, target)
    assert set(target.workspace.people) == {"p-ben"}


def test_a_large_folder_there_and_back_is_identical(team: Team, tmp_path: Path) -> None:
    """CHAMPION_TRACKER_COPY_PEOPLE=10000 is the long form: 200,000 interactions."""
    people = count("COPY_PEOPLE", 200)
    folder = open_workspace(make(tmp_path / "a", people, 20))
    copied = copy(folder, team.open("ed"))
    again = open_workspace(tmp_path / "b")
    copy(team.open("ed"), again)
    assert copied.records == people * 22
    assert contents(folder) == contents(again)
    assert dict(folder.workspace.digests) == dict(again.workspace.digests)
    assert list(folder.commits()) == list(again.commits())

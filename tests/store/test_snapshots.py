"""What lies on the disk: open to other programs, to newer versions, and bounded in size."""

import shutil
from itertools import count
from pathlib import Path
from typing import Any, get_args

import msgspec
import pytest
from msgspec.structs import replace
from tinydb import Query, TinyDB

from champion_tracker.model import Edit, Person, Record
from champion_tracker.store import check_workspace, fold, log, open_workspace, people
from champion_tracker.store.files import Files
from champion_tracker.store.folder import Folder
from champion_tracker.store.journal import write_line
from tests.store.store_records import ANN, BEN, LATER, WAIT, changed, commit_of, judged, made, touch


def test_plain_tinydb_opens_the_snapshots(tmp_path: Path) -> None:
    store = open_workspace(tmp_path / "w")
    met = touch("p-ann", "p-ben", note='quotes " and\nlines\u2028 and é')
    store.commit(made(ANN, BEN, met, judged("p-ann"), WAIT, LATER))
    store.fold()
    store.close()
    with TinyDB(tmp_path / "w" / "people.json") as people:
        found = people.table("people").search(Query().emails.any(["ann@example.org"]))
        assert [document["name"] for document in found] == ["Ann Lee"]
        assert {document["kind"] for document in people.table("matters")} == {"follow_up", "answer"}
    with TinyDB(tmp_path / "w" / "history.json") as history:
        found = history.table("history").search(Query().person_ids.any(["p-ben"]))
        assert [document["note"] for document in found] == [met.note]
        assert len(history.table("history")) == 3


def test_every_kind_of_record_is_found_by_everybody_whom_it_is_about() -> None:
    # The index asks the record itself; a kind that cannot say is a defect of the model.
    for kind in get_args(Record):
        assert isinstance(kind.about, property)
        assert isinstance(kind.is_open, property)


def test_full_history_files_are_found_by_person_and_rewritten_only_when_they_change(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fold, "FULL", 2_000)
    folder = tmp_path / "w"
    store = open_workspace(folder)
    people = [Person(id=f"p-{n}", name=f"Person {n}") for n in range(40)]
    store.commit(made(*people))
    touches = [touch(f"p-{n % 40}", f"p-{(n + 1) % 40}", day=n, key=f"i-{n}") for n in range(200)]
    for begin in range(0, 200, 50):
        store.commit(made(*touches[begin : begin + 50]))
        store.fold()
    full = sorted(folder.glob("history-*.json"))
    assert len(full) > 5
    assert max(path.stat().st_size for path in full) < 6_000
    for person in people:
        assert store.history(person.id) == [t for t in touches if person.id in t.person_ids]
    before = {path.name: path.stat().st_ino for path in full}
    edited = replace(touches[3], person_ids=("p-3", "p-39"))
    store.commit(changed(touches[3], edited))
    store.commit(commit_of(Edit(before=touches[5])))
    store.fold()
    after = {path.name: path.stat().st_ino for path in sorted(folder.glob("history-*.json"))}
    assert {name for name in before if before[name] != after[name]} == {"history-0001.json"}
    assert edited in store.history("p-39")
    assert edited not in store.history("p-4")
    assert touches[5] not in store.history("p-5")
    assert check_workspace(folder).findings == ()


def newer(document: Any) -> dict[str, Any]:
    """The document with what a newer minor version might add, at every depth."""
    grown: dict[str, Any] = msgspec.to_builtins(document)
    grown["mood"] = {"weather": "sun"}
    for position in grown.get("positions", ()):
        position["grade"] = 7
    return grown


def test_what_a_newer_minor_version_wrote_survives_a_round_trip(tmp_path: Path) -> None:
    folder = tmp_path / "w"
    open_workspace(folder).close()
    person = Person(id="p-new", name="New", positions=(msgspec.convert({"id": "r-1"}, position()),))
    met, unknown = touch("p-new", key="i-new"), {"kind": "gift", "id": "g-1", "person_id": "p-new"}
    odd = {**newer(touch("p-new", key="i-odd")), "channel": "telepathy"}
    edits = [{"after": document} for document in (newer(person), newer(met), unknown, odd)]
    commit = {**msgspec.to_builtins(commit_of(verb="give")), "edits": edits, "mood": 1}
    with (folder / "journal.jsonl").open("ab") as journal:
        journal.write(write_line(1, msgspec.json.encode(commit)))

    store = open_workspace(folder)
    assert dict(store.workspace.people) == {"p-new": person}
    assert store.history("p-new") == [met]
    store.fold()
    store.commit(changed(person, replace(person, name="Newer")))
    store.commit(changed(met, replace(met, note="more")))
    store.fold()
    assert store.workspace.people["p-new"].name == "Newer"
    assert check_workspace(folder).findings == ()
    store.close()

    with TinyDB(folder / "people.json") as people:
        kept = people.table("people").all()[0]
        assert kept["mood"] == {"weather": "sun"}
        assert kept["positions"][0]["grade"] == 7
        assert kept["name"] == "Newer"
    with TinyDB(folder / "history.json") as history:
        documents = {document["id"]: document for document in history.table("history")}
        assert documents["i-new"]["mood"] == {"weather": "sun"}
        assert documents["i-new"]["note"] == "more"
        assert documents["g-1"] == unknown
        assert documents["i-odd"]["channel"] == "telepathy"


def position() -> type:
    return get_args(Person.__annotations__["positions"])[0]  # type: ignore[no-any-return]


def test_folded_commits_are_remembered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(log, "KEPT_COMMITS", 10)
    store = open_workspace(tmp_path / "w")
    store.commit(made(ANN))
    for number in range(30):
        store.commit(made(touch("p-ann", key=f"i-{number}")))
        store.fold()
    # They are dated in the past, so only their number keeps them.
    commits = list(store.commits())
    assert 10 <= len(commits) <= 12
    assert commits[0].edits[0].record.id == "i-29"
    assert len(store.history("p-ann")) == 30


def test_the_latest_commits_are_kept_for_their_days_however_many(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(log, "KEPT_COMMITS", 3)
    monkeypatch.setattr(log, "KEPT_DAYS", 100_000)
    store = open_workspace(tmp_path / "w")
    for number in range(9):
        store.commit(made(touch("p-ann", key=f"i-{number}")))
        store.fold()
    assert len(list(store.commits())) == 9


class Dying(Files):
    """A process that dies when it puts its ``at``-th file in place."""

    def __init__(self, at: int) -> None:
        self.left = at

    def rename(self, source: Path, target: Path) -> None:
        self.left -= 1
        if self.left == 0:
            raise Died
        super().rename(source, target)


class Died(BaseException):
    """The end of a process."""


@pytest.mark.parametrize("is_first", [True, False], ids=["first", "later"])
def test_a_fold_that_dies_at_any_file_is_done_by_the_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, is_first: bool
) -> None:
    monkeypatch.setattr(fold, "FULL", 500)
    original, keys = tmp_path / "original", [f"i-{n}" for n in range(9)]
    store = open_workspace(original)
    if is_first:
        store.commit(made(ANN, touch("p-ann", key=keys[0])))
    else:
        with monkeypatch.context() as otherwise:
            # Its digests will be made anew, whatever the histories hold by then.
            otherwise.setattr(people, "DERIVATION", 7)
            store.commit(made(ANN, touch("p-ann", key=keys[0])))
            store.fold()
    store.commit(made(*(touch("p-ann", key=key) for key in keys[1:])))
    deaths = 0
    for at in count(1):
        folder = tmp_path / f"{at}"
        shutil.copytree(original, folder)
        try:
            fold.fold(Folder(folder, Dying(at)))
            break
        except Died:
            deaths += 1
        for _ in range(2):
            again = open_workspace(folder)
            assert again.notices == ()
            assert [record.id for record in again.history("p-ann")] == keys
            assert again.workspace.digest("p-ann").touches == len(keys)
            again.fold()
        assert check_workspace(folder).findings == ()
    assert deaths >= 5


def test_digests_that_other_rules_made_are_made_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = open_workspace(tmp_path)
    monkeypatch.setattr(people, "DERIVATION", 7)
    monkeypatch.setattr(fold, "write_people", lambda t, _, n: people.write_people(t, {}, n))
    store.commit(made(ANN, touch("p-ann")))
    store.fold()
    store.commit(made(touch("p-ann")))
    store.close()
    monkeypatch.undo()
    for _ in range(2):
        store = open_workspace(tmp_path)
        assert store.workspace.digest("p-ann").touches == 2
        assert len(list(store.commits())) == 2
        store.close()
    assert check_workspace(tmp_path).findings == ()
    with TinyDB(tmp_path / "people.json") as database:
        assert len(database.table("digests")) == 1

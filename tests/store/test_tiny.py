"""The workspace through TinyDB's own interface."""

from pathlib import Path
from typing import Any

import msgspec
import pytest
from msgspec.structs import replace
from tinydb import where

from champion_tracker.model import BadInput, Conflict
from champion_tracker.store import check_workspace, open_workspace
from champion_tracker.store.tiny import WorkspaceDB
from tests.store.store_records import ANN, BEN, made, touch


def shout(document: dict[str, Any]) -> None:
    document["note"] += "!"


def test_a_script_reads_and_changes_the_workspace_as_a_tinydb(tmp_path: Path) -> None:
    store = open_workspace(tmp_path / "w")
    folded, fresh = touch("p-ann", note="folded"), touch("p-ann", "p-ben", note="fresh")
    store.commit(made(ANN, BEN, folded))
    store.fold()
    store.commit(made(fresh))
    with WorkspaceDB(tmp_path / "w", who="nightly") as database:
        history, people = database.table("history"), database.table("people")
        found = history.search(where("person_ids").any(["p-ann"]))
        assert [document["note"] for document in found] == ["folded", "fresh"]
        assert people.get(doc_id="p-ann")["name"] == "Ann Lee"
        assert people.update({"tags": ["budget"]}, where("name") == "Ann Lee") == ["p-ann"]
        assert history.update(shout, doc_ids=[folded.id]) == [folded.id]
        met = touch("p-ben", note="new")
        assert history.insert(msgspec.to_builtins(met)) == met.id
        assert history.remove(doc_ids=[fresh.id]) == [fresh.id]
        assert len(history) == 2
    commits = store.refresh()
    assert {commit.who for commit in commits} == {"nightly"}
    assert store.workspace.people["p-ann"].tags == ("budget",)
    assert store.history("p-ann") == [replace(folded, note="folded!")]
    assert store.history("p-ben") == [met]
    assert check_workspace(tmp_path / "w").findings == ()


def test_what_is_no_record_is_refused(tmp_path: Path) -> None:
    with WorkspaceDB(tmp_path / "w") as database:
        people = database.table("people")
        for document in ({"name": "Ann"}, {"kind": "person", "id": "p-1", "name": 7}):
            with pytest.raises(BadInput):
                people.insert(document)
        people.insert(msgspec.to_builtins(ANN))
        with pytest.raises(Conflict):
            people.insert(msgspec.to_builtins(ANN))
        with pytest.raises(BadInput):
            people.truncate()
        assert len(people) == 1

"""A team's workspace in one file, and the way back from it."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from champion_tracker.model import BadInput
from champion_tracker.store import open_workspace
from champion_tracker.store.shared.copying import contents
from champion_tracker.tracker import care
from champion_tracker.tracker.opening import open_tracker
from champion_tracker.tracker.undoing import undo
from tests.store.shared.test_copying import assert_same, fill
from tests.store.store_records import ANN, BEN, changed, made, touch
from tests.store.teams import Team


def test_an_archive_of_a_team_is_an_archive_of_a_folder(team: Team, tmp_path: Path) -> None:
    tracker = open_tracker(team.address("ed"))
    fill(tracker.store)
    assert care.backup(tracker, tmp_path / "press.zip") == 0
    (tmp_path / "folder").mkdir()
    care.restore(tmp_path / "press.zip", str(tmp_path / "folder"))
    folder = open_workspace(tmp_path / "folder")
    assert_same(tracker.store, folder)
    assert list(folder.commits()) == list(tracker.store.commits())
    assert sorted(path.name for path in tmp_path.iterdir()) == ["folder", "press.zip"]


def test_what_others_keep_private_is_not_in_it_and_that_is_said(team: Team, tmp_path: Path) -> None:
    secret = replace(touch("p-ann", note="a secret"), private=True)
    author = team.open("ed")
    author.commit(made(ANN, BEN))
    author.commit(made(secret))
    author.commit(made(replace(touch("p-ben"), private=True), touch("p-ben")))
    file = tmp_path / "press.zip"
    assert care.backup(open_tracker(team.address("ed")), file) == 0
    assert care.backup(open_tracker(team.address("eve")), file, force=True) == 2
    (tmp_path / "folder").mkdir()
    care.restore(file, str(tmp_path / "folder"))
    found = contents(open_workspace(tmp_path / "folder"))
    assert not any(getattr(record, "private", False) for record in found.values())
    assert len(found) == 3


def test_a_new_workspace_gets_the_past_as_well(team: Team, tmp_path: Path) -> None:
    folder = open_workspace(tmp_path / "folder")
    fill(folder)
    folder.backup(tmp_path / "a.zip")
    assert care.restore(tmp_path / "a.zip", team.address("ed")) == ""
    shared = team.open("ed")
    assert_same(folder, shared)
    assert list(shared.commits()) == list(folder.commits())


def test_a_restore_is_one_change_which_can_be_undone(team: Team, tmp_path: Path) -> None:
    tracker = open_tracker(team.address("ed"))
    fill(tracker.store)
    as_it_was = contents(tracker.store)
    care.backup(tracker, tmp_path / "a.zip")
    ann = tracker.workspace.people["p-ann"]
    tracker.store.commit(changed(ann, replace(ann, name="Ann Smith")))
    tracker.store.commit(made(touch("p-ann", note="since then")))
    since = contents(tracker.store)

    assert care.restore(tmp_path / "a.zip", team.address("ed")) == "undo"
    tracker.refresh()
    assert contents(tracker.store) == as_it_was
    assert next(tracker.store.commits()).verb == "restore"
    undo(tracker)
    assert contents(tracker.store) == since


def test_restoring_leaves_what_others_keep_private(team: Team, tmp_path: Path) -> None:
    eve, tracker = team.open("eve"), open_tracker(team.address("ed"))
    tracker.store.commit(made(ANN))
    care.backup(tracker, tmp_path / "a.zip")
    own = replace(touch("p-ann", note="of eve"), private=True)
    eve.commit(made(own))
    care.restore(tmp_path / "a.zip", team.address("ed"))
    assert list(team.open("eve").history("p-ann")) == [own]


def test_no_archive_is_refused_before_anything_changes(team: Team, tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(b"no archive")
    team.open("ed").commit(made(ANN))
    with pytest.raises(BadInput, match="no backup"):
        care.restore(tmp_path / "a.zip", team.address("ed"))
    assert dict(team.open("ed").workspace.people) == {"p-ann": ANN}

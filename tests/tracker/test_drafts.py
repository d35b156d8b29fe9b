"""Drafts outlive the process, stay as private as the workspace, and go with whom they are about."""

from pathlib import Path

import pytest

from champion_tracker.store import MemoryStore, open_workspace
from champion_tracker.tracker import Tracker, care, drafts, people

NOTE = {"note": "Half a thought about Ada Example", "who": ["p-1"], "sentiment": 2}


@pytest.fixture
def tracker(tmp_path: Path) -> Tracker:
    return Tracker(open_workspace(tmp_path / "w"))


def test_what_one_process_keeps_the_next_one_finds(tracker: Tracker, tmp_path: Path) -> None:
    assert drafts.write(tracker, {"log": NOTE})
    assert drafts.write(tracker, {"assess": {"why": "because"}}), "another window's draft stays"
    again = Tracker(open_workspace(tmp_path / "w"))
    assert drafts.read(again) == {"log": NOTE, "assess": {"why": "because"}}
    drafts.write(again, {"log": None, "assess": None})
    assert drafts.read(tracker) == {}
    assert not (tmp_path / "w" / "drafts.json").exists()


def test_only_the_owner_can_read_them(tracker: Tracker, tmp_path: Path) -> None:
    drafts.write(tracker, {"log": NOTE})
    assert (tmp_path / "w" / "drafts.json").stat().st_mode & 0o777 == 0o600


def test_they_are_sealed_with_the_workspace_and_opened_with_it(
    tracker: Tracker, tmp_path: Path
) -> None:
    pytest.importorskip("cryptography", reason="encryption is an extra")
    drafts.write(tracker, {"log": NOTE})
    care.encrypt(tracker, "correct horse battery")
    assert b"thought" not in (tmp_path / "w" / "drafts.json").read_bytes()
    assert drafts.read(tracker) == {"log": NOTE}
    care.decrypt(tracker)
    assert drafts.read(tracker) == {"log": NOTE}


def test_forgetting_somebody_drops_what_was_being_written_of_them(tracker: Tracker) -> None:
    ada = people.add(tracker, "Ada Example")
    bo = people.add(tracker, "Bo Nobody")
    drafts.write(
        tracker,
        {"log": NOTE, f"assess:{ada.id}": {"why": ""}, f"assess:{bo.id}": {"why": "new"}},
    )
    care.forget(tracker, ada)
    assert drafts.read(tracker) == {f"assess:{bo.id}": {"why": "new"}}


@pytest.mark.parametrize("content", [b"[1]", b"\xff", b'{"log": 3}'])
def test_drafts_that_cannot_be_read_are_no_drafts(
    tracker: Tracker, tmp_path: Path, content: bytes
) -> None:
    (tmp_path / "w" / "drafts.json").write_bytes(content)
    assert drafts.read(tracker) == {}
    assert drafts.write(tracker, {"log": NOTE})
    assert drafts.read(tracker) == {"log": NOTE}


def test_a_store_that_forgets_keeps_none() -> None:
    tracker = Tracker(MemoryStore())
    assert not drafts.write(tracker, {"log": NOTE})
    assert drafts.read(tracker) == {}

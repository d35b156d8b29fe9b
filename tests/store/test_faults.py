"""A disk that fails at any call: the state before or the state after, nothing between."""

import errno
import os
import shutil
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from champion_tracker.model import Commit, TrackerError
from champion_tracker.store import WorkspaceStore, check_workspace, fold, open_workspace, upgrade
from champion_tracker.store.files import Files
from champion_tracker.store.folder import MANIFEST, Folder
from tests.store.store_records import ANN, BEN, LATER, WAIT, count, made, say, touch

Action = Callable[[WorkspaceStore, Path], object]

WRITING = ("open", "write", "sync", "truncate", "rename", "link", "remove", "make_folder")
FAULTS = {
    "EIO": errno.EIO,
    "ENOSPC": errno.ENOSPC,
    "short write": errno.ENOSPC,
    "for good": errno.EIO,
}


class Failing(Files):
    """Fails at the ``at``-th call, or from it on."""

    def __init__(self, at: int, fault: str) -> None:
        self.calls, self.at, self.fault = 0, at, fault
        self.is_short = False

    def __getattribute__(self, name: str) -> Any:
        if name in WRITING and self._is_next():
            if self.fault == "short write" and name == "write" and not self.is_short:
                return self._short
            return self._refuse
        return super().__getattribute__(name)

    def _is_next(self) -> bool:
        self.calls += 1
        return self.calls == self.at or (self.fault == "for good" and self.calls > self.at > 0)

    def _refuse(self, *_: object) -> None:
        raise OSError(FAULTS[self.fault], os.strerror(FAULTS[self.fault]))

    def _short(self, descriptor: int, data: bytes) -> int:
        written = os.write(descriptor, data[: len(data) // 2])
        self.is_short, self.at = True, self.calls + 1
        return written


EXTRA = made(BEN, WAIT, LATER, touch("p-ann", "p-ben", key="i-extra", note="x" * 50))


def prepared(folder: Path) -> None:
    store = open_workspace(folder)
    store.commit(made(ANN))
    for number in range(6):
        store.commit(made(touch("p-ann", key=f"i-{number}", note="n" * 90)))
    store.fold()
    store.commit(made(touch("p-ann", key="i-6")))
    store.backup(folder.with_suffix(".zip"))
    store.commit(made(touch("p-ann", key="i-7")))
    store._has_committed = False
    store.close()


def state_of(folder: Path) -> tuple[list[str], list[str], list[str]]:
    store = open_workspace(folder)
    found = (
        sorted(store.workspace.people),
        [record.id for record in store.history("p-ann")],
        [commit.id for commit in store.commits()],
    )
    assert store.notices == () or len(store.notices) == 1
    store._has_committed = False
    store.close()
    return found


def commit(store: WorkspaceStore, _: Path) -> None:
    store.commit(EXTRA)


def upgraded(store: WorkspaceStore, _: Path) -> None:
    upgrade.upgrade(store._folder)


ACTIONS: dict[str, Action] = {
    "commit": commit,
    "fold": lambda store, _: store.fold(),
    "backup": lambda store, file: store.backup(file),
    "own backup": lambda store, _: store.backup_before("import"),
    "restore": lambda store, file: store.restore(file),
    "forget": lambda store, _: store.forget("p-ann"),
    "upgrade": upgraded,
}


@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize("name", ACTIONS)
def test_a_failing_disk_leaves_the_state_before_or_the_state_after(
    name: str,
    fault: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(fold, "FULL", 500)
    original = tmp_path / "w"
    prepared(original)
    archive = original.with_suffix(".zip")
    if name == "upgrade":
        pretend_older(original, monkeypatch)
    earlier = state_of(archive_of(archive, tmp_path / "back"))
    before = None if name == "upgrade" else state_of(original)
    after, calls = attempt(original, tmp_path / "whole", name, Failing(0, fault), archive)
    before = before or after
    assert name in ("backup", "own backup", "fold", "upgrade") or after != before
    # In a short run each fault takes its turn; a long one tries all of them at every call.
    step = count("FAULT_STEP", 4)
    for at in range(1 + list(FAULTS).index(fault) % step, calls + 1, step):
        folder = tmp_path / "trial"
        found, _ = attempt(original, folder, name, Failing(at, fault), archive)
        assert found in (before, after), at
        if name != "upgrade":
            assert check_workspace(folder).findings == (), at
        if name == "backup":
            assert state_of(archive_of(archive, tmp_path / "back")) in (before, earlier)
        shutil.rmtree(folder)
    with capsys.disabled():
        say(f"\n{name}, {fault}: failed at 1 in {step} of {calls} calls")


def attempt(
    original: Path, folder: Path, name: str, files: Failing, archive: Path
) -> tuple[tuple[list[str], list[str], list[str]], int]:
    """Do it on a copy with a failing disk; return what is there afterwards, and the calls."""
    shutil.copytree(original, folder)
    if name == "upgrade":
        store = object.__new__(WorkspaceStore)
        store._folder = Folder(folder, files)
    else:
        store = open_workspace(folder)
        store._folder.files = files
        store._folder.lock._files = files
    # The store says it in a sentence; so does, for an upgrade, who opens the store.
    with suppress(OSError if name == "upgrade" and files.at else TrackerError):
        ACTIONS[name](store, archive)
    store._folder.lock.close()
    return state_of(folder), files.calls


def archive_of(archive: Path, folder: Path) -> Path:
    """A workspace made from the archive, which must be whole."""
    shutil.rmtree(folder, ignore_errors=True)
    store = open_workspace(folder)
    store.restore(archive)
    store.close()
    return folder


def pretend_older(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the workspace be of a version before this one's, and a step lead from it."""
    text = '{"schema":"0.9","id":"w-1","created":"2026-01-01T00:00:00Z"}'
    (folder / MANIFEST).write_text(text)
    monkeypatch.setitem(upgrade.STEPS, 0, lambda contents: dict(contents))


def test_a_failed_commit_can_be_tried_again(tmp_path: Path) -> None:
    prepared(tmp_path / "w")
    store = open_workspace(tmp_path / "w")
    whole = store._folder.files
    store._folder.files = Failing(3, "EIO")
    first: Commit = EXTRA
    with pytest.raises(TrackerError) as refusal:
        store.commit(first)
    assert "x" * 50 not in str(refusal.value)
    assert BEN.id not in store.workspace.people
    store._folder.files = whole
    store.commit(first)
    store.close()
    assert state_of(tmp_path / "w")[1][-1] == "i-extra"

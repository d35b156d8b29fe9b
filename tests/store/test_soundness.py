"""A file system that cannot lock or sync is said at open, and what is there can be read."""

import errno
import fcntl
from pathlib import Path

import pytest

from champion_tracker.store import open_workspace
from champion_tracker.store.files import Files
from tests.store.store_records import ANN, made


class NoLocks(Files):
    def try_lock(self, descriptor: int) -> None:
        raise OSError(errno.ENOLCK, "No locks available")


class NoSync(Files):
    def sync(self, descriptor: int) -> None:
        raise OSError(errno.EINVAL, "Invalid argument")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    store = open_workspace(tmp_path / "w")
    store.commit(made(ANN))
    store.close()
    return tmp_path / "w"


@pytest.mark.parametrize(
    ("files", "what"), [(NoLocks(), "cannot lock files"), (NoSync(), "cannot promise")]
)
def test_what_the_file_system_cannot_do_is_said_at_open(
    folder: Path, files: Files, what: str
) -> None:
    store = open_workspace(folder, files=files)
    assert [notice for notice in store.notices if what in notice and "local disk" in notice]
    assert ANN.id in store.workspace.people


def test_a_sound_one_is_not_complained_of_even_while_somebody_writes(folder: Path) -> None:
    assert open_workspace(folder).notices == ()
    with (folder / "lock").open("r+") as writer:
        fcntl.flock(writer, fcntl.LOCK_EX)
        assert open_workspace(folder).notices == ()

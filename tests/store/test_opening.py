"""Opening: what is no workspace, what cannot be written, what vanishes, and who may look."""

import os
import resource
import shutil
import stat
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from champion_tracker.model import WorkspaceError
from champion_tracker.store import check_workspace, open_workspace, repair_workspace, upgrade
from tests.store.store_records import ANN, BEN, commit_of, made, touch

ROOT = Path(__file__).parents[2]


def test_a_new_folder_belongs_to_its_owner_alone(tmp_path: Path) -> None:
    folder = tmp_path / "deep" / "w"
    old = os.umask(0)
    try:
        store = open_workspace(folder)
        store.commit(made(ANN, touch("p-ann")))
        store.fold()
        store.backup(tmp_path / "copy.zip")
        store.close()
    finally:
        os.umask(old)
    assert list(folder.glob("backups/*-daily.zip"))
    for path in (folder, *folder.rglob("*")):
        wanted = 0o700 if path.is_dir() else 0o600
        assert stat.S_IMODE(path.stat().st_mode) == wanted, path
    assert stat.S_IMODE((tmp_path / "copy.zip").stat().st_mode) == 0o600


def test_a_folder_that_others_may_read_is_found_and_closed(tmp_path: Path) -> None:
    open_workspace(tmp_path / "w").close()
    (tmp_path / "w" / "journal.jsonl").chmod(0o644)
    assert "journal.jsonl" in check_workspace(tmp_path / "w").findings[0]
    assert repair_workspace(tmp_path / "w").is_sound


@pytest.mark.parametrize(
    ("manifest", "said"),
    [
        (b'{"schema":"2.0","id":"w-1","created":"2026-01-01T00:00:00Z"}', "newer version"),
        (b'{"schema":"0.1","id":"w-1","created":"2026-01-01T00:00:00Z"}', "cannot upgrade"),
        (b"{}", "damaged"),
        (b"\xff\xfe", "damaged"),
        (b'{"schema":"one","id":"w-1","created":"2026-01-01T00:00:00Z"}', "damaged"),
    ],
)
def test_a_description_that_cannot_be_followed_is_said(
    tmp_path: Path, manifest: bytes, said: str
) -> None:
    open_workspace(tmp_path).close()
    (tmp_path / "workspace.json").write_bytes(manifest)
    before = {path: path.read_bytes() for path in tmp_path.iterdir()}
    with pytest.raises(WorkspaceError, match=said) as refusal:
        open_workspace(tmp_path)
    assert refusal.value.exit_status == 3
    assert refusal.value.hint
    assert {path: path.read_bytes() for path in tmp_path.iterdir()} == before


def test_a_newer_minor_version_opens(tmp_path: Path) -> None:
    open_workspace(tmp_path).close()
    text = '{"schema":"1.9","id":"w-1","created":"2026-01-01T00:00:00Z","more":1}'
    (tmp_path / "workspace.json").write_text(text)
    open_workspace(tmp_path).commit(made(ANN))


def test_an_older_version_is_upgraded_on_a_copy_after_a_backup(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = open_workspace(tmp_path)
    store.commit(made(ANN))
    store.fold()
    store._has_committed = False
    store.close()
    old = '{"schema":"0.9","id":"w-1","created":"2026-01-01T00:00:00Z"}'
    (tmp_path / "workspace.json").write_text(old)
    seen: list[str] = []

    def step(contents: dict[str, bytes]) -> dict[str, bytes]:
        seen.extend(contents)
        return contents

    monkeypatch.setitem(upgrade.STEPS, 0, step)
    assert open_workspace(tmp_path).workspace.people == {"p-ann": ANN}
    assert "people.json" in seen
    assert '"1.0"' in (tmp_path / "workspace.json").read_text()
    assert len(list(tmp_path.glob("backups/*-before-upgrade.zip"))) == 1
    assert check_workspace(tmp_path).findings == ()


def test_a_file_or_a_strangers_folder_is_no_workspace(tmp_path: Path) -> None:
    file = tmp_path / "notes.txt"
    file.write_text("mine")
    for path in (file, file / "inside"):
        with pytest.raises(WorkspaceError, match="file"):
            open_workspace(path)
    with pytest.raises(WorkspaceError, match="other files"):
        open_workspace(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["notes.txt"]


def test_a_start_that_died_is_begun_again(tmp_path: Path) -> None:
    open_workspace(tmp_path).close()
    (tmp_path / "workspace.json").unlink()
    open_workspace(tmp_path).commit(made(ANN))


def test_a_lost_description_of_a_used_workspace_is_said_not_made_anew(tmp_path: Path) -> None:
    store = open_workspace(tmp_path)
    store.commit(made(ANN))
    store.fold()
    store.close()
    (tmp_path / "workspace.json").unlink()
    with pytest.raises(WorkspaceError, match="missing"):
        open_workspace(tmp_path)
    assert repair_workspace(tmp_path).is_sound
    assert ANN.id in open_workspace(tmp_path).workspace.people


@pytest.fixture
def for_nobody() -> Iterator[Path]:
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    yield folder
    shutil.rmtree(folder)


@pytest.mark.skipif(os.name == "nt" or os.geteuid() != 0, reason="needs to become somebody else")
def test_a_folder_that_may_only_be_read_opens_and_refuses_to_write(for_nobody: Path) -> None:
    store = open_workspace(for_nobody / "w")
    store.commit(made(ANN))
    store.close()
    for path in (for_nobody / "w", *(for_nobody / "w").rglob("*")):
        path.chmod(0o755 if path.is_dir() else 0o644)
    code = (
        "import sys; from pathlib import Path\n"
        "import filelock; from tests.store import store_records\n"
        "from champion_tracker.store import open_workspace\n"
        "from champion_tracker.model import WorkspaceError\n"
        "import os; os.setuid(65534)\n"
        "store = open_workspace(Path(sys.argv[1]))\n"
        "assert 'p-ann' in store.workspace.people\n"
        "for path in (sys.argv[1], sys.argv[1] + '/../new'):\n"
        "    try:\n"
        "        open_workspace(Path(path)).commit(store_records.made(store_records.BEN))\n"
        "    except WorkspaceError as error:\n"
        "        assert error.exit_status == 3 and error.hint, error\n"
        "    else:\n"
        "        raise SystemExit('written')\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(for_nobody / "w")],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr


def test_a_disk_that_is_full_refuses_and_keeps_what_there_was(tmp_path: Path) -> None:
    store = open_workspace(tmp_path / "w")
    store.commit(made(ANN))
    limit = 30_000
    code = (
        "import resource, signal, sys\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        f"resource.setrlimit(resource.RLIMIT_FSIZE, ({limit}, {limit}))\n"
        "sys.argv[1:] = [sys.argv[1], 'full', '10000', '0']\n"
        "from tests.store import store_child\n"
        "store_child.main()\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path / "w")],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert "WorkspaceError: The workspace" in done.stderr
    assert "File too large" in done.stderr
    acknowledged = done.stdout.split()
    assert len(acknowledged) > 10
    store.refresh()
    assert len(store.history("p-ann")) == 2 * len(acknowledged)
    store.commit(made(BEN))
    assert store.notices == ()
    assert resource.getrlimit(resource.RLIMIT_FSIZE)[0] != limit


def test_a_folder_that_vanishes_is_said_and_what_was_seen_stays(tmp_path: Path) -> None:
    store = open_workspace(tmp_path / "w")
    store.commit(made(ANN))
    (tmp_path / "w").rename(tmp_path / "away")
    with pytest.raises(WorkspaceError):
        store.refresh()
    with pytest.raises(WorkspaceError):
        store.commit(made(BEN))
    assert dict(store.workspace.people) == {"p-ann": ANN}
    assert not (tmp_path / "w" / "journal.jsonl").exists()
    shutil.rmtree(tmp_path / "w", ignore_errors=True)
    (tmp_path / "away").rename(tmp_path / "w")
    store.commit(made(BEN))
    assert set(store.workspace.people) == {"p-ann", "p-ben"}


def test_a_clock_that_goes_backwards_changes_nothing(tmp_path: Path) -> None:
    store = open_workspace(tmp_path / "w")
    for day in (400, 0, -400, 399):
        store.commit(replace(made(touch("p-ann", day=day)), at=touch("p-ann", day=day).recorded_at))
        store.fold()
    history = store.history("p-ann")
    assert len(history) == 4
    again = commit_of(*made(history[2]).edits)
    with pytest.raises(Exception, match="already there"):
        store.commit(again)
    assert len(list(store.commits())) == 4
    store.close()
    assert check_workspace(tmp_path / "w").is_sound


def test_looking_loads_neither_the_lock_nor_the_database_library(tmp_path: Path) -> None:
    store = open_workspace(tmp_path / "w")
    store.commit(made(ANN, touch("p-ann")))
    store.fold()
    store.close()
    code = (
        "import sys; from pathlib import Path\n"
        "from champion_tracker.store import open_workspace\n"
        "store = open_workspace(Path(sys.argv[1]))\n"
        "assert len(store.history('p-ann')) == 1\n"
        "store.close()\n"
        "print({'tinydb', 'filelock', 'zipfile', 'sqlite3', 'asyncio'} & set(sys.modules))\n"
    )
    command = [sys.executable, "-c", code, str(tmp_path / "w")]
    assert subprocess.check_output(command, text=True) == "set()\n"

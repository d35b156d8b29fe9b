"""Encrypted at rest: nothing readable in the folder, and everything works as before."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from msgspec.structs import replace

from champion_tracker.model import BadInput, WorkspaceError
from champion_tracker.store import (
    check_workspace,
    open_workspace,
    passphrase,
    repair_workspace,
    sealing,
)
from tests.store.store_records import ANN, BEN, LATER, WAIT, changed, judged, made, touch

WORDS = "correct horse battery staple"
SECRET = "xylophone"


@pytest.fixture(autouse=True)
def cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sealing, "LOG2_COST", 10)
    monkeypatch.setattr(passphrase, "ask", lambda _: WORDS)
    monkeypatch.setattr("champion_tracker.store.care.ask", lambda _: WORDS)


def is_readable(folder: Path) -> bool:
    found = []
    for path in folder.rglob("*"):
        if path.suffix == ".zip":
            with zipfile.ZipFile(path) as archive:
                found += [archive.read(name) for name in archive.namelist()]
        if path.is_file():
            found.append(path.read_bytes())
    return any(SECRET.encode() in content or b"Ann Lee" in content for content in found)


def test_an_encrypted_workspace_keeps_nothing_readable_and_works(tmp_path: Path) -> None:
    folder = tmp_path / "w"
    store = open_workspace(folder)
    met = touch("p-ann", note=SECRET)
    store.commit(made(ANN, BEN, met, judged("p-ann"), WAIT, LATER))
    store.fold()
    store.backup_before("import")
    store.commit(made(touch("p-ann", note=SECRET + " again")))
    before = list(store.history("p-ann")), list(store.commits())
    other = open_workspace(folder)
    assert is_readable(folder)

    store.encrypt(WORDS)
    assert not is_readable(folder)
    assert (list(store.history("p-ann")), list(store.commits())) == before
    with pytest.raises(WorkspaceError, match="encrypted"):
        other.refresh()
    with pytest.raises(BadInput):
        store.encrypt(WORDS)

    store.commit(changed(met, replace(met, note=SECRET + " changed")))
    store.fold()
    store.commit(made(touch("p-ben", note=SECRET)))
    store.close()
    assert not is_readable(folder)
    assert check_workspace(folder).findings == ()

    store = open_workspace(folder, passphrase=lambda: WORDS)
    assert len(store.history("p-ann")) == 4
    (backup,) = (folder / "backups").glob("*-before-import.zip")
    store.restore(backup)
    assert list(store.history("p-ann")) == before[0][:3]
    assert not is_readable(folder)
    store.forget("p-ben")
    store.decrypt()
    assert is_readable(folder)
    store.close()
    assert check_workspace(folder).findings == ()
    assert dict(open_workspace(folder).workspace.people) == {"p-ann": ANN}


def test_a_wrong_passphrase_is_a_sentence(tmp_path: Path) -> None:
    store = open_workspace(tmp_path)
    store.commit(made(ANN))
    with pytest.raises(BadInput):
        store.encrypt("")
    store.encrypt(WORDS)
    store.close()
    with pytest.raises(WorkspaceError, match="passphrase is wrong") as refusal:
        open_workspace(tmp_path, passphrase=lambda: "guess")
    assert refusal.value.exit_status == 3


def test_damage_of_what_is_sealed_is_said_and_repaired(tmp_path: Path) -> None:
    store = open_workspace(tmp_path)
    store.commit(made(ANN, touch("p-ann", note=SECRET)))
    store.encrypt(WORDS)
    store.fold()
    wanted = list(store.history("p-ann"))
    store.close()
    for name in ("people.json", "history.json"):
        data = bytearray((tmp_path / name).read_bytes())
        data[len(data) // 2] ^= 1
        (tmp_path / name).write_bytes(data)
        assert any(name in finding for finding in check_workspace(tmp_path).findings)
        assert repair_workspace(tmp_path).findings == ()
        store = open_workspace(tmp_path, passphrase=lambda: WORDS)
        assert (dict(store.workspace.people), list(store.history("p-ann"))) == (
            {"p-ann": ANN},
            wanted,
        )
        store.close()
    assert not is_readable(tmp_path)


def test_the_passphrase_is_read_from_a_descriptor(tmp_path: Path) -> None:
    store = open_workspace(tmp_path / "w")
    store.commit(made(ANN))
    store.encrypt(WORDS)
    store.close()
    code = (
        "import sys; from pathlib import Path\n"
        "from champion_tracker.store import open_workspace\n"
        "print(list(open_workspace(Path(sys.argv[1])).workspace.people))\n"
    )
    reading, writing = os.pipe()
    os.write(writing, WORDS.encode() + b"\n")
    os.close(writing)
    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path / "w")],
        env={**os.environ, passphrase.DESCRIPTOR: str(reading)},
        pass_fds=[reading],
        capture_output=True,
        text=True,
        check=True,
    )
    os.close(reading)
    assert done.stdout == "['p-ann']\n"

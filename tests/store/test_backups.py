"""Backups, what becomes of old ones, and the way back."""

import shutil
import zipfile
from contextlib import suppress
from datetime import date, timedelta
from pathlib import Path

import pytest

from champion_tracker.model import BadInput, Settings
from champion_tracker.store import check_workspace, open_workspace, restore_workspace
from champion_tracker.store.backup import OCCASIONS, superseded
from tests.store.store_records import ANN, BEN, made, touch


def test_an_archive_brings_back_what_there_was_and_can_itself_be_taken_back(tmp_path: Path) -> None:
    folder, archive = tmp_path / "w", tmp_path / "copy.zip"
    store = open_workspace(folder)
    other = open_workspace(folder)
    store.commit(made(ANN, touch("p-ann", key="i-1")))
    store.fold()
    store.backup(archive)
    store.commit(made(BEN, touch("p-ann", key="i-2")))
    other.refresh()

    kept = store.restore(archive)
    assert list(store.workspace.people) == ["p-ann"]
    assert [record.id for record in store.history("p-ann")] == ["i-1"]
    # Another process sees it too, though the journal's numbers went back.
    assert other.refresh()
    assert dict(other.workspace.people) == dict(store.workspace.people)
    assert [record.id for record in other.history("p-ann")] == ["i-1"]
    other.commit(made(touch("p-ann", key="i-3")))
    assert [edit.record.id for c in store.refresh() for edit in c.edits][-1] == "i-3"
    assert check_workspace(folder).findings == ()

    store.restore(folder / kept)
    assert set(store.workspace.people) == {"p-ann", "p-ben"}
    assert [record.id for record in store.history("p-ann")] == ["i-1", "i-2"]
    assert check_workspace(folder).findings == ()


def test_a_damaged_archive_changes_nothing(tmp_path: Path) -> None:
    folder, archive = tmp_path / "w", tmp_path / "copy.zip"
    store = open_workspace(folder)
    store.commit(made(ANN, touch("p-ann", note="x" * 500)))
    store.fold()
    store.backup(archive)
    whole = archive.read_bytes()
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    for place in range(0, len(whole), 23):
        data = bytearray(whole)
        data[place] ^= 16
        archive.write_bytes(data)
        # Some bytes matter to no content, such as a date in the directory.
        with suppress(BadInput):
            store.restore(archive)
            before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
        left = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
        assert left == before
        assert dict(store.workspace.people) == {"p-ann": ANN}
        assert len(store.history("p-ann")) == 1
        assert check_workspace(folder).findings == ()


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"notes"])
def test_what_is_no_archive_is_refused(tmp_path: Path, content: bytes) -> None:
    archive = tmp_path / "copy.zip"
    archive.write_bytes(content)
    with pytest.raises(BadInput, match="no backup"):
        open_workspace(tmp_path / "w").restore(archive)


def test_an_archive_of_something_else_or_with_strange_names_puts_nothing_outside(
    tmp_path: Path,
) -> None:
    store = open_workspace(tmp_path / "w")
    store.commit(made(ANN))
    store.backup(tmp_path / "copy.zip")
    with zipfile.ZipFile(tmp_path / "copy.zip", "a") as archive:
        archive.writestr("../outside.json", "{}")
        archive.writestr("/etc/outside.json", "{}")
        archive.writestr("journal/../../outside.jsonl", "")
    store.restore(tmp_path / "copy.zip")
    assert dict(store.workspace.people) == {"p-ann": ANN}
    assert not list(tmp_path.rglob("outside*"))
    with zipfile.ZipFile(tmp_path / "other.zip", "w") as archive:
        archive.writestr("photo.jpg", b"")
    with pytest.raises(BadInput):
        store.restore(tmp_path / "other.zip")


def test_a_workspace_that_no_longer_opens_is_restored(tmp_path: Path) -> None:
    folder, archive = tmp_path / "w", tmp_path / "copy.zip"
    store = open_workspace(folder)
    store.commit(made(ANN, touch("p-ann")))
    store.fold()
    store.backup(archive)
    store.close()
    for path in folder.glob("*.json*"):
        path.write_bytes(b"\x00" * 9)
    shutil.rmtree(folder / "backups")
    restore_workspace(folder, archive)
    store = open_workspace(folder)
    assert dict(store.workspace.people) == {"p-ann": ANN}
    assert len(store.history("p-ann")) == 1
    store.close()


def test_the_first_change_of_a_day_is_followed_by_a_backup(tmp_path: Path) -> None:
    folder = tmp_path / "w"
    open_workspace(folder).close()
    assert not (folder / "backups").exists()
    for number in range(3):
        store = open_workspace(folder)
        store.commit(made(touch("p-ann", key=f"i-{number}")))
        store.close()
    (backup,) = (folder / "backups").iterdir()
    store = open_workspace(tmp_path / "new")
    store.restore(backup)
    assert [record.id for record in store.history("p-ann")] == ["i-0"]


def test_old_backups_thin_out(tmp_path: Path) -> None:
    assert tmp_path.exists()
    kept: list[str] = []
    day = date(2024, 1, 1)
    for _ in range(800):
        day += timedelta(days=1)
        kept.append(f"backups/{day}T090000.000000-daily.zip")
        gone = superseded(kept, Settings())
        kept = [name for name in kept if name not in gone]
    days = [date.fromisoformat(name[8:18]) for name in kept]
    assert days[-7:] == [day - timedelta(days=n) for n in range(6, -1, -1)]
    assert len(kept) <= 7 + 4 + 12
    assert (day - days[0]).days > 300
    months = {(d.year, d.month) for d in days}
    assert len(months) >= 12


def test_backups_before_something_are_kept_by_number() -> None:
    names = [f"backups/2026-01-01T0900{n:02d}.000000-before-import.zip" for n in range(20)]
    assert sorted(superseded(names, Settings())) == names[: 20 - OCCASIONS]


def test_how_many_are_kept_is_a_setting() -> None:
    names = [f"backups/2026-01-{day:02d}T090000.000000-daily.zip" for day in range(1, 29)]
    gone = superseded(names, Settings(keep_daily=3, keep_weekly=1, keep_monthly=1))
    assert sorted(set(names) - set(gone)) == names[-3:]

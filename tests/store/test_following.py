"""What a store that is open is told while another process commits and folds."""

import errno
import os
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from champion_tracker.model import Edit, WorkspaceError
from champion_tracker.store import open_workspace
from champion_tracker.store.files import Files
from champion_tracker.store.folder import Folder
from tests.store.store_records import ANN, BEN, commit_of, made, touch

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from champion_tracker.model import Commit


class Interrupted(Files):
    """A disk at which somebody else comes in: before a read, after it, before the next and so on.

    ``wait`` says how many of these moments pass before that.
    """

    def __init__(self) -> None:
        self.wait = 0
        self.others: Callable[[], object] | None = None

    def read(self, path: Path, start: int = 0) -> bytes:
        self._moment()
        content = super().read(path, start)
        self._moment()
        return content

    def _moment(self) -> None:
        if self.others is not None and self.wait == 0:
            others, self.others = self.others, None
            others()
        self.wait -= 1


def ids(commits: "Iterable[Commit]") -> list[str]:
    return [edit.record.id for commit in commits for edit in commit.edits]


@pytest.mark.parametrize(
    ("is_folded", "wait"), [*((True, n) for n in range(6)), *((False, n) for n in range(2))]
)
def test_whoever_folds_while_we_look_hides_no_commit_from_us(
    tmp_path: Path, wait: int, *, is_folded: bool
) -> None:
    files = Interrupted()
    writer = open_workspace(tmp_path / "w")
    writer.commit(made(ANN))
    writer.fold()
    reader = open_workspace(tmp_path / "w", files=files)
    made_so_far: list[str] = []

    def write(count: int) -> None:
        for _ in range(count):
            key = f"i-{len(made_so_far)}"
            made_so_far.append(key)
            writer.commit(commit_of(Edit(after=touch("p-ann", key=key))))

    def others() -> None:
        write(2)
        writer.fold()
        write(1)

    # The reader finds the journal grown, or another one, and while it reads it is folded.
    write(2)
    if is_folded:
        writer.fold()
        write(3)
    files.wait, files.others = wait, others
    told = ids(reader.refresh())
    assert files.others is None, "the fold was to come in between, and did not"
    told += ids(reader.refresh())
    assert told == made_so_far
    assert [record.id for record in reader.history("p-ann")] == made_so_far
    assert not reader.notices


def test_who_is_forgotten_elsewhere_is_shown_no_more_though_the_journal_is_as_it_was(
    tmp_path: Path,
) -> None:
    writer = open_workspace(tmp_path / "w")
    writer.commit(made(ANN, BEN, touch("p-ann")))
    writer.fold()
    reader = open_workspace(tmp_path / "w")
    assert len(reader.history("p-ann")) == 1
    past = reader.past_number
    writer.forget("p-ann")
    reader.refresh()
    assert set(reader.workspace.people) == {"p-ben"}
    assert not reader.history("p-ann")
    assert reader.past_number > past


def test_a_journal_to_which_the_system_gave_the_number_of_ours_is_another_one(
    tmp_path: Path,
) -> None:
    folder, aside = tmp_path / "w", tmp_path / "aside"
    writer = open_workspace(folder)
    writer.commit(made(ANN))
    writer.fold()
    reader = open_workspace(folder)
    os.link(folder / "journal.jsonl", aside)
    for key in ("i-0", "i-1"):
        writer.commit(commit_of(Edit(after=touch("p-ann", key=key))))
        writer.fold()
    # As a file system does that uses the number of a removed file again.
    aside.write_bytes((folder / "journal.jsonl").read_bytes())
    aside.replace(folder / "journal.jsonl")
    assert ids(reader.refresh()) == ["i-0", "i-1"]
    reader.commit(made(BEN))
    assert set(open_workspace(folder).workspace.people) == {"p-ann", "p-ben"}


def test_a_disk_that_fails_while_all_is_read_anew_hides_no_commit_and_doubles_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    writer = open_workspace(tmp_path / "w")
    writer.commit(made(ANN, touch("p-ann", key="i-0")))
    reader = open_workspace(tmp_path / "w")
    writer.fold()
    writer.commit(commit_of(Edit(after=touch("p-ann", key="i-1"))))

    def fail(*_: object) -> bytes:
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    with monkeypatch.context() as failing:
        failing.setattr(Folder, "look", fail)
        for _ in range(2):
            with pytest.raises(WorkspaceError):
                reader.refresh()
    assert ids(reader.refresh()) == ["i-1"]
    assert reader.workspace.digest("p-ann").touches == 2


@pytest.mark.parametrize("wait", range(8))
def test_whoever_seals_the_workspace_while_we_open_it_makes_it_look_neither_damaged_nor_clear(
    tmp_path: Path, wait: int
) -> None:
    writer = open_workspace(tmp_path / "w")
    writer.commit(made(ANN, touch("p-ann")))
    writer.fold()
    writer.commit(made(touch("p-ann")))
    files = Interrupted()
    files.wait, files.others = wait, lambda: writer.encrypt("open sesame")
    said = ""
    try:
        reader = open_workspace(tmp_path / "w", files=files, passphrase=lambda: "open sesame")
    except WorkspaceError as refusal:
        said = refusal.sentence
    else:
        assert reader.notices == ()
        assert reader.workspace.digest("p-ann").touches == 2
        with suppress(WorkspaceError):
            reader.commit(made(BEN))
        if files.others is None:
            assert b"p-ben" not in (tmp_path / "w" / "journal.jsonl").read_bytes()
    assert not said or "encrypted or decrypted meanwhile" in said


def test_histories_that_were_replaced_are_not_shown_with_the_people_of_before(
    tmp_path: Path,
) -> None:
    writer = open_workspace(tmp_path / "w")
    writer.commit(made(ANN))
    writer.backup(tmp_path / "before.zip")
    writer.commit(made(touch("p-ann")))
    writer.fold()
    reader = open_workspace(tmp_path / "w")
    writer.restore(tmp_path / "before.zip")
    with pytest.raises(WorkspaceError, match="replaced meanwhile"):
        reader.history("p-ann")
    reader.refresh()
    assert reader.history("p-ann") == []

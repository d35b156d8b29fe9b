"""The workspace folder: one programme's records on this machine."""

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import msgspec

from ..model import Commit, Person, Record, Settings, Workspace, WorkspaceError
from ..rules.folding import fold
from . import files as disk
from .files import DISK, Files
from .journal import HEAD, Damage, Line, read_lines, write_line
from .lock import Lock
from .memory import text_of
from .recent import Recent
from .schema import open_folder
from .view import View, check

JOURNAL = "journal.jsonl"
LOCK = "lock"

_encode = msgspec.json.Encoder().encode
_decode = msgspec.json.Decoder(Commit).decode


def open_workspace(
    path: Path, *, who: str = "", settings: Settings | None = None, files: Files = DISK
) -> "WorkspaceStore":
    """Open the workspace in the folder ``path``; make an empty one where there is nothing.

    Args:
        path: The folder.
        who: In whose name to commit what names nobody.
        settings: The thresholds of the rules; the usual ones by default.
        files: The disk, for trials with a failing one.

    Raises:
        WorkspaceError: it is no workspace, a newer one, damaged beyond what can be recovered
            here, or cannot be read or made.
    """
    open_folder(path, files)
    return WorkspaceStore(path, who=who, settings=settings, files=files)


class WorkspaceStore:
    """A `Store` in a folder that any number of processes may use at once."""

    def __init__(
        self, path: Path, *, who: str = "", settings: Settings | None = None, files: Files = DISK
    ) -> None:
        self.path = path
        self._who = who
        self._files = files
        self._lock = Lock(path / LOCK, files)
        self._view = View()
        self._workspace = self._view.workspace(settings or Settings())
        self._recent = Recent()
        self._commits: list[Commit] = []
        self._notices: list[str] = []
        self._number = 0
        self._read_to = 0
        self._descriptor = -1
        with self._explained("read"):
            self._catch_up()

    @property
    def workspace(self) -> Workspace:
        """See `Store.workspace`."""
        return self._workspace

    @property
    def notices(self) -> Sequence[str]:
        """See `Store.notices`."""
        return tuple(self._notices)

    def history(self, person_id: str) -> Sequence[Record]:
        """See `Store.history`."""
        return self._recent.history(person_id, ())

    def search(self, words: str) -> Iterator[Record]:
        """See `Store.search`."""
        wanted = fold(words).split()
        for record in (*self._view.people.values(), *self._recent.cover(())):
            text = fold(text_of(record))
            if all(word in text for word in wanted):
                yield record

    def commit(self, commit: Commit) -> None:
        """See `Store.commit`."""
        if not commit.who and self._who:
            commit = msgspec.structs.replace(commit, who=self._who)
        with self._explained("written"), self._lock.held():
            self._catch_up()
            for edit in commit.edits:
                check(edit, self._held(edit.record), self._view.people)
            self._append(write_line(self._number + 1, _encode(commit)))
            self._number += 1
        self._show(commit)

    def refresh(self) -> Sequence[Commit]:
        """See `Store.refresh`."""
        with self._explained("read"):
            return self._catch_up()

    def commits(self, person_id: str = "") -> Iterator[Commit]:
        """See `Store.commits`."""
        return (c for c in reversed(self._commits) if not person_id or person_id in c.about)

    def close(self) -> None:
        """See `Store.close`."""
        self._lock.close()
        if self._descriptor >= 0:
            os.close(self._descriptor)
            self._descriptor = -1

    def _held(self, record: Record) -> Record | None:
        if isinstance(record, Person):
            return self._view.people.get(record.id)
        return self._view.answers.get(record.id) or self._recent.get(record.id)

    def _show(self, commit: Commit) -> None:
        self._commits.append(commit)
        self._recent.apply(commit)
        self._view.apply(commit, self.history)

    def _catch_up(self) -> list[Commit]:
        """Take in what stands in the journal beyond what we have read."""
        journal = self.path / JOURNAL
        try:
            if journal.stat().st_size == self._read_to:
                return []
            data = self._files.read(journal)[self._read_to :]
        except FileNotFoundError:
            return []
        start, commits = self._read_to, []
        for line in read_lines(data):
            if isinstance(line, Damage):
                if not line.is_last:
                    self._notices.append(f"{journal} is damaged at byte {start + line.start}.")
                continue
            self._read_to = start + line.end
            if not line.is_head:
                commits.append(self._take(line))
        return commits

    def _take(self, line: Line) -> Commit:
        commit = _decode(line.text)
        self._number = line.number
        self._show(commit)
        return commit

    def _append(self, line: bytes) -> None:
        if self._descriptor < 0:
            self._descriptor = self._files.open(
                self.path / JOURNAL, os.O_WRONLY | os.O_APPEND | os.O_CREAT
            )
            disk.sync_folder(self._files, self.path)
        if self._read_to == 0:
            line = write_line(0, HEAD) + line
        if os.fstat(self._descriptor).st_size > self._read_to:
            self._files.truncate(self._descriptor, self._read_to)
        try:
            disk.append(self._files, self._descriptor, line)
            self._files.sync(self._descriptor)
        except OSError:
            self._files.truncate(self._descriptor, self._read_to)
            raise
        self._read_to += len(line)

    @contextmanager
    def _explained(self, what: str) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            raise WorkspaceError(
                f"The workspace {self.path} cannot be {what} ({error.strerror}).",
                "Check that the disk is there, has room and lets you write; nothing was changed.",
            ) from error

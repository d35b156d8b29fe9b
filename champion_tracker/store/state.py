"""What one process holds of a workspace: the snapshots, and the journal read on from there."""

import os
from collections.abc import Iterator
from contextlib import suppress
from errno import ENOENT
from itertools import islice, takewhile
from typing import NamedTuple

import msgspec

from ..model import Commit, Record, WorkspaceError
from . import log
from .collecting import no_collection
from .damage import REPAIR, Damaged
from .documents import decode_commit
from .folder import JOURNAL, MANIFEST, PEOPLE, Folder
from .history import History
from .journal import Line, read_lines
from .people import DERIVATION, read_people
from .recent import Recent
from .recovery import rebuild_people
from .schema import refuse_other_codec
from .switch import settle
from .view import View, digests_of

NOWHERE = (0, 0)

NOTHING = (0, 0, 0)

ATTEMPTS = 50
"""How often to begin again when others fold while we read; each fold gives us but one turn."""


class Found(NamedTuple):
    """What the system says of a file that grows."""

    identity: tuple[int, int]
    """Which file it is; the number of one that is gone may be given to another."""
    size: int
    changed: int
    """When it was written last."""


class State:
    """Follows the files of one workspace. Whoever appends to them holds the lock."""

    def __init__(self, folder: Folder) -> None:
        self.folder = folder
        self.view = View()
        self.recent = Recent()
        self.past = History(folder, self._refuse_another_past)
        self._paths = {name: str(folder.path / name) for name in (JOURNAL, MANIFEST, PEOPLE)}
        self.notices: list[str] = []
        self.number = 0
        """The last commit taken in."""
        self.past_number = 0
        """How often another past has taken the place of the one that was known."""
        self.folded = 0
        """The last commit in the people file."""
        self.checksum = ""
        """That of the people file; empty where it is none that was found whole."""
        self.is_damaged = False
        """Whether something was found that only a repair should touch."""
        self.is_outdated = False
        """Whether the digests in the people file were made by other rules; ours are right."""
        self.end = 0
        """Where the whole lines of the live journal end."""
        self.identity = (0, 0)
        """Which file the live journal is."""
        self._size = 0
        self._changed = 0
        self._last = b""
        self._manifest = NOTHING

    def history(self, person_id: str) -> list[Record]:
        """Everything dated about one person."""
        return self.recent.history(person_id, self.past.of(*self.recent.sources(person_id)))

    def load(self) -> None:
        """Read everything anew.

        Raises:
            OSError: a file cannot be read.
            WorkspaceError: a file is damaged beyond what can be recovered here.
        """
        with no_collection():
            self._load()

    def _load(self) -> None:
        settle(self.folder)
        for _ in range(ATTEMPTS):
            before = self._signature()
            if before[1] == NOTHING and self._look().identity == NOWHERE:
                raise FileNotFoundError(ENOENT, "it is no longer there")
            refuse_other_codec(self.folder)
            self._manifest = before[1]
            self._forget()
            try:
                self._read()
            except (WorkspaceError, OSError, msgspec.MsgspecError):
                # What is put in place while we read may look like damage.
                if self._signature() == before:
                    raise
            except _Folded:
                # A journal that begins after our snapshot is the next one: somebody folds.
                continue
            if self._signature() == before:
                return
        raise WorkspaceError(
            f"The journal of {self.folder.path} does not go on from its snapshot.", REPAIR
        )

    def _read(self) -> None:
        self.number = self.folded = self._load_people()
        self._take_in(self._open_journal())
        if self.is_outdated:
            # A fold that died may have left in the histories what the journal holds, too.
            found = self.recent.cover(self.past.records())
            self.view.digests.update(digests_of(found))

    def catch_up(self) -> list[Commit]:
        """Take in what others have appended since the last look, and return it.

        Raises: as `load`.
        """
        found = self._look()
        if found.identity == self.identity and not self._is_past_another():
            self._size = found.size
            if (found.size, found.changed) == (self.end, self._changed):
                return []
            following = self._read_on()
            if following is not None:
                self._changed = found.changed
                return self._take_in(following)
        return self._start_over()

    def is_torn(self) -> bool:
        """Whether something followed the last whole line of the journal at the last look."""
        return self._size > self.end

    def commits(self) -> Iterator[tuple[int, Commit]]:
        """The commits that are remembered with their numbers, newest first."""
        for number, text in log.newest_first(self.folder):
            with suppress(msgspec.MsgspecError):
                yield number, decode_commit(text)

    def appended(self, descriptor: int, line: bytes, commit: Commit) -> None:
        """Take in what has just been appended to the live journal in our own name."""
        # The lock is held, so it is ours that was written last.
        stat = os.fstat(descriptor)
        self._size, self._changed = stat.st_size, stat.st_mtime_ns
        self.end += len(line)
        self._last = line
        self.number += 1
        self._show([commit])

    def _start_over(self) -> list[Commit]:
        """Somebody folded, repaired or restored: read all of it, and tell what is new to us."""
        known, manifest = self.number, self._manifest
        if self._is_past_another():
            refuse_other_codec(self.folder)
        try:
            self.load()
        except (WorkspaceError, OSError):
            # Whoever looks again begins again, and is told what is new to them.
            self.number, self._manifest, self.identity = known, manifest, NOWHERE
            raise
        if self._manifest != manifest:
            self.past_number += 1
            # Another past: our number means nothing in it. The latest commit stands for it all.
            return [commit for _, commit in islice(self.commits(), 1)]
        new = takewhile(lambda pair: pair[0] > known, self.commits())
        # What has been appended since we loaded is told when it is taken in, and not before.
        return [commit for number, commit in new if number <= self.number][::-1]

    def _forget(self) -> None:
        self.view.clear()
        self.recent = Recent()
        self.past.reset()
        self.notices.clear()
        self.number, self.is_damaged, self.is_outdated, self.checksum = 0, False, False, ""

    def _load_people(self) -> int:
        try:
            meta = read_people(PEOPLE, self.folder.look(PEOPLE), self.view)
            if meta.derived != DERIVATION:
                self.is_outdated = True
                self.view.digests.clear()
            self.checksum = meta.checksum
            return meta.number
        except FileNotFoundError:
            if log.begins_after(self.folder) == 0:
                return 0
            self._damage(f"{PEOPLE} is missing.")
        except Damaged as damage:
            self._damage(damage.sentence)
        number, notice = rebuild_people(self.folder, self.view, self.past)
        self.notices.append(notice)
        return number

    def _take_in(self, content: bytes) -> list[Commit]:
        """Take in what stands in the live journal from `end` on."""
        start = self.end
        commits = []
        for line in read_lines(content):
            if isinstance(line, Line):
                if line.number > self.number:
                    commits += self._decode(line)
            elif line.is_torn:
                break
            else:
                self._damage(f"The journal is damaged at byte {start + line.start}.")
            self.end = start + line.end
            self._last = content[line.start : line.end]
        self._show(commits)
        return commits

    def _open_journal(self) -> bytes:
        """The live journal from its beginning."""
        self.identity, self._size, self._changed = self._look()
        self.end, self._last = 0, b""
        try:
            return self.folder.files.read(self.folder.path / JOURNAL)
        except FileNotFoundError:
            self._damage(f"{JOURNAL} is missing, and with it the changes since the last fold.")
            return b""

    def _decode(self, line: Line) -> list[Commit]:
        if line.is_head:
            raise _Folded
        if line.number > self.number + 1:
            self._damage(f"The journal lacks the changes {self.number + 1} to {line.number - 1}.")
        self.number = line.number
        try:
            return [decode_commit(self.folder.codec.open_line(line.text))]
        except (msgspec.MsgspecError, ValueError):
            self._damage(f"Change {line.number} in the journal cannot be read.")
            return []

    def _show(self, commits: list[Commit]) -> None:
        for commit in commits:
            self.recent.apply(commit)
        self.view.apply(commits, self.history)

    def _damage(self, sentence: str) -> None:
        self.is_damaged = True
        self.notices.append(f"{sentence} {REPAIR}")

    def _read_on(self) -> bytes | None:
        """What follows the last line that we know, or None where it is not where we know it.

        Both are read at once: between two looks somebody may put another journal in place.
        """
        begun = self.end - len(self._last)
        content = self.folder.files.read(self.folder.path / JOURNAL, begun)
        return content[len(self._last) :] if content.startswith(self._last) else None

    def _look(self) -> Found:
        """What the system says of the live journal."""
        try:
            stat = os.stat(self._paths[JOURNAL])  # noqa: PTH116 - several times a second
        except FileNotFoundError:
            return Found(NOWHERE, 0, 0)
        return Found((stat.st_dev, stat.st_ino), stat.st_size, stat.st_mtime_ns)

    def _which(self, name: str) -> tuple[int, int, int]:
        """Which file bears a name, of those that are only ever replaced whole."""
        try:
            stat = os.stat(self._paths[name])  # noqa: PTH116 - several times a second
        except FileNotFoundError:
            return NOTHING
        return stat.st_dev, stat.st_ino, stat.st_mtime_ns

    def _is_past_another(self) -> bool:
        """Whether somebody has put another past in the place of the one that we know."""
        return self._which(MANIFEST) not in (self._manifest, NOTHING)

    def _refuse_another_past(self) -> None:
        """Raise where the histories on the disk are not of what we show."""
        if self._is_past_another():
            raise WorkspaceError(
                f"{self.folder.path} has been replaced meanwhile: restored, mended, or somebody "
                "in it forgotten.",
                "Look again.",
            )

    def _signature(self) -> tuple[tuple[int, int, int], tuple[int, int, int]]:
        """What changes whenever somebody puts another snapshot, or another past, in place."""
        return self._which(PEOPLE), self._which(MANIFEST)


class _Folded(Exception):
    """The journal begins after the snapshot that has just been read."""

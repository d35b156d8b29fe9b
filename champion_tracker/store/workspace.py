"""The workspace folder: one programme's records on this machine."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import date
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, cast

import msgspec

from ..model import (
    Answer,
    BadInput,
    Commit,
    Edit,
    Person,
    Record,
    Settings,
    Workspace,
    WorkspaceError,
)
from ..rules.folding import fold as fold_text
from ..rules.texts import text_of
from .appending import Appender
from .files import DISK, Files
from .folder import DRAFTS, Folder
from .passphrase import ask
from .resting import keep, recall
from .schema import open_folder
from .sieve import Sieve
from .soundness import shortcomings
from .state import State
from .switch import settle
from .view import SHELVES
from .view import check as check_edit

if TYPE_CHECKING:
    from .check import Report
    from .forget import Forgotten

FOLD_AT = 256_000
"""From how many bytes on a journal is folded when there is time to."""

FOLD_NOW = 8 * FOLD_AT
"""From how many bytes on it is folded even if nobody ever has time."""


def open_workspace(
    path: Path,
    *,
    who: str = "",
    settings: Settings | None = None,
    passphrase: Callable[[], str] | None = None,
    files: Files = DISK,
) -> "WorkspaceStore":
    """Open the workspace in the folder ``path``; make an empty one where there is nothing.

    Args:
        path: The folder.
        who: In whose name to commit what names nobody.
        settings: The thresholds of the rules; the usual ones by default.
        passphrase: Asked for it if the workspace is encrypted; by default a file descriptor, the
            keyring, or the user (see ``store.passphrase``).
        files: The disk, for trials with a failing one.

    Raises:
        WorkspaceError: it is no workspace, a newer one, damaged beyond what can be recovered
            here, or cannot be read or made.
    """
    folder = Folder(path, files)
    with folder.explained("opened"):
        settle(folder)
    open_folder(folder, passphrase or (lambda: ask(str(path))))
    return WorkspaceStore(folder, who=who, settings=settings)


class WorkspaceStore:
    """A `Store` in a folder that any number of processes may use at once."""

    def __init__(self, folder: Folder, *, who: str = "", settings: Settings | None = None) -> None:
        self._folder = folder
        self._who = who
        self._state = State(folder)
        self._end = Appender(folder, self._state)
        self._workspace = self._state.view.workspace(settings or Settings())
        self._notices: list[str] = []
        self._missed: list[Commit] = []
        """What others committed, taken in on the occasion of a commit of ours."""
        self._has_committed = False
        with folder.explained("read"):
            self._state.load()
        self._notices += shortcomings(folder)
        if self._state.is_torn():
            self._mend_end()
        if self._state.is_outdated:
            with suppress(WorkspaceError):
                self.fold()

    @property
    def path(self) -> Path:
        """The folder."""
        return self._folder.path

    @property
    def workspace(self) -> Workspace:
        """See `Store.workspace`."""
        return self._workspace

    @property
    def notices(self) -> Sequence[str]:
        """See `Store.notices`."""
        return (*self._notices, *self._state.notices)

    @property
    def past_number(self) -> int:
        """See `Store.past_number`."""
        return self._state.past_number

    def history(self, person_id: str) -> Sequence[Record]:
        """See `Store.history`.

        Raises:
            WorkspaceError: the history cannot be read.
        """
        with self._folder.explained("read"):
            return self._state.history(person_id)

    def search(self, words: str) -> Iterator[Record]:
        """See `Store.search`."""
        wanted = fold_text(words).split()
        # What was changed since may hold words that the file does not.
        sieve = None if self._state.recent.has_changed_any else Sieve(wanted)
        dated = self._state.recent.cover(self._state.past.records(sieve))
        for record in chain(tuple(self._state.view.people.values()), dated):
            text = fold_text(text_of(record))
            if all(word in text for word in wanted):
                yield record

    def dated(self) -> Iterator[Record]:
        """Every record with a date, in the order in which they were first recorded.

        Raises:
            WorkspaceError: a history file cannot be read.
        """
        return self._state.recent.cover(self._state.past.records())

    def commit(self, commit: Commit) -> None:
        """See `Store.commit`."""
        if not commit.who and self._who:
            commit = msgspec.structs.replace(commit, who=self._who)
        with self._folder.explained("written"), self._folder.lock.held():
            self._take_in()
            for edit in commit.edits:
                check_edit(edit, self._held(edit), self._state.view.people)
            self._end.commit(commit)
        self._has_committed = True
        if self._state.end > FOLD_NOW:
            # The commit is kept, whatever becomes of the fold; the next one tries again.
            with suppress(WorkspaceError):
                self.fold()

    def refresh(self) -> Sequence[Commit]:
        """See `Store.refresh`."""
        with self._folder.explained("read"):
            missed, self._missed = self._missed, []
            return [*missed, *self._state.catch_up()]

    def commits(self, person_id: str = "") -> Iterator[Commit]:
        """See `Store.commits`."""
        for _, commit in self._state.commits():
            if not person_id or person_id in commit.about:
                yield commit

    def tidy(self) -> None:
        """Do what need not be done at once: the day's backup, and folding a grown journal.

        What is damaged is left for a repair, and said in the notices.

        Raises:
            WorkspaceError: it cannot be done; nothing is lost.
        """
        from . import backup

        with self._changing():
            if self._has_committed and not self._state.is_damaged and backup.is_due(self._folder):
                backup.automatic(self._folder)
                backup.thin_out(self._folder, self._workspace.settings)
            if self._state.end > FOLD_AT:
                self.fold()
                self.rest(date.today())

    def rest(self, today: date) -> None:
        """Know from now on who rests on ``today`` and after, and keep it where that is possible.

        A workspace that has never been folded is small, and everybody in it is looked at.
        """
        watch, state = self._workspace.watch, self._state
        if not state.checksum or state.is_damaged:
            return
        if watch.rests is None:
            recall(self._folder, state, self._workspace.settings)
        if watch.holds_on(today):
            return
        from ..rules.resting import rests

        found = rests(self._workspace, today)
        watch.begin(found)
        with suppress(WorkspaceError), self._changing():
            keep(self._folder, state, self._workspace.settings, found)

    def fold(self) -> None:
        """Fold the journal into the snapshots.

        Raises:
            WorkspaceError: it cannot be done; nothing is lost.
        """
        # Late, like all that follows, because most runs only look.
        from .fold import fold

        with self._changing():
            fold(self._folder)

    def check(self) -> "Report":
        """Verify everything, and say what was found.

        Raises:
            WorkspaceError: a file cannot be read.
        """
        from .check import check

        with self._changing():
            return check(self._folder)

    def repair(self) -> "Report":
        """Mend what `check` finds; the workspace as it was is kept in an archive.

        Raises:
            WorkspaceError: it cannot be written; nothing was changed.
        """
        from .repair import repair

        with self._changing():
            return repair(self._folder)

    def backup(self, file: Path) -> None:
        """Write the whole workspace into one archive.

        Raises:
            WorkspaceError: it cannot be written; what was there is as it was.
        """
        from .backup import backup

        with self._changing():
            backup(self._folder, file)

    def backup_before(self, what: str) -> str:
        """Make a backup of our own before ``what`` (one word); return its name in the folder.

        Raises:
            WorkspaceError: it cannot be written.
        """
        from .backup import automatic, thin_out

        with self._changing():
            name = automatic(self._folder, what)
            thin_out(self._folder, self._workspace.settings)
            return name

    def restore(self, file: Path) -> str:
        """Put the workspace back to what an archive holds.

        Returns:
            The name, in the folder, of the backup of what it was, by which to come back.

        Raises:
            BadInput: the archive is none, or not whole; nothing was changed.
            WorkspaceError: it cannot be read or written; nothing was changed.
        """
        from .backup import restore

        with self._changing():
            return restore(self._folder, file)

    def forget(self, person_id: str) -> "Forgotten":
        """Remove a person everywhere: records, ties, journals, automatic backups.

        Raises:
            NotFound: nothing here is about such a person.
            WorkspaceError: it cannot be done; it can be repeated.
        """
        from .forget import forget

        with self._changing():
            return forget(self._folder, person_id)

    def encrypt(self, passphrase: str) -> None:
        """Keep everything sealed from now on, automatic backups too.

        Raises:
            BadInput: the passphrase is empty, or the workspace is encrypted already.
            WorkspaceError: it cannot be done; the workspace is as it was.
        """
        try:
            from .sealing import encrypt

            with self._changing():
                encrypt(self._folder, passphrase)
        except ImportError as error:
            raise BadInput(
                "What encrypts is not installed.",
                "Install it with `pip install champion-tracker[encryption]`.",
            ) from error

    def decrypt(self) -> None:
        """Keep everything in clear from now on.

        Raises:
            BadInput: it is not encrypted.
            WorkspaceError: it cannot be done; the workspace is as it was.
        """
        from .sealing import decrypt

        with self._changing():
            decrypt(self._folder)

    def drafts(self) -> bytes:
        """What `keep_drafts` was given last; empty where there is nothing.

        Raises:
            WorkspaceError: it cannot be read.
        """
        with self._folder.explained("read"):
            return self._folder.read(DRAFTS) if self._folder.exists(DRAFTS) else b""

    def keep_drafts(self, content: bytes) -> None:
        """Keep what is no record yet, sealed if the workspace is; nothing if it is empty.

        Raises:
            WorkspaceError: it cannot be written.
        """
        with self._folder.explained("written"), self._folder.lock.held():
            if content:
                self._folder.replace(DRAFTS, content)
            else:
                self._folder.remove(DRAFTS)

    def close(self) -> None:
        """See `Store.close`."""
        if self._has_committed:
            with suppress(WorkspaceError):
                self.tidy()
        self._folder.lock.close()
        self._end.close()

    @contextmanager
    def _changing(self) -> Iterator[None]:
        """Hold the lock; afterwards show what has become of the files."""
        with self._folder.explained("written"), self._folder.lock.held():
            yield
            self._missed += self._state.catch_up()

    def _held(self, edit: Edit) -> Record | None:
        """What is held in the place of the record that is to be edited."""
        record, view = edit.record, self._state.view
        if isinstance(record, Person):
            return view.people.get(record.id)
        if isinstance(record, Answer):
            return view.answers.get(record.id)
        at_hand = getattr(view, SHELVES.get(type(record), "people")).get(record.id)
        if at_hand is not None:
            return cast("Record", at_hand)
        if self._state.recent.knows(record.id):
            return self._state.recent.get(record.id)
        return self._state.past.find(edit.before or record)

    def _mend_end(self) -> None:
        """Deal with a torn end, unless its writer lives and is still writing."""
        with suppress(WorkspaceError), self._folder.explained("written"), self._folder.lock.held():
            self._take_in()

    def _take_in(self) -> None:
        """Read what others appended, and mend what one of them left. Needs the lock."""
        self._missed += self._state.catch_up()
        if self._state.is_torn():
            self._notices += filter(None, [self._end.mend()])
            self._missed += self._state.catch_up()

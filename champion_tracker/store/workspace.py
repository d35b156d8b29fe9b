"""The workspace folder: one programme's records on this machine."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from datetime import date
from itertools import chain
from pathlib import Path
from typing import cast

import msgspec

from ..model import (
    Answer,
    Commit,
    Edit,
    Person,
    Record,
    Settings,
    Workspace,
    WorkspaceError,
)
from ..rules.folding import fold as fold_text
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
from .upkeep import Upkeep
from .view import SHELVES
from .view import check as check_edit

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


class WorkspaceStore(Upkeep):
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
        # Late, because who is due is told without a search.
        from ..rules.texts import text_of

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

    def finish(self) -> None:
        """Do what closing does that can take its time; where it cannot be done, nothing is lost."""
        if self._has_committed:
            with suppress(WorkspaceError):
                self.tidy()
            self._has_committed = False

    def rest(self, today: date) -> None:
        """See `Rested.rest`.

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
        # Late, because most runs only look.
        from .fold import fold

        with self._changing():
            fold(self._folder)

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
        self.finish()
        self._folder.lock.close()
        self._end.close()

    def _held(self, edit: Edit) -> Record | None:
        """What is held in the place of the record that is to be edited."""
        record, view = edit.record, self._state.view
        if isinstance(record, Person):
            return view.people.get(record.id)
        if isinstance(record, Answer):
            return view.answers.get(record.id)
        shelf = SHELVES.get(type(record))
        at_hand = getattr(view, shelf).get(record.id) if shelf is not None else None
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

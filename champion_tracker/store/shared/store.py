"""The shared database as a `Store`."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from datetime import date
from typing import TYPE_CHECKING, TypeVar

from sqlalchemy import Connection

from ...model import Commit, Record, Settings, Workspace, WorkspaceError
from ...rules.folding import fold as fold_text
from . import drafts, folding, indexing, log, reading
from .asking import Asker
from .committing import Committer
from .database import SINGLE, SNAPSHOT, Absent, Database
from .entering import enter
from .finding import Finder
from .glancing import glance
from .loading import Loaded, read_all, read_first
from .paging import newest_first, oldest_first
from .resting import Rester
from .showing import Shown
from .watching import BRIEFLY, Attended, Watcher, aside

T = TypeVar("T")

if TYPE_CHECKING:
    from concurrent.futures import Future

    from ..protocol import Page

MEANWHILE = "What is shown stays, and is brought up to date as soon as it is back."


class SharedStore:
    """A `Store` in a database that a team works on at the same time.

    What others commit is found by asking for the number of the last commit, which is one look
    at one row. PostgreSQL's ``NOTIFY`` would save that look, and makes all commits of all
    workspaces of a database wait for each other in exchange; others do not have it at all.

    Args:
        database: Where.
        settings: The thresholds of the rules; the usual ones by default.

    Raises:
        WorkspaceError: it cannot be reached, there is no such workspace, or it is a newer one.
    """

    def __init__(self, database: Database, settings: Settings | None = None) -> None:
        self._database = database
        self._asker = Asker(database)
        self._name = database.location.workspace
        self._missed: list[Commit] = []
        """What others committed, learned on the occasion of a commit of ours."""
        self._has_committed = False
        self._watcher: Watcher | None = None
        self.is_whole = False
        """See `Together.is_whole`."""
        self._coming: Future[Loaded] | None = None
        """What is read aside, until it is shown."""
        self._entered = database.run(lambda c: enter(c, database.location), SINGLE)
        self._shown = Shown(self._entered.number)
        self._workspace = self._shown.view.workspace(settings or Settings())
        self._committer = Committer(self._asker, database.location, self._shown.view.people)
        self._rester = Rester(self._asker, database.location, self._entered.login)
        self._finder = Finder(database, self._asker, self._name)

    @property
    def login(self) -> str:
        """Whom the database takes us for."""
        return self._entered.login

    @property
    def number(self) -> int:
        """The last commit that is shown."""
        return self._shown.number

    @property
    def workspace(self) -> Workspace:
        """See `Store.workspace`.

        Raises:
            WorkspaceError: it cannot be read.
        """
        if not self.is_whole and self._watcher is None:
            self.complete()
        return self._workspace

    @property
    def notices(self) -> Sequence[str]:
        """See `Store.notices`: that the database is away, where it is."""
        trouble = self._asker.trouble
        return [f"{trouble} {MEANWHILE}"] if trouble else []

    @property
    def may_change(self) -> bool:
        """See `Together.may_change`."""
        return self._entered.may_change

    @property
    def is_away(self) -> bool:
        """See `Together.is_away`."""
        return bool(self._asker.trouble)

    @property
    def others(self) -> Sequence[str]:
        """See `Together.others`."""
        return self._watcher.others if self._watcher is not None else ()

    def watch(self) -> None:
        """See `Together.watch`."""
        if not self.is_whole:
            with suppress(Absent):
                self._show_loaded(self._database.run(self._read_first, SNAPSHOT, patience=BRIEFLY))
            self._coming = aside(self._read_all)
        self._watcher = Watcher(self._database, self._name, lambda: self.number)
        self._asker.go_by(self._watcher)

    def complete(self) -> None:
        """See `Together.complete`.

        Raises:
            WorkspaceError: it cannot be read.
        """
        if self.is_whole:
            return
        coming, self._coming = self._coming, None
        self._show_loaded(coming.result() if coming is not None else self._read_all())
        self.is_whole = True

    def attend(self, person_id: str, *, writing: bool) -> None:
        """See `Together.attend`."""
        if self._watcher is not None:
            self._watcher.attend(Attended(person_id, writing))

    @property
    def past_number(self) -> int:
        """See `Store.past_number`; here whatever changes is a commit."""
        return 0

    def history(self, person_id: str) -> Sequence[Record]:
        """See `Store.history`. One that has been looked at is there without the network, too.

        Raises:
            WorkspaceError: the database cannot be reached.
        """
        known = self._shown.recall(person_id)
        if known is None:
            known = self._asker.ask(
                lambda c: reading.read_history(c, self._name, person_id), SNAPSHOT
            )
        self._shown.remember(person_id, known)
        return known

    def search(self, words: str) -> Iterator[Record]:
        """See `Store.search`.

        Raises:
            WorkspaceError: the database cannot be reached.
        """
        return self._finder.search(fold_text(words).split(), at_once=self._watcher is not None)

    def ask(self, words: Sequence[str], after: tuple[int, int] | None = None) -> "Future[Page]":
        """See `Asked.ask`."""
        return self._finder.ask(words, after)

    def ask_people(
        self, words: Sequence[tuple[str, bool]], *, archived: bool = False
    ) -> "Future[Callable[[], None]]":
        """See `Asked.ask_people`."""
        return self._finder.ask_people(words, archived=archived, show=self._show_some)

    def commit(self, commit: Commit) -> None:
        """See `Store.commit`.

        What others changed in other fields of the same records meanwhile stays. A commit that
        is already there by its identifier is not made again: if it is not known what became of
        one, giving it once more is how to make sure.
        """
        self.complete()
        number, kept = self._committer.keep(commit, meanwhile=self._shown.make_ready)
        self._has_committed = True
        if self._shown.take_own(number, kept):
            return
        # It is durable, whatever becomes of the look at it.
        with suppress(WorkspaceError):
            self._missed += self._catch_up()

    def refresh(self) -> Sequence[Commit]:
        """See `Store.refresh`. While the database is away there is nothing new."""
        if not self.is_whole and self._watcher is None:
            with suppress(WorkspaceError):
                self.complete()
        if not self.is_whole and not self._has_come():
            return ()
        missed, self._missed = self._missed, []
        if self._watcher is not None:
            since = self._watcher.take()
            return missed if since is None else [*missed, *self._shown.take_in(since)]
        if self._asker.is_leaving_alone:
            return missed
        with suppress(WorkspaceError):
            last = self._asker.ask(lambda c: reading.number_of(c, self._name), SINGLE)
            if last is not None and last > self.number:
                missed += self._catch_up()
        return missed

    def commits(self, person_id: str = "") -> Iterator[Commit]:
        """See `Store.commits`. All are remembered.

        Raises:
            WorkspaceError: the database cannot be reached.
        """
        newest = max(self._shown.newest, self.number)
        return newest_first(self._asker, self._name, newest, person_id)

    def past(self) -> Iterator[Commit]:
        """What `commits` gives, oldest first, up to the commit that the view shows.

        Raises:
            WorkspaceError: the database cannot be reached.
        """
        return oldest_first(self._asker, self._name, self.number)

    def rest(self, today: date) -> None:
        """See `Rested.rest`."""
        if self.is_whole or self._watcher is None:
            self._rester.rest(self._shown, self.workspace, today)

    def glance(self, today: date, horizon: date, work: Callable[[Workspace], T]) -> T | None:
        """See `Glanced.glance`."""
        if self.is_whole or self._watcher is not None:
            return None
        settings, days = self._workspace.settings, (today, horizon)
        return self._asker.ask(lambda c: glance(c, self._rester, settings, days, work), SNAPSHOT)

    def drafts(self) -> bytes:
        """What `keep_drafts` was given last; empty where there is nothing.

        Raises:
            WorkspaceError: it cannot be read.
        """
        return drafts.read(self._database.location)

    def keep_drafts(self, content: bytes) -> None:
        """Keep what is no record yet on this machine; nothing if it is empty.

        Raises:
            WorkspaceError: it cannot be written.
        """
        drafts.keep(self._database.location, content)

    def tidy(self) -> None:
        """Do what need not be done at once: bring the stored digests and words up to date.

        Raises:
            WorkspaceError: it cannot be done; nothing is lost.
        """
        if self.number - self._shown.folded >= folding.FOLD_AT:
            self._shown.folded = folding.fold(self._database, self._name)
        indexing.index(self._database, self._name, least=folding.FOLD_AT)

    def index(self) -> None:
        """Bring the words up to date that `search` goes by, however long it takes.

        Raises:
            WorkspaceError: it cannot be done; search looks at every text.
        """
        indexing.index_all(self._database, self._name)

    def close(self) -> None:
        """See `Store.close`."""
        if self._watcher is not None:
            self._watcher.close()
        if self._has_committed and not self.is_away:
            with suppress(WorkspaceError):
                self.tidy()
        self._database.close()

    def _read_first(self, connection: Connection) -> Loaded:
        return read_first(connection, self._name)

    def _read_all(self) -> Loaded:
        return self._database.run(lambda c: read_all(c, self._name, self.number), SNAPSHOT)

    def _has_come(self) -> bool:
        """Whether what is read aside is shown by now; it is asked for anew where that failed."""
        if self._coming is None or not self._coming.done():
            return False
        if self._coming.exception() is not None:
            if not self.is_away:
                self._coming = aside(self._read_all)
            return False
        self.complete()
        return True

    def _show_some(self, loaded: Loaded) -> None:
        if not self.is_whole:
            self._shown.add(loaded)

    def _show_loaded(self, loaded: Loaded) -> None:
        self._shown.become(loaded)
        self._missed += loaded.missed

    def _catch_up(self) -> list[Commit]:
        """Show everything that has been committed; return what of it is not our own."""
        since = log.read_since(self._asker.ask, self._name, self.number)
        return self._shown.take_in(since)

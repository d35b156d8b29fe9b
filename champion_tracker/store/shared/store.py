"""The shared database as a `Store`."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING

from msgspec.structs import replace
from psycopg import IntegrityError
from sqlalchemy import Connection

from ...model import Commit, Conflict, Edit, Record, Settings, Workspace, WorkspaceError
from ...rules.folding import fold as fold_text
from ..view import View
from . import drafts, folding, indexing, reading
from .asking import Asker
from .database import SINGLE, SNAPSHOT, Absent, Database
from .loading import Loaded, read_all, read_first
from .merging import merged, names_of
from .revisions import check_revision
from .watching import BRIEFLY, Attended, Watcher, aside
from .writing import Held, Key, key_of, read_held, write

if TYPE_CHECKING:
    from concurrent.futures import Future

REMEMBERED = 256
"""How many histories stay at hand once they have been looked at."""

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
        self._view = View()
        self._workspace = self._view.workspace(settings or Settings())
        self.number = 0
        """The last commit that the view shows."""
        self._folded = 0
        self._newest = 0
        """The last commit that we know of, which may be one of ours after that one."""
        self._own: dict[str, bool] = {}
        """Commits of ours after that one, and whether the view shows them already."""
        self._missed: list[Commit] = []
        """What others committed, learned on the occasion of a commit of ours."""
        self._histories: dict[str, Sequence[Record]] = {}
        self._has_committed = False
        self._watcher: Watcher | None = None
        self.is_whole = False
        """See `Together.is_whole`."""
        self._coming: Future[Loaded] | None = None
        """What is read aside, until it is shown."""
        self.login = database.run(self._enter, SNAPSHOT)
        """Whom the database takes us for."""

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
        """See `Store.notices`; while the database is away, that it is."""
        trouble = self._asker.trouble
        return (f"{trouble} {MEANWHILE}",) if trouble else ()

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
        known = self._histories.pop(person_id, None)
        if known is None:
            known = self._asker.ask(
                lambda c: reading.read_history(c, self._name, person_id), SNAPSHOT
            )
        self._histories[person_id] = known
        if len(self._histories) > REMEMBERED:
            del self._histories[next(iter(self._histories))]
        return known

    def search(self, words: str) -> Iterator[Record]:
        """See `Store.search`.

        Raises:
            WorkspaceError: the database cannot be reached.
        """
        wanted = fold_text(words).split()
        if self._watcher is not None and not wanted:
            yield from self._all_records()
            return
        if self._watcher is not None:
            yield from self._asker.ask(
                lambda c: list(indexing.find(c, self._name, wanted)), SNAPSHOT
            )
            return
        with self._database.stream() as connection:
            yield from indexing.find(connection, self._name, wanted)

    def _all_records(self) -> Iterator[Record]:
        """Every record, by pages, so that whoever sits in front of a screen waits for none long."""
        end = reading.NOWHERE
        while True:
            end, page = self._asker.ask(
                lambda c, at=end: reading.read_records(c, self._name, at),  # type: ignore[misc]
                SINGLE,
            )
            yield from page
            if end == reading.NOWHERE:
                return

    def commit(self, commit: Commit) -> None:
        """See `Store.commit`.

        What others changed in other fields of the same records meanwhile stays. A commit that
        is already there by its identifier is not made again: if it is not known what became of
        one, giving it once more is how to make sure.
        """
        self.complete()
        number, kept = self._keep(commit)
        self._has_committed = True
        self._newest = max(self._newest, number)
        # What others may have committed before it cannot be about records that it makes.
        is_shown = number > 0 and all(edit.before is None for edit in kept.edits)
        self._own[commit.id] = is_shown
        if is_shown:
            self._show([kept], {})
            if number == self.number + 1:
                self.number = number
                del self._own[commit.id]
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
            return missed if since is None else [*missed, *self._take_in(since)]
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
        below = max(self._newest, self.number) + 1
        while below:
            at = below
            below, page = self._asker.ask(
                lambda c, at=at: reading.read_page(c, self._name, at, person_id),  # type: ignore[misc]
                SNAPSHOT,
            )
            yield from page

    def past(self) -> Iterator[Commit]:
        """What `commits` gives, oldest first, up to the commit that the view shows.

        Raises:
            WorkspaceError: the database cannot be reached.
        """
        for above in range(0, self.number, reading.PAGE):
            up_to = min(above + reading.PAGE, self.number)
            yield from self._asker.ask(
                lambda c, a=above, b=up_to: reading.read_commits(c, self._name, above=a, up_to=b),  # type: ignore[misc]
                SNAPSHOT,
            )

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
        if self.number - self._folded >= folding.FOLD_AT:
            self._folded = folding.fold(self._database, self._name)
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

    def _enter(self, connection: Connection) -> str:
        """See that there is a workspace for us; return who we are."""
        login = check_revision(connection, self._database.location)
        number = reading.number_of(connection, self._name)
        if number is None:
            raise WorkspaceError(
                f"You are no member of a workspace at {self._database.location}.",
                "Its owner can make you one: `champion-tracker team role`.",
            )
        self.number = number
        return login

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

    def _show_loaded(self, loaded: Loaded) -> None:
        self._view.become(loaded.view)
        self._missed += loaded.missed
        self.number, self._folded = loaded.number, loaded.folded

    def _keep(self, commit: Commit) -> tuple[int, Commit]:
        """Write a commit; return its number (0 if it was there already) and what was written."""

        def work(connection: Connection) -> tuple[int, Commit]:
            try:
                held = read_held(connection, self._name, (edit.before for edit in commit.edits))
                fitted = self._fitted(connection, commit, held)
                number = write(connection, self._name, fitted, held)
            except (Conflict, IntegrityError):
                # An attempt whose answer was lost stands in the way of the next one.
                if reading.is_kept(connection, self._name, commit.id):
                    return 0, commit
                self._refuse_made(connection, commit)
                raise
            if not number:
                raise WorkspaceError(
                    f"You may read {self._database.location}, and not change it.",
                    "An owner can change that: `champion-tracker team role`.",
                )
            return number, fitted

        return self._asker.ask_to_change(work)

    def _fitted(self, connection: Connection, commit: Commit, held: Mapping[Key, Held]) -> Commit:
        """The commit as it applies to what the database holds by now."""
        now: dict[Key, Record | None] = {key: found.record for key, found in held.items()}
        edits = []
        for edit in commit.edits:
            key = key_of(edit.record)
            edits.append(self._merged(connection, edit, now.get(key)))
            now[key] = edits[-1].after
        return replace(commit, edits=tuple(edits))

    def _merged(self, connection: Connection, edit: Edit, held: Record | None) -> Edit:
        def who(fields: Collection[str]) -> str:
            return reading.read_who(connection, self._name, edit.record, fields)

        return merged(edit, held, names_of(edit.record, self._view.people), who)

    def _refuse_made(self, connection: Connection, commit: Commit) -> None:
        """Raise if something that a commit makes is there already."""
        made = [edit for edit in commit.edits if edit.before is None]
        there = read_held(connection, self._name, (edit.after for edit in made))
        for edit in made:
            if (found := there.get(key_of(edit.record))) is not None:
                self._merged(connection, edit, found.record)

    def _catch_up(self) -> list[Commit]:
        """Show everything that has been committed; return what of it is not our own."""
        since = self._asker.ask(lambda c: reading.read_since(c, self._name, self.number), SNAPSHOT)
        return self._take_in(since)

    def _take_in(self, since: reading.Since) -> list[Commit]:
        self._show([c for c in since.commits if not self._own.get(c.id)], since.histories)
        self.number = since.number
        others = [commit for commit in since.commits if commit.id not in self._own]
        for commit in since.commits:
            self._own.pop(commit.id, None)
        return others

    def _show(self, commits: Sequence[Commit], histories: Mapping[str, Sequence[Record]]) -> None:
        for person_id in {p for commit in commits for p in commit.about}:
            self._histories.pop(person_id, None)
        self._view.apply(commits, histories.__getitem__)

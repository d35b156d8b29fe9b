"""The tracker: the only door to the store."""

from collections.abc import Callable, Collection, Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from msgspec.structs import replace

from ..model import (
    Commit,
    Conflict,
    Edit,
    Person,
    Record,
    new_id,
)
from ..store import Asked, Store, WorkspaceStore
from ..store.shelf import Shelf
from .clock import Clock, SystemClock
from .reckoning import Reckoning
from .settings import USUAL, Held

if TYPE_CHECKING:
    from ..rules.profile import Profile
    from ..rules.roll import Roll
    from ..rules.timeline import Entry
    from .searching import Searching

Listener = Callable[[Commit], None]
NEVER = -1


class Tracker(Reckoning):
    """One open workspace, as screens and command line see it.

    Reading goes through here; changing goes through the verbs beside this module, each of
    which ends in one call of `commit`.
    """

    def __init__(
        self, store: Store, clock: Clock | None = None, who: str = "", held: Held = USUAL
    ) -> None:
        super().__init__(store, clock or SystemClock())
        self.who = who
        self.held = held
        """The settings under which the workspace was opened, and where they were set."""
        self._listeners: list[Listener] = []
        self._roll: Roll | None = None
        self._roll_as_of = NEVER
        """How often the people had changed when the roll was read."""
        self._searching: Searching | None = None

    def day(self, text: str, *, ahead: bool = False) -> date:
        """A day as people write it; ``ahead`` says that it is to come where that is not said.

        Raises:
            BadInput: it is no day, or could be two.
        """
        # Late, because who is due is told without reading a day.
        from ..rules.days import parse_day

        return parse_day(text, self.today, ahead=ahead, settings=self.workspace.settings)

    def settle(self, held: Held) -> None:
        """From now on go by other settings."""
        self.held = held
        self.go_by(held.preferences)

    @property
    def notices(self) -> Sequence[str]:
        """What the user should be told about how the workspace was found."""
        return self.store.notices

    def select(self, query: str = "") -> "list[Profile]":
        """Everybody who answers to a query, by name.

        Raises:
            BadInput: the query cannot be read.
        """
        # Late, because who is due is told without a query.
        from ..rules.query import select

        return select(self.workspace, query, self.today, self.roll())

    def list_people(self, query: str = "") -> "Sequence[Person]":
        """The people whom `select` finds, without looking closer at those who are only listed.

        Raises:
            BadInput: the query cannot be read.
        """
        from ..rules.query import select_people

        return select_people(self.workspace, query, self.today, self.roll())

    def roll(self) -> "Roll":
        """Everybody by name, as they are now."""
        from ..rules.roll import Roll

        if self._roll is None:
            self._roll = Roll()
        people = self.workspace.people
        if not isinstance(people, Shelf) or people.changes != self._roll_as_of:
            self._roll.read(people)
            self._roll_as_of = people.changes if isinstance(people, Shelf) else NEVER
        return self._roll

    def profile(self, person: Person) -> "Profile":
        """A person as seen today."""
        # Late, because the first frame is shown without anybody's profile.
        from ..rules.profile import profile

        return profile(self.workspace, person, self.today)

    def history(self, person: Person) -> Sequence[Record]:
        """Everything dated about a person, in the order in which it was recorded."""
        return self.store.history(person.id)

    def timeline(self, person: Person) -> "list[Entry]":
        """Everything dated about a person, as a story, newest first."""
        from ..rules.timeline import timeline

        return timeline(person, self.history(person), self.workspace.stories)

    def search(self, words: str) -> Iterator[Record]:
        """The records whose text holds every word."""
        return self.store.search(words)

    def searching(self) -> "Searching":
        """All that was written, for those who search while they type."""
        from .asked import Asking
        from .searching import Searching

        if self._searching is None:
            store = self.store
            self._searching = Asking(self, store) if isinstance(store, Asked) else Searching(self)
        return self._searching

    def current(self, person: Person) -> Person:
        """A person as the workspace holds them now."""
        return self.workspace.people.get(person.id, person)

    def commit(self, verb: str, summary: str, *edits: Edit, undoes: str = "") -> Commit | None:
        """Keep edits together, or none; return what was kept, or None if nothing changes.

        Raises:
            Conflict: somebody else changed one of the records first.
            WorkspaceError: it could not be written.
        """
        real = tuple(edit for edit in edits if edit.before != edit.after)
        if not real:
            return None
        commit = Commit(
            id=new_id("c"),
            at=self.clock.now(),
            who=self.who,
            verb=verb,
            summary=summary,
            edits=real,
            undoes=undoes,
        )
        try:
            self.store.commit(commit)
        except Conflict as conflict:
            conflict.refused = commit
            raise
        self._tell(commit)
        return commit

    def choose(self, conflict: Conflict, ours: Collection[str]) -> Commit | None:
        """Commit once more what clashed with somebody else's change, now that one has chosen.

        Args:
            conflict: The one whose ``clash`` is settled.
            ours: The fields of it that become as one wanted; the others stay as they are.

        Raises: as `commit`; there may be another clash in the same change.
        """
        refused, clash = conflict.refused, conflict.clash
        if refused is None or clash is None:
            raise conflict
        stay = {name: getattr(clash.theirs, name) for name in clash.fields if name not in ours}
        settled = Edit(before=clash.theirs, after=replace(clash.ours, **stay))
        edits = [
            settled if edit.before is not None and edit.record.id == clash.theirs.id else edit
            for edit in refused.edits
        ]
        return self.commit(refused.verb, refused.summary, *edits, undoes=refused.undoes)

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Be told of every commit, one's own and others'; call what is returned to stop."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def refresh(self) -> Sequence[Commit]:
        """Take in what others have committed, and tell the listeners."""
        commits = self.store.refresh()
        self._tell(*commits)
        return commits

    def finish(self) -> None:
        """Do what closing does that can take its time."""
        if isinstance(self.store, WorkspaceStore):
            self.store.finish()

    def close(self) -> None:
        """Let go of the workspace."""
        self.store.close()

    def _tell(self, *commits: Commit) -> None:
        # All at once, for whoever is the subject of many need be looked at only once.
        self.follow(commits)
        if self._searching is not None:
            self._searching.follow(commits)
        for commit in commits:
            for listener in tuple(self._listeners):
                listener(commit)

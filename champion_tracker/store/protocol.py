"""What every store promises."""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future
from datetime import date
from typing import NamedTuple, Protocol, TypeVar, runtime_checkable

from ..model import Commit, Record, Workspace

T = TypeVar("T")


class Store(Protocol):
    """A place where one programme's records are kept.

    One thread at a time may use a store; any number of processes may share what is behind it.
    """

    @property
    def workspace(self) -> Workspace:
        """People, digests and open matters. Its mappings are live: a commit changes them."""
        ...

    @property
    def notices(self) -> Sequence[str]:
        """What a user should be told about how the workspace was found, a sentence each."""
        ...

    @property
    def past_number(self) -> int:
        """How often another past has taken the place of the one that was known.

        It does where a backup was restored, files were repaired, or somebody was forgotten.
        Whoever keeps anything beside the store lets go of it then.
        """
        ...

    def history(self, person_id: str) -> Sequence[Record]:
        """Everything dated about one person, in the order in which it was first recorded.

        Interactions, assessments, follow-ups, promises, ties, tellings, asks, objections, goals
        and seats, open or not. Empty for an unknown person.
        """
        ...

    def search(self, words: str) -> Iterator[Record]:
        """The records whose text holds every word of ``words``, whatever the case or accents.

        Notes, reasons, and whatever else was written in sentences.
        """
        ...

    def commit(self, commit: Commit) -> None:
        """Keep every edit of ``commit``, or none.

        When it returns, the commit is durable. The workspace's mappings and the digests of the
        people it is about already show it.

        Raises:
            Conflict: a record is no longer what its edit's ``before`` says it was.
            WorkspaceError: it could not be written; nothing of it was kept.
        """
        ...

    def refresh(self) -> Sequence[Commit]:
        """Take in what others have committed since the last look, and return it, oldest first."""
        ...

    def commits(self, person_id: str = "") -> Iterator[Commit]:
        """The commits that are remembered, newest first; those about one person if one is named."""
        ...

    def close(self) -> None:
        """Let go of everything. A closed store is not used again."""
        ...


@runtime_checkable
class Rested(Protocol):
    """What a store promises besides that keeps who rests from one opening to the next."""

    def rest(self, today: date) -> None:
        """Know from now on who rests on ``today`` and after, and keep it where that is possible."""
        ...


@runtime_checkable
class Glanced(Protocol):
    """What a store promises besides that can tell who is due before it has read everybody."""

    def glance(self, today: date, horizon: date, work: Callable[[Workspace], T]) -> T | None:
        """What ``work`` makes of a workspace that reads only whom it asks for.

        Args:
            today: The day that is asked about.
            horizon: The last day that is looked at.
            work: Has to be done with the workspace when it returns; may be begun again.

        Returns:
            None where everybody is, or has to be, read anyhow.
        """
        ...


@runtime_checkable
class Together(Protocol):
    """What a store promises besides that several people use at the same time."""

    @property
    def may_change(self) -> bool:
        """Whether one may change the workspace, or only read it."""
        ...

    @property
    def is_away(self) -> bool:
        """Whether what is behind the store cannot be reached just now."""
        ...

    @property
    def is_whole(self) -> bool:
        """Whether everything is at hand; until then it is the first people by name.

        It begins with `watch`; a store that nobody watches reads everything first.
        """
        ...

    def complete(self) -> None:
        """Wait until everything is at hand."""
        ...

    @property
    def others(self) -> Sequence[str]:
        """Who else has the person open for writing whom `attend` named."""
        ...

    def watch(self) -> None:
        """Look for others' changes aside from now on, so that ``refresh`` never waits.

        Whatever must ask what is behind the store waits a few seconds at most.
        """
        ...

    def attend(self, person_id: str, *, writing: bool) -> None:
        """Say whom one is looking at (nobody where empty), and whether to write about them."""
        ...


class Page(NamedTuple):
    """Some of the records that hold what was looked for."""

    records: Sequence[Record]
    after: tuple[int, int] | None
    """Where to go on; None where these are the last."""


@runtime_checkable
class Asked(Protocol):
    """What a store promises besides that looks for words where the records are, and not here.

    Each of these returns at once, and may be called while the store is used: what is asked is
    found out in a thread of its own. Its outcome may be a `WorkspaceError`; where no answer comes
    within a few seconds it is.
    """

    def ask(self, words: Sequence[str], after: tuple[int, int] | None = None) -> Future[Page]:
        """Look for the records besides people whose text holds every one of some folded words.

        Where there are few of them the page is all, by their days; otherwise the latest that were
        recorded come first, and there may be none on a page that is not the last.

        Args:
            words: What is looked for.
            after: Where the page before ended.
        """
        ...

    def ask_people(
        self, words: Sequence[tuple[str, bool]], *, archived: bool = False
    ) -> Future[Callable[[], None]]:
        """Look for the first people by name of whom free words are true, wanted or unwanted ones.

        What comes of it has them at hand, with what tells how they stand; it is to be called by
        whoever uses the store, and does nothing where everybody is at hand by then.
        """
        ...

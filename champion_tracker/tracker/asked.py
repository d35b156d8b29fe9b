"""Finding what was written where the records are, rather than here.

A shared workspace may hold millions of texts, which nobody wants to read before a word is looked
for. Its people are at hand anyway, with their notes; whatever else holds the words is asked for.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from ..model import Person, Record
from ..rules.query import parse_query
from ..rules.texts import Found, Search, holds
from ..store import Asked
from .searching import Searching
from .together import is_whole

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from concurrent.futures import Future

    from ..store import Page
    from .searching import Finds
    from .tracker import Tracker

AT_ONCE = 200
"""How many of what was told before are looked at again for the next word, which takes no time."""


class AskedSearch:
    """What holds some words: people first, as they are at hand, then whatever was told of others.

    Args:
        people: Finds the people.
        store: Whom to ask for the others.
        told: What was told of other words; as far as it holds these it is found until all are.
        is_reading: Whether some people have not been looked at yet.
    """

    def __init__(
        self, people: Search, store: Asked, told: Iterable[Record] = (), *, is_reading: bool = False
    ) -> None:
        self.people = people
        self.words = people.words
        self._store = store
        self._is_reading = is_reading
        self.told = [record for record in told if self.words and holds(record, self.words)]
        self._is_begun = False
        self._after: tuple[int, int] | None = None
        self.is_told = not self.words
        """Whether there are no others that have not been told."""

    @property
    def is_over(self) -> bool:
        """Whether everything is found."""
        return self.is_told and self.people.is_over and not self._is_reading

    def __len__(self) -> int:
        return len(self.people) + len(self.told)

    def __getitem__(self, number: int) -> Found | Record:
        people = len(self.people)
        return self.people[number] if number < people else self.told[number - people]

    def go_on(self, until: int) -> None:
        """Find more people."""
        self.people.go_on(until)

    def steps(self) -> Iterator[int]:
        """Find all people, a few at a time; yields how many are found so far."""
        return self.people.steps()

    def ask(self) -> Future[Page]:
        """Ask for more of what is not a person."""
        return self._store.ask(self.words, self._after)

    def take(self, page: Page) -> None:
        """Take in what was told."""
        self.told = [*self.told, *page.records] if self._is_begun else [*page.records]
        self._is_begun, self._after = True, page.after
        self.is_told = page.after is None


class Asking(Searching):
    """The people of a workspace, read once and kept as they are now; all else is asked for."""

    def __init__(self, tracker: Tracker, store: Asked) -> None:
        super().__init__(tracker)
        self._store = store

    def _records(self) -> Iterator[Record]:
        yield from list(self._tracker.workspace.people.values())

    def _take_in(self, key: str, record: Record | None) -> None:
        if record is None or isinstance(record, Person):
            super()._take_in(key, record)

    def find(self, words: str, before: Finds | None = None) -> AskedSearch:
        """See `Searching.find`; what was written last is found by asking."""
        people, told = None, list[Record]()
        if isinstance(before, AskedSearch):
            people, told = before.people, before.told[:AT_ONCE]
        search = Search(self._texts, words, people)
        return AskedSearch(search, self._store, told, is_reading=not self.is_whole)


def asking_people(tracker: Tracker, query: str) -> Callable[[], Future[Callable[[], None]]] | None:
    """What asks for the first people by name who may answer to a query; see `Asked.ask_people`.

    Returns:
        None where there is nothing to ask: everybody is at hand, or no word of the query tells
        whom to ask for, and so only everybody will do.

    Raises:
        BadInput: the query cannot be read.
    """
    store = tracker.store
    if is_whole(tracker) or not isinstance(store, Asked):
        return None
    asked = parse_query(query, tracker.today, tracker.workspace.settings)
    if not any(is_wanted and word for word, is_wanted in asked.words):
        return None
    return partial(store.ask_people, asked.words, archived="archived" in asked.fields)

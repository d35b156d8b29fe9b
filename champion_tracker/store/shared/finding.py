"""Finding words on the server while somebody types: aside, by pages, and never for long.

What the index leads to is found at once. Where it leads to many records, or is far behind, texts
are looked at instead, the latest first and some at a time: a word that is in many is soon found.
"""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future
from datetime import date
from functools import partial
from typing import TypeVar

from sqlalchemy import Connection, text

from ...model import Person, Record
from ...rules.roll import Roll
from ...rules.spellings import anything, spellings
from ...rules.texts import day_of
from ..protocol import Page
from . import reading
from .asking import Asker, Away
from .database import SNAPSHOT, Absent, Database
from .indexing import Latest, find, find_few, held_words
from .loading import PAGE, Loaded, read_around
from .paging import all_records
from .tables import SCHEMA
from .watching import BRIEFLY, aside, bounded

T = TypeVar("T")

FEW = 2_000
"""How many records are read one by one rather than found among all."""
AT_ONCE = 200
"""How many records come at a time where there are many."""
LOOKED = 50_000
"""How many texts are looked at for a page."""
PAGES = 50
"""How many pages of people are looked through who may be meant; who is after them comes later."""
LAST = 2**62
"""A number above that of every commit."""
SECONDS = 2.5
"""How long the server works on one question; a little less than it is waited for."""


class Finder:
    """Asks for words on behalf of one store, each time in a thread and a transaction of its own.

    Args:
        database: Where.
        asker: Knows whether the database is away.
        workspace: Its name.
    """

    def __init__(self, database: Database, asker: Asker, workspace: str) -> None:
        self._database = database
        self._asker = asker
        self._workspace = workspace
        self._latest = Latest()

    def search(self, words: Sequence[str], *, at_once: bool) -> Iterator[Record]:
        """The records whose text holds every one of some folded words.

        Args:
            words: What is looked for.
            at_once: Whether all are read before the first is given, so that no connection stays
                open for somebody who may never ask for the next.

        Raises:
            WorkspaceError: the database cannot be reached.
        """
        if not at_once:
            with self._database.stream() as connection:
                yield from find(connection, self._workspace, words)
        elif words:
            yield from self._asker.ask(lambda c: list(find(c, self._workspace, words)), SNAPSHOT)
        else:
            yield from all_records(self._asker, self._workspace)

    def ask(self, words: Sequence[str], after: tuple[int, int] | None) -> Future[Page]:
        """See `Asked.ask`."""
        return aside(lambda: self._run(lambda c: self._find(c, words, after)))

    def ask_people(
        self, words: Sequence[tuple[str, bool]], *, archived: bool, show: Callable[[Loaded], None]
    ) -> Future[Callable[[], None]]:
        """See `Asked.ask_people`; what comes of it hands ``show`` the people that are found."""

        def look(connection: Connection) -> Loaded:
            found = find_people(connection, self._workspace, words, archived=archived)
            return read_around(connection, self._workspace, found)

        return aside(lambda: partial(show, self._run(look)))

    def _find(
        self, connection: Connection, words: Sequence[str], after: tuple[int, int] | None
    ) -> Page:
        if after is None:
            few = find_few(connection, self._workspace, words, self._latest, FEW)
            if few is not None:
                return Page(sorted(few, key=_day, reverse=True), None)
        return find_among_all(connection, self._workspace, words, after or (LAST, 0))

    def _run(self, work: Callable[[Connection], T]) -> T:
        def briefly(connection: Connection) -> T:
            connection.execute(_BRIEFLY)
            return work(connection)

        if self._asker.trouble:
            raise Away(self._asker.trouble)
        try:
            return bounded(lambda: self._database.run(briefly, SNAPSHOT, patience=BRIEFLY))
        except TimeoutError:
            # Whether it is away is for the watcher to say: this may be but a hard question.
            raise Absent(f"{self._database.location.called} takes long to answer.") from None


def _day(record: Record) -> date:
    return day_of(record) or date.min


def find_among_all(
    connection: Connection, workspace: str, words: Sequence[str], after: tuple[int, int]
) -> Page:
    """Look at some texts, from one place on down; there may be none that hold every word."""
    holding, patterns = held_words(words)
    values = {"workspace": workspace, "first": after[0], "place": after[1]}
    values |= {"looked": LOOKED, "page": AT_ONCE}
    rows = connection.execute(text(_AMONG.format(holding=holding)), values | patterns).all()
    is_full = len(rows) == AT_ONCE
    end = rows[-1] if is_full else connection.execute(_END, values | {"last": LOOKED - 1}).first()
    records = list(reading.records_of([row.document] for row in rows))
    return Page(records, (end.first, end.place) if end is not None else None)


def find_people(
    connection: Connection, workspace: str, words: Sequence[tuple[str, bool]], *, archived: bool
) -> list[Record]:
    """The first people by name of whom words are true, as many as `loading.PAGE`.

    The server gives those whose document may hold the words; whether they are about the person is
    told here, as the filter tells it.
    """
    wanted = [part for word, is_wanted in words if is_wanted for part in word.split()]
    patterns = {f"p{n}": _spelled(part) for n, part in enumerate(wanted) if part.isprintable()}
    holding = "".join(f" AND document ~ :{name}" for name in patterns)
    found: list[Record] = []
    sort = key = ""
    for _ in range(PAGES):
        values = {"workspace": workspace, "sort": sort, "key": key, "page": AT_ONCE}
        rows = connection.execute(text(_PEOPLE.format(holding=holding)), values | patterns).all()
        some = reading.records_of([row.document] for row in rows)
        people = {record.id: record for record in some if isinstance(record, Person)}
        found += Roll(people).mentioning(words, archived=archived)
        if len(found) >= PAGE or len(rows) < AT_ONCE:
            break
        sort, key = rows[-1].sort, rows[-1].id
    return found[:PAGE]


def _spelled(word: str) -> str:
    """A regular expression that finds every document whose folded text holds a word."""
    # In a document there is a backslash before what would end a text.
    row = "".join(f"\\u005c?{char}" for char in spellings(word))
    return f"{anything()}|{row}"


_BRIEFLY = text(f"SET LOCAL statement_timeout = {SECONDS * 1000:.0f}")
_DOWN = f"""FROM {SCHEMA}.records
  WHERE workspace = :workspace AND (first, place) < (:first, :place)
  ORDER BY first DESC, place DESC"""
_AMONG = f"""
SELECT r.document, r.first, r.place FROM (
  SELECT document, words, kind, first, place {_DOWN} LIMIT :looked
) r WHERE r.kind NOT IN ('answer', 'person'){{holding}} LIMIT :page"""
_END = text(f"SELECT first, place {_DOWN} OFFSET :last LIMIT 1")
_PEOPLE = f"""
SELECT document, sort, id FROM {SCHEMA}.records
WHERE workspace = :workspace AND kind = 'person' AND (sort, id) > (:sort, :key){{holding}}
ORDER BY sort, id LIMIT :page"""

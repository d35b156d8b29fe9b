"""Search by index: which records hold a word, kept up to date aside from the commits.

A commit pays nothing for it. As with the digests, some client puts in what was committed since
the last time; what is not in yet is looked for in the log. Nothing private is ever put in: one's
own private records are looked at one by one.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from sqlalchemy import Connection, select, text

from ...model import Record
from ...rules.folding import fold
from ...rules.texts import text_of
from . import log, reading
from .database import WHOLE, Database
from .tables import SCHEMA, indexes, plain
from .writing import Key, key_of

STEP = 2_000
"""How many commits are put in at a time, so that whoever does it is not kept long."""
PART = 20_000
"""From how many records on a part is full; it bounds what one more record makes anew."""
WINDOW = 100
"""How many characters of a word are a row at most; what is longer goes in by overlapping ones."""
TAIL = 2_000
"""How many commits are looked through one by one rather than all texts."""
MANY = 20_000
"""From how many records on that may hold a word it is quicker to look at all texts in a row."""

COMMON = 1_000
"""The same, from how many words on that hold what is looked for."""


class _State(NamedTuple):
    number: int = 0
    """Up to which commit the words are in."""
    part: int = 0
    size: int = 0
    """How many records are in this part, which is the last one."""


def index_all(database: Database, workspace: str) -> None:
    """Put in the words of all commits, however long it takes.

    Raises:
        WorkspaceError: it cannot be done; what was in, and is by now, stays.
    """
    done = -1
    while (now := index(database, workspace)) != done:
        done = now


def index(database: Database, workspace: str, *, least: int = 1) -> int:
    """Put in the words of the next commits; return up to which commit they are in by now.

    Args:
        database: Where.
        workspace: Its name.
        least: For how many commits it is worth the while.

    Raises:
        WorkspaceError: it cannot be done; what was in is as it was.
    """

    def work(connection: Connection) -> int:
        number = reading.number_of(connection, workspace) or 0
        state = _state(connection, workspace)
        if number - state.number < least:
            return state.number
        up_to = min(number, state.number + STEP)
        batch: list[Record] = []
        for edit in log.read_edits(connection, workspace, state.number, up_to):
            if edit.after is not None:
                batch.append(edit.after)
            if len(batch) == PART:
                state = _put_in(connection, workspace, state, batch)
                batch.clear()
        state = _put_in(connection, workspace, state, batch)
        values = {"workspace": workspace, **state._replace(number=up_to)._asdict()}
        connection.execute(_INDEXED, values)
        return up_to

    return database.run(work, WHOLE, patience=0)


def find(connection: Connection, workspace: str, wanted: Sequence[str]) -> Iterator[Record]:
    """The records whose folded text holds all that is wanted, people first.

    The rarest of the wanted words leads to records, and what these say by now decides. Where it
    leads to too many, or the index is far behind, every text is looked at instead.
    """
    state, last = _state(connection, workspace), reading.number_of(connection, workspace) or 0
    rarest = _rarest(connection, workspace, wanted, MANY) if last - state.number <= TAIL else None
    if rarest is None:
        return reading.read_texts(connection, workspace, wanted)
    keys = _since(connection, workspace, state.number, last)
    return reading.records_of(_candidates(connection, workspace, wanted, rarest, keys, _ORDER))


class Latest:
    """What was made or changed since the words were put in; each commit is read once."""

    def __init__(self) -> None:
        self._up_to = 0
        self._keys: frozenset[Key] = frozenset()

    def keys(
        self, connection: Connection, workspace: str, above: int, up_to: int
    ) -> frozenset[Key]:
        """Their keys; there may be some of commits before ``above``, which do no harm."""
        above = max(above, self._up_to)
        if above < up_to:
            found = _since(connection, workspace, above, up_to)
            self._keys, self._up_to = self._keys | found, up_to
        return self._keys


def find_few(
    connection: Connection, workspace: str, wanted: Sequence[str], latest: Latest, most: int
) -> list[Record] | None:
    """What `find` finds besides people, the latest first; None where the index leads to many.

    Args:
        connection: Where to read.
        workspace: Its name.
        wanted: Folded words.
        latest: What was made since the words were put in.
        most: How many records are few.
    """
    state, last = _state(connection, workspace), reading.number_of(connection, workspace) or 0
    if last - state.number > TAIL:
        return None
    rarest = _rarest(connection, workspace, wanted, most)
    keys = latest.keys(connection, workspace, state.number, last) if rarest is not None else ()
    if rarest is None or len(keys) > most:
        return None
    rows = _candidates(connection, workspace, wanted, rarest, keys, _LATEST)
    return list(reading.records_of(rows))


def tokens(folded: str) -> Iterator[str]:
    """The rows that a folded text becomes: whatever is short and in it is in one of them."""
    for word in set(plain(folded).split()):
        for start in range(0, max(1, len(word) - WINDOW // 2), WINDOW // 2):
            yield word[start : start + WINDOW]


def _state(connection: Connection, workspace: str) -> _State:
    row = connection.execute(
        select(indexes.c.number, indexes.c.part, indexes.c.size).where(
            indexes.c.workspace == workspace
        )
    ).first()
    return _State(*row) if row is not None else _State()


def _put_in(
    connection: Connection, workspace: str, state: _State, records: Sequence[Record]
) -> _State:
    """Put in the words of some records; return how full the last part is then."""
    ids: dict[tuple[str, str], set[str]] = defaultdict(set)
    for record in records:
        kind, key = key_of(record)
        for word in tokens(fold(text_of(record))):
            ids[word, kind].add(plain(key))
    if not ids:
        return state
    if state.size + len(records) > PART:
        state = state._replace(part=state.part + 1, size=0)
    words = sorted({word for word, _ in ids})
    connection.execute(_WORDS, {"workspace": workspace, "words": words})
    connection.execute(
        _POSTINGS,
        [
            {
                "workspace": workspace,
                "word": word,
                "part": state.part,
                "kind": kind,
                "size": len(found),
                "ids": sorted(found),
            }
            for (word, kind), found in sorted(ids.items())
        ],
    )
    return state._replace(size=state.size + len(records))


def _rarest(
    connection: Connection, workspace: str, wanted: Sequence[str], many: int
) -> list[str] | None:
    """The words that hold what is in the fewest records; None where these are many."""
    best, fewest = None, many
    for part in wanted:
        pattern = _pattern(plain(part)[: WINDOW // 2])
        values: dict[str, object] = {"workspace": workspace, "pattern": pattern}
        words = connection.execute(_HOLDING, values).scalars().all()
        if len(words) > COMMON:
            continue
        values = {"workspace": workspace, "words": [*words]}
        size = connection.execute(_SIZE, values).scalar_one()
        if size < fewest:
            best, fewest = [*words], size
    return best


def _since(connection: Connection, workspace: str, above: int, up_to: int) -> frozenset[Key]:
    """The keys of what was made or changed since some commit."""
    return frozenset(
        key_of(edit.after)
        for edit in log.read_edits(connection, workspace, above, up_to)
        if edit.after is not None
    )


def _candidates(
    connection: Connection,
    workspace: str,
    wanted: Sequence[str],
    rarest: Sequence[str],
    keys: Collection[Key],
    order: str,
) -> Iterable[Sequence[Any]]:
    """The documents of those among the candidates that hold every word by now."""
    values = {
        "workspace": workspace,
        "words": [*rarest],
        "kinds": [kind for kind, _ in keys],
        "ids": [plain(key) for _, key in keys],
    }
    holding, patterns = held_words(wanted)
    return connection.execute(text(_FOUND + holding + order), values | patterns)


def held_words(wanted: Sequence[str]) -> tuple[str, dict[str, str]]:
    """The condition that a record ``r`` holds every word, and the values that it goes by."""
    patterns = {f"w{n}": _pattern(plain(word)) for n, word in enumerate(wanted)}
    return "".join(f" AND r.words LIKE :{name}" for name in patterns), patterns


def _pattern(part: str) -> str:
    escaped = part.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    return f"%{escaped}%"


_WORDS = text(f"""
INSERT INTO {SCHEMA}.words (workspace, word)
SELECT :workspace, w FROM unnest(CAST(:words AS text[])) AS w
WHERE NOT EXISTS (SELECT FROM {SCHEMA}.words k WHERE k.workspace = :workspace AND k.word = w)
ON CONFLICT DO NOTHING""")
_POSTINGS = text(f"""
INSERT INTO {SCHEMA}.postings AS p (workspace, word, part, kind, size, ids)
VALUES (:workspace, :word, :part, :kind, :size, CAST(:ids AS text[]))
ON CONFLICT (workspace, word, part, kind)
DO UPDATE SET ids = p.ids || excluded.ids, size = p.size + excluded.size""")
_INDEXED = text(f"""
INSERT INTO {SCHEMA}.indexes (workspace, number, part, size)
VALUES (:workspace, :number, :part, :size)
ON CONFLICT (workspace)
DO UPDATE SET number = excluded.number, part = excluded.part, size = excluded.size""")
_HOLDING = text(f"""
SELECT word FROM {SCHEMA}.words WHERE workspace = :workspace AND word LIKE :pattern
LIMIT {COMMON + 1}""")
_SIZE = text(f"""
SELECT COALESCE(sum(size), 0) FROM {SCHEMA}.postings
WHERE workspace = :workspace AND word = ANY(CAST(:words AS text[]))""")
_FOUND = f"""
WITH candidates AS (
  SELECT p.kind, unnest(p.ids) AS id FROM {SCHEMA}.postings p
  WHERE p.workspace = :workspace AND p.word = ANY(CAST(:words AS text[]))
  UNION SELECT kind, id FROM unnest(CAST(:kinds AS text[]), CAST(:ids AS text[])) AS g(kind, id)
  UNION SELECT kind, id FROM {SCHEMA}.records
  WHERE workspace = :workspace AND private AND author = session_user
)
SELECT r.document FROM candidates c
JOIN {SCHEMA}.records r ON r.workspace = :workspace AND r.kind = c.kind AND r.id = c.id
WHERE r.kind <> 'answer'"""
_ORDER = " ORDER BY r.kind <> 'person', r.first, r.place"
_LATEST = " AND r.kind <> 'person' ORDER BY r.first DESC, r.place DESC"

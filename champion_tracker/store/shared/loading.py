"""What is at hand of a workspace: all of it, or as much as the first page of people needs."""

from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

from sqlalchemy import Connection, text

from ...model import Commit, Digest, Record, Tie
from ...rules.digest import add, digest_of
from ..view import View
from . import digests, log, reading
from .tables import SCHEMA, plain

PAGE = 100
"""How many people are there before all others; more than fit on a screen."""


class Loaded(NamedTuple):
    """What was read, as of one moment."""

    number: int
    """The last commit that it shows."""
    folded: int
    view: View
    missed: list[Commit]
    """What was committed meanwhile, since it was looked at last."""


def read_all(connection: Connection, workspace: str, since: int) -> Loaded:
    """Everybody, their digests, and the open matters; and what came after commit ``since``."""
    number = reading.number_of(connection, workspace) or 0
    view = View()
    for record in reading.read_open(connection, workspace):
        view.place(record)
    view.digests.update(digests.read_digests(connection, workspace, number)[0].digests)
    for record in reading.read_private(connection, workspace):
        for person_id in record.about:
            view.digests[person_id] = add(view.digests.get(person_id, Digest()), record)
    missed = log.read_commits(connection, workspace, above=since, up_to=number)
    return Loaded(number, digests.folded(connection, workspace), view, missed)


def read_first(connection: Connection, workspace: str) -> Loaded:
    """The first people by name, with all that tells how they stand; as quick at any size."""
    values = {"workspace": workspace, "page": PAGE}
    people = reading.records_of(connection.execute(_FIRST, values))
    return read_around(connection, workspace, people)


def read_around(connection: Connection, workspace: str, people: Iterable[Record]) -> Loaded:
    """Some people, with all that tells how they stand."""
    where = connection.execute(_WHERE_IT_STANDS, {"workspace": workspace}).first()
    number, folded = where if where is not None else (0, 0)
    view = View()
    for record in people:
        view.place(record)
    page = list(view.people)
    others = set()
    for record in _of(connection, workspace, _MATTERS, page):
        view.place(record)
        others |= {p for p in record.about if isinstance(record, Tie)}
    for record in read_people_of(connection, workspace, others - set(page)):
        view.place(record)
    view.digests.update(stored_digests(connection, workspace, list(view.people), folded))
    return Loaded(number, folded, view, [])


def stored_digests(
    connection: Connection, workspace: str, person_ids: Collection[str], folded: int
) -> Iterator[tuple[str, Digest]]:
    """The stored digests; where they do not tell all, what the history makes of somebody."""
    asked = {"workspace": workspace, "persons": [*map(plain, person_ids)], "folded": folded}
    fresh = set(connection.execute(_TOUCHED_SINCE, asked).scalars())
    for person_id in person_ids:
        if plain(person_id) in fresh:
            yield person_id, digest_of(reading.read_history(connection, workspace, person_id))
    rows = connection.execute(_DIGESTS, asked)
    yield from ((p, digests.decode_digest(digest)) for p, digest in rows if p not in fresh)


def read_people_of(
    connection: Connection, workspace: str, person_ids: Collection[str]
) -> Iterator[Record]:
    """Those people of some identifiers who are there."""
    return _of(connection, workspace, _PEOPLE, person_ids)


def _of(
    connection: Connection, workspace: str, asked: str, person_ids: Collection[str]
) -> Iterator[Record]:
    if not person_ids:
        return iter(())
    values = {"workspace": workspace, "persons": [*map(plain, person_ids)]}
    values["kinds"] = reading.MATTERS
    return reading.records_of(connection.execute(text(asked), values))


_WHERE_IT_STANDS = text(f"""
SELECT w.number, COALESCE(f.number, 0) FROM {SCHEMA}.workspaces w
LEFT JOIN {SCHEMA}.folds f ON f.workspace = w.name WHERE w.name = :workspace""")
_FIRST = text(f"""
SELECT document FROM {SCHEMA}.records
WHERE workspace = :workspace AND kind = 'person' ORDER BY sort, id LIMIT :page""")
_PEOPLE = f"""
SELECT document FROM {SCHEMA}.records
WHERE workspace = :workspace AND kind = 'person' AND id = ANY(CAST(:persons AS text[]))"""
_MATTERS = f"""
SELECT r.document FROM {SCHEMA}.records r WHERE r.workspace = :workspace AND r.open
AND (r.kind, r.id) IN (
  SELECT l.kind, l.key FROM {SCHEMA}.log l
  WHERE l.workspace = :workspace AND l.person = ANY(CAST(:persons AS text[]))
  AND l.kind = ANY(CAST(:kinds AS text[])))"""
"""By kinds that the key holds: the touches, which are many and lie far apart, are not looked at."""
_TOUCHED_SINCE = text(f"""
SELECT person FROM {SCHEMA}.log
WHERE workspace = :workspace AND number > :folded AND person = ANY(CAST(:persons AS text[]))
AND kind IN ('interaction', 'assessment', 'promise')
UNION SELECT l.person FROM {SCHEMA}.records r JOIN {SCHEMA}.log l
  ON l.workspace = :workspace AND l.number = r.number AND l.kind = r.kind AND l.key = r.id
WHERE r.workspace = :workspace AND r.private AND r.author = session_user
AND r.kind IN ('interaction', 'assessment', 'promise')
AND l.person = ANY(CAST(:persons AS text[]))""")
"""Since the stored digests, or by what is private, which these are not made of. The commit that
changed a record last has a row for everybody whom it is about now."""
_DIGESTS = text(f"""
SELECT person, digest FROM {SCHEMA}.digests
WHERE workspace = :workspace AND person = ANY(CAST(:persons AS text[]))""")

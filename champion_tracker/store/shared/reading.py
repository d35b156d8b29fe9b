"""What the database tells: records, the log of commits, and digests."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import groupby
from operator import itemgetter
from typing import Any, NamedTuple

import msgspec
from msgspec.structs import replace
from sqlalchemy import ColumnElement, Connection, select, text, tuple_

from ...model import (
    Answer,
    Assessment,
    Commit,
    Digest,
    Edit,
    Interaction,
    Person,
    Promise,
    Record,
)
from ..documents import decode_record
from ..view import SHELVES, View
from .tables import SCHEMA, digests, folds, log, plain, records, workspaces

PAGE = 500
"""How many commits, or records, are read at a time."""
NOWHERE = (0, 0)
"""Before the first record."""
STREAMED = 1_000
"""How many edits are, where there may be more than fit in memory."""
MATTERS: list[str] = [
    kind.__struct_config__.tag  # type: ignore[attr-defined]
    for kind in SHELVES
    if kind is not Person
]
"""The kinds of what is at hand besides people, which the key of the records finds."""

decode_digest = msgspec.json.Decoder(Digest).decode
_decode_commit = msgspec.json.Decoder(Commit).decode


def number_of(connection: Connection, workspace: str) -> int | None:
    """The number of the last commit; None where there is no such workspace that one may see."""
    return connection.execute(
        select(workspaces.c.number).where(workspaces.c.name == workspace)
    ).scalar()


def may_change(connection: Connection, workspace: str) -> bool:
    """Whether we may change a workspace, or only read it."""
    asked = text(f"SELECT role FROM {SCHEMA}.members WHERE workspace = :w AND login = session_user")
    return connection.execute(asked, {"w": workspace}).scalar() in ("owner", "editor")


def read_open(connection: Connection, workspace: str) -> Iterator[Record]:
    """People and open matters."""
    rows = connection.execute(
        select(records.c.document).where(records.c.workspace == workspace, records.c.open)
    )
    return records_of(rows)


def read_history(
    connection: Connection, workspace: str, person_id: str, *, public: bool = False
) -> list[Record]:
    """Everything dated about one person, in the order in which it was first recorded.

    Args:
        connection: Where to read.
        workspace: Its name.
        person_id: Whose history.
        public: Whether to leave out what is one's own and private.
    """
    values = {"workspace": workspace, "person": plain(person_id)}
    rows = connection.execute(_PUBLIC_HISTORY if public else _HISTORY, values)
    # Who had part in a record once need not have it still.
    return [record for record in records_of(rows) if person_id in record.about]


def read_texts(connection: Connection, workspace: str, words: Sequence[str]) -> Iterator[Record]:
    """The records whose folded text holds every word, people first."""
    holding = [records.c.words.contains(plain(word), autoescape=True) for word in words]
    rows = connection.execute(
        select(records.c.document)
        .where(records.c.workspace == workspace, records.c.kind != "answer", *holding)
        .order_by(records.c.kind != "person", records.c.first, records.c.place)
    )
    return records_of(rows)


def read_records(
    connection: Connection, workspace: str, after: tuple[int, int]
) -> tuple[tuple[int, int], list[Record]]:
    """The next page of all records in the order in which they came to be, and where it ends.

    ``after`` is where the one before ended; both are `NOWHERE` where there is none.
    """
    place = tuple_(records.c.first, records.c.place)
    rows = connection.execute(
        select(records.c.document, records.c.first, records.c.place)
        .where(records.c.workspace == workspace, place > after)
        .order_by(records.c.first, records.c.place)
        .limit(PAGE)
    ).all()
    end = (rows[-1].first, rows[-1].place) if len(rows) == PAGE else NOWHERE
    found = records_of([row.document] for row in rows)
    return end, [record for record in found if not isinstance(record, Answer)]


def read_commits(connection: Connection, workspace: str, *, above: int, up_to: int) -> list[Commit]:
    """The commits after ``above`` up to ``up_to``, oldest first, as one may see them."""
    rows = connection.execute(
        select(log.c.number, log.c.place, log.c.before, log.c.after, log.c.private, log.c.heading)
        .where(log.c.workspace == workspace, log.c.number.between(above + 1, up_to))
        .where(log.c.part == 0)
        .order_by(log.c.number, log.c.place, log.c.private.desc())
    )
    return [_commit(of_one) for _, of_one in groupby(rows, itemgetter(0))]


class Since(NamedTuple):
    """What has been committed since some commit."""

    number: int
    """The last one."""
    commits: list[Commit]
    histories: dict[str, list[Record]]
    """The histories, after all of them, of those in whose past something was changed."""


def read_since(connection: Connection, workspace: str, above: int) -> Since:
    """Everything after the commit ``above``, as of the moment of the transaction."""
    last = number_of(connection, workspace) or above
    found = read_commits(connection, workspace, above=above, up_to=last)
    changed = {
        person_id
        for commit in found
        for edit in commit.edits
        if edit.before is not None
        for record in (edit.before, edit.after)
        if isinstance(record, Interaction | Assessment | Promise)
        for person_id in record.about
    }
    return Since(last, found, {p: read_history(connection, workspace, p) for p in changed})


def read_who(
    connection: Connection, workspace: str, record: Record, fields: Collection[str]
) -> str:
    """Who last changed any of some fields of a record, as far as one may see it."""
    for person_id in record.about:
        about = (
            select(log.c.number)
            .where(
                log.c.workspace == workspace,
                log.c.person == plain(person_id),
                log.c.kind == record.__struct_config__.tag,
                log.c.key == plain(record.id),
            )
            .distinct()
            .order_by(log.c.number.desc())
        )
        for number in connection.execute(about).scalars().all():
            for commit in read_commits(connection, workspace, above=number - 1, up_to=number):
                if any(_changes(edit, record.id, fields) for edit in commit.edits):
                    return commit.who or "somebody else"
    return "somebody else"


def _changes(edit: Edit, record_id: str, fields: Collection[str]) -> bool:
    return edit.record.id == record_id and any(
        getattr(edit.before, field, None) != getattr(edit.after, field, None) for field in fields
    )


def read_page(
    connection: Connection, workspace: str, below: int, person_id: str
) -> tuple[int, list[Commit]]:
    """The next page of the log below a number, newest first, and the number to go on from."""
    last = select(log.c.number).where(log.c.workspace == workspace, log.c.number < below)
    if person_id:
        last = last.where(log.c.person == plain(person_id))
    last = last.distinct().order_by(log.c.number.desc()).limit(PAGE)
    numbers = list(connection.execute(last).scalars())
    if not numbers:
        return 0, []
    if person_id:
        return numbers[-1], [
            commit
            for number in numbers
            for commit in read_commits(connection, workspace, above=number - 1, up_to=number)
        ]
    found = read_commits(connection, workspace, above=numbers[-1] - 1, up_to=numbers[0])
    return numbers[-1], found[::-1]


def read_digests(connection: Connection, workspace: str, number: int) -> tuple[View, set[str]]:
    """The digests, up to commit ``number``, of what everybody may see; in a view of their own.

    Comes with whom the commits touched that are not in the stored ones. However many these are,
    few of them are in memory at a time.
    """
    rows = connection.execute(
        select(digests.c.person, digests.c.digest).where(digests.c.workspace == workspace)
    )
    view = View()
    view.digests.update((person, decode_digest(digest)) for person, digest in rows)
    touched: set[str] = set()

    def since() -> Iterator[Edit]:
        begun = folded(connection, workspace)
        for edit in read_edits(connection, workspace, begun, number):
            touched.update(edit.about)
            yield edit

    view.take_in(since(), lambda p: read_history(connection, workspace, p, public=True))
    return view, touched


def read_edits(connection: Connection, workspace: str, above: int, up_to: int) -> Iterator[Edit]:
    """What everybody may see of the commits' edits, oldest first, and few of them at a time."""
    found = (
        select(log.c.number, log.c.place, log.c.before, log.c.after)
        .where(log.c.workspace == workspace, log.c.number.between(above + 1, up_to))
        .where(log.c.part == 0, ~log.c.private)
        .order_by(log.c.number, log.c.place)
        .execution_options(yield_per=STREAMED)
    )
    return filter(_is_known, map(_edit, connection.execute(found)))


def folded(connection: Connection, workspace: str) -> int:
    """The last commit that is in the digests as they are stored."""
    return (
        connection.execute(select(folds.c.number).where(folds.c.workspace == workspace)).scalar()
        or 0
    )


def read_people(connection: Connection, workspace: str) -> Iterator[Record]:
    """Everybody."""
    return _read_open_of(connection, workspace, records.c.kind == "person")


def read_matters(connection: Connection, workspace: str) -> Iterator[Record]:
    """The open matters, without people."""
    return _read_open_of(connection, workspace, records.c.kind.in_(MATTERS))


def _read_open_of(
    connection: Connection, workspace: str, which: ColumnElement[bool]
) -> Iterator[Record]:
    rows = connection.execute(
        select(records.c.document).where(records.c.workspace == workspace, records.c.open, which)
    )
    return records_of(rows)


def read_private(connection: Connection, workspace: str) -> Iterator[Record]:
    """One's own private records; nobody else's are ever told."""
    rows = connection.execute(
        select(records.c.document)
        .where(records.c.workspace == workspace, records.c.private)
        .order_by(records.c.first, records.c.place)
    )
    return records_of(rows)


def is_kept(connection: Connection, workspace: str, commit_id: str) -> bool:
    """Whether a commit is there."""
    there = select(log.c.number).where(log.c.workspace == workspace, log.c.id == plain(commit_id))
    return connection.execute(there).first() is not None


def records_of(rows: Iterable[Sequence[Any]]) -> Iterator[Record]:
    """The records whose documents are in rows; without those that only a newer version knows."""
    found = (decode_record(document.encode()) for (document,) in rows)
    return (record for record in found if record is not None)


def _edit(row: Sequence[Any]) -> Edit:
    before, after = (
        None if side is None else decode_record(side.encode()) for side in (row[2], row[3])
    )
    return Edit(before=before, after=after)


def _commit(rows: Iterable[Any]) -> Commit:
    """A commit of its rows in the log; what is one's own comes before what is everybody's."""
    found = list(rows)
    headings = {row.private: row.heading for row in found if row.heading is not None}
    edits = (_edit(next(of_place)) for _, of_place in groupby(found, itemgetter(1)))
    # A record of a kind that only a newer version knows cannot be shown.
    shown = tuple(filter(_is_known, edits))
    heading = headings[True] if True in headings else headings[False]
    return replace(_decode_commit(heading), edits=shown)


def _is_known(edit: Edit) -> bool:
    return edit.before is not None or edit.after is not None


_OF_PERSON = f"""
SELECT r.document FROM {SCHEMA}.records r WHERE r.workspace = :workspace AND (r.kind, r.id) IN (
  SELECT l.kind, l.key FROM {SCHEMA}.log l
  WHERE l.workspace = :workspace AND l.person = :person AND l.kind NOT IN ('person', 'answer')
) {{which}} ORDER BY r.first, r.place"""
_HISTORY = text(_OF_PERSON.format(which=""))
_PUBLIC_HISTORY = text(_OF_PERSON.format(which="AND NOT r.private"))

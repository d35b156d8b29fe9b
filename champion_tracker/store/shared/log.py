"""What the database tells of the log: what was committed, by whom, and since when."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from itertools import groupby
from operator import itemgetter
from typing import Any, NamedTuple, Protocol, TypeVar

import msgspec
from msgspec.structs import replace
from sqlalchemy import Connection, select, text

from ...model import Assessment, Commit, Edit, Interaction, Promise, Record
from ..documents import decode_record
from .database import SINGLE, SNAPSHOT, Isolation
from .reading import read_history
from .tables import SCHEMA, log, plain

T = TypeVar("T")

PAGE = 500
"""How many commits are read at a time."""
STREAMED = 1_000
"""How many edits are, where there may be more than fit in memory."""

_decode_commit = msgspec.json.Decoder(Commit).decode


class Ask(Protocol):
    """What asks the database."""

    def __call__(self, work: Callable[[Connection], T], isolation: Isolation, /) -> T:
        """See `Database.run`."""
        ...


def read_commits(connection: Connection, workspace: str, *, above: int, up_to: int) -> list[Commit]:
    """The commits after ``above`` up to ``up_to``, oldest first, as one may see them."""
    rows = connection.execute(
        select(log.c.number, log.c.place, log.c.before, log.c.after, log.c.private, log.c.heading)
        .where(log.c.workspace == workspace, log.c.number.between(above + 1, up_to))
        .where(log.c.part == 0)
        .order_by(log.c.number, log.c.place, log.c.private.desc())
    )
    return list(_commits(rows))


class Since(NamedTuple):
    """What has been committed since some commit."""

    number: int
    """The last one."""
    commits: list[Commit]
    histories: dict[str, list[Record]]
    """The histories, after all of them, of those in whose past something was changed."""


def read_since(ask: Ask, workspace: str, above: int) -> Since:
    """Everything after the commit ``above``, as of one moment.

    Args:
        ask: Does something with a connection, kept apart from what others do.
        workspace: Its name.
        above: The last commit that is known.

    Raises:
        WorkspaceError: as ``ask`` does.
    """
    since: Since = ask(lambda c: _read_since(c, workspace, above), SINGLE)
    if not _changed_pasts(since.commits):
        return since

    def read_with_histories(connection: Connection) -> Since:
        since = _read_since(connection, workspace, above)
        changed = _changed_pasts(since.commits)
        histories = {p: read_history(connection, workspace, p) for p in changed}
        return since._replace(histories=histories)

    return ask(read_with_histories, SNAPSHOT)


def _read_since(connection: Connection, workspace: str, above: int) -> Since:
    """Without the histories; one question, for the database may be far away."""
    rows = connection.execute(_SINCE, {"workspace": workspace, "above": above}).all()
    last = rows[0].last if rows else above
    return Since(last, list(_commits(row for row in rows if row.number is not None)), {})


def _changed_pasts(commits: Iterable[Commit]) -> set[str]:
    """In whose past something was changed or removed, so that their digest is made anew."""
    return {
        person_id
        for commit in commits
        for edit in commit.edits
        if edit.before is not None
        for record in (edit.before, edit.after)
        if isinstance(record, Interaction | Assessment | Promise)
        for person_id in record.about
    }


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


def is_kept(connection: Connection, workspace: str, commit_id: str) -> bool:
    """Whether a commit is there."""
    there = select(log.c.number).where(log.c.workspace == workspace, log.c.id == plain(commit_id))
    return connection.execute(there).first() is not None


def _edit(row: Sequence[Any]) -> Edit:
    before, after = (
        None if side is None else decode_record(side.encode()) for side in (row[2], row[3])
    )
    return Edit(before=before, after=after)


def _commits(rows: Iterable[Any]) -> Iterator[Commit]:
    """The commits of their rows in the log; what is one's own comes before what is everybody's."""
    for _, of_one in groupby(rows, itemgetter(0)):
        found = list(of_one)
        headings: dict[bool, str] = {}
        for row in found:
            if row.heading is not None:
                headings.setdefault(row.private, row.heading)
        # Rows that nobody says anything of were not written by this program.
        heading = headings.get(True, headings.get(False))
        if heading is None:
            continue
        edits = (_edit(next(of_place)) for _, of_place in groupby(found, itemgetter(1)))
        # A record of a kind that only a newer version knows cannot be shown.
        yield replace(_decode_commit(heading), edits=tuple(filter(_is_known, edits)))


def _is_known(edit: Edit) -> bool:
    return edit.before is not None or edit.after is not None


_SINCE = text(f"""
SELECT l.number, l.place, l.before, l.after, l.private, l.heading, w.number AS last
FROM {SCHEMA}.workspaces w LEFT JOIN {SCHEMA}.log l
  ON l.workspace = w.name AND l.number > :above AND l.number <= w.number AND l.part = 0
WHERE w.name = :workspace ORDER BY l.number, l.place, l.private DESC""")

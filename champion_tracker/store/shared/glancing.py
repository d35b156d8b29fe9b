"""A glance at a workspace: as much of it as tells who is due, without reading everybody.

The open matters are read, and those people who are awake by what this machine remembers of who
rests; whoever else is asked for is read then. All of it is of one moment.
"""

from collections.abc import Callable, Collection
from datetime import date
from typing import TypeVar

from sqlalchemy import Connection

from ...model import Digest, Person, Settings, Tie, Workspace
from ...rules.areas import areas_served
from ...rules.watch import watch
from ..shelf import Unread
from ..view import View
from . import digests, reading
from .loading import read_people_of, stored_digests
from .resting import Rester

T = TypeVar("T")


def glance(
    connection: Connection,
    rester: Rester,
    settings: Settings,
    days: tuple[date, date],
    work: Callable[[Workspace], T],
) -> T | None:
    """What ``work`` makes of a workspace that reads only whom it asks for.

    Args:
        connection: All is read in its transaction.
        rester: Knows which workspace it is, and who rests in it.
        settings: The thresholds of the rules.
        days: The day that is asked about, and the last one that is looked at.
        work: Has to be done with the workspace when it returns.

    Returns:
        None where it is not known who rests: to find that out everybody has to be read.
    """
    today, horizon = days
    known = rester.recall(connection, reading.number_of(connection, rester.name) or 0, settings)
    if known is None:
        return None
    rests, since = known
    view = View()
    view.watch.begin(rests)
    if not view.watch.holds_on(today):
        return None
    for commit in since:
        view.wake(commit)
    people = _People(connection, rester.name, view)
    view.people.lay(Unread(people.has_any, people.person, people.all))
    view.digests.lay(Unread(people.has_any, people.digest, people.all_digests))
    for record in reading.read_matters(connection, rester.name):
        view.place(record)
    workspace = view.workspace(settings)
    awake, _ = watch(workspace, today, horizon, areas_served(workspace))
    people.expect({*awake, *_beside(workspace, {*awake})})
    return work(workspace)


def _beside(workspace: Workspace, awake: Collection[str]) -> set[str]:
    """Whose records tell something about those who are awake, or about the programme."""
    beside: set[str] = set()
    for person_id in awake:
        for matter in workspace.matters_of.get(person_id, {}).values():
            if isinstance(matter, Tie):
                beside.update(matter.about)
    for telling in workspace.tellings.values():
        beside.update(telling.about)
    for seat in workspace.seats.values():
        beside.update(seat.about)
    return beside


class _People:
    """Reads people and their digests: those expected at once, others one by one."""

    def __init__(self, connection: Connection, workspace: str, view: View) -> None:
        self._connection = connection
        self._workspace = workspace
        self._view = view
        self._folded = digests.folded(connection, workspace)
        self._expected: set[str] = set()

    def expect(self, person_ids: Collection[str]) -> None:
        """Read these; who is not found among them is nowhere."""
        self._expected.update(person_ids)
        for record in read_people_of(self._connection, self._workspace, person_ids):
            self._view.place(record)
        found = stored_digests(self._connection, self._workspace, person_ids, self._folded)
        self._view.digests.update(found)

    def has_any(self) -> bool:
        """There is no telling without a look, and nobody asks."""
        return True

    def person(self, key: str) -> Person | None:
        if key in self._expected:
            return None
        found = read_people_of(self._connection, self._workspace, [key])
        return next((record for record in found if isinstance(record, Person)), None)

    def digest(self, key: str) -> Digest | None:
        if key in self._expected:
            return None
        found = stored_digests(self._connection, self._workspace, [key], self._folded)
        return dict(found).get(key)

    def all(self) -> dict[str, Person]:
        found = reading.read_people(self._connection, self._workspace)
        return {record.id: record for record in found if isinstance(record, Person)}

    def all_digests(self) -> dict[str, Digest]:
        return dict(
            stored_digests(self._connection, self._workspace, [*self._view.people], self._folded)
        )

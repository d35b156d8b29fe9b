"""Rest: until when nothing about anybody can be due, so that nobody need look at them."""

from collections.abc import Iterator
from datetime import date

from ..model import Person, Promise, Relation, Resting, Rests, Standing, Tie, Workspace
from .agenda import Agenda
from .champion_test import champion_test
from .days import days_after
from .roster import Roster


def rests(workspace: Workspace, today: date) -> Rests:
    """Everybody about whom anything can be due, and until when they rest from ``today`` on.

    Somebody rests until the first day on which something is due as things stand, and no longer
    than until the next one on which things stand otherwise: a position begins, a grace ends.
    """
    agenda = Agenda(workspace, today, (date.max - today).days)
    news = [story.on for story in workspace.stories.values() if story.on > today]
    groups: dict[tuple[Standing | None, tuple[str, ...]], list[tuple[int, str, int]]] = {}
    for person_id in agenda.people():
        roster = Roster()
        days = [prompt.due for prompt in agenda.about(person_id, roster)]
        standing, since = roster.standings.get(person_id), roster.followed.get(person_id)
        if since is not None:
            days += turns(workspace, workspace.people[person_id], today)
        if standing is Standing.CHAMPION:
            days += news
        # A champion who left is named; nobody who has to be named rests.
        wakes = today if roster.gone else max(today, min(days, default=date.max))
        areas = tuple(sorted(roster.areas.get(person_id, ())))
        if since is not None or days:
            entry = (wakes.toordinal(), person_id, since.toordinal() if since is not None else 0)
            groups.setdefault((standing, areas), []).append(entry)
    return Rests(on=today, groups=tuple(_group(*key, found) for key, found in groups.items()))


def _group(
    standing: Standing | None, areas: tuple[str, ...], found: list[tuple[int, str, int]]
) -> Resting:
    wakes, ids, since = zip(*sorted(found), strict=True)
    followed = since if standing is not None else ()
    return Resting(standing=standing, areas=areas, ids=ids, wakes=wakes, since=followed)


def turns(workspace: Workspace, person: Person, today: date) -> Iterator[date]:
    """The days after ``today`` on which the same records come to mean something else."""
    lapses = champion_test(workspace.digest(person.id), today, workspace.settings).lapses_on
    days = [lapses, *_moves(person)]
    for matter in workspace.matters_of.get(person.id, {}).values():
        if isinstance(matter, Promise) and not matter.ours:
            days.append(days_after(matter.due, workspace.settings.grace_days + 1))
        elif isinstance(matter, Tie) and matter.relation is Relation.EAR:
            other = workspace.people.get(matter.other_id)
            days += [matter.since, *(_moves(other) if other is not None else ())]
    return (day for day in days if day is not None and day > today)


def _moves(person: Person) -> Iterator[date | None]:
    for position in person.positions:
        yield position.start
        yield position.end

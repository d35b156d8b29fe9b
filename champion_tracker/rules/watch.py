"""The watch: who has to be looked at to know what is due, and what the others count for."""

from bisect import bisect_right
from collections.abc import Iterable
from datetime import date
from itertools import compress
from typing import NamedTuple

from ..model import Answer, Edit, Relation, Resting, Standing, Tie, Workspace


class Asleep(NamedTuple):
    """What those who are not looked at count for."""

    champions: int = 0
    """How many they are; never a single one, who would have to be named."""
    since: date | None = None
    """Since when the first of them is followed."""
    areas: frozenset[str] = frozenset()
    """Where champions and supporters among them work."""


NOBODY = Asleep()


def touched_by(edit: Edit) -> set[str]:
    """Whom an edit can touch; an answer may say so only by the key of its prompt."""
    touched = set(edit.about)
    if isinstance(edit.record, Answer):
        touched.add(edit.record.id.rpartition(":")[2])
    return touched


def who_listen(workspace: Workspace, people: Iterable[str]) -> set[str]:
    """Those who have the ear of any of these, and so their influence."""
    return {
        matter.person_id
        for person_id in people
        for matter in workspace.matters_of.get(person_id, {}).values()
        if isinstance(matter, Tie)
        and matter.relation is Relation.EAR
        and matter.other_id == person_id
    }


def watch(
    workspace: Workspace, today: date, horizon: date, areas: Iterable[str]
) -> tuple[Iterable[str], Asleep]:
    """Whom to look at, to know what is due up to the ``horizon``, and what the others count for.

    Args:
        workspace: What is at hand.
        today: The day that is asked about.
        horizon: The last day that is looked at.
        areas: The keys of the areas that the programme serves.

    Where the programme lacks a champion, whoever might become one is looked at, to be named.
    """
    known = workspace.watch
    if known.rests is None or not known.holds_on(today):
        return {**workspace.people, **workspace.matters_of}, NOBODY
    awake = known.woken | who_listen(workspace, known.woken)
    asleep = []
    for group in known.rests.groups:
        first = bisect_right(group.wakes, horizon.toordinal())
        if known.is_retold and group.standing is Standing.CHAMPION:
            first = len(group.ids)
        awake.update(group.ids[:first])
        asleep.append(_without(awake, group, first))
    awake.update(_who_are_named(asleep, frozenset(areas)))
    return awake, _count([_without(awake, group, 0) for group in asleep])


def _without(awake: set[str], group: Resting, first: int) -> Resting:
    """Those of a group from the ``first`` on who are not awake."""
    ids, since = group.ids[first:], group.since[first:]
    if not awake.isdisjoint(ids):
        rests = [key not in awake for key in ids]
        ids, since = tuple(compress(ids, rests)), tuple(compress(since, rests))
    return Resting(standing=group.standing, areas=group.areas, ids=ids, wakes=(), since=since)


def _count(asleep: list[Resting]) -> Asleep:
    since = min((min(group.since) for group in asleep if group.since), default=None)
    return Asleep(
        sum(len(group.ids) for group in asleep if group.standing is Standing.CHAMPION),
        date.fromordinal(since) if since is not None else None,
        _covered(asleep),
    )


def _covered(asleep: list[Resting]) -> frozenset[str]:
    helpful = (Standing.CHAMPION, Standing.SUPPORTER)
    return frozenset(
        key for group in asleep if group.ids and group.standing in helpful for key in group.areas
    )


def _who_are_named(asleep: list[Resting], areas: frozenset[str]) -> Iterable[str]:
    """Whoever is named where a champion lacks, or is the only one."""
    champions = [group for group in asleep if group.standing is Standing.CHAMPION]
    potential = [group for group in asleep if group.standing is Standing.POTENTIAL]
    if sum(len(group.ids) for group in champions) < 2:
        named = [*champions, *potential]
    else:
        bare = areas - _covered(asleep)
        named = [group for group in potential if not bare.isdisjoint(group.areas)]
    return (key for group in named for key in group.ids)

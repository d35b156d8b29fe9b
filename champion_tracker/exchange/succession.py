"""Who takes over from whom: the new holder of a post that somebody gave up."""

from collections.abc import Iterator, Sequence
from datetime import date

from msgspec.structs import replace

from ..model import Person, Position, Workspace
from .changes import ChangeKind, ImportChange
from .spelling import organization_key, same_words

Post = tuple[str, ...]


def successors(
    changes: Sequence[ImportChange], workspace: Workspace, today: date
) -> list[ImportChange]:
    """The entries, those of new holders saying whom they follow.

    A post is the same by its number in the organisation, or by title, organisation and business
    area. Where several people gave up such a post, nobody is said to follow any of them. Of a
    post that was given up before, only those whom we follow are remembered.
    """
    given_up: dict[Post, list[Person]] = {}
    for person, position in _moves(changes, ended=True):
        for post in _posts(position):
            given_up.setdefault(post, []).append(person)
    taken_up = list(_moves(changes, ended=False))
    given_up = {**_vacant(taken_up, workspace, today), **given_up}
    if not given_up:
        return list(changes)
    follows: dict[str, Person] = {}
    for person, position in taken_up:
        for post in _posts(position):
            before = [other for other in given_up.get(post, ()) if other.id != person.id]
            if len(before) == 1:
                follows[person.id] = before[0]
    return [
        _following(change, follows[change.person_id])
        if change.edits and change.person_id in follows and change.kind in _TAKES_UP
        else change
        for change in changes
    ]


_TAKES_UP = (ChangeKind.NEW, ChangeKind.POSITION)


def predecessor(person: Person, workspace: Workspace, today: date) -> Person | None:
    """The followed person who held before what somebody holds now; None where it is nobody."""
    held = [(person, position) for position in person.current_positions(today)]
    found = {other.id: other for one in _vacant(held, workspace, today).values() for other in one}
    return next(iter(found.values())) if len(found) == 1 else None


def _following(change: ImportChange, before: Person) -> ImportChange:
    why = " ".join(filter(None, (change.why, f"Takes over from {before.name}.")))
    return replace(change, why=why, follows=before.id if before.is_followed else "")


def _vacant(
    taken_up: Sequence[tuple[Person, Position]], workspace: Workspace, today: date
) -> dict[Post, list[Person]]:
    """The posts that are taken up, nobody else holds, and somebody whom we follow held last."""
    if not taken_up:
        return {}
    given_up = {
        post
        for person in workspace.people.values()
        if person.is_followed
        for position in person.positions
        if position.end is not None and position.end <= today
        for post in _posts(position)
    }
    wanted = given_up and {post for _, position in taken_up for post in _posts(position)} & given_up
    if not wanted:
        return {}
    takers = {person.id for person, _ in taken_up}
    last: dict[Post, tuple[date, list[Person]]] = {}
    for person in workspace.people.values():
        if person.id in takers:
            continue
        for position in person.positions:
            until = date.max if position.is_current(today) else position.end or date.min
            for post in filter(wanted.__contains__, _posts(position)):
                latest, people = last.get(post, (date.min, []))
                if until >= latest:
                    last[post] = (until, [*people, person] if until == latest else [person])
    return {
        post: people
        for post, (until, people) in last.items()
        if until != date.max and all(person.is_followed for person in people)
    }


def _moves(changes: Sequence[ImportChange], *, ended: bool) -> Iterator[tuple[Person, Position]]:
    """The positions that people gave up, or took up."""
    for change in changes:
        for edit in change.edits:
            if isinstance(edit.after, Person):
                old = edit.before.positions if isinstance(edit.before, Person) else ()
                yield from ((edit.after, p) for p in _moved(old, edit.after.positions, ended=ended))


def _moved(old: Sequence[Position], new: Sequence[Position], *, ended: bool) -> Iterator[Position]:
    known = {position.id: position for position in old}
    for position in new:
        was = known.get(position.id)
        if (not ended and was is None and position.end is None) or (
            ended and was is not None and was.end is None and position.end is not None
        ):
            yield position


def _posts(position: Position) -> Iterator[Post]:
    """The ways in which a post may be the same."""
    organization = organization_key(position.organization)
    if position.post_id:
        yield organization, position.post_id
    elif position.title:
        yield organization, same_words(position.title), same_words(position.area)

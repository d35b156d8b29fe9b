"""Who takes over from whom: the new holder of a post that somebody gave up in the same import."""

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from ..model import Person, Position
from .changes import ChangeKind, ImportChange
from .spelling import organization_key, same_words


def successors(changes: Sequence[ImportChange]) -> list[ImportChange]:
    """The entries, those of new holders saying whom they follow.

    A post is the same by its number in the organisation, or by title, organisation and business
    area. Where several people gave up such a post, nobody is said to follow any of them.
    """
    given_up: dict[tuple[str, ...], list[Person]] = {}
    for person, position in _moves(changes, ended=True):
        for post in _posts(position):
            given_up.setdefault(post, []).append(person)
    if not given_up:
        return list(changes)
    follows: dict[str, str] = {}
    for person, position in _moves(changes, ended=False):
        for post in _posts(position):
            before = [other for other in given_up.get(post, ()) if other.id != person.id]
            if len(before) == 1:
                follows[person.id] = f"Takes over from {before[0].name}."
    return [
        replace(change, why=" ".join(filter(None, (change.why, follows[change.person_id]))))
        if change.edits and change.person_id in follows and change.kind in _TAKES_UP
        else change
        for change in changes
    ]


_TAKES_UP = (ChangeKind.NEW, ChangeKind.POSITION)


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


def _posts(position: Position) -> Iterator[tuple[str, ...]]:
    """The ways in which a post may be the same."""
    organization = organization_key(position.organization)
    if position.post_id:
        yield organization, position.post_id
    elif position.title:
        yield organization, same_words(position.title), same_words(position.area)

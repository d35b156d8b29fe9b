"""Who is who by name: the same one in the organisation, or a short one with the same title."""

from collections import Counter
from collections.abc import Iterable, Sequence

from ..model import Person
from .claims import Claims
from .grouping import Group
from .names import Likeness, abbreviates, likeness
from .signs import are_told_apart, holds, is_near, is_of, share_organization


def by_name(claims: Claims) -> None:
    """Settle the groups whose name is known in their organisation."""
    for namesakes in claims.namesakes():
        left = [group for group in namesakes if not group.is_settled]
        candidates = {
            id(group): [p for p in claims.known_as(group) if is_of(p, group)] for group in left
        }
        for group in left:
            exact = _exact(claims, group, candidates[id(group)])
            rivals = [g for g in left if g is not group and exact and holds(exact[0], g)]
            if len(exact) == 1 and not rivals:
                claims.settle(group, exact[0])
        for group in [group for group in left if not group.is_settled]:
            _only_one(claims, group, left, candidates[id(group)])
    claims.join_by_word()


def _exact(claims: Claims, group: Group, candidates: Iterable[Person]) -> list[Person]:
    """Who holds just what the rows say; also of those whom the user knows in another row."""
    claimed = filter(claims.is_by_word, claims.claimed_namesakes(group))
    free = (person for person in candidates if claims.is_free(person, group))
    return [person for person in (*free, *claimed) if holds(person, group)]


def _only_one(claims: Claims, group: Group, left: list[Group], candidates: list[Person]) -> None:
    """Settle a group if one person is left for it and it is alone left for that person."""
    free = [person for person in candidates if claims.is_free(person, group)]
    rivals = [
        other
        for other in left
        if other is not group and not other.person and share_organization(group, other)
    ]
    if len(free) == 1 and not rivals:
        claims.settle(group, free[0])
        return
    if free:
        group.leave_open(_several(free), free)
        return
    apart = all(are_told_apart(group, other, claims.is_personal) for other in rivals)
    known = [
        person
        for person in claims.named(group)
        if is_of(person, group) and not claims.answers.deny(group, person)
    ]
    if known and (is_near(known[0], group) or not _is_namesake(claims, group, rivals, known)):
        group.leave_open(listed_again(known[0]), known)
    elif rivals and not apart and not known:
        # Somebody of this name there is: the first row brings them, and then the rest is asked.
        first = min((group, *rivals), key=left.index)
        if first is not group:
            group.leave_open(
                f"{first.first.where} has this name in this organisation, too, and nothing "
                "tells whether they are one person. Import again to say so."
            )


def _is_namesake(claims: Claims, group: Group, rivals: list[Group], people: list[Person]) -> bool:
    """Whether the rows that are these people, or may be, say that this is somebody else."""
    known = {person.id for person in people}
    theirs = [other for other in claims.groups if other.person and other.person.id in known]
    return all(are_told_apart(group, other, claims.is_personal) for other in (*rivals, *theirs))


def by_short_name(claims: Claims) -> None:
    """Settle the groups whose name is somebody's in short, with the same title in one place.

    Only where neither the name nor the person could be taken for another.
    """
    left = claims.open()
    pairs = [(group, near) for group in left if (near := _near(claims, group))]
    wanted = Counter(person.id for _, near in pairs for person in near)
    for group, near in pairs:
        only = near[0]
        if (
            len(near) == 1
            and wanted[only.id] == 1
            and abbreviates(only.name, group.first.name)
            and not claims.known_as(group)
            and claims.owner_of_address(group) in (None, only)
        ):
            claims.settle(group, only)
        else:
            group.leave_open(f"{only.name} has the same title there; it may be the same.", near)


def _near(claims: Claims, group: Group) -> list[Person]:
    """The people with the same title in the same place for whose name this one may stand."""
    found = {
        person.id: person
        for row in group.rows
        for person in claims.known.holding(row.organization, row.title)
        if likeness(person.name, row.name) is Likeness.CLOSE and claims.is_free(person, group)
    }
    return list(found.values())


def listed_again(person: Person) -> str:
    """Why it cannot be told whether a row is somebody to whom another one belongs."""
    return (
        f"{person.name} is listed in another row, "
        "and nothing tells whether this is a second post or a namesake."
    )


def _several(people: Sequence[Person]) -> str:
    if len(people) == 1:
        return f"Several rows may be {people[0].name}, and nothing tells which."
    return f"{len(people)} people of this name are known in this organisation."

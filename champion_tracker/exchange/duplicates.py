"""People who may be one and the same, likeliest first; nobody is merged by this."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations
from typing import NamedTuple

from ..model import Person, Verdict, verdict_id
from .incoming import namespace
from .names import Likeness, likeness, same_at, words
from .spelling import email_key, link_key, organization_key, phone_key

_CROWD = 25
"""So many people with one sign in common have it for another reason: a switchboard, a town."""


class Pair(NamedTuple):
    """Two people who may be one."""

    one: Person
    other: Person
    signs: tuple[str, ...]
    """What speaks for it, each a phrase."""
    weight: int
    """How much speaks for it; 3 and more is likely."""


def duplicates(people: Iterable[Person], verdicts: Iterable[Verdict] = ()) -> list[Pair]:
    """Pairs whose names may be one person's and who share more than that, likeliest first.

    Whoever has another identifier in the same source is another person; so is whoever was said
    to be one.
    """
    denied = {verdict.id for verdict in verdicts if not verdict.same}
    found: dict[tuple[str, str], Pair] = {}
    for one, other in _candidates(list(people)):
        place = one.id, other.id
        is_told = _are_told_apart(one, other) or verdict_id(one.id, other.id) in denied
        if place not in found and not is_told:
            pair = _pair(one, other)
            if pair is not None:
                found[place] = pair
    return sorted(found.values(), key=lambda pair: (-pair.weight, pair.one.name, pair.one.id))


def _candidates(people: list[Person]) -> Iterator[tuple[Person, Person]]:
    """The pairs worth a look: those with a name, an address or an organisation in common."""
    blocks: defaultdict[tuple[str, str], list[Person]] = defaultdict(list)
    for person in people:
        for block in set(_blocks(person)):
            blocks[block].append(person)
    for alike in blocks.values():
        if len(alike) <= _CROWD:
            yield from combinations(alike, 2)


def _blocks(person: Person) -> Iterator[tuple[str, str]]:
    yield "name", " ".join(words(person.name))
    yield from (("email", email_key(address)) for address in person.emails)
    yield from (("link", link_key(link)) for link in person.links)
    yield from (("phone", phone_key(number)) for number in person.phones)
    for place in _organizations(person):
        yield from ((f"at {place}", word) for word in words(person.name) if len(word) > 2)


def _pair(one: Person, other: Person) -> Pair | None:
    """The two with what speaks for their being one, if that is anything beyond a name."""
    alike = likeness(one.name, other.name)
    if alike is Likeness.DIFFERENT:
        return None
    signs = dict(_signs(one, other))
    names = {
        Likeness.SAME: ("the same name", 2),
        Likeness.CLOSE: ("a name that may stand for the other", 1),
        Likeness.SHARED: ("a part of the name", 0),
    }
    phrase, weight = names[alike]
    if not signs or (alike is Likeness.SHARED and not _is_at_home(one, other)):
        return None
    return Pair(one, other, (phrase, *signs), weight + sum(signs.values()))


def _is_at_home(one: Person, other: Person) -> bool:
    """Whether the two share an address that is made of the name of one of them."""
    return any(
        same_at(one.name, other.name, address)
        for address in set(map(email_key, one.emails)) & set(map(email_key, other.emails))
    )


def _signs(one: Person, other: Person) -> Iterator[tuple[str, int]]:
    if set(map(email_key, one.emails)) & set(map(email_key, other.emails)):
        yield "an e-mail address", 2
    if set(map(link_key, one.links)) & set(map(link_key, other.links)):
        yield "a link", 1
    if set(map(phone_key, one.phones)) & set(map(phone_key, other.phones)):
        yield "a telephone number", 1
    if _organizations(one) & _organizations(other):
        yield "an organisation", 1


def _organizations(person: Person) -> set[str]:
    return {organization_key(p.organization) for p in person.positions if p.organization}


def _are_told_apart(one: Person, other: Person) -> bool:
    """Whether one source knows the two by different identifiers."""
    mine = {namespace(identifier): identifier for identifier in one.source_ids}
    theirs = {namespace(identifier): identifier for identifier in other.source_ids}
    return any(mine[source] != theirs[source] for source in mine.keys() & theirs.keys())

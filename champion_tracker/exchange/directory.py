"""The people of the workspace, by what tells who they are."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property

from ..model import Person
from .grouping import is_profile
from .incoming import own_id
from .names import words
from .spelling import email_key, link_key, organization_key, same_words


class Directory:
    """Finds people by identifier, address, profile, name and post.

    What is not asked for is not indexed: a file full of known identifiers needs little of it.
    """

    def __init__(self, people: Sequence[Person]) -> None:
        self._people = people

    @cached_property
    def of_id(self) -> dict[str, list[Person]]:
        """By the identifiers of sources, and by our own."""
        return _index(self._people, lambda person: (*person.source_ids, own_id(person)))

    @cached_property
    def of_email(self) -> dict[str, list[Person]]:
        """By e-mail address."""
        return _index(self._people, lambda person: map(email_key, person.emails))

    @cached_property
    def of_link(self) -> dict[str, list[Person]]:
        """By personal profile."""
        return _index(self._people, lambda person: map(link_key, filter(is_profile, person.links)))

    @cached_property
    def of_words(self) -> dict[str, list[Person]]:
        """By the words of the name."""
        return _index(self._people, lambda person: [" ".join(words(person.name))])

    def holding(self, organization: str, title: str) -> Sequence[Person]:
        """Who holds a title in an organisation now."""
        return self._of_post.get((organization_key(organization), same_words(title)), ())

    @cached_property
    def _of_post(self) -> dict[tuple[str, str], list[Person]]:
        held: defaultdict[tuple[str, str], list[Person]] = defaultdict(list)
        for person in self._people:
            for position in person.positions:
                if position.end is None and position.title:
                    place = organization_key(position.organization), same_words(position.title)
                    held[place].append(person)
        return dict(held)


def _index(
    people: Iterable[Person], keys: Callable[[Person], Iterable[str]]
) -> dict[str, list[Person]]:
    found: defaultdict[str, list[Person]] = defaultdict(list)
    for person in people:
        for key in dict.fromkeys(keys(person)):
            found[key].append(person)
    return dict(found)

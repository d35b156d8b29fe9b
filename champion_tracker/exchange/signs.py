"""What speaks for a group of rows being a person or another group, once their names are alike."""

from collections.abc import Callable

from ..model import Person
from .grouping import Group
from .spelling import email_key, organization_key, same_words


def is_of(person: Person, group: Group) -> bool:
    """Whether a person is or was in an organisation of the rows; none is one of its own."""
    theirs = {organization_key(p.organization) for p in person.positions if p.organization}
    return bool(theirs & group.organizations) or theirs == group.organizations


def holds(person: Person, group: Group) -> bool:
    """Whether a person holds a position that a row of the group describes."""
    return any(
        position.end is None
        and same_words(position.title) == same_words(row.title)
        and same_words(position.area) == same_words(row.area)
        for position in person.positions
        for row in group.rows
        if organization_key(position.organization) == organization_key(row.organization)
    )


def is_near(person: Person, group: Group) -> bool:
    """Whether rows of somebody's name may be theirs: by an address, or for want of any sign."""
    if any(email_key(address) in group.emails for address in person.emails):
        return True
    return not group.first.source_id and not group.emails and is_of(person, group)


def share_organization(one: Group, other: Group) -> bool:
    """Whether two groups name an organisation in common; none is one of its own."""
    return bool(one.organizations & other.organizations) or one.organizations == other.organizations


def are_told_apart(one: Group, other: Group, is_personal: Callable[[str], bool]) -> bool:
    """Whether two groups of one name in one place cannot be one person."""
    if one.first.source_id and other.first.source_id:
        return True
    mine, theirs = filter(is_personal, one.emails), filter(is_personal, other.emails)
    return any(mine) and any(theirs)

"""Who is who: which person of the workspace, if any, each row of a file is about.

Evidence is weighed in an order: what the user has said, an identifier of the source, an address
or profile that is one person's only, the name within the organisation. What stronger evidence has
claimed, weaker evidence cannot claim again. What is left doubtful is said to be so, and never
guessed.
"""

from collections.abc import Callable, Iterable, Sequence

from msgspec import Struct

from ..model import Person, Verdict
from .by_name import by_name, by_short_name, listed_again
from .claims import Claims
from .grouping import Group, is_profile
from .incoming import Incoming
from .names import Likeness, likeness, same_at
from .signs import is_near
from .spelling import link_key


class Match(Struct, frozen=True, kw_only=True):
    """Rows that are about one person, and who that is."""

    rows: tuple[Incoming, ...]
    person: Person | None = None
    """None for somebody new, or while in doubt."""
    doubt: str = ""
    """Why it cannot be told who this is, as a sentence; empty when it can."""
    suspects: tuple[Person, ...] = ()
    """Whom the rows may be about, while in doubt."""
    key: str = ""
    """What stands for the rows in an answer, where there is somebody to suspect."""


def match(
    incoming: Sequence[Incoming], people: Iterable[Person], verdicts: Iterable[Verdict] = ()
) -> tuple[list[Match], list[str]]:
    """Say of each row whom it is about, and what the user should know about how that was told."""
    claims = Claims(incoming, list(people), verdicts)
    for weigh in (
        _by_answer,
        _by_identifier,
        _by_email,
        _by_link,
        by_name,
        by_short_name,
        _leave_in_doubt,
    ):
        weigh(claims)
    return [
        Match(
            rows=tuple(group.rows),
            person=group.person,
            doubt=group.doubt,
            suspects=group.suspects,
            key=claims.answers.keys(group)[0] if group.suspects else "",
        )
        for group in claims.groups
    ], claims.notes


def _by_answer(claims: Claims) -> None:
    """Settle the groups of which the user has said who they are."""
    for group in claims.open():
        if person := claims.answers.person(group):
            claims.settle(group, person, by_word=True)


def _by_identifier(claims: Claims) -> None:
    """Settle the groups whose identifier is known."""
    for group in claims.open():
        if not group.first.source_id:
            continue
        known = [
            person
            for person in claims.known.of_id.get(group.first.source_id, ())
            if not claims.answers.deny(group, person)
        ]
        alike = [p for p in known if likeness(p.name, group.first.name) > Likeness.DIFFERENT]
        if len(alike) == 1:
            claims.settle(group, alike[0])
        elif len(known) > 1:
            group.leave_open("Several people here have its identifier.", known)
        elif known:
            group.leave_open(
                f"Its identifier is that of {known[0].name}, a wholly different name.", known
            )
    claims.join()
    claims.refuse_doubles()


def _by_email(claims: Claims) -> None:
    """Settle the groups with an address that one known person has."""
    _by_mark(
        claims,
        lambda group: filter(claims.is_personal, group.emails),
        lambda mark: claims.known.of_email.get(mark, []),
        same_at,
    )


def _by_link(claims: Claims) -> None:
    """Settle the groups with a personal profile that one known person has."""
    _by_mark(
        claims,
        lambda group: {link_key(x) for row in group.rows for x in row.links if is_profile(x)},
        lambda mark: claims.known.of_link.get(mark, []),
        lambda one, other, _: likeness(one, other) > Likeness.DIFFERENT,
    )


def _by_mark(
    claims: Claims,
    marks: Callable[[Group], Iterable[str]],
    known: Callable[[str], list[Person]],
    is_same: Callable[[str, str, str], bool],
) -> None:
    left = claims.open()
    for group in left:
        found = {
            person.id: person
            for mark in marks(group)
            if len(known(mark)) == 1
            for person in known(mark)
            if claims.is_free(person, group) and is_same(person.name, group.first.name, mark)
        }
        if len(found) == 1:
            claims.settle(group, *found.values())
        elif found:
            group.leave_open("Its addresses belong to several people.", found.values())
    if left:
        claims.refuse_doubles()


def _leave_in_doubt(claims: Claims) -> None:
    """Leave open who a row is about where somebody known may be meant."""
    for group in claims.open():
        if owner := claims.owner_of_address(group):
            group.leave_open(
                f"Its e-mail address is that of {owner.name}, a different name.", [owner]
            )
        elif elsewhere := claims.known_as(group):
            group.leave_open(_elsewhere(elsewhere[0]), elsewhere)
        elif again := [p for p in claims.claimed_namesakes(group) if is_near(p, group)]:
            group.leave_open(listed_again(again[0]), again)


def _elsewhere(person: Person) -> str:
    places = [p.organization for p in person.positions if p.organization]
    where = f"at {places[-1]}" if places else "without an organisation"
    return (
        f"{person.name} is known {where}, and nothing shows whether this is the same person; "
        "an e-mail address in common would."
    )

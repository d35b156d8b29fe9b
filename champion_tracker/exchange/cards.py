"""People to cards: vCard 3.0 (RFC 2426) and 4.0 (RFC 6350).

A card's UID is the one that its person came with, or else ours: a second import elsewhere finds
the same card again.
"""

from collections.abc import Callable, Iterable, Iterator
from datetime import date

from ..model import Card, Person, Position, Record
from .incoming import own_id
from .keeping import Kept, escaped, for_version

VERSIONS = ("3.0", "4.0")

_LONGEST_LINE = 75
"""In bytes, the line's end not counted (RFC 6350, section 3.2)."""


def write(
    people: Iterable[Person],
    today: date,
    *,
    version: str = "3.0",
    history: Callable[[str], Iterable[Record]] | None = None,
) -> str:
    """The cards of several people, with the positions that they hold ``today``.

    What ``history`` knows of the cards that they came on stands on them, too.

    Raises:
        ValueError: ``version`` is none of `VERSIONS`.
    """
    if version not in VERSIONS:
        raise ValueError(f"no such version of vCard: {version}")
    return "".join(
        _folded(line)
        for person in people
        for line in (
            "BEGIN:VCARD",
            f"VERSION:{version}",
            *_lines(person, today, version, _kept(person, history)),
            "END:VCARD",
        )
    )


def _kept(person: Person, history: Callable[[str], Iterable[Record]] | None) -> Kept:
    records = history(person.id) if history else ()
    return Kept(text for r in records if isinstance(r, Card) for text in r.properties)


def _lines(person: Person, today: date, version: str, kept: Kept) -> Iterator[str]:
    uid = _uid(person)
    kind = ";VALUE=text" if version == "4.0" and ":" not in uid else ""
    yield f"UID{kind}:{escaped(uid)}"
    yield f"FN:{escaped(person.name)}"
    yield kept.name(person.name)
    positions = person.current_positions(today)
    for n, position in enumerate(positions, start=1):
        group = f"position{n}." if len(positions) > 1 else ""
        yield from (f"{group}{line}" for line in _job(position))
    yield from kept.ways("EMAIL", person.emails)
    yield from kept.ways("TEL", person.phones)
    yield from kept.ways("URL", person.links)
    if person.tags:
        yield f"CATEGORIES:{','.join(map(escaped, person.tags))}"
    if person.notes:
        yield f"NOTE:{escaped(person.notes)}"
    for text in kept.rest:
        # Beside the titles of several positions a role would be read as one more.
        if len(positions) < 2 or not text.startswith("ROLE"):
            yield for_version(text, version)


def _job(position: Position) -> Iterator[str]:
    if position.organization or position.area:
        area = f";{escaped(position.area)}" if position.area else ""
        yield f"ORG:{escaped(position.organization)}{area}"
    if position.title:
        yield f"TITLE:{escaped(position.title)}"


def _uid(person: Person) -> str:
    """The identifier of the card that the person came on, or ours."""
    brought = (i.removeprefix("vcard:") for i in person.source_ids if i.startswith("vcard:"))
    return next(brought, own_id(person))


def _folded(line: str) -> str:
    """A line in pieces that are short enough, no letter torn."""
    pieces: list[str] = []
    piece, size = "", 0
    for sign in line:
        width = len(sign.encode(errors="replace"))
        if size + width > _LONGEST_LINE:
            pieces.append(piece)
            piece, size = " ", 1
        piece += sign
        size += width
    return "\r\n".join([*pieces, piece]) + "\r\n"

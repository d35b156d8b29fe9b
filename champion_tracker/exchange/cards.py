"""People to cards: vCard 3.0 (RFC 2426) and 4.0 (RFC 6350).

A card's UID is the one that its person came with, or else ours: a second import elsewhere finds
the same card again.
"""

from collections.abc import Iterable, Iterator
from datetime import date

from ..model import Person, Position
from .incoming import own_id

VERSIONS = ("3.0", "4.0")

_LONGEST_LINE = 75
"""In bytes, the line's end not counted (RFC 6350, section 3.2)."""


def write(people: Iterable[Person], today: date, *, version: str = "3.0") -> str:
    """The cards of several people, with the positions that they hold ``today``.

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
            *_lines(person, today, version),
            "END:VCARD",
        )
    )


def _lines(person: Person, today: date, version: str) -> Iterator[str]:
    given, _, family = person.name.rpartition(" ")
    uid = _uid(person)
    kind = ";VALUE=text" if version == "4.0" and ":" not in uid else ""
    yield f"UID{kind}:{_escaped(uid)}"
    yield f"FN:{_escaped(person.name)}"
    yield f"N:{_escaped(family)};{_escaped(given)};;;"
    positions = person.current_positions(today)
    for n, position in enumerate(positions, start=1):
        group = f"position{n}." if len(positions) > 1 else ""
        yield from (f"{group}{line}" for line in _job(position))
    yield from (f"EMAIL:{_escaped(address)}" for address in person.emails)
    yield from (f"TEL:{_escaped(number)}" for number in person.phones)
    yield from (f"URL:{_escaped(link)}" for link in person.links)
    if person.tags:
        yield f"CATEGORIES:{','.join(map(_escaped, person.tags))}"
    if person.notes:
        yield f"NOTE:{_escaped(person.notes)}"


def _job(position: Position) -> Iterator[str]:
    if position.organization or position.area:
        area = f";{_escaped(position.area)}" if position.area else ""
        yield f"ORG:{_escaped(position.organization)}{area}"
    if position.title:
        yield f"TITLE:{_escaped(position.title)}"


def _uid(person: Person) -> str:
    """The identifier of the card that the person came on, or ours."""
    brought = (i.removeprefix("vcard:") for i in person.source_ids if i.startswith("vcard:"))
    return next(brought, own_id(person))


def _escaped(text: str) -> str:
    for sign in ("\\", ";", ","):
        text = text.replace(sign, f"\\{sign}")
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\n", "\\n")


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

"""Cards to people: vCard 2.1, 3.0 and 4.0, as clients write them."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from .cells import addresses, line
from .cells import text as plain
from .changes import ChangeKind, ImportChange
from .content_lines import Line, lines
from .encoding import code_page, unicode_encoding
from .incoming import OWN, Incoming, Reading
from .keeping import NOT_SPOKEN, kept, kinds
from .names import is_name, spoken

_ESCAPED = re.compile(r"\\(.)", re.S)
_COMPONENT = re.compile(r"((?:[^\\;]|\\.?)*)(?:;|$)", re.S)
_LISTED = re.compile(r"(?:[^\\,;]|\\.?)+", re.S)


class _Card(Struct, frozen=True):
    """The properties of one card."""

    begins: int
    properties: list[Line]
    by_name: dict[str, list[Line]]
    fallback: str
    """The encoding of what is not UTF-8, if that can be told."""
    is_whole: bool = False

    def first(self, name: str) -> str:
        """The first value of a property that has one, on one line."""
        return next((value for value in map(line, self.texts(name)) if value), "")

    def texts(self, name: str) -> Iterator[str]:
        """The values of a property, escapes undone."""
        return (_unescaped(p.text(self.fallback)) for p in self.by_name.get(name, ()))

    def components(self, name: str) -> list[str]:
        """The parts of the first structured value of a property that has any."""
        for found in self.by_name.get(name, ()):
            raw = _COMPONENT.findall(found.text(self.fallback))
            values = [line(_unescaped(part)) for part in raw]
            if any(values):
                return values
        return []


def read(data: bytes, where: str) -> Reading:
    """The people on the cards in ``data``.

    A card with neither a name nor anything that could stand for one, and whatever is no card,
    becomes an ``unreadable`` entry with its line.
    """
    content = _as_bytes(data)
    people: list[Incoming] = []
    unreadable: list[ImportChange] = []
    notes: list[str] = []
    for card in _cards(content):
        place = f"{where}, line {card.begins}"
        if _is_group(card):
            notes.append(f"{place}: this card is a group of people, passed over.")
            continue
        person = _person(card, place)
        if person is None:
            why = "The card holds neither a name nor an address."
            unreadable.append(_unreadable(place, why))
            continue
        if not card.is_whole:
            notes.append(f"{place}: the card breaks off; what there is of it was read.")
        if any("\ufffd" in name for name in (person.name, card.first("FN"))):
            notes.append(f"{place}: some letters of the name on the card cannot be told.")
        people += [replace(person, **job) for job in _jobs(card)] or [person]
    if not people and not unreadable and not notes:
        unreadable.append(_unreadable(f"{where}, line 1", "There is no card in the file."))
    return Reading(incoming=tuple(people), unreadable=tuple(unreadable), notes=tuple(notes))


def _unreadable(where: str, why: str) -> ImportChange:
    return ImportChange(kind=ChangeKind.UNREADABLE, where=where, why=why)


def _as_bytes(data: bytes) -> bytes:
    """The file with UTF-16 and UTF-32 made UTF-8, and no mark before it."""
    encoding, start = unicode_encoding(data)
    if encoding == "utf-8":
        return data[start:]
    return data[start:].decode(encoding, errors="replace").encode()


def _cards(data: bytes) -> Iterator[_Card]:
    """The cards of a file; one that another begins in, or the file ends in, is not whole."""
    page = _page(data)
    gathered: list[Line] = []
    begins = depth = 0
    for found in lines(data):
        if found.name == "BEGIN" and found.value.strip().upper() == b"VCARD":
            if depth and gathered and gathered[-1].name == "AGENT":
                depth += 1  # the card of an assistant, within that of a superior
                continue
            if depth:
                yield _card(begins, gathered, page)
            gathered, begins, depth = [], found.number, 1
        elif found.name == "END" and found.value.strip().upper() == b"VCARD":
            depth -= 1
            if depth == 0:
                yield _card(begins, gathered, page, is_whole=True)
        elif depth == 1:
            gathered.append(found)
    if depth > 0:
        yield _card(begins, gathered, page)


def _card(begins: int, properties: list[Line], page: str, *, is_whole: bool = False) -> _Card:
    by_name: defaultdict[str, list[Line]] = defaultdict(list)
    for found in properties:
        by_name[found.head.name].append(found)
    return _Card(begins, properties, by_name, _fallback(properties, page), is_whole)


def _page(data: bytes) -> str:
    """The code page of a file that is not UTF-8, where it is plain."""
    try:
        data.decode()
    except UnicodeDecodeError:
        return code_page(data)
    return ""


def _fallback(properties: Sequence[Line], page: str) -> str:
    """The encoding of a card's letters: the one that some property of it names, else the file's."""
    charsets = (found.head.charset for found in properties)
    named = next((charset for charset in charsets if charset not in ("", "utf-8", "ascii")), "")
    return named or page


def _is_group(card: _Card) -> bool:
    kinds = (*card.texts("KIND"), *card.texts("X-ADDRESSBOOKSERVER-KIND"))
    return any(kind.strip().casefold() == "group" for kind in kinds)


def _person(card: _Card, where: str) -> Incoming | None:
    emails, _ = addresses(card.texts("EMAIL"))
    organization = next(iter(card.components("ORG")), "")
    names = (card.first("FN"), _joined_name(card), card.first("NICKNAME"), organization)
    name = _name([*names, *emails])
    if not name:
        return None
    family, given = [*card.components("N"), "", ""][:2]
    identifier = line(card.first("UID").removeprefix("urn:uuid:"))
    return Incoming(
        name=name,
        given=given,
        family=family,
        emails=emails,
        phones=tuple(dict.fromkeys(_phones(card))),
        links=tuple(dict.fromkeys(filter(None, map(line, card.texts("URL"))))),
        tags=tuple(dict.fromkeys(_tags(card))),
        notes="\n\n".join(note for note in map(plain, card.texts("NOTE")) if note),
        source_id=identifier if ":" in identifier or not identifier else f"vcard:{identifier}",
        source=OWN if identifier.startswith(f"{OWN}:") else "vcard",
        kept=kept(card.properties, card.fallback, name),
        where=where,
    )


def _jobs(card: _Card) -> list[dict[str, str]]:
    """What the person does: one position, or one for each group of ORG and TITLE."""
    said = [found for name in ("ORG", "TITLE", "ROLE") for found in card.by_name.get(name, ())]
    groups = dict.fromkeys(found.group for found in said)
    jobs = []
    for group in groups if len(groups) > 1 and "" not in groups else ("*",):
        own = [found for found in said if group in ("*", found.group)]
        part = _card(card.begins, own, card.fallback)
        organization, *units = part.components("ORG") or [""]
        jobs.append(
            {
                "title": part.first("TITLE") or part.first("ROLE"),
                "organization": organization,
                "area": ", ".join(unit for unit in units if unit),
            }
        )
    return jobs


def _name(candidates: Sequence[str]) -> str:
    """The first of several names in which every letter can be read, else the first."""
    named = [name for name in candidates if is_name(name)]
    return next((name for name in named if "\ufffd" not in name), named[0] if named else "")


def _joined_name(card: _Card) -> str:
    family, given, middle, _, suffix = [*card.components("N"), "", "", "", "", ""][:5]
    return line(spoken(given, middle, family, suffix))


def _phones(card: _Card) -> Iterator[str]:
    for found in card.by_name.get("TEL", ()):
        number = "" if kinds(found) & NOT_SPOKEN else line(_unescaped(found.text(card.fallback)))
        if number:
            yield number.removeprefix("tel:")


def _tags(card: _Card) -> Iterator[str]:
    for found in card.by_name.get("CATEGORIES", ()):
        for part in _LISTED.findall(found.text(card.fallback)):
            if tag := line(_unescaped(part)):
                yield tag


def _unescaped(value: str) -> str:
    if "\\" not in value:
        return value
    return _ESCAPED.sub(lambda m: "\n" if m[1] in "nN" else m[1], value)

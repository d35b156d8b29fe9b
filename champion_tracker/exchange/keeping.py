"""What cards say beside what people are here: kept on the way in, put back on the way out.

A property is kept as one line of a vCard 4.0, unfolded, so that what one program writes in
quoted-printable or base64 is the same as what another writes in UTF-8.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, date, datetime, time

from msgspec.structs import replace

from ..model import Card, Edit, new_id
from .cells import addresses, line
from .content_lines import Line, lines
from .incoming import Incoming
from .spelling import email_key, link_key, phone_key

_OURS = frozenset(
    {"BEGIN", "END", "VERSION", "PRODID", "REV", "UID", "FN", "N", "ORG", "TITLE", "ROLE"}
    | {"CATEGORIES", "NOTE", "AGENT"}
)
"""What is said of every person anyway, or of the card itself."""

_WAYS = {"EMAIL": email_key, "TEL": phone_key, "URL": link_key}
"""What is kept for its kind only: at work, at home, mobile."""

NOT_SPOKEN = frozenset({"FAX", "PAGER", "MODEM"})
"""Kinds of numbers at which nobody answers."""

_INLINE = re.compile(r"(?s)(?P<head>[^:]*):data:(?P<type>[^,;]*);base64,(?P<data>.*)")
_MEDIA = {"PHOTO": "image", "LOGO": "image", "SOUND": "audio"}


def kept(properties: Sequence[Line], fallback: str, name: str) -> tuple[str, ...]:
    """The properties of a card, of a person called ``name``, that say more than we do."""
    jobs = [found for found in properties if found.name in ("ORG", "TITLE", "ROLE")]
    has_title = any(job.name == "TITLE" for job in jobs) and not any(job.group for job in jobs)
    written = (
        _written(found, fallback)
        for found in properties
        if found.name not in _OURS or found.name == "N" or (found.name == "ROLE" and has_title)
    )
    plain = plain_name(name)
    found = dict.fromkeys(w for w in written if w and w != plain and not _is_bare(w))
    if any(re.match(r"([\w-]+\.)?N[;:]", text) for text in found):
        # The parts of a name are true as long as somebody is called so.
        found[f"FN:{escaped(name)}"] = None
    return tuple(found)


def plain_name(name: str) -> str:
    """The structured name of somebody of whom only the whole name is known."""
    given, _, family = name.rpartition(" ")
    return f"N:{escaped(family)};{escaped(given)};;;"


class Kept:
    """What a person's cards said, for a card that goes out."""

    def __init__(self, properties: Iterable[str]) -> None:
        self._of_way: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
        self._names: dict[str, str] = {}
        self.rest: list[str] = []
        """What goes out whatever the person is by now."""
        in_parts = ""
        for text in dict.fromkeys(properties):
            found = next(lines(text.encode()), None)
            if found is None:
                continue
            value = _plain(found.text(""))
            if found.name == "N":
                in_parts = text
            elif found.name == "FN":
                self._names[value] = in_parts
            elif _is_way(found, value):
                self._of_way[found.name, _WAYS[found.name](value)].append(text)
            else:
                self.rest.append(text)

    def name(self, called: str) -> str:
        """The name in its parts, of somebody who is called so."""
        return self._names.get(called) or plain_name(called)

    def ways(self, name: str, values: Iterable[str]) -> Iterator[str]:
        """The lines of addresses, numbers or links, with their kinds where these are known."""
        for value in values:
            yield from self._of_way.get((name, _WAYS[name](value)), (f"{name}:{escaped(value)}",))


def for_version(text: str, version: str) -> str:
    """A kept line as a version of vCard writes it."""
    found = _INLINE.fullmatch(text)
    if found is None or version == "4.0":
        return text
    kind = found["type"].rpartition("/")[2]
    name = found["head"].partition(";")[0].rpartition(".")[2]
    if found["type"] != _media(name, kind.lower()):
        return text
    return f"{found['head']};ENCODING=b{f';TYPE={kind.upper()}' if kind else ''}:{found['data']}"


def kinds(found: Line) -> set[str]:
    """What kind of number or address a property gives, in capitals."""
    return {word.upper() for word in found.parameters.get("TYPE", ())}


def card_edits(
    person_id: str, rows: Sequence[Incoming], known: Sequence[Card], today: date
) -> tuple[Edit, ...]:
    """What keeps the cards of somebody up to date; nothing where they say no more than is known.

    Args:
        person_id: Whose cards they are.
        rows: The cards.
        known: The cards that are kept already.
        today: When they were read.
    """
    told = {text for card in known for text in card.properties}
    edits = []
    for source_id in dict.fromkeys(row.source_id for row in rows):
        own = [row for row in rows if row.source_id == source_id]
        properties = tuple(dict.fromkeys(text for row in own for text in row.kept))
        if told.issuperset(properties):
            continue
        before = next((card for card in known if card.source_id == source_id), None)
        card = before or Card(
            id=new_id("b"),
            person_id=person_id,
            source_id=source_id,
            recorded_at=datetime.combine(today, time(), UTC),
        )
        edits.append(Edit(before, replace(card, properties=properties)))
    return tuple(edits)


def _written(found: Line, fallback: str) -> str:
    """A property as it is kept; empty for one that says nothing."""
    parameters = {
        name: words
        for name, words in found.parameters.items()
        if name not in ("CHARSET", "ENCODING") and words
    }
    if _is_inline(found):
        data = re.sub(r"\s", "", found.text("latin-1"))
        formats = [word for word in parameters.pop("TYPE", ()) if word.upper() != "BASE64"]
        kind = formats[0].lower().rpartition("/")[2] if formats else ""
        value = f"data:{_media(found.name, kind)};base64,{data}" if data else ""
    else:
        value = found.text(fallback).strip()
        value = re.sub(r"\r\n|\r|\n", r"\\n", value)
    if found.name == "TEL":
        parameters.pop("VALUE", None)
        value = value.removeprefix("tel:")
    if not value.replace(";", "").strip():
        return ""
    parameters["TYPE"] = [w for w in parameters.get("TYPE", ()) if w.upper() != "QUOTED-PRINTABLE"]
    group = f"{found.group}." if found.group else ""
    return f"{group}{found.name}{''.join(_parameters(parameters))}:{value}"


def _is_inline(found: Line) -> bool:
    """Whether the value is base64, named as vCard 2.1 or 3.0 does."""
    encodings = {word.upper() for word in found.parameters.get("ENCODING", ())}
    return bool(encodings & {"B", "BASE64"}) or "BASE64" in kinds(found)


def _media(name: str, kind: str) -> str:
    return f"{_MEDIA.get(name, 'application')}/{kind}" if kind else ""


def _parameters(parameters: dict[str, list[str]]) -> Iterator[str]:
    for name, given in parameters.items():
        if given:
            safe = (f'"{word}"' if re.search("[,;:]", word) else word for word in given)
            yield f";{name}={','.join(safe)}"


def _is_way(found: Line, value: str) -> bool:
    """Whether a line gives an address, number or link that people have here."""
    if found.name == "EMAIL":
        return bool(addresses([value])[0])
    return found.name in _WAYS and not kinds(found) & NOT_SPOKEN


def _is_bare(text: str) -> bool:
    """Whether a line gives an address, number or link and no more, which the person has."""
    name, colon, _ = text.partition(":")
    return bool(colon) and name in _WAYS


def _plain(value: str) -> str:
    return line(re.sub(r"\\(.)", r"\1", value))


def escaped(text: str) -> str:
    """A text as the value of a property."""
    for sign in ("\\", ";", ","):
        text = text.replace(sign, f"\\{sign}")
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\n", "\\n")

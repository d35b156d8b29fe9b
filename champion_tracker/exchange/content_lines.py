"""The lines of a vCard file as real programs write them: unfolded, parted, decoded.

RFC 2425, 2426 and 6350 and the vCard 2.1 specification say how it should be. Programs fold with
and without a blank, break quoted-printable text wherever they like, end lines with CR CR LF, and
name encodings that they do not use. Libraries refuse such cards; people still are in them.
"""

import codecs
import quopri
import re
from collections.abc import Iterator
from functools import lru_cache

from msgspec import Struct

_BEGINNING = re.compile(rb"\s*(?:[\w-]+\.)?[A-Za-z][\w-]*[;:]")
_WORD = re.compile(r'"[^"]*"|[^",]+')
_PARAMETER = re.compile(r';((?:[^";:]|"[^"]*")*)')


class Head(Struct, frozen=True):
    """What stands before a property's value."""

    group: str
    """What stands before the name and a dot, in small letters; ties properties together."""
    name: str
    """In capitals."""
    parameters: dict[str, list[str]]
    is_quoted_printable: bool
    """Whether the value is written in quoted-printable, named as vCard 2.1 or 3.0 does."""
    charset: str
    """The encoding that the property names, if it is one that there is."""


class Line(Struct, frozen=True, gc=False):
    """One property, its value still in bytes."""

    number: int
    head: Head
    value: bytes

    @property
    def name(self) -> str:
        """The property's name in capitals."""
        return self.head.name

    @property
    def group(self) -> str:
        """What ties the property to others; empty for nothing."""
        return self.head.group

    @property
    def parameters(self) -> dict[str, list[str]]:
        """The property's parameters, their names in capitals."""
        return self.head.parameters

    def text(self, fallback: str) -> str:
        """The value as text.

        UTF-8 where it is UTF-8, whatever the property says; else its own charset, else
        ``fallback``. Signs that fit none are replaced.
        """
        value = self.value
        if self.head.is_quoted_printable:
            value = quopri.decodestring(value)
        for encoding in ("utf-8", self.head.charset, fallback):
            try:
                if encoding:
                    return value.decode(encoding)
            except (UnicodeDecodeError, LookupError):
                continue
        return value.decode(self.head.charset or "utf-8", errors="replace")


def lines(data: bytes) -> Iterator[Line]:
    """The properties in ``data``, which is UTF-8 or a code page, numbered by their first line."""
    number, pieces = 0, [b""]
    for place, physical in enumerate(re.split(rb"\r*\n|\r+", data), start=1):
        if _goes_on(pieces, physical):
            _join(pieces, physical)
            continue
        if line := _parsed(number, b"".join(pieces)):
            yield line
        number, pieces = place, [physical]
    if line := _parsed(number, b"".join(pieces)):
        yield line


def _goes_on(pieces: list[bytes], physical: bytes) -> bool:
    """Whether a physical line belongs to the ones before it."""
    if len(pieces) == 1 and not pieces[0].strip():
        return False
    if physical[:1] in (b" ", b"\t"):
        return True
    if pieces[-1].endswith(b"=") and b"QUOTED-PRINTABLE" in _told(pieces):
        return True
    return not _BEGINNING.match(physical) and bool(physical.strip())


def _join(pieces: list[bytes], physical: bytes) -> None:
    """Add a physical line to the ones before it; a photo may have a hundred thousand of them."""
    told = _told(pieces)
    if b"QUOTED-PRINTABLE" in told:
        if not pieces[-1].endswith(b"="):
            pieces += (b"=0A", physical.lstrip(b" \t"))
        elif physical.strip():
            pieces[-1] = pieces[-1][:-1]
            pieces.append(physical.lstrip(b" \t"))
    elif physical[:1] in (b" ", b"\t"):
        pieces.append(physical[1:])
    else:
        pieces += (b"" if b"BASE64" in told or b"ENCODING=B" in told else b"\n", physical)


def _told(pieces: list[bytes]) -> bytes:
    """What the lines so far say before their value, in capitals."""
    first = pieces[0] if b":" in pieces[0] else b"".join(pieces)
    return first[: max(first.find(b":"), 0) or None].upper()


def _parsed(number: int, content: bytes) -> Line | None:
    """A logical line in its parts, or None for one that is no property."""
    end = _end_of_head(content)
    return None if end < 0 else Line(number, _head(content[:end]), content[end + 1 :])


@lru_cache(maxsize=4096)
def _head(content: bytes) -> Head:
    """What stands before a value; the cards of one program say it in the same few ways."""
    head = content.decode("utf-8", errors="replace").strip().lstrip("\ufeff")
    first, _, rest = head.partition(";")
    parameters: dict[str, list[str]] = {}
    for part in _PARAMETER.findall(f";{rest}") if rest else ():
        key, equals, value = part.partition("=")
        name, values = (key.strip().upper(), value) if equals else ("TYPE", key)
        words = values.strip('"').split(",") if name == "TYPE" else _WORD.findall(values)
        parameters.setdefault(name, []).extend(
            word.strip().strip('"') for word in words if word.strip()
        )
    group, _, name = first.rpartition(".")
    quoted = any(word.upper() == "QUOTED-PRINTABLE" for ws in parameters.values() for word in ws)
    charset = next(filter(None, map(_known, parameters.get("CHARSET", ()))), "")
    return Head(group.casefold(), name.upper(), parameters, quoted, charset)


def _known(encoding: str) -> str:
    try:
        return codecs.lookup(encoding).name
    except (LookupError, ValueError):
        return ""


def _end_of_head(content: bytes) -> int:
    """Where the first colon outside quotation marks stands; -1 for none."""
    end = content.find(b":")
    if content.find(b'"', 0, max(end, 0)) < 0:
        return end
    quoted = False
    for place, sign in enumerate(content[:2000]):
        if sign == 0x22:
            quoted = not quoted
        elif sign == 0x3A and not quoted:
            return place
    return end

"""The lines of a vCard file as real programs write them: unfolded, parted, decoded.

RFC 2425, 2426 and 6350 and the vCard 2.1 specification say how it should be. Programs fold with
and without a blank, break quoted-printable text wherever they like, end lines with CR CR LF, and
name encodings that they do not use. Libraries refuse such cards; people still are in them.
"""

import codecs
import quopri
import re
from collections.abc import Iterator

from msgspec import Struct

_BEGINNING = re.compile(rb"\s*(?:[\w-]+\.)?[A-Za-z][\w-]*[;:]")
_WORD = re.compile(r'"[^"]*"|[^",]+')
_PARAMETER = re.compile(r';((?:[^";:]|"[^"]*")*)')


class Line(Struct, frozen=True):
    """One property: its name in capitals, its parameters, and its value still in bytes."""

    number: int
    group: str
    """What stands before the name and a dot, in small letters; ties properties together."""
    name: str
    parameters: dict[str, list[str]]
    value: bytes

    @property
    def is_quoted_printable(self) -> bool:
        """Whether the value is written in quoted-printable, named as vCard 2.1 or 3.0 does."""
        return "QUOTED-PRINTABLE" in (w.upper() for ws in self.parameters.values() for w in ws)

    @property
    def charset(self) -> str:
        """The encoding that the property names, if it is one that there is."""
        for name in self.parameters.get("CHARSET", ()):
            try:
                return codecs.lookup(name).name
            except (LookupError, ValueError):
                continue
        return ""

    def text(self, fallback: str) -> str:
        """The value as text.

        UTF-8 where it is UTF-8, whatever the property says; else its own charset, else
        ``fallback``. Signs that fit none are replaced.
        """
        value = quopri.decodestring(self.value) if self.is_quoted_printable else self.value
        for encoding in ("utf-8", self.charset, fallback):
            try:
                if encoding:
                    return value.decode(encoding)
            except (UnicodeDecodeError, LookupError):
                continue
        return value.decode(self.charset or "utf-8", errors="replace")


def lines(data: bytes) -> Iterator[Line]:
    """The properties in ``data``, which is UTF-8 or a code page, numbered by their first line."""
    number, open_line = 0, b""
    for place, physical in enumerate(re.split(rb"\r*\n|\r+", data), start=1):
        if _goes_on(open_line, physical):
            open_line = _joined(open_line, physical)
            continue
        if line := _parsed(number, open_line):
            yield line
        number, open_line = place, physical
    if line := _parsed(number, open_line):
        yield line


def _goes_on(open_line: bytes, physical: bytes) -> bool:
    """Whether a physical line belongs to the one before it."""
    if not open_line.strip():
        return False
    if physical[:1] in (b" ", b"\t"):
        return True
    if open_line.endswith(b"=") and b"QUOTED-PRINTABLE" in open_line.partition(b":")[0].upper():
        return True
    return bool(physical.strip()) and not _BEGINNING.match(physical)


def _joined(open_line: bytes, physical: bytes) -> bytes:
    head = open_line.partition(b":")[0].upper()
    if b"QUOTED-PRINTABLE" in head:
        if open_line.endswith(b"="):
            return open_line[:-1] + physical.lstrip(b" \t") if physical.strip() else open_line
        return open_line + b"=0A" + physical.lstrip(b" \t")
    if physical[:1] in (b" ", b"\t"):
        return open_line + physical[1:]
    return open_line + (b"" if b"BASE64" in head or b"ENCODING=B" in head else b"\n") + physical


def _parsed(number: int, content: bytes) -> Line | None:
    """A logical line in its parts, or None for one that is no property."""
    end = _end_of_head(content)
    if end < 0:
        return None
    head = content[:end].decode("utf-8", errors="replace").strip().lstrip("\ufeff")
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
    return Line(number, group.casefold(), name.upper(), parameters, content[end + 1 :])


def _end_of_head(content: bytes) -> int:
    """Where the first colon outside quotation marks stands; -1 for none."""
    quoted = False
    for place, sign in enumerate(content[:2000]):
        if sign == 0x22:
            quoted = not quoted
        elif sign == 0x3A and not quoted:
            return place
    return content.find(b":")

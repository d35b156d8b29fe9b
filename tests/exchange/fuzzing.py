"""Files as damage, bad programs and bad luck leave them."""

import json
import random
from collections.abc import Callable
from copy import deepcopy
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

_BITS = (
    b"", b"\0", b"\xff", b"\xc3", b"\xed\xa0\x80", b"\xef\xbb\xbf", b"\xfe\xff", b"\r", b"\n",
    b"\r\r\n", b"\t", b" ", b'"', b'""', b"'", b"=", b"=\n", b";", b":", b",", b"\\", b"\\n", b"{",
    b"}", b"[", b"]", b"<", b">", b"&#0;", b"&x;", b"%", b"-", b"0", b"9" * 30, b"1e999", b"NaN",
    b"null", b"true", b"\xe2\x80\xae", b"\xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x92\xbb", b"A" * 300,
    b"9999-12-31", b"0000-00-00", b"0001-01-01", b"-0001-01-01", b"2026-02-30", b"12/31/9999",
    b"BEGIN:VCARD\r\n", b"END:VCARD\r\n", b"AGENT:\r\n", b"QUOTED-PRINTABLE", b";CHARSET=x",
    b";ENCODING=b:", b"1048576", b"A1:XFD1048576",
)  # fmt: skip
"""What is put in the place of something."""

_VALUES: tuple[Any, ...] = (
    None, True, -1, 0, 2**70, 1.5, 1e308, "", " ", "x", "\0", "\ud800", "\u202e", "9999-12-31",
    "0001-01-01", "2026-02-30", "2026-03-02T25:00:00Z", "p-rosa", [], {}, [[]], {"a": 1}, "A" * 999,
    ["x", "x"], "FREQ=SECONDLY", "every 0 days", "champion",
)  # fmt: skip


def damaged(data: bytes, chance: random.Random) -> bytes:
    """The file with a few of its bytes lost, doubled, moved or made into something else."""
    found = bytearray(data)
    for _ in range(chance.choice((1, 1, 2, 3, 8, 30))):
        place = chance.randrange(len(found) + 1)
        size = chance.choice((0, 1, 1, 2, 5, 30, 300))
        match chance.randrange(6):
            case 0:
                found[place : place + size] = chance.choice(_BITS)
            case 1:
                found[place : place + 1] = bytes([chance.randrange(256)])
            case 2:
                found[place:place] = found[place : place + size] * chance.choice((1, 2, 20))
            case 3:
                other = chance.randrange(len(found) + 1)
                found[place:place] = found[other : other + size]
            case 4:
                del found[place : place + size]
            case _:
                if chance.random() < 0.1:
                    del found[place:]
                else:
                    found[place : place + size] = found[place : place + size].swapcase()
    return bytes(found)


def damaged_archive(data: bytes, chance: random.Random) -> bytes:
    """A workbook of which a part is damaged or lost, or the archive itself."""
    if chance.random() < 0.2:
        return damaged(data, chance)
    out = BytesIO()
    with ZipFile(BytesIO(data)) as whole, ZipFile(out, "w", ZIP_DEFLATED) as other:
        names = whole.namelist()
        unlucky = chance.choice(names)
        sheets = [name for name in names if "sheet1" in name or "sharedStrings" in name]
        unlucky = chance.choice(sheets) if chance.random() < 0.7 else unlucky
        for name in names:
            part = whole.read(name)
            if name == unlucky:
                part = damaged(part, chance)
                if chance.random() < 0.05:
                    continue
            other.writestr(name, part)
    return out.getvalue()


def damaged_json(data: bytes, chance: random.Random) -> bytes:
    """A document in which a few values are others, or that is damaged itself."""
    if chance.random() < 0.2:
        return damaged(data, chance)
    document = json.loads(data)
    for _ in range(chance.choice((1, 1, 2, 5))):
        _change(document, chance)
    try:
        return json.dumps(document, ensure_ascii=False).encode()
    except UnicodeEncodeError:
        return json.dumps(document).encode()


def damaged_lines(data: bytes, chance: random.Random) -> bytes:
    """JSON, an object a line, of which a few lines are others."""
    return b"\n".join(
        damaged_json(line, chance) if line and chance.random() < 0.4 else line
        for line in data.split(b"\n")
    )


def _change(document: Any, chance: random.Random) -> None:
    """Put another value somewhere into a document."""
    places: list[tuple[Any, Any]] = []
    _places(document, places)
    if not places:
        return
    holder, key = chance.choice(places)
    match chance.randrange(4):
        case 0:
            holder[key] = deepcopy(chance.choice(_VALUES))
        case 1:
            other, there = chance.choice(places)
            holder[key] = deepcopy(other[there])
        case 2 if isinstance(holder, dict):
            del holder[key]
        case 2:
            holder.append(deepcopy(holder[key]))
        case _ if isinstance(holder, dict):
            holder[chance.choice(("x", "kind", "id", "", "person_id"))] = deepcopy(
                chance.choice(_VALUES)
            )
        case _:
            holder[key] = deepcopy(chance.choice(_VALUES))


def _places(value: Any, found: list[tuple[Any, Any]]) -> None:
    keys: Any = value if isinstance(value, dict) else range(len(value))
    for key in list(keys):
        found.append((value, key))
        if isinstance(value[key], dict | list):
            _places(value[key], found)


Damage = Callable[[bytes, random.Random], bytes]

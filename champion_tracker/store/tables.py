"""Snapshot files: JSON that plain TinyDB opens, a record a line, with a checksum at its end.

A file is an object of tables, each an object of documents numbered from 1. The last table,
``meta``, has one document, whose last field is the CRC-32 of everything before it, from
``guarded_from`` on; ``before`` is the CRC-32 of what lies before that, so that the end of a long
file can be trusted without reading its beginning.
"""

from collections.abc import Iterable, Iterator
from datetime import datetime
from zlib import crc32

import msgspec

from .damage import Damaged
from .folder import Buffer

META = b'"meta":{\n"1":'
"""Where the last table begins."""
_CHECKSUM = b',"checksum":"'
_TAIL = b'"}\n}}\n'
_DIGITS = 8


class Meta(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What a snapshot says of itself."""

    number: int
    """The last commit whose changes are in the file."""
    guarded_from: int = 0
    before: int = 0
    full: int = 0
    """How many full history files there are before this one."""
    derived: int = 0
    """By which rules the digests in a people file were made; see `people.DERIVATION`."""
    newest: datetime | None = None
    """The latest ``recorded_at`` in this history file and those before it."""
    checksum: str = ""
    """That of what is guarded, in hexadecimal digits; the end of the file says it."""


class Writer:
    """Puts a snapshot together."""

    def __init__(self) -> None:
        self._parts: list[bytes] = [b"{"]
        self.size = 1
        """How many bytes there are so far."""

    def _put(self, part: bytes) -> None:
        self._parts.append(part)
        self.size += len(part)

    def table(self, name: str, rows: Iterable[bytes]) -> list[int]:
        """Add a table of JSON documents; return where each begins."""
        starts = []
        self._put(b'"%b":{' % name.encode())
        for number, row in enumerate(rows, 1):
            self._put(b'%b\n"%d":' % (b"," if number > 1 else b"", number))
            starts.append(self.size)
            self._put(row)
        self._put(b"\n},")
        return starts

    def finish(self, meta: Meta, guarded_from: int = 0) -> bytes:
        """Add what the file says of itself, and return all of it."""
        body = b"".join(self._parts)
        meta = msgspec.structs.replace(
            meta,
            guarded_from=guarded_from,
            before=crc32(memoryview(body)[:guarded_from]),
            checksum="",
        )
        body += META + msgspec.json.encode(meta)[:-1] + _CHECKSUM
        return body + b"%08x" % crc32(memoryview(body)[guarded_from:]) + _TAIL


def read_meta(name: str, data: Buffer) -> Meta:
    """What a snapshot says of itself, once its end has been found whole.

    Raises:
        Damaged: its end is not what was written.
    """
    at = len(data) - len(_TAIL) - _DIGITS
    start = data.rfind(META)
    if at < 0 or start < 0 or data[at + _DIGITS :] != _TAIL:
        raise Damaged(name)
    try:
        row = data[start + len(META) : at + _DIGITS] + b'"}'
        meta = msgspec.json.decode(row, type=Meta)
    except (msgspec.MsgspecError, UnicodeDecodeError):
        raise Damaged(name) from None
    if b"%08x" % _sum(data, meta.guarded_from, at) != data[at : at + _DIGITS]:
        raise Damaged(name)
    return meta


def verify(name: str, data: Buffer) -> Meta:
    """What a snapshot says of itself, once all of it has been found whole.

    Raises:
        Damaged: it is not what was written.
    """
    meta = read_meta(name, data)
    if _sum(data, 0, meta.guarded_from) != meta.before:
        raise Damaged(name)
    return meta


def rows(data: Buffer, name: str) -> Iterator[bytes]:
    """The documents of the table ``name``, in a snapshot that has been found whole."""
    opening = b'"%b":{' % name.encode()
    # At the start of the file or after the table before: no text can hold a bare line break.
    start = 1 if data[1 : 1 + len(opening)] == opening else data.find(b"\n}," + opening) + 3
    if start < 3 and start != 1:
        return
    position, end = start + len(opening), data.find(b"\n}", start)
    while position < end:
        line_end = data.find(b"\n", position + 1)
        line = data[position + 1 : min(line_end, end)]
        yield line[line.index(b":") + 1 :].removesuffix(b",")
        position = min(line_end, end)


def _sum(data: Buffer, start: int, end: int) -> int:
    with memoryview(data) as view:
        return crc32(view[start:end])

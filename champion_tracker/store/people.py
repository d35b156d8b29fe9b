"""The people file: what must be at hand as soon as a workspace is open.

Its tables are ``people``, ``digests`` (derived from the history), ``matters`` (the open ones:
copies, but for answers, which lie nowhere else), and ``places``: where each person and digest
begins. Matters and places are read at once, the others when somebody looks at them.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from zlib import crc32

import msgspec

from ..model import Digest, Person, Record
from ..rules.digest import RECENT_TOUCHES, WEIGHTS
from .documents import decode_record, decode_row, encode
from .folder import Buffer
from .shelf import Unread
from .tables import Meta, Writer, rows, verify
from .view import View


class _DigestRow(msgspec.Struct, frozen=True):
    person_id: str
    digest: Digest


class _People(msgspec.Struct, frozen=True):
    people: dict[str, Person] = {}


class _Digests(msgspec.Struct, frozen=True):
    digests: dict[str, _DigestRow] = {}


class _Places(msgspec.Struct, frozen=True):
    """Where the row of each person and of each digest begins."""

    people: dict[str, int] = {}
    digests: dict[str, int] = {}


class _Behind(msgspec.Struct, frozen=True):
    """What is read at once."""

    matters: dict[str, Record] = {}
    places: dict[str, _Places] = {}


class _OnlyPlaces(msgspec.Struct, frozen=True):
    places: dict[str, _Places] = {}


DERIVATION = crc32(repr((Digest.__struct_fields__, RECENT_TOUCHES, WEIGHTS)).encode())
"""What the digests depend on; where another version did it differently, they are made anew."""

DERIVED = ("digests", "places", "meta")
"""The tables that hold no document of anybody's."""

_decode_people = msgspec.json.Decoder(_People).decode
_decode_digests = msgspec.json.Decoder(_Digests).decode
_decode_digest = msgspec.json.Decoder(_DigestRow).decode
_decode_behind = msgspec.json.Decoder(_Behind).decode
_decode_places = msgspec.json.Decoder(_OnlyPlaces).decode
_decode_tables = msgspec.json.Decoder(dict[str, dict[str, msgspec.Raw]]).decode


def read_people(name: str, data: Buffer, view: View) -> Meta:
    """Show in ``view`` what the people file ``data`` holds.

    Raises:
        Damaged: the file is not what was written.
    """
    meta = verify(name, data)
    rows_of = _Rows(data, meta.guarded_from)
    if meta.guarded_from:
        view.people.lay(Unread(rows_of.has_people, rows_of.person, rows_of.people))
        view.digests.lay(Unread(rows_of.has_digests, rows_of.digest, rows_of.digests))
    else:
        # An older version wrote it, and said nothing of places.
        view.people.update(rows_of.people())
        view.digests.update(rows_of.digests())
    for record in rows_of.matters():
        view.place(record)
    return meta


class _Rows:
    """The records of a file that has been found whole, as they are asked for."""

    def __init__(self, data: Buffer, end: int) -> None:
        self._data = data
        self._end = end
        """Where that begins which is read at once."""

    @cached_property
    def _behind(self) -> _Behind:
        behind = b"{" + self._data[self._end :] if self._end else self._data[:]
        try:
            return _decode_behind(behind)
        except msgspec.ValidationError:
            known = _records(self._data, "matters")
            places = _decode_places(behind).places
            return _Behind({str(n): record for n, record in enumerate(known)}, places)

    @property
    def _places(self) -> _Places:
        return self._behind.places["1"]

    def _row(self, start: int) -> bytes:
        return self._data[start : self._data.find(b"\n", start)].removesuffix(b",")

    def matters(self) -> Iterable[Record]:
        return self._behind.matters.values()

    def person(self, key: str) -> Person | None:
        start = self._places.people.get(key)
        found = decode_record(self._row(start)) if start is not None else None
        return found if isinstance(found, Person) else None

    def has_people(self) -> bool:
        return bool(self._places.people)

    def people(self) -> dict[str, Person]:
        try:
            found = _decode_people(self._data).people
            return {person.id: person for person in found.values()}
        except msgspec.ValidationError:
            known = _records(self._data, "people")
            return {person.id: person for person in known if isinstance(person, Person)}

    def digest(self, key: str) -> Digest | None:
        start = self._places.digests.get(key)
        try:
            return _decode_digest(self._row(start)).digest if start is not None else None
        except msgspec.ValidationError:
            return None

    def has_digests(self) -> bool:
        return bool(self._places.digests)

    def digests(self) -> dict[str, Digest]:
        try:
            found = _decode_digests(self._data).digests
            return {row.person_id: row.digest for row in found.values()}
        except msgspec.ValidationError:
            return dict(_whole_digests(self._data))


def salvage(data: Buffer, view: View) -> None:
    """Show what can be read of a people file that is damaged, record by record."""
    view.digests.update(_whole_digests(data))
    for table in ("people", "matters"):
        for record in _records(data, table):
            view.place(record)


def _records(data: Buffer, table: str) -> Iterator[Record]:
    for row in rows(data, table):
        try:
            record = decode_record(row)
        except (msgspec.MsgspecError, UnicodeDecodeError):
            continue
        if record is not None:
            yield record


def _whole_digests(data: Buffer) -> Iterator[tuple[str, Digest]]:
    for row in rows(data, "digests"):
        try:
            found = _decode_digest(row)
        except msgspec.MsgspecError:
            continue
        yield found.person_id, found.digest


def documents_of(data: bytes) -> dict[str, dict[str, bytes]]:
    """The documents of a whole people file by table and identifier, in their order.

    What is derived is left out; so is what the file says of itself.
    """
    return {
        table: {decode_row(document).id or key: bytes(document) for key, document in held.items()}
        for table, held in _decode_tables(data).items()
        if table not in DERIVED
    }


def write_people(
    tables: Mapping[str, Mapping[str, bytes]], digests: Mapping[str, Digest], number: int
) -> bytes:
    """The content of a people file.

    Args:
        tables: Documents by table and identifier.
        digests: The digests of all histories by person.
        number: The last commit that is in all of this.
    """
    writer = Writer()
    people = tables.get("people", {})
    begun = dict(zip(people, writer.table("people", people.values()), strict=True))
    derived = (encode(_DigestRow(key, digest)) for key, digest in digests.items())
    digested = dict(zip(digests, writer.table("digests", derived), strict=True))
    at_once = writer.size
    for table in dict.fromkeys(("matters", *tables)):
        if table != "people":
            writer.table(table, tables.get(table, {}).values())
    writer.table("places", [encode(_Places(begun, digested))])
    return writer.finish(Meta(number=number, derived=DERIVATION), guarded_from=at_once)

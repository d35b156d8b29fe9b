"""The people file: what must be at hand as soon as a workspace is open.

Its tables are ``people``, ``matters`` (the open ones: copies, but for answers, which lie nowhere
else) and ``digests`` (derived from the history).
"""

from collections.abc import Mapping
from zlib import crc32

import msgspec

from ..model import Digest, Person, Record
from ..rules.digest import RECENT_TOUCHES, WEIGHTS
from .documents import decode_record, decode_row, encode
from .folder import Buffer
from .tables import Meta, Writer, rows, verify
from .view import View


class _DigestRow(msgspec.Struct, frozen=True):
    person_id: str
    digest: Digest


class _Content(msgspec.Struct, frozen=True):
    people: dict[str, Person] = {}
    matters: dict[str, Record] = {}
    digests: dict[str, _DigestRow] = {}


DERIVATION = crc32(repr((Digest.__struct_fields__, RECENT_TOUCHES, WEIGHTS)).encode())
"""What the digests depend on; where another version did it differently, they are made anew."""

_decode = msgspec.json.Decoder(_Content).decode
_decode_digest = msgspec.json.Decoder(_DigestRow).decode
_decode_tables = msgspec.json.Decoder(dict[str, dict[str, msgspec.Raw]]).decode


def read_people(name: str, data: Buffer, view: View) -> Meta:
    """Show in ``view`` what the people file ``data`` holds.

    Raises:
        Damaged: the file is not what was written.
    """
    meta = verify(name, data)
    try:
        content = _decode(data)
    except msgspec.ValidationError:
        salvage(data, view)
        return meta
    view.people.update({person.id: person for person in content.people.values()})
    view.digests.update({row.person_id: row.digest for row in content.digests.values()})
    for record in content.matters.values():
        view.place(record)
    return meta


def salvage(data: Buffer, view: View) -> None:
    """Show what can be read of a people file, record by record."""
    for row in rows(data, "digests"):
        try:
            digest = _decode_digest(row)
        except msgspec.MsgspecError:
            continue
        view.digests[digest.person_id] = digest.digest
    for table in ("people", "matters"):
        for row in rows(data, table):
            try:
                record = decode_record(row)
            except (msgspec.MsgspecError, UnicodeDecodeError):
                continue
            if record is not None:
                view.place(record)


def documents_of(data: bytes) -> dict[str, dict[str, bytes]]:
    """The documents of a whole people file by table and identifier, in their order.

    Digests are left out, being derived; so is what the file says of itself.
    """
    return {
        table: {decode_row(document).id or key: bytes(document) for key, document in held.items()}
        for table, held in _decode_tables(data).items()
        if table not in ("digests", "meta")
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
    for table in dict.fromkeys(("people", "matters", *tables)):
        writer.table(table, tables.get(table, {}).values())
    writer.table("digests", (encode(_DigestRow(key, digest)) for key, digest in digests.items()))
    return writer.finish(Meta(number=number, derived=DERIVATION))

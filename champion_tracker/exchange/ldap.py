"""People in LDAP directories: OpenLDAP's, Active Directory's and their like."""

import ssl
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urlsplit
from uuid import UUID

from ..model import BadInput
from . import delimited, rows
from .incoming import Reading
from .mapping import Mapping
from .remote import is_local, no_secret_talk, not_let_in, unreachable

if TYPE_CHECKING:
    from ldap3.core.exceptions import LDAPException

    from .remote import Remote

FIELDS = {
    "displayName": "name",
    "cn": "name",
    "givenName": "given",
    "sn": "family",
    "mail": "email",
    "telephoneNumber": "phone",
    "mobile": "phone",
    "labeledURI": "link",
    "title": "title",
    "company": "organization",
    "o": "organization",
    "department": "area",
    "ou": "area",
    "entryUUID": "source_id",
    "objectGUID": "source_id",
}
"""What attributes hold, where a mapping does not say otherwise; the better name comes first."""

_FILTER = "(objectClass=person)"
_PAGE = 500
_TIMEOUT = 60


def read(source: "Remote", mapping: Mapping) -> Reading:
    """The people whom a search finds: ``ldaps://host/base?attributes?scope?filter``.

    The scope is the whole tree and the filter every person, unless the address says otherwise.

    Raises:
        BadInput: the server refuses, cannot be reached or trusted, or gives only a part.
    """
    from ldap3.core.exceptions import LDAPException

    names = [*dict.fromkeys((*FIELDS, *(name for pair in mapping.pairs for name in pair)))]
    try:
        entries = list(_search(source, names))
    except LDAPException as failure:
        raise _refusal(source, failure) from None
    filled = [name for name in names if any(entry.get(name.lower()) for entry in entries)]
    if not entries or not filled:
        raise BadInput(f"{source.name} finds nobody there.")
    mapped = {name.lower() for pair in mapping.pairs for name in pair}
    headers = [name if name.lower() in mapped else FIELDS.get(name, name) for name in filled]
    records = [(n, [_cell(e.get(x.lower(), ())) for x in filled]) for n, e in enumerate(entries, 1)]
    table = delimited.from_rows([(0, headers), *records], source.name, mapping)
    return rows.people(table, source.name, mapping)


def _refusal(source: "Remote", failure: "LDAPException") -> BadInput:
    """What went wrong, in a sentence."""
    from ldap3.core import exceptions as of

    at = unquote(urlsplit(source.address).path.lstrip("/"))
    match failure:
        case of.LDAPCertificateError():
            return BadInput(f"The certificate that {source.name} shows is another server's.")
        case of.LDAPStartTLSError() | of.LDAPProtocolErrorResult() | of.LDAPUnavailableResult():
            return no_secret_talk(source.name, failure)
        case of.LDAPSocketOpenError() if "ssl" in str(failure).casefold():  # it keeps no cause
            return no_secret_talk(source.name, failure)
        case of.LDAPCommunicationError() | of.LDAPMaximumRetriesError():
            return unreachable(source.name)
        case of.LDAPInvalidCredentialsResult() | of.LDAPInsufficientAccessRightsResult():
            return not_let_in(source.name, source.user)
        case of.LDAPNoSuchObjectResult() | of.LDAPInvalidDNSyntaxResult():
            return BadInput(f"{source.name} has nothing at '{at}', or does not show it.")
        case of.LDAPInvalidFilterError():
            return BadInput("The filter in the address is none.", "It reads like (title=*).")
        case _:
            reason = type(failure).__name__.removeprefix("LDAP")
            return BadInput(f"{source.name} cannot be read ({reason}).")


def _search(source: "Remote", names: list[str]) -> Iterable[dict[str, list[bytes]]]:
    """The attributes of whoever is found, by name in small letters."""
    from ldap3 import NONE, SUBTREE, Connection, Server, Tls

    parts = urlsplit(source.address)
    _, scope, wanted, *_ = [*parts.query.split("?"), "", "", ""]
    host = parts.hostname or ""
    server = Server(
        host,
        port=parts.port,
        use_ssl=source.scheme == "ldaps",
        tls=Tls(validate=ssl.CERT_REQUIRED),
        get_info=NONE,
        connect_timeout=_TIMEOUT,
    )
    connection = Connection(
        server,
        user=source.user or None,
        password=source.password() or None,
        read_only=True,
        raise_exceptions=True,
        receive_timeout=_TIMEOUT,
        check_names=False,
    )
    connection.open()
    try:
        if source.scheme == "ldap" and not is_local(host):
            connection.start_tls()
        connection.bind()
        found = connection.extend.standard.paged_search(
            unquote(parts.path.lstrip("/")),
            unquote(wanted) or _FILTER,
            search_scope=_SCOPES.get(scope, SUBTREE),
            attributes=names,
            paged_size=_PAGE,
        )
        for entry in found:
            if entry["type"] == "searchResEntry":
                yield {name.lower(): value for name, value in entry["raw_attributes"].items()}
    finally:
        connection.unbind()


_SCOPES = {"base": "BASE", "one": "LEVEL", "sub": "SUBTREE"}


def _cell(values: Any) -> str:
    """The values of an attribute, one a line; an identifier of Active Directory is bytes."""
    return "\n".join(_text(value) for value in values)


def _text(value: bytes) -> str:
    try:
        return value.decode()
    except UnicodeDecodeError:
        return str(UUID(bytes_le=value)) if len(value) == 16 else ""

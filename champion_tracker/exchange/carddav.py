"""Address books on a CardDAV server (RFC 6352)."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin, urlsplit

from ..model import BadInput
from . import vcard
from .incoming import Reading
from .remote import no_secret_talk, not_let_in, unreachable

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from requests import Session
    from requests.adapters import HTTPAdapter

    from .remote import Remote

_D, _C = "{DAV:}", "{urn:ietf:params:xml:ns:carddav}"
_HEAD = '<?xml version="1.0" encoding="utf-8"?>'
_SPACES = 'xmlns:D="DAV:" xmlns:C="urn:ietf:params:xml:ns:carddav"'
_FIND = (
    f"{_HEAD}<D:propfind {_SPACES}><D:prop><D:resourcetype/><D:current-user-principal/>"
    "<C:addressbook-home-set/></D:prop></D:propfind>"
)
_QUERY = (
    f"{_HEAD}<C:addressbook-query {_SPACES}><D:prop><D:getetag/><C:address-data/></D:prop>"
    "<C:filter/></C:addressbook-query>"
)
_TIMEOUT = 60
_REFUSED = (401, 403)


def read(source: "Remote") -> Reading:
    """The people on every card of the address books at an address.

    The address is that of a book, of a folder of books, or of a server that says where they are.

    Raises:
        BadInput: the server refuses, cannot be reached or trusted, has no address book there, or
            gives only a part of one.
    """
    from defusedxml import DefusedXmlException
    from requests import Session, exceptions
    from requests.auth import HTTPBasicAuth

    address = source.address.removeprefix("carddav+")
    try:
        with Session() as session:
            session.mount("https://", _trusting())
            if source.user:
                session.auth = HTTPBasicAuth(source.user.encode(), source.password().encode())
            readings = [
                vcard.read(card.encode(), f"{source.name}{place}")
                for book in _books(session, address)
                for place, card in _cards(session, book)
            ]
    except PermissionError:
        raise not_let_in(source.name, source.user) from None
    except exceptions.SSLError as failure:
        raise no_secret_talk(source.name, failure) from None
    except (exceptions.ConnectionError, exceptions.Timeout):
        raise unreachable(source.name) from None
    except exceptions.HTTPError as failure:
        status = f"{failure.response.status_code} {failure.response.reason}".strip()
        raise BadInput(
            f"{source.name} has no address book at {urlsplit(address).path} (it answers {status})."
        ) from None
    except (exceptions.RequestException, DefusedXmlException, SyntaxError):
        raise BadInput(f"{source.name} does not answer as a CardDAV server does.") from None
    if not readings:
        raise BadInput(f"There is no card in any address book at {address}.")
    return Reading(
        incoming=tuple(person for reading in readings for person in reading.incoming),
        unreadable=tuple(change for reading in readings for change in reading.unreadable),
        notes=tuple(note for reading in readings for note in reading.notes),
    )


def _trusting() -> "HTTPAdapter":
    """What trusts whom this machine trusts, and not only whom a list that came along does."""
    from ssl import create_default_context

    from requests.adapters import HTTPAdapter

    class Trusting(HTTPAdapter):
        def init_poolmanager(self, *args: Any, **options: Any) -> None:
            super().init_poolmanager(*args, ssl_context=create_default_context(), **options)

    return Trusting()


def _books(session: "Session", address: str) -> list[str]:
    """The address books at an address, or where its server says that they are."""
    wanted, seen = [address], set()
    while wanted:
        place = wanted.pop(0)
        if place in seen:
            continue
        seen.add(place)
        tree = _asked(session, "PROPFIND", place, _FIND)
        books = [
            urljoin(place, response.findtext(f"{_D}href") or "")
            for response in tree.iter(f"{_D}response")
            if response.find(f".//{_D}resourcetype/{_C}addressbook") is not None
        ]
        if books:
            return books
        homes = [*tree.iter(f"{_C}addressbook-home-set"), *tree.iter(f"{_D}current-user-principal")]
        found = [urljoin(place, h.text or "") for home in homes for h in home.iter(f"{_D}href")]
        # Nobody leads us to where what is said could be read on the way.
        wanted += [home for home in found if urlsplit(home).scheme == urlsplit(address).scheme]
    raise BadInput(f"There is no address book at {address}.")


def _cards(session: "Session", book: str) -> Iterator[tuple[str, str]]:
    """Where each card of a book lies, and what it says."""
    for response in _asked(session, "REPORT", book, _QUERY).iter(f"{_D}response"):
        if " 507 " in f"{response.findtext(f'{_D}status')} ":
            raise BadInput(f"{book} gives only a part of its cards at a time.")
        card = response.findtext(f".//{_C}address-data")
        if card:
            yield response.findtext(f"{_D}href") or "", card


def _asked(session: "Session", method: str, place: str, body: str) -> "Element":
    """The answer of a server.

    Raises:
        PermissionError: it does not let us in.
    """
    from defusedxml.ElementTree import fromstring

    answer = session.request(
        method,
        place,
        data=body.encode(),
        headers={"Content-Type": "application/xml; charset=utf-8", "Depth": "1"},
        timeout=_TIMEOUT,
    )
    if answer.status_code in _REFUSED:
        raise PermissionError
    answer.raise_for_status()
    tree: Element = fromstring(answer.content, forbid_dtd=True)
    return tree

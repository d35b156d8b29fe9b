"""Address books and directories on servers, named by an address; read, and never written to."""

from collections.abc import Callable
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from ..model import BadInput
from .incoming import Reading
from .mapping import Mapping

SCHEMES = ("carddav+https", "carddav+http", "ldaps", "ldap")
_LOCAL = ("localhost", "127.0.0.1", "::1")

_INSTALL = "Install it with `pip install champion-tracker[sources]`."


class Remote(NamedTuple):
    """One server, and how to get in."""

    scheme: str
    address: str
    """As it was given, without the user."""
    user: str
    password: Callable[[], str]
    """Asked for when there is a user; the password never lies in an address."""

    @property
    def name(self) -> str:
        """What it is called in summaries and places."""
        return urlsplit(self.address).hostname or self.address

    def read(self, mapping: Mapping) -> Reading:
        """The people there.

        Raises:
            BadInput: what reads it is not installed, or the server refuses or cannot be reached.
        """
        try:
            if self.scheme.startswith("carddav"):
                from . import carddav

                return carddav.read(self)
            from . import ldap

            return ldap.read(self, mapping)
        except ImportError:
            raise BadInput(f"What reads {self.scheme} is not installed.", _INSTALL) from None


def remote(url: str, password: Callable[[str], str]) -> Remote:
    """The server that ``url`` names.

    Args:
        url: ``carddav+https://user@host/path`` or ``ldaps://host/base?attributes?scope?filter``.
        password: Gives the password of an account, which it is told as ``user@host``.

    Raises:
        BadInput: it is no such address, holds a password, or what goes there could be read.
    """
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
        _ = parts.port
    except ValueError:
        raise BadInput("This is no address of a server.") from None
    if parts.scheme not in SCHEMES or not host:
        raise BadInput(
            f"'{parts.scheme}' is no kind of server that can be read, or there is no host.",
            f"An address begins with one of {', '.join(f'{scheme}://' for scheme in SCHEMES)}.",
        )
    if parts.password is not None:
        raise BadInput(
            "The address holds a password, where others can read it.",
            "Leave it out; the keyring or CHAMPION_TRACKER_PASSWORD gives it, or it is asked for.",
        )
    if parts.scheme == "carddav+http" and host not in _LOCAL:
        raise BadInput(f"What {host} says could be read on the way.", "Use carddav+https.")
    user = unquote(parts.username or "")
    bare = parts._replace(netloc=parts.netloc.rpartition("@")[2]).geturl()
    account = f"{user}@{host}"
    return Remote(parts.scheme, bare, user, lambda: password(account) if user else "")


def no_secret_talk(name: str, failure: Exception) -> BadInput:
    """What to say of a server with which TLS does not come about."""
    if "CERTIFICATE_VERIFY_FAILED" not in str(failure):
        return BadInput(f"{name} does not speak TLS there.", "Is the port right?")
    return BadInput(
        f"{name} shows a certificate that this machine does not trust; nothing was said to it.",
        "Install the certificate of its authority on this machine, or name it by SSL_CERT_FILE.",
    )


def unreachable(name: str) -> BadInput:
    """What to say where nobody answers."""
    return BadInput(
        f"{name} cannot be reached.", "Is the address right, and the server running and in reach?"
    )


def not_let_in(name: str, user: str) -> BadInput:
    """What to say where a server refuses."""
    if not user:
        return BadInput(f"{name} lets nobody in without a user.", "Put user@ before the host.")
    return BadInput(
        f"{name} does not let '{user}' in.", "Are user and password right, and may they read this?"
    )


def is_local(host: str) -> bool:
    """Whether a host is this machine."""
    return host in _LOCAL

"""Where we listen, and under which names a browser may call us there."""

from ipaddress import ip_address
from socket import getfqdn, gethostname
from typing import NamedTuple
from urllib.parse import urlsplit

USUAL_PORT_OF_HTTP = 80
LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})


class Address(NamedTuple):
    """A host and a port."""

    host: str
    port: int

    @property
    def is_loopback(self) -> bool:
        """Whether only this machine gets there."""
        return self.host == "localhost" or _is(self.host, "is_loopback")

    @property
    def url(self) -> str:
        """Where a browser on this machine finds us; an address, for names may lead elsewhere."""
        host = gethostname() if _is(self.host, "is_unspecified") else self.host
        return f"http://{f'[{host}]' if ':' in host else host}:{self.port}"

    def answers_to(self, called: str) -> bool:
        """Whether what a browser wrote as ``Host`` is a name of ours.

        Whoever rebinds a name of theirs to our address calls us by that name. An address cannot be
        rebound, so where we listen on all of the machine's, each will do.
        """
        try:
            parts = urlsplit(f"//{called}")
            name, port = parts.hostname or "", parts.port or USUAL_PORT_OF_HTTP
        except ValueError:
            return False
        if parts.netloc != called or parts.username is not None or port != self.port:
            return False
        if self.is_loopback:
            return name in LOOPBACK | {self.host}
        if _is(self.host, "is_unspecified"):
            ours = LOOPBACK | {gethostname().lower(), getfqdn().lower()}
            return name in ours or _is(name, "version")
        return name == self.host.lower()


def _is(host: str, what: str) -> bool:
    try:
        return bool(getattr(ip_address(host), what))
    except ValueError:
        return False

"""Who may come in: the browser that opened the printed link, and nobody else.

Any page of the web may send requests to a port on this machine, and a name that resolves to it
makes the page look as if it came from there (DNS rebinding). So every request, the page's, the
socket's and each file's, must bear a host name that we listen to, no foreign origin, and the
cookie that the link was exchanged for.
"""

import hmac
import secrets
from collections.abc import Awaitable, Callable
from urllib.parse import urlsplit

from aiohttp import web

from .address import Address

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data:; font-src 'self' data:; connect-src 'self' {socket}; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)


class Gate:
    """One server's door: its address, its links and the browsers that it has let in."""

    def __init__(self, address: Address, announce: Callable[[str], None]) -> None:
        """Open the door at ``address``; ``announce`` hears when somebody came in, and how."""
        self._address = address
        self._announce = announce
        # A browser keeps one cookie a name for all ports of a host.
        self.cookie = f"champion_tracker_{address.port}"
        self._token = ""
        self._sessions: set[str] = set()

    def new_link(self, base: str) -> str:
        """A link that lets one browser in, once; an older one that was not used is void."""
        self._token = secrets.token_urlsafe(32)
        return f"{base}/?token={self._token}"

    @web.middleware
    async def middleware(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        """Let a request through, or answer it with 403."""
        if not self._is_for_us(request) or not self._is_from_us(request):
            raise web.HTTPForbidden(text="This address is not served here.")
        if request.path == "/" and "token" in request.query:
            raise self._exchange(request)
        if not self._is_known(request.cookies.get(self.cookie, "")):
            raise web.HTTPForbidden(text="Open the link that champion-tracker printed.")
        return await handler(request)

    def _is_for_us(self, request: web.Request) -> bool:
        called = request.headers.getall("Host", [])
        return len(called) == 1 and self._address.answers_to(called[0])

    def _is_from_us(self, request: web.Request) -> bool:
        if request.headers.get("Sec-Fetch-Site", "none") not in ("none", "same-origin"):
            return False
        origin = request.headers.get("Origin")
        if origin is None:
            # Browsers name the origin of every socket, so one without is none of theirs.
            return request.path != "/ws"
        return urlsplit(origin).netloc == request.host

    def _exchange(self, request: web.Request) -> web.HTTPSeeOther:
        token, self._token = self._token, ""
        if not token or not _equal(request.query["token"], token):
            self._token = token
            raise web.HTTPForbidden(text="This link has been used, or was never given.")
        session = secrets.token_urlsafe(32)
        self._sessions.add(session)
        self._announce(f"http://{request.host}")
        response = web.HTTPSeeOther("/")
        response.set_cookie(self.cookie, session, httponly=True, samesite="Strict", path="/")
        return response

    def _is_known(self, session: str) -> bool:
        return any(_equal(session, known) for known in self._sessions)

    async def harden(self, request: web.Request, response: web.StreamResponse) -> None:
        """Tell the browser to keep an answer, whichever, to itself."""
        response.headers.update(
            {
                "Content-Security-Policy": POLICY.format(socket=f"ws://{request.host}"),
                "X-Content-Type-Options": "nosniff",
                "X-Frame-Options": "DENY",
                "Referrer-Policy": "no-referrer",
                "Cross-Origin-Opener-Policy": "same-origin",
                "Cross-Origin-Resource-Policy": "same-origin",
                "Cache-Control": "no-store",
            }
        )


def _equal(one: str, other: str) -> bool:
    return hmac.compare_digest(one.encode(), other.encode())

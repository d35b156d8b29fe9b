"""The server: textual-serve behind a gate, with pages that need nothing from the web."""

import logging
import shlex
import socket
import sys
from collections.abc import Sequence
from pathlib import Path
from subprocess import list2cmdline
from typing import Any

import aiohttp_jinja2
import jinja2
from aiohttp import web
from textual_serve.server import Server

from ..model import WorkspaceError
from .address import Address
from .gate import Gate

USUAL_PORT = 8787
ASSETS = Path(__file__).parent


def listen(command: Sequence[str], host: str, port: int) -> int:
    """Serve ``command`` on ``host`` and ``port`` until Ctrl+C."""
    bound = _bind(host, port or USUAL_PORT, may_move=not port)
    server = GatedServer(_one_line(command), host, bound.getsockname()[1])
    server.announce_first()
    web.run_app(server.application(), sock=bound, print=None, access_log=None)
    return 0


class GatedServer(Server):
    """textual-serve, but nobody comes in without the printed link."""

    def __init__(self, command: str, host: str, port: int) -> None:
        """Prepare to serve ``command`` at ``host``:``port``."""
        super().__init__(command, host=host, port=port, title="champion_tracker")
        self.address = Address(host, port)
        self.gate = Gate(self.address, self._announce_next)

    def announce_first(self) -> None:
        """Print the first link."""
        if not self.address.is_loopback:
            _say(f"Anybody who can reach {self.host} sees this door; the way is not encrypted.")
        _say(f"Open {self.gate.new_link(self.address.url)}")
        _say("The link works once. Ctrl+C ends.")

    def _announce_next(self, base: str) -> None:
        _say(f"Opened. For another browser: {self.gate.new_link(base)}")

    def application(self) -> web.Application:
        """The web application, every route of it behind the gate."""
        logging.basicConfig(level=logging.ERROR)
        app = web.Application(middlewares=[self.gate.middleware])
        app.on_response_prepare.append(self.gate.harden)
        aiohttp_jinja2.setup(app, loader=jinja2.FileSystemLoader(ASSETS / "templates"))
        app.add_routes(
            [
                web.get("/", self.handle_page, name="index"),
                web.get("/ws", self.handle_websocket, name="websocket"),
                web.get("/download/{key}", self.handle_download, name="download"),
                web.static("/static", self.statics_path, name="static"),
                web.static("/own", ASSETS / "static", name="own"),
            ]
        )
        return app

    @aiohttp_jinja2.template("index.html")
    async def handle_page(self, request: web.Request) -> dict[str, Any]:
        """The page, with a socket at the address under which the browser knows us."""
        return {"socket": f"ws://{request.host}/ws"}


def _one_line(command: Sequence[str]) -> str:
    return list2cmdline(command) if sys.platform == "win32" else shlex.join(command)


def _bind(host: str, port: int, *, may_move: bool) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    bound = socket.socket(family, socket.SOCK_STREAM)
    bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        bound.bind((host, port))
    except OSError as error:
        if may_move:
            bound.close()
            return _bind(host, 0, may_move=False)
        bound.close()
        raise WorkspaceError(
            f"Nothing can listen on {host}:{port} ({error.strerror}).", "Name another --port."
        ) from error
    return bound


def _say(line: str) -> None:
    print(line, flush=True)  # noqa: T201 - the link is what the command is for

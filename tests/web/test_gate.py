"""The door of `serve`: the printed link opens it once, and nothing else does."""

import asyncio
import gc
import shlex
import sys
from asyncio.base_subprocess import BaseSubprocessTransport
from collections.abc import AsyncIterator
from http.cookies import SimpleCookie
from itertools import product
from pathlib import Path

import aiohttp
import pytest
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer, unused_port

from champion_tracker.web.server import GatedServer

FILES = ["/", "/static/js/textual.js", "/static/css/xterm.css", "/own/page.css"]
ROUTES = [*FILES, "/download/key", "/ws"]


SESSION = """
import json, sys
goodbye = json.dumps({"type": "exit"}).encode()
out = sys.stdout.buffer
out.write(b"__GANGLION__\\nM" + len(goodbye).to_bytes(4, "big") + goodbye)
"""
Client = TestClient[web.Request, web.Application]


class Door:
    """A running server and a browser before it."""

    def __init__(self, server: GatedServer, client: Client, port: int) -> None:
        self.server = server
        self.client = client
        self.host = f"127.0.0.1:{port}"
        self.cookie = server.gate.cookie

    async def get(self, path: str, cookie: str = "", **headers: str) -> aiohttp.ClientResponse:
        sent = {"Host": self.host, **{k.replace("_", "-"): v for k, v in headers.items()}}
        if cookie:
            sent["Cookie"] = f"{self.cookie}={cookie}"
        return await self.client.get(path, headers=sent, allow_redirects=False)

    async def enter(self) -> str:
        link = self.server.gate.new_link(self.server.address.url)
        answer = await self.get(link.removeprefix(self.server.address.url))
        assert answer.status == 303
        morsel = SimpleCookie(answer.headers["Set-Cookie"])[self.cookie]
        assert morsel["samesite"] == "Strict"
        assert morsel["httponly"]
        return morsel.value


@pytest.fixture
async def door() -> AsyncIterator[Door]:
    port = unused_port()
    server = GatedServer(shlex.join([sys.executable, "-c", SESSION]), "127.0.0.1", port)
    client = TestClient(
        TestServer(server.application(), host="127.0.0.1", port=port),
        cookie_jar=aiohttp.DummyCookieJar(),
    )
    async with client:
        yield Door(server, client, port)
    # A transport that is collected after its loop has closed complains from wherever it dies. Some
    # of other tests, whose loops are closed, may lie about as well.
    here = asyncio.get_running_loop()
    for transport in gc.get_objects():
        if isinstance(transport, BaseSubprocessTransport) and vars(transport)["_loop"] is here:
            transport.close()
    await asyncio.sleep(0)


async def test_the_link_lets_one_browser_in_once(door: Door) -> None:
    link = door.server.gate.new_link(door.server.address.url).removeprefix(door.server.address.url)
    first = await door.get(link)
    assert first.status == 303
    assert first.headers["Location"] == "/"
    assert (await door.get(link)).status == 403


async def test_who_came_in_sees_the_page_and_its_files(door: Door) -> None:
    cookie = await door.enter()
    for path in FILES:
        answer = await door.get(path, cookie)
        assert answer.status == 200, path
    page = await (await door.get("/", cookie)).text()
    assert "https://" not in page, "nothing is fetched from the web"


@pytest.mark.parametrize("path", ROUTES)
async def test_nothing_opens_without_the_cookie(door: Door, path: str) -> None:
    await door.enter()
    for cookie in ("", "guessed", "é"):
        assert (await door.get(path, cookie)).status == 403


@pytest.mark.parametrize(
    ("path", "headers"),
    list(
        product(
            ROUTES,
            [
                {"Host": "evil.example"},
                {"Host": "evil.example:8787"},
                {"Host": "localhost"},
                {"Origin": "https://evil.example"},
                {"Origin": "null"},
                {"Sec_Fetch_Site": "cross-site"},
                {"Sec_Fetch_Site": "same-site"},
            ],
        )
    ),
)
async def test_a_foreign_origin_or_a_rebound_name_is_refused_even_with_the_cookie(
    door: Door, path: str, headers: dict[str, str]
) -> None:
    cookie = await door.enter()
    assert (await door.get(path, cookie, **headers)).status == 403


async def test_the_socket_opens_for_our_own_page_only(door: Door) -> None:
    cookie = await door.enter()
    ours = {"Host": door.host, "Cookie": f"{door.cookie}={cookie}", "Origin": f"http://{door.host}"}
    async with door.client.ws_connect("/ws", headers=ours) as socket:
        assert not socket.closed
        async for _ in socket:
            pass
    for change in ({"Origin": "https://evil.example"}, {"Cookie": ""}, {"Host": "evil.example"}):
        with pytest.raises(aiohttp.WSServerHandshakeError) as refused:
            await door.client.ws_connect("/ws", headers=ours | change)
        assert refused.value.status == 403
    without = {key: value for key, value in ours.items() if key != "Origin"}
    with pytest.raises(aiohttp.WSServerHandshakeError):
        await door.client.ws_connect("/ws", headers=without)


async def test_a_wrong_token_does_not_spend_the_link(door: Door) -> None:
    link = door.server.gate.new_link(door.server.address.url).removeprefix(door.server.address.url)
    assert (await door.get("/?token=guess")).status == 403
    assert (await door.get(link)).status == 303


async def test_pages_tell_the_browser_to_keep_to_itself(door: Door) -> None:
    cookie = await door.enter()
    headers = (await door.get("/", cookie)).headers
    assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]
    assert headers["Cache-Control"] == "no-store"
    assert headers["Referrer-Policy"] == "no-referrer"
    for path in ROUTES:
        refused = (await door.get(path)).headers
        assert refused["Cross-Origin-Resource-Policy"] == "same-origin", path


async def test_a_session_is_the_application_on_the_workspace_that_was_named(
    tmp_path: Path,
) -> None:
    command = [sys.executable, "-m", "champion_tracker", "--workspace", str(tmp_path)]
    port = unused_port()
    server = GatedServer(shlex.join(command), "127.0.0.1", port)
    client = TestClient(TestServer(server.application(), host="127.0.0.1", port=port))
    async with client:
        door = Door(server, client, port)
        ours = {"Host": door.host, "Origin": f"http://{door.host}"}
        ours["Cookie"] = f"{door.cookie}={await door.enter()}"
        async with client.ws_connect("/ws?width=80&height=24", headers=ours) as socket:
            drawn = b""
            while b"Today" not in drawn:
                drawn += (await socket.receive(30)).data
            await socket.send_json(["stdin", "\x11"])
            async for _ in socket:
                pass


def test_two_servers_on_one_machine_do_not_throw_each_other_out() -> None:
    one, other = (GatedServer("true", "127.0.0.1", port).gate.cookie for port in (8787, 8788))
    assert one != other

"""`serve` in a real browser: the link opens it, what is done is kept, and others stay out."""

import os
import re
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from shutil import which
from threading import Thread

import pyte
import pytest
from playwright.sync_api import Browser, BrowserContext, Page, WebSocket, sync_playwright

CHROMIUM = which("chromium") or which("chromium-browser") or which("google-chrome")
PATIENCE = 60_000
"""Milliseconds after which what should be there is taken for missing."""
REBOUND = "rebound.example"

pytestmark = pytest.mark.skipif(not CHROMIUM, reason="there is no Chromium on this machine")


class Served:
    """The program, serving a workspace with one person in it."""

    def __init__(self, workspace: Path) -> None:
        self.words = [sys.executable, "-m", "champion_tracker", "--workspace", str(workspace)]
        self.run("add", "Ada Example", "--title", "Chief of Staff", "--every", "1 week")
        environment = {k: v for k, v in os.environ.items() if k != "NO_COLOR"}
        self.process = subprocess.Popen(
            [*self.words, "serve"], stdout=subprocess.PIPE, text=True, env=environment
        )
        assert self.process.stdout is not None
        found = re.search(r"http://\S+", self.process.stdout.readline())
        assert found
        self.link = found.group()
        self.base = self.link.partition("/?")[0]
        self.port = self.base.rpartition(":")[2]

    def run(self, *words: str) -> str:
        return subprocess.run(
            [*self.words, *words], check=True, capture_output=True, text=True
        ).stdout

    def end(self) -> None:
        self.process.send_signal(signal.SIGINT)
        assert self.process.wait(PATIENCE / 1000) == 0


class Tab:
    """A tab of the browser, and what the terminal in it shows."""

    def __init__(self, context: BrowserContext) -> None:
        self.page = context.new_page()
        self.asked: list[str] = []
        self.troubles: list[str] = []
        self.screen = pyte.Screen(80, 24)
        self.stream = pyte.ByteStream(self.screen)
        self.page.on("request", lambda request: self.asked.append(request.url))
        self.page.on("console", self._told)
        self.page.on("websocket", self._opened)

    def _told(self, message: object) -> None:
        if getattr(message, "type", "") == "error":
            self.troubles.append(str(message))

    def _opened(self, socket: WebSocket) -> None:
        self.asked.append(socket.url)
        width, height = re.findall(r"=(\d+)", socket.url)
        self.screen.reset()
        self.screen.resize(int(height), int(width))
        socket.on("framereceived", self._received)

    def _received(self, payload: str | bytes) -> None:
        if isinstance(payload, bytes):
            self.stream.feed(payload)

    @property
    def text(self) -> str:
        return "\n".join(self.screen.display)

    def reload(self) -> None:
        """Load the page anew; what is seen from here on is the new session's."""
        with self.page.expect_websocket():
            self.page.reload()

    def sees(self, *words: str) -> None:
        """Wait until all these words are on the screen."""
        for _ in range(PATIENCE // 50):
            if all(word in self.text for word in words):
                return
            self.page.wait_for_timeout(50)
        raise AssertionError(f"{words} did not come about on:\n{self.text}")

    def click(self, word: str) -> None:
        """Click on a word with the mouse."""
        area = self.page.locator(".xterm-screen")
        box = area.bounding_box()
        assert box is not None
        row = next(n for n, line in enumerate(self.screen.display) if word in line)
        column = self.screen.display[row].index(word)
        x = (column + 0.5) * box["width"] / self.screen.columns
        y = (row + 0.5) * box["height"] / self.screen.lines
        area.click(position={"x": x, "y": y})


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    served = Served(tmp_path / "workspace")
    yield served
    served.end()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    # A container has no place for Chromium's own cage.
    flags = ["--no-sandbox", f"--host-resolver-rules=MAP {REBOUND} 127.0.0.1"]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=flags)
        yield browser
        browser.close()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context()
    context.set_default_timeout(PATIENCE)
    yield context
    context.close()


def log(tab: Tab, words: str) -> None:
    tab.page.keyboard.press("l")
    tab.sees("Log a touch")
    tab.page.keyboard.type("ada")
    tab.sees("› ◌ Ada Example")
    for key, seen in (("Enter", "Ada Example ×"), ("c", "›c call"), ("Enter", "▌Said")):
        tab.page.keyboard.press(key)
        tab.sees(seen)
    tab.page.keyboard.type(words)
    tab.sees(words)
    tab.page.keyboard.press("Control+s")


def test_a_touch_is_logged_and_there_after_a_reload(
    served: Served, context: BrowserContext
) -> None:
    tab = Tab(context)
    tab.page.goto(served.link)
    tab.sees("Today", "Ada Example", "Never touched")
    assert "token" not in tab.page.url
    log(tab, "Wants one figure")
    tab.sees("Logged")
    tab.reload()
    tab.sees("Ada Example")
    tab.page.keyboard.press("2")
    tab.sees("Standing")
    tab.page.keyboard.press("Enter")
    tab.sees("Wants one figure")
    assert "Wants one figure" in served.run("show", "ada", "--json")
    assert tab.troubles == []
    assert {url.partition("//")[2].partition("/")[0] for url in tab.asked} == {
        served.base.removeprefix("http://")
    }, "nothing comes from the web"


def test_two_tabs_are_two_sessions_on_one_workspace(
    served: Served, context: BrowserContext
) -> None:
    first, second = Tab(context), Tab(context)
    first.page.goto(served.link)
    first.sees("Ada Example")
    second.page.goto(served.base)
    second.sees("Ada Example")
    second.click("People")
    second.sees("Standing")
    log(first, "Wants one figure")
    second.sees("Elsewhere:")
    assert "Standing" in second.text
    assert "Standing" not in first.text


def test_without_the_link_there_is_nothing(served: Served, context: BrowserContext) -> None:
    page = context.new_page()
    answer = page.goto(served.base)
    assert answer is not None
    assert answer.status == 403
    assert "Open the link" in page.inner_text("body")
    assert opens(page, f"ws://127.0.0.1:{served.port}/ws") is False


def test_a_rebound_name_is_refused_and_spends_no_link(
    served: Served, context: BrowserContext
) -> None:
    page = context.new_page()
    rebound = served.link.replace("127.0.0.1", REBOUND)
    answer = page.goto(rebound)
    assert answer is not None
    assert answer.status == 403
    tab = Tab(context)
    tab.page.goto(served.link)
    tab.sees("Ada Example")
    assert opens(page, f"ws://{REBOUND}:{served.port}/ws") is False


def test_a_page_from_elsewhere_opens_nothing(
    served: Served, context: BrowserContext, tmp_path: Path
) -> None:
    tab = Tab(context)
    tab.page.goto(served.link)
    tab.sees("Ada Example")
    with_foreign_page(tmp_path, partial(assert_shut_out, context, served))


def assert_shut_out(context: BrowserContext, served: Served, address: str) -> None:
    """A page of another server on this machine, which the browser sends the cookie along for."""
    page = context.new_page()
    page.goto(address)
    assert opens(page, f"ws://127.0.0.1:{served.port}/ws") is False
    for path in ("/", "/static/css/xterm.css", "/download/key"):
        assert (
            page.evaluate(
                "url => fetch(url, {mode: 'no-cors', credentials: 'include'})"
                ".then(() => true, () => false)",
                served.base + path,
            )
            is False
        )
    page.evaluate("url => { location.href = url }", served.base)
    page.get_by_text("This address is not served here.").wait_for()


def with_foreign_page(folder: Path, look: Callable[[str], None]) -> None:
    (folder / "index.html").write_text("<html><head></head><body>elsewhere</body></html>")
    handler = partial(SimpleHTTPRequestHandler, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        look(f"http://127.0.0.1:{server.server_port}/")
        server.shutdown()


def opens(page: Page, socket: str) -> object:
    """Whether the page can open a socket there."""
    return page.evaluate(
        "url => new Promise(done => { const socket = new WebSocket(url);"
        " socket.onopen = () => done(true); socket.onerror = () => done(false) })",
        socket,
    )

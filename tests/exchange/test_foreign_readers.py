"""What leaves, opened by the programs that others use."""

import csv
import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
import vobject
from icalendar import Calendar
from openpyxl import load_workbook
from playwright.sync_api import Browser, sync_playwright

from champion_tracker.model import Relation
from champion_tracker.store import MemoryStore
from champion_tracker.tracker import (
    PinnedClock,
    Tracker,
    asks,
    exporting,
    importing,
    objections,
    people,
    promises,
    stories,
    ties,
    touches,
)
from champion_tracker.tracker.demo import fill

DAY = date(2026, 3, 2)
NODE, OFFICE = shutil.which("node"), shutil.which("soffice") or shutil.which("libreoffice")
CHROMIUM = next(
    filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None
)


def has_ical_js() -> bool:
    """Whether node finds ical.js, in NODE_PATH for example."""
    return (
        bool(NODE)
        and not subprocess.run(
            [str(NODE), "-e", "require('ical.js')"], capture_output=True, check=False
        ).returncode
    )


needs_ical_js = pytest.mark.skipif(not has_ical_js(), reason="node does not find ical.js")
needs_office = pytest.mark.skipif(not OFFICE, reason="LibreOffice is not installed")
needs_chromium = pytest.mark.skipif(not CHROMIUM, reason="there is no Chromium on this machine")


@pytest.fixture(scope="module")
def tracker() -> Tracker:
    """The demo's agency, and somebody whose every text is hostile."""
    found = Tracker(MemoryStore(), PinnedClock(DAY))
    fill(found)
    people.add(
        found,
        '=HYPERLINK("x");Ünal, \\ "Zoë" 陳美玲 <b>',
        title="+1+1; a,b\\c",
        organization="@City",
        emails=("z@city.example",),
        phones=("+49 30 1",),
        tags=("a,b", "c;d"),
        notes="- one\n= two\n\n\tthree; four, five\\",
    )
    return found


def made(tracker: Tracker, form: str) -> bytes:
    content = exporting.export(tracker, form).content
    return content if isinstance(content, bytes) else content.encode()


def names(tracker: Tracker) -> set[str]:
    return {person.name for person in tracker.workspace.people.values()}


def in_node(kind: str, path: Path) -> list[dict[str, Any]]:
    script = Path(__file__).with_name("foreign.js")
    ended = subprocess.run(
        [str(NODE), str(script), kind, str(path)], capture_output=True, check=True
    )
    found: list[dict[str, Any]] = json.loads(ended.stdout)
    return found


@pytest.mark.parametrize("form", ["vcard", "vcard4"])
def test_vobject_reads_the_cards(tracker: Tracker, form: str) -> None:
    found = list(vobject.readComponents(made(tracker, form).decode()))
    assert {card.fn.value for card in found} == names(tracker)
    assert len({card.uid.value for card in found}) == len(found)


@needs_ical_js
@pytest.mark.parametrize("form", ["vcard", "vcard4"])
def test_ical_js_reads_the_cards(tracker: Tracker, tmp_path: Path, form: str) -> None:
    path = tmp_path / "cards.vcf"
    path.write_bytes(made(tracker, form))
    found = in_node("cards", path)
    # RFC 2426 asks for a backslash before a semicolon, which ical.js leaves there.
    assert {card["name"].replace("\\;", ";") for card in found} == names(tracker)
    assert all(card["uid"].startswith("champion-tracker:") for card in found)


@pytest.mark.parametrize("form", ["vcard", "vcard4"])
def test_khard_reads_the_cards(tracker: Tracker, tmp_path: Path, form: str) -> None:
    book = tmp_path / "book"
    book.mkdir()
    cards = re.findall(rb"BEGIN:VCARD\r\n.*?END:VCARD\r\n", made(tracker, form), re.S)
    for number, card in enumerate(cards):
        (book / f"{number}.vcf").write_bytes(card)
    settings = tmp_path / "khard.conf"
    settings.write_text(f"[addressbooks]\n[[ours]]\npath = {book}\n[general]\n")
    command = [sys.executable, "-m", "khard", "-c", str(settings), "list", "--parsable"]
    ended = subprocess.run(command, capture_output=True, check=True)
    assert not ended.stderr
    found = {line.split("\t")[1] for line in ended.stdout.decode().splitlines()}
    assert found == names(tracker)


@pytest.mark.parametrize("form", ["ics", "events"])
def test_calendars_are_read_by_four_libraries(tracker: Tracker, tmp_path: Path, form: str) -> None:
    data = made(tracker, form)
    items = [item for item in Calendar.from_ical(data).walk() if item.name in ("VTODO", "VEVENT")]
    expected = {str(item["uid"]): str(item["summary"]) for item in items}
    assert len(expected) == len(items) > 30
    one = pytest.importorskip("ics").Calendar(data.decode())
    assert {item.uid: item.name for item in (*one.todos, *one.events)} == expected
    stream = pytest.importorskip("ical.calendar_stream").IcsCalendarStream
    other = stream.calendar_from_ics(data.decode())
    assert {str(i.uid): str(i.summary) for i in (*other.todos, *other.events)} == expected
    if has_ical_js():
        path = tmp_path / "agenda.ics"
        path.write_bytes(data)
        found = in_node("items", path)
        assert {item["uid"]: item["summary"] for item in found} == expected
        assert all(item["alarms"] and date.fromisoformat(item["day"]) for item in found)


def in_office(path: Path, form: str, folder: Path) -> Iterator[Path]:
    """A file as LibreOffice writes it in another form."""
    home = f"-env:UserInstallation=file://{folder}/office"
    command = [str(OFFICE), home, "--headless", "--convert-to", form, "--outdir", str(folder)]
    if path.suffix == ".csv":
        command.append("--infilter=CSV:44,34,76,1")
    subprocess.run([*command, str(path)], check=True, capture_output=True, timeout=180)
    yield from folder.glob(f"{path.stem}*.{form.partition(':')[0]}")


EVERY_SHEET = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"


@needs_office
def test_libreoffice_shows_the_register_as_it_was_written(tracker: Tracker, tmp_path: Path) -> None:
    path = tmp_path / "register.xlsx"
    path.write_bytes(made(tracker, "xlsx"))
    book = load_workbook(BytesIO(path.read_bytes()))
    shown = sorted(in_office(path, EVERY_SHEET, tmp_path))
    assert len(shown) == len(book.sheetnames) == 2
    for sheet, table in zip(sorted(book.sheetnames), shown, strict=True):
        with table.open(encoding="utf-8", newline="") as file:
            rows = [[cell.replace("\r\n", "\n") for cell in row] for row in csv.reader(file)]
        written = [list(map(cell_text, row)) for row in book[sheet].iter_rows(values_only=True)]
        assert rows == written, sheet


def cell_text(value: object) -> str:
    return str(value).removesuffix(" 00:00:00") if value is not None else ""


@needs_office
def test_a_table_that_went_through_libreoffice_comes_back_without_a_change(
    tracker: Tracker, tmp_path: Path
) -> None:
    path = tmp_path / "people.csv"
    path.write_bytes(made(tracker, "csv"))
    assert importing.preview(tracker, [path]).is_empty
    (book,) = in_office(path, "xlsx", tmp_path)
    assert importing.preview(tracker, [book]).is_empty


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        yield playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])


@needs_chromium
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("form", ["html", "briefing-html"])
def test_a_browser_shows_the_page_by_itself_in_its_colours(
    tracker: Tracker, tmp_path: Path, browser: Browser, form: str, scheme: Any
) -> None:
    path = tmp_path / "page.html"
    path.write_bytes(made(tracker, form))
    asked: list[str] = []
    troubles: list[str] = []
    with browser.new_context(color_scheme=scheme) as context:
        page = context.new_page()
        page.on("request", lambda request: asked.append(request.url))
        page.on("console", lambda message: troubles.append(message.text))
        page.on("pageerror", lambda failure: troubles.append(str(failure)))
        for width in (1200, 360):
            page.set_viewport_size({"width": width, "height": 800})
            page.goto(path.as_uri())
            assert page.evaluate("document.documentElement.scrollWidth") <= width
        colours = page.evaluate(
            "(({color, backgroundColor}) => [color, backgroundColor])"
            "(getComputedStyle(document.body))"
        )
        ink, paper = (sum(map(int, re.findall(r"\d+", colour)[:3])) for colour in colours)
        assert (paper > ink + 400) if scheme == "light" else (ink > paper + 400)
        for name in names(tracker):
            assert page.get_by_text(name, exact=True).count()
        if form == "html":
            page.get_by_role("searchbox").fill("Ingrid Thorvald")
            shown = page.locator("details:visible summary")
            assert 0 < shown.count() < len(names(tracker))
    assert asked == [path.as_uri()] * 2
    assert not troubles


@needs_chromium
@pytest.mark.parametrize("size", ["A4", "Letter"])
def test_each_briefing_prints_on_a_page_of_its_own(
    tracker: Tracker, tmp_path: Path, browser: Browser, size: str
) -> None:
    path = tmp_path / "page.html"
    path.write_bytes(made(tracker, "briefing-html"))
    assert pages(browser, path, size) == len(names(tracker))


@needs_chromium
@pytest.mark.parametrize("size", ["A4", "Letter"])
@pytest.mark.parametrize("word", ["word ", "W", "美", "line\n", "- x\n\n"])
def test_a_briefing_prints_on_one_page_whatever_was_written(
    tmp_path: Path, browser: Browser, size: str, word: str
) -> None:
    long = word * 1500
    tracker = Tracker(MemoryStore(), PinnedClock(DAY))
    rosa = people.add(tracker, f"Rosa {word * 40}", title=word * 60, organization=word * 60)
    for n in range(20):
        other = people.add(tracker, f"Ben {n} {word * 9}")
        ties.tie(tracker, other, Relation.EAR, rosa)
        touches.log(tracker, [rosa], note=long)
        promises.promise(tracker, rosa, long, DAY)
        objections.object_to(tracker, rosa, long, mitigation=long)
        asks.ask(tracker, rosa, long, without=long)
        stories.write(tracker, f"{n} {long}", what=long)
    path = tmp_path / "page.html"
    page = exporting.export(tracker, "briefing-html", [rosa]).content
    path.write_text(str(page), encoding="utf-8")
    assert pages(browser, path, size) == 1
    assert "more" in str(page)


def pages(browser: Browser, path: Path, size: str) -> int:
    """On how many pages a page of HTML prints."""
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(path.as_uri())
        return len(re.findall(rb"/Type\s*/Page\b", page.pdf(format=size)))

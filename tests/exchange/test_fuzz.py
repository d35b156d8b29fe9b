"""Damaged files of every format: a sentence or a whole change, and nothing between.

`CHAMPION_TRACKER_FUZZ` says how many there are of each format; `docs/importing.md` what came of
ten thousand.
"""

import os
import random
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

import pytest
from openpyxl import Workbook

from champion_tracker.exchange import redacting
from champion_tracker.model import BadInput, Edit, Person, Position, Record, TrackerError
from champion_tracker.store import MemoryStore, open_workspace
from champion_tracker.tracker import PinnedClock, Tracker, exporting, formats, importing, sources
from champion_tracker.tracker.demo import fill
from tests.cli.running import files, process
from tests.exchange.exchanging import SAMPLE
from tests.exchange.fuzzing import (
    Damage,
    damaged,
    damaged_archive,
    damaged_json,
    damaged_lines,
)

COUNT = int(os.environ.get("CHAMPION_TRACKER_FUZZ", "500"))
SHARES = 4
"""In so many tests the files of a format are tried, so that they can be tried side by side."""

DAY = date(2026, 3, 2)
ROSA = Person(
    id="p-rosa",
    name="Rosa Díaz",
    emails=("rosa@city.org",),
    source_ids=("vcard:u-1", "id:1"),
    followed_since=date(2026, 1, 5),
    positions=(Position(id="o-1", title="CFO", organization="City", area="Finance"),),
)
ANN = Person(
    id="p-ann",
    name="Ann Lee",
    positions=(Position(id="o-2", title="Clerk", organization="City", area="Roads"),),
)

TABLE = (
    "id,name,title,organization,area,email,phone,start,end,notes,tags,post id\n"
    '1,Rosa Díaz,CFO,City,Finance,rosa@city.org,+1 5,2024-03-01,,"a\nb ""c""",x;y,P1\n'
    "2,Ann Lee,Head of Roads,City,Roads,ann@city.org,,01.02.2025,,,,P2\n"
    '3,"Berg, Jo",Clerk,Town,,jo@town.org; j@town.org,,,2025-12-31,=1+1,,\n'
    "4,Vacant,Clerk,Town,,,,,,,,\n"
)
CARDS = (
    "BEGIN:VCARD\r\nVERSION:2.1\r\nUID:u-1\r\nN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:"
    "D=C3=ADaz;Ro=\r\nsa\r\nORG:City;Finance\r\nTITLE:CFO\r\nAGENT:\r\nBEGIN:VCARD\r\nFN:Al\r\n"
    "END:VCARD\r\nTEL;CELL:+1 5\r\nPHOTO;ENCODING=BASE64;JPEG:\r\n /9j/4AAQ\r\n\r\nEND:VCARD\r\n"
    "BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Ann Lee\r\nitem1.EMAIL;TYPE=work:ann@city.org\r\n"
    "item1.X-ABLABEL:Of\r\n fice\r\nBDAY:--0203\r\nCATEGORIES:a\\,b,c\r\nNOTE:x\\ny\r\n"
    "URL:https://www.linkedin.com/in/al\r\nEND:VCARD\r\n"
)
LINES = (
    '{"name": "Rosa Díaz", "emails": ["rosa@city.org"], "title": "CFO", "organization": "City"}\n'
    '{"name": "Ann Lee", "start": "2025-02-01", "title": "Head", "organization": "City"}\n'
)
MAPPING = (
    'source = "hr"\nencoding = "utf-8"\n[columns]\n"id" = "source_id"\n"name" = "name"\n'
    '"title" = "title"\n"notes" = "ignore"\n'
)
SOURCES = '[staff]\nurl = "staff.csv"\ncomplete = true\nmap = "map.toml"\nfollow = false\n'


def workbook() -> bytes:
    book, out = Workbook(), BytesIO()
    sheet = book.worksheets[0]
    for row in (["id", "name", "title", "start"], [1, "Rosa Díaz", "CFO", date(2024, 3, 1)]):
        sheet.append(row)
    sheet.append([2, "Ann Lee", "=B2", None])
    sheet.merge_cells("C2:C3")
    book.save(out)
    return out.getvalue()


def documents() -> list[bytes]:
    tracker = Tracker(MemoryStore(), PinnedClock(DAY))
    fill(tracker)
    everybody = exporting.export(tracker, "json", include_private=True).content
    one = exporting.export(tracker, "json", tracker.list_people()[:2]).content
    return [str(content).encode() for content in (everybody, one, one, one)]


def samples(pattern: str) -> list[bytes]:
    """Real files, cut short so that damage hits what counts."""
    return [path.read_bytes()[:3000] for path in sorted(SAMPLE.glob(pattern))]


class Kind(NamedTuple):
    """Files of one format, and how they are damaged."""

    suffix: str
    seeds: Callable[[], list[bytes]]
    damage: Damage


KINDS = {
    "csv": Kind("csv", lambda: [TABLE.encode(), *samples("*/*.csv")], damaged),
    "tsv": Kind("tsv", lambda: [TABLE.replace(",", "\t").encode("utf-16")], damaged),
    "vcard": Kind("vcf", lambda: [CARDS.encode()] * 9 + samples("vcards/*/*.vcf"), damaged),
    "xlsx": Kind("xlsx", lambda: [workbook()], damaged_archive),
    "json": Kind("json", documents, damaged_json),
    "jsonl": Kind("jsonl", lambda: [LINES.encode()], damaged_lines),
}


def records(tracker: Tracker) -> dict[str, Record]:
    people = tracker.workspace.people
    history = [record for key in ("", *people) for record in tracker.store.history(key)]
    return {f"{type(r).__name__} {r.id}": r for r in (*people.values(), *history)}


@contextmanager
def said(what: str, data: bytes) -> Iterator[None]:
    """Name the case with whatever goes wrong, and keep the file."""
    try:
        yield
    except BaseException as failure:
        failure.add_note(f"{what}: {data[:2000]!r}")
        raise


def imported(path: Path, *, complete: bool, follow: bool, mapping: Path | None = None) -> bool:
    """Import a file; whether it was taken. A refusal changes nothing, a change is whole."""
    tracker = Tracker(MemoryStore(), PinnedClock(DAY))
    tracker.commit("add", "Two people", Edit(after=ROSA), Edit(after=ANN))
    look = partial(
        importing.preview, tracker, [path], complete=complete, follow=follow, mapping=mapping
    )
    before = records(tracker)
    try:
        shown = look()
    except BadInput as refusal:
        sentence = refusal.sentence
    else:
        importing.apply(tracker, shown)
        again = look()
        assert again.is_empty, [change for change in again.changes if change.edits]
        tracker.agenda(days=30)
        tracker.live_programme()
        return True
    assert sentence
    assert "\n" not in sentence
    assert records(tracker) == before
    return False


@pytest.mark.parametrize("share", range(SHARES))
@pytest.mark.parametrize("name", KINDS)
def test_a_damaged_file_is_refused_in_a_sentence_or_taken_whole(
    tmp_path: Path, name: str, share: int
) -> None:
    kind = KINDS[name]
    seeds = kind.seeds()
    path = tmp_path / f"damaged.{kind.suffix}"
    taken = 0
    for number in range(share, COUNT, SHARES):
        chance = random.Random(f"{name} {number}")
        data = kind.damage(chance.choice(seeds), chance)
        path.write_bytes(data)
        with said(f"{name} {number}", data):
            taken += imported(path, complete=chance.random() < 0.5, follow=chance.random() < 0.2)
    assert taken  # so that damage is not always too much


def test_what_was_taken_from_a_damaged_file_can_leave_again(tmp_path: Path) -> None:
    for name, kind in KINDS.items():
        seeds = kind.seeds()
        path = tmp_path / f"damaged.{kind.suffix}"
        for number in range(0, COUNT, max(COUNT // 8, 1)):
            chance = random.Random(f"{name} {number}")
            data = kind.damage(chance.choice(seeds), chance)
            path.write_bytes(data)
            tracker = Tracker(MemoryStore(), PinnedClock(DAY))
            with said(f"{name} {number}", data):
                try:
                    shown = importing.preview(tracker, [path], follow=True)
                except BadInput:
                    continue
                importing.apply(tracker, shown)
                for form in formats.FORMATS:
                    exporting.export(tracker, form, include_private=True)


def test_a_damaged_mapping_is_refused_in_a_sentence_or_read(tmp_path: Path) -> None:
    table, path = tmp_path / "staff.csv", tmp_path / "map.toml"
    table.write_text(TABLE, encoding="utf-8")
    for number in range(COUNT):
        chance = random.Random(f"mapping {number}")
        data = damaged(MAPPING.encode(), chance)
        path.write_bytes(data)
        with said(f"mapping {number}", data):
            imported(table, complete=False, follow=False, mapping=path)


def test_damaged_rules_of_removing_are_refused_in_a_sentence_or_hold(tmp_path: Path) -> None:
    path = tmp_path / "rules.toml"
    text = "Ann Lee wrote to rosa@city.org, +1 555 0100, https://city.org/x.\n"
    for number in range(COUNT):
        chance = random.Random(f"rules {number}")
        data = damaged(redacting.DEFAULT.encode(), chance)
        path.write_bytes(data)
        with said(f"rules {number}", data):
            try:
                rules = redacting.load(path)
            except BadInput as refusal:
                sentence = str(refusal)
            else:
                redacting.redact(text, ROSA, [ROSA, ANN], rules)
                continue
            assert "rules.toml" in sentence


def test_damaged_sources_are_refused_in_a_sentence_or_read(tmp_path: Path) -> None:
    tracker = Tracker(open_workspace(tmp_path / "w"), PinnedClock(DAY))
    path = tmp_path / "w" / sources.FILE
    for number in range(COUNT):
        chance = random.Random(f"sources {number}")
        data = damaged(SOURCES.encode(), chance)
        path.write_bytes(data)
        with said(f"sources {number}", data):
            try:
                known = sources.load(tracker)
            except TrackerError:
                continue
            for name in known:
                try:
                    sources.place(known[name].url)
                except TrackerError:
                    continue
    tracker.close()


def test_the_program_itself_refuses_damaged_files_and_leaves_the_workspace_alone(
    tmp_path: Path,
) -> None:
    folder = tmp_path / "w"
    process(folder, "add", "Rosa Díaz", "--title", "CFO", "--org", "City").done()
    for number, (name, kind) in enumerate(KINDS.items()):
        chance = random.Random(f"process {number}")
        path = tmp_path / f"damaged.{kind.suffix}"
        path.write_bytes(kind.damage(chance.choice(kind.seeds()), chance))
        before = files(folder)
        result = process(folder, "import", str(path), "--yes")
        assert "Traceback" not in result.err, name
        assert result.status in (0, 1), (name, result)
        if result.status:
            assert files(folder) == before, name
        process(folder, "check").done()
        assert not process(folder, "import", str(path), "--yes", "--json").out.count('"new"')

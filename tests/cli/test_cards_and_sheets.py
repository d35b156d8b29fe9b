"""Sheets by name, cards that go back as they came, and every form in which people leave."""

from pathlib import Path

import pytest
from openpyxl import Workbook

from tests.cli.running import Run, files

CARD = (
    "BEGIN:VCARD\r\nVERSION:3.0\r\nUID:u-1\r\nFN:Rosa Díaz\r\nN:Díaz;Rosa;;;\r\n"
    "ADR;TYPE=WORK:;;Hidden Lane 5;City;;;\r\nEND:VCARD\r\n"
)


def test_a_sheet_is_read_by_its_name(run: Run, tmp_path: Path) -> None:
    book = Workbook()
    book.create_sheet("Staff").append(["name", "title"])
    book["Staff"].append(["Rosa Díaz", "CFO"])
    path = tmp_path / "book.xlsx"
    book.save(path)
    refused = run("import", str(path), "--sheet", "Stuff", "--yes")
    assert refused.status == 1
    assert "no sheet “Stuff”; it has Sheet, Staff" in refused.err
    run("import", str(path), "--sheet", "Staff", "--yes").done()
    assert "CFO" in run("list").out


@pytest.fixture
def card(run: Run, tmp_path: Path) -> Path:
    path = tmp_path / "rosa.vcf"
    path.write_text(CARD, newline="")
    run("import", str(path), "--yes").done()
    return path


@pytest.mark.parametrize("form", ["vcard", "vcard4"])
def test_a_card_goes_back_as_it_came(run: Run, card: Path, tmp_path: Path, form: str) -> None:
    out = tmp_path / "out.vcf"
    run("export", form, "--output", str(out)).done()
    assert "ADR;TYPE=WORK:;;Hidden Lane 5;City;;;" in out.read_text()
    assert out.stat().st_mode & 0o077 == 0
    assert run("export", form, "--output", str(out)).status == 1
    for path in (out, card):
        assert "Nothing to change." in run("import", str(path), "--yes").done().err


def test_what_a_card_says_raises_no_prompt_and_is_taken_back(run: Run, card: Path) -> None:
    before = run("due", "--json").json
    run("undo").done()
    assert run("list").out == ""
    assert "Hidden Lane" not in run("export", "vcard").out
    run("import", str(card), "--yes").done()
    assert run("due", "--json").json == before


def test_whoever_is_forgotten_leaves_no_card(run: Run, card: Path, folder: Path) -> None:
    run("add", "Bo Berg").done()
    run("different", "Rosa", "Bo").done()
    run("forget", "Rosa", "--confirm", "Rosa Díaz").done()
    assert not any(b"Hidden Lane" in content for content in files(folder).values())
    assert run("check").status == 0


@pytest.mark.parametrize(
    ("form", "begins"),
    [("briefing-html", "<!doctype html>"), ("html", "<!doctype html>"), ("events", "BEGIN:VCAL")],
)
def test_it_leaves_in_that_form(run: Run, rosa: str, form: str, begins: str) -> None:
    made = run("export", form, "Rosa").done()
    assert made.out.startswith(begins)
    assert "Rosa Díaz" in made.out

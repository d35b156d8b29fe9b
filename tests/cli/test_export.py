"""What leaves: for its owner only, never over anything, private entries by name only."""

from pathlib import Path

import pytest

from champion_tracker.tracker.formats import FORMATS
from tests.cli.running import Run


@pytest.fixture
def told(run: Run, rosa: str) -> str:
    """Somebody of whom there is something private, and something about somebody else."""
    run("add", "Bo Berg", "--email", "bo@county.example").done()
    run("log", rosa, "--note", "Bo Berg (bo@county.example) helps her.").done()
    run("log", rosa, "--note", "She is unwell.", "--private").done()
    return rosa


@pytest.mark.parametrize("form", FORMATS)
def test_a_file_is_the_owners_and_never_written_over(
    run: Run, told: str, tmp_path: Path, form: str
) -> None:
    place = tmp_path / "out"
    run("export", form, told, "--output", str(place)).done()
    before = place.read_bytes()
    assert before
    assert place.stat().st_mode & 0o077 == 0
    place.write_bytes(b"mine")
    refused = run("export", form, "--output", str(place))
    assert (refused.status, place.read_bytes()) == (1, b"mine")
    assert "--force" in refused.err
    run("export", form, told, "--output", str(place), "--force").done()
    assert b"Rosa" in place.read_bytes() or form == "xlsx"
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == ["out"]


@pytest.mark.parametrize("form", ["notes", "briefing", "json", "html"])
def test_private_entries_stay_unless_asked_for(run: Run, told: str, form: str) -> None:
    without = run("export", form, told).done()
    assert "unwell" not in without.out
    assert "1 private entry left out" in without.err
    everything = run("export", form, told, "--include-private").done()
    assert "unwell" in everything.out
    assert "left out" not in everything.err


def test_pages_go_into_a_folder(run: Run, told: str, tmp_path: Path) -> None:
    folder = tmp_path / "vault"
    assert "2 files" in run("export", "notes", "--split", "--output", str(folder)).done().err
    assert {path.name for path in folder.iterdir()} == {"Rosa Díaz.md", "Bo Berg.md"}
    assert all(path.stat().st_mode & 0o077 == 0 for path in (folder, *folder.iterdir()))
    again = run("export", "notes", "--split", "--output", str(folder))
    assert again.status == 1
    run("export", "notes", "--split", "--output", str(folder), "--force").done()


def test_only_those_who_are_meant_go_out(run: Run, told: str) -> None:
    assert "Bo Berg" not in run("export", "csv", "--query", "rosa").done().out
    assert "Rosa" not in run("export", "vcard", "--person", "Bo").done().out
    assert run("export", "csv", "--query", "nobody").status == 1


def test_the_whole_comes_back_without_a_difference(run: Run, told: str, tmp_path: Path) -> None:
    whole = tmp_path / "whole.json"
    run("export", "json", "--include-private", "--output", str(whole)).done()
    same = run("import", str(whole), "--yes", "--json").done().json["changes"]
    assert {change["kind"] for change in same} == {"unchanged"}
    before = run("show", told, "--json").json
    other = ["--workspace", str(tmp_path / "other")]
    run(*other, "import", str(whole), "--yes").done()
    assert run(*other, "show", told, "--json").json == before


def test_what_is_asked_for_goes_out_without_others(run: Run, told: str, tmp_path: Path) -> None:
    page = run("export", "notes", told, "--redact").done()
    assert "Rosa Díaz" in page.out
    assert "rosa@city.example" in page.out
    assert not {word for word in ("Bo Berg", "bo@county", "unwell") if word in page.out}
    assert "Removed: " in page.err
    rules = tmp_path / "rules.toml"
    rules.write_text('names = "none"\n')
    assert "Bo Berg" in run("export", "notes", told, "--redact", str(rules)).done().out
    for words in (["csv", told], ["notes"], ["notes", told, "--include-private"]):
        assert run("export", *words, "--redact").status == 1


def test_a_folder_for_whoever_takes_over(run: Run, told: str, tmp_path: Path) -> None:
    folder = tmp_path / "for-my-successor"
    run("handover", str(folder)).done()
    assert "Rosa Díaz" in (folder / "READ ME FIRST.md").read_text()
    assert (folder / "briefings" / "Rosa Díaz.md").is_file()
    assert all(path.stat().st_mode & 0o077 == 0 for path in folder.rglob("*"))
    assert not any(b"unwell" in path.read_bytes() for path in folder.rglob("*.*") if path.is_file())
    assert run("handover", str(folder)).status == 1


def test_likely_doubles_are_named(run: Run, told: str) -> None:
    run("add", "Díaz, Rosa", "--email", "rosa@city.example").done()
    (pair,) = run("duplicates", "--json").done().json["duplicates"]
    assert set(pair) == {"person_ids", "names", "signs", "weight"}
    assert told in pair["person_ids"]
    assert "Rosa Díaz" in run("duplicates").out


def test_the_mapping_that_was_used_can_be_kept(run: Run, tmp_path: Path) -> None:
    table, kept = tmp_path / "staff.csv", tmp_path / "staff.toml"
    table.write_text("Name,Job title,Shoe size\nRosa Díaz,CFO,38\n")
    run("import", str(table), "--dry-run", "--save-map", str(kept)).done()
    assert '"Job title" = "title"' in kept.read_text()
    run("import", str(table), "--map", str(kept), "--yes").done()
    assert "CFO" in run("list").out
    assert run("import", str(table), "--dry-run", "--save-map", str(kept)).status == 1


def test_the_rules_of_redaction_are_printed_to_be_edited(
    run: Run, rosa: str, folder: Path, tmp_path: Path
) -> None:
    run("add", "Bo Berg").done()
    run("log", rosa, "--note", "Bo Berg came, too.").done()
    printed = run("export", "notes", "--print-rules").done().out
    assert 'names = "words"' in printed
    assert "Bo Berg" not in run("export", "notes", rosa, "--redact").done().out
    (folder / "redaction.toml").write_text(printed.replace('"words"', '"none"'))
    assert "Bo Berg" in run("export", "notes", rosa, "--redact").done().out
    assert run("export", "notes", "--print-rules").done().out == printed.replace(
        '"words"', '"none"'
    )
    usual = tmp_path / "rules.toml"
    usual.write_text(printed)
    assert "Bo Berg" not in run("export", "notes", rosa, "--redact", str(usual)).done().out
    (folder / "redaction.toml").write_text("names = 7")
    assert run("export", "notes", rosa, "--redact").status == 1

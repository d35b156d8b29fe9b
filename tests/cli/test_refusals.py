"""Bad input: a sentence that says what and where and what to do; nothing changed."""

import os
from pathlib import Path

import pytest

from tests.cli.running import Run, files, process

ROSA = "Rosa Díaz"

REFUSED = {
    "a day that does not exist": (
        ["log", ROSA, "--note", "x", "--when", "2026-02-30"],
        "There is no day 2026-02-30.",
    ),
    "a day that could be two": (
        ["log", ROSA, "--note", "x", "--when", "3/4/2026"],
        "two different days",
    ),
    "no day": (["role", ROSA, "--title", "CEO", "--since", "someday"], "'someday' is not a day."),
    "a touch that is still to come": (
        ["log", ROSA, "--note", "x", "--when", "tomorrow"],
        "still to come",
    ),
    "an influence of 7": (["assess", ROSA, "--influence", "7"], "from 1 to 5, not 7"),
    "an influence in words": (["assess", ROSA, "--influence", "high"], "whole number"),
    "an engagement that is none": (["assess", ROSA, "--engagement", "leadin g"], "leading?"),
    "no rating": (["assess", ROSA, "--why", "Because."], "No rating was given."),
    "a rating of somebody new, not whole": (["assess", "Bo", "--openness", "3"], "influence"),
    "a new judgement that is none": (
        ["assess", ROSA, "--unchanged", "--influence", "3"],
        "unchanged",
    ),
    "a sentiment beyond the scale": (["log", ROSA, "--note", "x", "--sentiment", "3"], "-2 to 2"),
    "a sentiment that is none": (["log", ROSA, "--note", "x", "--sentiment", "so-so"], "hostile"),
    "a channel that is none": (["log", ROSA, "--note", "x", "--channel", "emial"], "e-mail?"),
    "evidence that is none": (["log", ROSA, "--note", "x", "--shows", "acess"], "access?"),
    "for us, but what": (["log", ROSA, "--note", "x", "--for"], "--words or --action"),
    "no note, and nobody to write one": (["log", ROSA], "--note"),
    "an ambiguous name": (["show", "rosa"], "could be any of 2 people"),
    "a name that nobody has": (["show", "Nemo"], "Nobody is called 'Nemo'."),
    "an empty name": (["show", ""], "No person was named."),
    "nobody": (["follow"], "Nobody was named."),
    "a query that nobody answers to": (["follow", "--query", "tag:none"], "Nobody answers"),
    "an unknown field": (["list", "standin:champion"], "Did you mean 'standing:'?"),
    "a value that its field cannot have": (["list", "standing:champoin"], "'champion'?"),
    "a number that is none": (["list", "influence:high"], "no number"),
    "an open quotation mark": (["list", 'area:"Public'], "not closed"),
    "days that are none": (["due", "--days", "many"], "whole number"),
    "days that are past": (["due", "--days", "-1"], "from 0 on"),
    "a port that there is not": (["serve", "--port", "70000"], "65535"),
    "a cadence that is none": (["follow", ROSA, "--every", "often"], "'often' is not a cadence."),
    "a position that they hold": (["role", ROSA, "--title", "CFO"], "already is"),
    "no position": (["role", "Bo"], "Give a title or an organisation."),
    "a position held by nobody": (["role", ROSA, "--from", "CEO", "--title", "x"], "no position"),
    "left, and for what": (["role", ROSA, "--left", "--title", "x"], "--left"),
    "an answer without a reason": (["dismiss", "touch:none", "--reason", " "], ""),
    "a key that no prompt has": (["done", "touch:none"], "No prompt has the key"),
    "a kind that is none": (["done", ROSA, "--kind", "tuch"], "touch?"),
    "nothing to answer": (["done", ROSA, "--kind", "promise"], "No promise prompt"),
    "several prompts": (["done", ROSA], "--kind"),
    "put off into the past": (["snooze", ROSA, "--until", "yesterday"], "not ahead"),
    "a pin that is none": (["pin", ROSA, "--standing", "chamipon", "--reason", "x"], "champion?"),
    "a pin without a reason": (["pin", ROSA, "--standing", "champion", "--reason", ""], "empty"),
    "nothing to correct": (["edit", ROSA], "Nothing to correct"),
    "a name taken away": (["edit", ROSA, "--name", ""], "name is empty"),
    "no tag": (["tag", ROSA], "--tag or --off"),
    "nobody added": (["add", " "], "name is empty"),
    "half a judgement": (["add", "New", "--influence", "3"], "openness"),
    "no file": (["import", "nowhere.csv", "--yes"], "There is no file nowhere.csv."),
    "a format that cannot be written": (["export", "docx"], "notes"),
    "pages without a folder": (["export", "notes", "--split"], "--output"),
    "pages of a table": (["export", "csv", "--split", "--output", "pages"], "cannot be split"),
    "somebody forgotten by mistake": (["forget", ROSA, "--confirm", "Rosa"], "Nobody was"),
    "somebody forgotten unasked": (["forget", ROSA], "--confirm"),
    "a backup that is none": (["restore", "nowhere.zip"], "There is no file nowhere.zip."),
    "another day that does not exist": (["--today", "2026-02-29", "due"], "There is no day"),
}


@pytest.fixture
def two(run: Run, rosa: str) -> None:
    run("add", "Rosa Diego").done()
    run("add", "Bo Berg").done()


@pytest.mark.usefixtures("two")
@pytest.mark.parametrize("what", REFUSED)
def test_it_is_refused_and_nothing_changed(run: Run, folder: Path, what: str) -> None:
    words, said = REFUSED[what]
    before = files(folder)
    ended = run(*words)
    assert ended.status == 1, ended
    assert ended.out == ""
    assert ended.err.startswith("champion-tracker: ")
    assert said in ended.err
    assert "Traceback" not in ended.err
    assert files(folder) == before


@pytest.mark.usefixtures("two")
def test_candidates_are_told_apart(run: Run, rosa: str) -> None:
    listed = run("show", "ros").err.splitlines()[1:]
    assert len(listed) == 2
    assert any(rosa in line and "CFO" in line and "rosa@city.example" in line for line in listed)


@pytest.mark.usefixtures("two")
def test_standing_prompts_are_told_apart_by_kind_and_key(run: Run, rosa: str) -> None:
    listed = run("done", "rosa@city.example").err
    assert f"touch  touch:{rosa}" in listed
    assert "coverage  coverage:single" in listed
    assert run("done", "rosa@city.example", "--kind", "touch").status == 0
    assert run("done", "rosa@city.example", "--kind", "coverage").status == 1


@pytest.mark.parametrize(
    ("words", "near"),
    [
        (["lsit"], "list"),
        (["follow_up"], "follow-up"),
        (["due", "--jsno"], "--json"),
        (["log", "Rosa", "--sentimnt", "2"], "--sentiment"),
        (["dismiss", "Rosa", "--raeson", "x"], "--reason"),
        (["--workspce", "x", "due"], "--workspace"),
    ],
)
def test_misuse_names_what_is_nearest(run: Run, words: list[str], near: str) -> None:
    ended = run(*words)
    assert ended.status == 2
    assert f"Did you mean {near}?" in ended.err


@pytest.mark.parametrize(
    "words",
    [
        ["snooze", "Rosa"],
        ["log", "Rosa", "--words", "--action", "--note", "x"],
        ["show"],
        ["log", "Rosa", "--note"],
        ["due", "now"],
    ],
)
def test_misuse_ends_with_two(run: Run, words: list[str]) -> None:
    ended = run(*words)
    assert (ended.status, ended.out) == (2, "")
    assert "usage: champion-tracker" in ended.err


def test_a_global_option_after_the_command_is_told_its_place(run: Run) -> None:
    ended = run("due", "--today", "2026-01-01")
    assert ended.status == 2
    assert "goes before the command" in ended.err


TABLES = {
    "empty": (b"", "empty"),
    "only blanks": (b"\r\n \r\n", ""),
    "no column of names": (b"title,organization\nCFO,City\n", "name"),
    "bytes that are no text": (b"name,title\nRosa D\xff\xfe\x81az,CFO\n\x00\x01", "staff.csv"),
}


@pytest.mark.parametrize("what", TABLES)
def test_a_file_that_cannot_be_read_is_refused(
    run: Run, rosa: str, folder: Path, tmp_path: Path, what: str
) -> None:
    content, said = TABLES[what]
    (tmp_path / "staff.csv").write_bytes(content)
    before = files(folder)
    ended = run("import", str(tmp_path / "staff.csv"), "--yes")
    assert ended.status == 1, ended
    assert "staff.csv" in ended.err
    assert said in ended.err
    assert files(folder) == before


def test_a_row_without_a_name_is_told_and_the_rest_goes_on(run: Run, tmp_path: Path) -> None:
    table = tmp_path / "staff.csv"
    table.write_text("name,title\n,CFO\nBo Berg,Head\n")
    changes = run("import", str(table), "--yes", "--json").done().json["changes"]
    kinds = {change["kind"]: change["where"] for change in changes}
    assert kinds["unreadable"] == "staff.csv, row 2"
    assert "Bo Berg" in run("list").out


def test_an_argument_that_is_no_text_is_refused(folder: Path) -> None:
    ended = process(folder, "add", "Rosa \udcff")
    assert ended.status == 1
    assert "UTF-8" in ended.err


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_cannot_be_written_ends_with_three(run: Run, folder: Path) -> None:
    run("add", "Bo Berg").done()
    folder.chmod(0o500)
    try:
        ended = run("add", "Rosa Díaz")
    finally:
        folder.chmod(0o700)
    assert ended.status == 3
    assert str(folder) in ended.err


def test_a_workspace_of_a_newer_version_ends_with_three(run: Run, folder: Path) -> None:
    run("add", "Bo Berg").done()
    (folder / "workspace.json").write_text(
        '{"schema":"99.0","id":"w-future","created":"2031-01-01T00:00:00Z"}'
    )
    ended = run("list")
    assert (ended.status, ended.out) == (3, "")
    assert "newer" in ended.err


def test_a_folder_of_other_things_ends_with_three(run: Run, folder: Path) -> None:
    folder.mkdir()
    (folder / "letter.txt").write_text("Dear Rosa")
    assert run("list").status == 3
    assert [path.name for path in folder.iterdir()] == ["letter.txt"]


@pytest.mark.parametrize("words", [["check"], ["check", "--repair"], ["restore", "file.zip"]])
def test_what_looks_after_folders_refuses_a_database_without_showing_its_password(
    words: list[str],
) -> None:
    done = process("postgresql://ana:hunter2@localhost/office", *words)
    assert done.status == 1
    assert "hunter2" not in done.err + done.out

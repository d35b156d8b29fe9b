"""Importing from the command line: seen before it is done, done once, and raising no noise."""

from pathlib import Path

import pytest

from tests.cli.running import Result, Run, process

STAFF = """\
id,name,title,organization,email
1,Rosa Díaz,CFO,City,rosa@city.example
2,Bo Berg,Head,City,
"""
LATER = "2026-03-20"


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "staff.csv"
    path.write_text(STAFF)
    return path


def kinds(result: Result) -> dict[str, int]:
    found = [change["kind"] for change in result.done().json["changes"]]
    return {kind: found.count(kind) for kind in found}


def prompts(result: Result) -> list[tuple[str, str, str]]:
    return [(p["kind"], p["person"], p["due"]) for p in result.done().json["prompts"]]


def test_it_is_only_shown_unless_somebody_agrees(run: Run, table: Path) -> None:
    looked = run("import", str(table), "--dry-run")
    assert looked.status == 0
    assert looked.out.startswith("2 new\n")
    assert "  Rosa Díaz  (staff.csv, row 2)\n      CFO, City\n" in looked.out
    assert run("list").out == ""


def test_of_whom_no_position_is_known_the_name_is_all(run: Run, table: Path) -> None:
    table.write_text("id,name,title\n1,Rosa Díaz,\n2,Bo Berg,Head\n")
    looked = run("import", str(table), "--dry-run").done()
    listed = "  Rosa Díaz  (staff.csv, row 2)\n  Bo Berg  (staff.csv, row 3)\n      Head\n"
    assert listed in looked.out


def test_without_anybody_to_ask_it_is_refused(folder: Path, table: Path) -> None:
    ended = process(folder, "import", str(table))
    assert ended.status == 1
    assert ended.out.startswith("2 new\n")
    assert "Nothing was changed. Use --yes" in ended.err
    assert process(folder, "list").out == ""


def test_the_same_again_changes_and_raises_nothing(run: Run, table: Path) -> None:
    assert kinds(run("import", str(table), "--yes", "--json")) == {"new": 2}
    run("follow", "Rosa", "Bo").done()
    before = run("due", "--json", "--days", "400").json
    commits = run("history", "--json").json
    for _ in range(3):
        again = run("import", str(table), "--complete", "--follow", "--yes", "--json")
        assert kinds(again) == {"unchanged": 2}
    assert "Nothing to change." in run("import", str(table), "--yes").err
    assert run("due", "--json", "--days", "400").json == before
    assert run("history", "--json").json == commits


def test_who_is_only_known_raises_nothing(run: Run, table: Path) -> None:
    run("import", str(table), "--yes").done()
    table.write_text(STAFF.replace("CFO", "CEO"))
    run("import", str(table), "--yes", today=LATER).done()
    assert prompts(run("due", "--json", "--days", "400", today=LATER)) == []


def test_an_alert_stands_until_it_is_answered(run: Run, table: Path) -> None:
    run("import", str(table), "--yes", "--follow").done()
    run("assess", "Rosa", "--influence", "4", "--openness", "3", "--why", "Fair.").done()
    run("log", "Rosa", "--note", "Budget.").done()
    table.write_text(STAFF.replace("CFO", "CEO"))
    assert "      CFO, City\n    → CEO, City\n" in run("import", str(table), "--dry-run").out
    assert kinds(run("import", str(table), "--yes", "--json", today=LATER)) == {
        "position": 1,
        "unchanged": 1,
    }
    doubt = ("reassess", "Rosa Díaz", LATER)
    for day in (LATER, "2026-03-21", "2026-06-01"):
        run("import", str(table), "--yes", today=day).done()
        assert prompts(run("due", "--json", today=day)).count(doubt) == 1
        assert run("due", today=day).out.count("reassess   Rosa Díaz (unassessed)") == 1
    assert "No longer CFO, City" in run("show", "Rosa", today=LATER).out
    run("assess", "Rosa", "--unchanged", "--why", "The same woman.", today="2026-06-01").done()
    assert doubt not in prompts(run("due", "--json", today="2026-06-01"))
    run("import", str(table), "--yes", today="2026-06-01").done()
    assert doubt not in prompts(run("due", "--json", today="2026-06-01"))


def test_only_a_complete_file_says_who_left(run: Run, table: Path) -> None:
    run("import", str(table), "--yes", "--follow").done()
    run("assess", "Bo", "--influence", "4", "--openness", "4").done()
    table.write_text("\n".join(STAFF.splitlines()[:2]) + "\n")
    assert kinds(run("import", str(table), "--yes", "--json", today=LATER)) == {"unchanged": 1}
    left = run("import", str(table), "--complete", "--yes", "--json", today=LATER)
    assert kinds(left) == {"unchanged": 1, "left": 1}
    assert ("reassess", "Bo Berg", LATER) in prompts(run("due", "--json", today=LATER))
    run("undo", today=LATER).done()
    assert run("list", "is:left", today=LATER).out == ""


@pytest.mark.parametrize(
    "content",
    [
        STAFF.replace("\n", "\r\n").encode(),
        b"\xef\xbb\xbf" + STAFF.encode(),
        STAFF.encode("utf-16"),
        STAFF.replace("CFO", '"CFO"').encode(),
        STAFF.replace(",", ";").encode(),
    ],
    ids=["CRLF", "BOM", "UTF-16", "quoted", "semicolons"],
)
def test_the_dialect_makes_no_difference(run: Run, table: Path, content: bytes) -> None:
    run("import", str(table), "--yes").done()
    table.write_bytes(content)
    assert kinds(run("import", str(table), "--yes", "--json")) == {"unchanged": 2}


def test_a_quoted_line_break_is_a_blank(run: Run, table: Path) -> None:
    table.write_text(STAFF.replace("CFO", '"Chief\nFinancial Officer"'))
    run("import", str(table), "--yes").done()
    (rosa,) = run("show", "Rosa", "--json").json["people"]
    assert rosa["positions"][0]["title"] == "Chief Financial Officer"


def test_nothing_is_cut_short(run: Run, table: Path) -> None:
    rows = "".join(f"{n},Person Number{n},Head,City\n" for n in range(300))
    table.write_text(f"id,name,title,organization\n{rows}")
    shown = run("import", str(table), "--yes").done().out
    listed = run("list").done()
    assert all(f"Number{n} " in shown and f"Number{n} " in listed.out for n in range(300))
    assert listed.err == "300 people\n"
    found = run("search", "number").done()
    assert sum("Person Number" in line for line in found.out.splitlines()) == 300


def test_a_mapping_says_which_column_is_what(run: Run, table: Path, tmp_path: Path) -> None:
    table.write_text("Who,Does what\nRosa Díaz,CFO\n")
    fields = tmp_path / "staff.toml"
    fields.write_text('[columns]\n"Who" = "name"\n"Does what" = "title"\n')
    run("import", str(table), "--map", str(fields), "--yes").done()
    assert "CFO" in run("list").out


def test_what_is_doubtful_is_said_and_not_guessed(run: Run, table: Path) -> None:
    run("import", str(table), "--yes").done()
    table.write_text("name,title,organization,email\nOmar Haddad,CFO,County,rosa@city.example\n")
    changes = run("import", str(table), "--yes", "--json").done().json["changes"]
    assert [change["kind"] for change in changes] == ["conflict"]
    assert changes[0]["why"]
    assert run("list").err == "2 people\n"


MIXED = STAFF.replace("CFO", "CEO").replace("2,Bo Berg,Head,City,\n", "3,Ida Ash,Head,City,\n")


@pytest.mark.parametrize(
    ("words", "taken"),
    [
        (("--only", "new"), {"new"}),
        (("--skip", "left"), {"new", "position"}),
        (("--only", "new,position", "--skip", "new"), {"position"}),
        (("--skip", "left", "--skip", "position,new"), set()),
    ],
)
def test_some_kinds_are_taken_and_the_rest_stays(
    run: Run, table: Path, words: tuple[str, ...], taken: set[str]
) -> None:
    run("import", str(table), "--yes").done()
    table.write_text(MIXED)
    told = ("import", str(table), "--complete", *words)
    assert set(kinds(run(*told, "--dry-run", "--json"))) == taken
    done = run(*told, "--yes", "--json")
    assert set(kinds(done)) == taken
    assert "Passed over, as --only or --skip says" in done.err
    rest = kinds(run("import", str(table), "--complete", "--dry-run", "--json"))
    assert set(rest) - {"unchanged"} == {"new", "position", "left"} - taken


def test_a_kind_that_there_is_not_is_refused(run: Run, table: Path) -> None:
    refused = run("import", str(table), "--yes", "--skip", "lefft")
    assert refused.status == 1
    assert "'lefft' is no kind. Did you mean left?" in refused.err
    assert run("list").out == ""


def test_many_files_are_counted_where_they_would_fill_the_history(run: Run, folder: Path) -> None:
    run("list").done()
    files = [folder / f"staff-{n}.csv" for n in range(5)]
    for number, file in enumerate(files):
        file.write_text(f"name,organization\nAda Nr{number} Berg,City\n")
    run("import", *map(str, files), "--yes").done()
    assert "Imported 5 files: 5 people" in run("history").out

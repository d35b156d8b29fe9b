"""Who is who from the command line: asked once, remembered, merged, and taken back."""

from pathlib import Path

import pytest

from tests.cli.running import Run

ROW = "name,title,organization,email\nOmar Haddad,CFO,County,rosa@city.example\n"


@pytest.fixture
def doubtful(run: Run, rosa: str, tmp_path: Path) -> Path:
    """A file with a row that may be Rosa's."""
    path = tmp_path / "staff.csv"
    path.write_text(ROW)
    (change,) = run("import", str(path), "--yes", "--json").done().json["changes"]
    assert change["kind"] == "conflict"
    assert change["candidates"] == [{"person_id": rosa, "name": "Rosa Díaz"}]
    return path


def row(run: Run, path: Path) -> str:
    (change,) = run("import", str(path), "--dry-run", "--json").json["changes"]
    key = change["row"]
    assert isinstance(key, str)
    return key


def kinds(run: Run, path: Path) -> list[str]:
    shown = run("import", str(path), "--yes", "--json").done()
    return sorted(change["kind"] for change in shown.json["changes"])


def test_the_text_says_what_to_answer_with(run: Run, doubtful: Path, rosa: str) -> None:
    shown = run("import", str(doubtful), "--dry-run").done().out
    assert f"{row(run, doubtful)}: Rosa Díaz [{rosa}]" in shown
    assert "same PERSON ROW" in shown


def test_the_same_person_is_asked_for_once(run: Run, doubtful: Path, rosa: str) -> None:
    run("same", "Rosa", row(run, doubtful)).done()
    assert "position" in kinds(run, doubtful)
    assert kinds(run, doubtful) == ["unchanged"]
    (person,) = run("list", "--json").json["people"]
    assert (person["id"], person["name"]) == (rosa, "Omar Haddad")
    doubtful.write_text(ROW.replace("CFO", "CEO"))
    assert kinds(run, doubtful) == ["position"]


def test_somebody_else_is_asked_for_once(run: Run, doubtful: Path) -> None:
    run("different", "Rosa", row(run, doubtful)).done()
    assert kinds(run, doubtful) == ["new"]
    assert kinds(run, doubtful) == ["unchanged"]
    assert run("list").err == "2 people\n"


def test_an_answer_can_be_taken_back_and_changed(run: Run, doubtful: Path) -> None:
    key = row(run, doubtful)
    run("different", "Rosa", key).done()
    run("undo").done()
    assert kinds(run, doubtful) == ["conflict"]
    run("different", "Rosa", key).done()
    run("same", "Rosa", key).done()
    assert "position" in kinds(run, doubtful)


def test_an_answer_is_known_to_a_workspace_that_came_by_json(
    run: Run, doubtful: Path, tmp_path: Path
) -> None:
    run("different", "Rosa", row(run, doubtful)).done()
    out = tmp_path / "all.json"
    run("export", "json", "--output", str(out)).done()
    run("undo").done()
    run("import", str(out), "--yes").done()
    assert kinds(run, doubtful) == ["new"]


@pytest.mark.parametrize("words", [("same", "Rosa", "row-1"), ("different", "Rosa", "Rosa")])
def test_what_is_no_row_is_refused(run: Run, rosa: str, words: tuple[str, ...]) -> None:
    before = run("history", "--json").json
    assert run(*words).status == 1
    assert run("history", "--json").json == before


def test_two_records_become_one_and_two_again(run: Run, rosa: str) -> None:
    double = run("add", "Rosa M. Díaz", "--org", "City", "--email", "rosa@city.example").out.strip()
    run("log", double, "--note", "Said by the double.").done()
    (pair,) = run("duplicates", "--json").done().json["duplicates"]
    assert set(pair["person_ids"]) == {rosa, double}
    run("merge", rosa, double, "--keep", "name=second").done()
    (person,) = run("list", "--json").json["people"]
    assert (person["id"], person["name"]) == (rosa, "Rosa M. Díaz")
    assert "Said by the double." in run("show", rosa).out
    assert run("duplicates", "--json").json["duplicates"] == []
    run("undo").done()
    assert run("list").err == "2 people\n"
    assert "Said by the double." not in run("show", rosa).out
    run("different", rosa, double).done()
    assert run("duplicates", "--json").json["duplicates"] == []


def test_what_was_merged_comes_in_as_one(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "staff.csv"
    path.write_text("id,name,title,organization\n1,Rosa Díaz,CFO,City\n2,Rosa Díaz,Head,County\n")
    run("import", str(path), "--yes").done()
    one, other = (person["id"] for person in run("list", "--json").json["people"])
    run("merge", one, other).done()
    assert kinds(run, path) == ["unchanged", "unchanged"]


@pytest.mark.parametrize("choice", ["name", "name=third", "age=first"])
def test_a_choice_that_there_is_not_is_refused(run: Run, rosa: str, choice: str) -> None:
    run("add", "Bo Berg").done()
    assert run("merge", "Rosa", "Bo", "--keep", choice).status == 1
    assert run("list").err == "2 people\n"


@pytest.mark.parametrize(("verb", "people"), [("same", 1), ("different", 2)])
def test_namesakes_in_one_file_are_asked_about_and_none_is_lost(
    run: Run, tmp_path: Path, verb: str, people: int
) -> None:
    path = tmp_path / "staff.csv"
    path.write_text("name,title,organization\nJo Park,Clerk,City\nJo Park,Guard,City\n")
    assert kinds(run, path) == ["conflict", "new"]
    (asked,) = [
        change
        for change in run("import", str(path), "--dry-run", "--json").json["changes"]
        if change["group"] == "doubtful"
    ]
    run(verb, asked["candidates"][0]["person_id"], asked["row"]).done()
    run("import", str(path), "--yes").done()
    assert kinds(run, path) == ["unchanged", "unchanged"]
    found = run("list", "--json").json["people"]
    assert len(found) == people
    titles = [position["title"] for person in found for position in person["positions"]]
    assert sorted(titles) == ["Clerk", "Guard"]

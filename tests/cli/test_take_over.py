"""Somebody takes up what a followed person held: what was ours with them is copied on demand."""

from pathlib import Path

import pytest

from tests.cli.running import Run

LATER = "2026-04-01"


@pytest.fixture
def table(run: Run, rosa: str, tmp_path: Path) -> Path:
    """A directory in which Ida has taken up what Rosa held."""
    run("add", "Bo Berg", "--title", "CEO", "--org", "City").done()
    run("tie", rosa, "reports", "Bo").done()
    run("tie", "Bo", "ally", rosa, "--private").done()
    run("follow-up", rosa, "--due", "in 3 weeks", "--text", "Ask for the figures").done()
    path = tmp_path / "staff.csv"
    path.write_text(
        "name,title,organization,email\nRosa Díaz,Adviser,County,rosa@city.example\n"
        "Ida Ash,CFO,City,\n"
    )
    return path


def test_an_import_says_who_takes_over_and_copies_nothing(run: Run, table: Path, rosa: str) -> None:
    shown = run("import", str(table), "--yes", "--json", today=LATER).done().json["changes"]
    assert {c["name"]: c["group"] for c in shown}["Ida Ash"] == "successor"
    assert [c["takes_over_from"] for c in shown if c["name"] == "Ida Ash"] == [rosa]
    assert len(run("tie", "--json").json["ties"]) == 2
    (ida,) = run("list", "ida", "--json").json["people"]
    assert not ida["followed"]


def test_ties_and_follow_ups_are_copied_in_one_change(run: Run, table: Path) -> None:
    run("import", str(table), "--yes", today=LATER).done()
    looked = run("take-over", "Ida", "--dry-run", today=LATER).done()
    assert "Ida" not in run("tie", today=LATER).out
    assert "Rosa Díaz reports to Bo Berg" in looked.out
    assert "Ask for the figures" in looked.out
    assert "Nothing was copied from Rosa Díaz" in looked.err
    run("take-over", "Ida", "Rosa", today=LATER).done()
    ties = run("tie", "--json", today=LATER).json["ties"]
    assert len(ties) == 4
    copied = [t for t in ties if "Ida Ash" in (t["person"], t["other"])]
    assert {(t["person"], t["relation"], t["other"], t.get("private", False)) for t in copied} == {
        ("Ida Ash", "reports to", "Bo Berg", False),
        ("Bo Berg", "ally of", "Ida Ash", True),
    }
    assert "Ask for the figures" in run("show", "Ida", today=LATER).out
    assert "Ask for the figures" in run("show", "Rosa", today=LATER).out
    (ida,) = run("list", "ida", "--json", today=LATER).json["people"]
    assert ida["followed"]
    again = run("take-over", "Ida", "Rosa", today=LATER).done()
    assert again.out == ""
    run("undo", today=LATER).done()
    assert len(run("tie", "--json", today=LATER).json["ties"]) == 2
    assert "Ask for the figures" not in run("show", "Ida", today=LATER).out


def test_what_is_personal_can_stay_behind(run: Run, table: Path) -> None:
    run("import", str(table), "--yes", today=LATER).done()
    run("take-over", "Ida", "--skip", "ally", "--skip", "follow-ups", today=LATER).done()
    ties = run("tie", "Ida", "--json", today=LATER).json["ties"]
    assert [t["relation"] for t in ties] == ["reports to"]
    assert "Ask for the figures" not in run("show", "Ida", today=LATER).out


@pytest.mark.parametrize(
    "words", [("Bo",), ("Bo", "Bo"), ("Bo", "Rosa", "--skip", "allies"), ("Nobody", "Rosa")]
)
def test_what_makes_no_sense_is_refused(run: Run, table: Path, words: tuple[str, ...]) -> None:
    before = run("history", "--json").json
    assert run("take-over", *words).status == 1
    assert run("history", "--json").json == before


def test_a_successor_can_be_picked_as_such_or_as_new(run: Run, table: Path) -> None:
    for words, names in (
        (("--only", "successor"), {"Ida Ash"}),
        (("--only", "new"), {"Ida Ash"}),
        (("--skip", "successor"), {"Rosa Díaz"}),
    ):
        shown = run("import", str(table), *words, "--dry-run", "--json", today=LATER).done()
        assert {change["name"] for change in shown.json["changes"]} == names


def test_who_moves_is_asked_about_with_their_ties(run: Run, table: Path, rosa: str) -> None:
    moved = run("role", rosa, "--title", "Adviser", "--org", "County", today=LATER).done()
    assert "Does this still hold? Rosa Díaz reports to Bo Berg; Bo Berg ally of" in moved.err
    run("untie", rosa, "reports", "to", "Bo", today=LATER).done()
    assert "reports" not in run("role", rosa, "--title", "Head", today=LATER).done().err

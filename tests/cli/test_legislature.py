"""From two real staff directories to today's prompts, by processes as a user would start them."""

import csv
from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest

from tests.cli.running import SHARED, Result, process

DIRECTORIES = SHARED / "sample" / "directories"
pytestmark = pytest.mark.skipif(
    not DIRECTORIES.is_dir(), reason="the sample directories (../shared/sample) are not here"
)
OLD, NEW = "2024-09-30", "2025-04-01"


def directory(day: str) -> str:
    return str(DIRECTORIES / f"legislature_co_vt_{day}.csv")


def key() -> dict[str, list[dict[str, str]]]:
    """The rows of the answer key on which the dates agree, by event."""
    rows = defaultdict(list)
    with (DIRECTORIES / "legislature_co_vt_answer_key.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            if row["dates_agree"] == "yes":
                rows[row["event"]].append(row)
    return rows


def named(changes: list[dict[str, Any]], kind: str) -> set[str]:
    return {change["name"] for change in changes if change["kind"] == kind}


def test_five_whom_we_follow_move_and_are_in_doubt_until_judged(folder: Path) -> None:
    def on(day: str, *words: str) -> Result:
        return process(folder, *words, today=day).done()

    on(OLD, "import", directory(OLD), "--yes")
    rows = key()
    moved = rows["moved_organization"]
    assert [len(rows[e]) for e in ("arrived", "departed", "moved_organization")] == [82, 84, 12]
    five = [row["email_old"] or row["name_old"] for row in moved[:5]]
    on(OLD, "follow", *five)
    for person in five:
        on(OLD, "assess", person, "--influence", "4", "--openness", "4", "--why", "Fair.")
    assert on(OLD, "due", "--json").json["prompts"]

    changes = on(NEW, "import", directory(NEW), "--complete", "--yes", "--json").json["changes"]
    assert {row["name_new"] for row in rows["arrived"]} <= named(changes, "new")
    assert {row["name_old"] for row in rows["departed"]} <= named(changes, "left")
    assert named(changes, "position") == {row["name_new"] for row in moved}
    assert not named(changes, "conflict")

    names = {row["name_new"] for row in moved[:5]}
    for day in (NEW, "2025-04-02"):
        prompts = on(day, "due", "--json").json["prompts"]
        assert {p["person"] for p in prompts if p["kind"] == "reassess"} == names
        assert {p["person"] for p in prompts if p["person"]} == names
        again = on(day, "import", directory(NEW), "--complete", "--yes", "--json")
        assert {change["kind"] for change in again.json["changes"]} == {"unchanged"}

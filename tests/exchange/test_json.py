"""Everything out and back, and people from scripts and workbooks."""

import json
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import Workbook

from champion_tracker.exchange import ChangeKind, compare, edits_of, read, whole
from champion_tracker.model import Answer, BadInput, Person, Record, Workspace
from tests.exchange.exchanging import DAY, Desk, kinds, only
from tests.exchange.test_notes import BEN, HISTORY, ROSA

ANSWER = Answer(id="touch:p-rosa", cause="2026-02-01", person_id="p-rosa", reason="ill", on=DAY)
EVERYTHING: list[Record] = [ROSA, BEN, *HISTORY, ANSWER]


def document(folder: Path, *, include_private: bool = True) -> Path:
    path = folder / "all.json"
    path.write_text(whole.write(EVERYTHING, include_private=include_private), encoding="utf-8")
    return path


def history(person_id: str) -> list[Record]:
    return HISTORY if person_id else []


def records(found: dict[str, list[dict[str, str]]]) -> int:
    return sum(len(rows) for rows in found.values() if isinstance(rows, list))


def test_everything_out_and_back_is_the_same(tmp_path: Path) -> None:
    path = document(tmp_path)
    assert sorted(whole.read(path.read_bytes(), "x"), key=str) == sorted(EVERYTHING, key=str)
    changes = compare(read([path]), Workspace(), today=DAY)
    assert kinds(changes) == {"new": 2}
    made = [edit.after for edit in edits_of(changes)]
    assert sorted(made, key=str) == sorted(EVERYTHING, key=str)
    assert all(edit.before is None for edit in edits_of(changes))


def test_again_it_changes_nothing(tmp_path: Path) -> None:
    here = Workspace({"p-rosa": ROSA, "p-ben": BEN}, answers={ANSWER.id: ANSWER})
    changes = compare(read([document(tmp_path)]), here, today=DAY, history=history)
    assert kinds(changes) == {"unchanged": 2}


def test_what_is_missing_comes_and_what_is_different_stays(tmp_path: Path) -> None:
    here = Workspace({"p-rosa": ROSA, "p-ben": Person(id="p-ben", name="Benjamin")})
    changes = compare(read([document(tmp_path)]), here, today=DAY, history=lambda p: history(p)[2:])
    assert kinds(changes) == {"details": 1, "conflict": 1}
    assert only(changes, ChangeKind.CONFLICT).name == "Benjamin"
    assert {edit.record.id for edit in edits_of(changes)} == {"i-1", "i-2", ANSWER.id}


def test_private_entries_stay_out_with_their_count(tmp_path: Path) -> None:
    found = json.loads(document(tmp_path, include_private=False).read_text(encoding="utf-8"))
    assert found["left_out"] == 2
    assert "Between ourselves" not in str(found)
    assert records(found) == len(EVERYTHING) - 2


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ('{"version": 99, "people": []}', "newer"),
        ('{"version": 1, "people": [{"kind": "person"}]}', "people"),
        ('{"version": 1, "people": 3}', "people"),
        ('{"version": 1, "people": [{"kind":"person","id":"p","name":"A"},'
         '{"kind":"person","id":"p","name":"B"}]}', "twice"),
    ],
)  # fmt: skip
def test_a_document_that_is_not_right_is_refused(tmp_path: Path, content: str, said: str) -> None:
    path = tmp_path / "all.json"
    path.write_text(content)
    with pytest.raises(BadInput, match=said):
        read([path])


LINES = (
    '{"name": "Rosa Díaz", "emails": ["r@city.org", "x@y.org"], "title": "CFO", "org": "City"}\n'
    "no json\n"
    '{"name": "Ann Lee", "start": "2026-01-05", "tags": ["a", "b"], "more": {"x": 1}}\n'
)


def test_a_line_of_json_is_a_person(desk: Desk) -> None:
    path = desk.folder / "people.jsonl"
    path.write_text(LINES, encoding="utf-8")
    found = read([path])
    assert [u.where for u in found.unreadable] == ["people.jsonl, row 2"]
    rosa = found.incoming[0]
    assert (rosa.name, rosa.emails, rosa.organization) == (
        "Rosa Díaz",
        ("r@city.org", "x@y.org"),
        "City",
    )


def test_an_array_of_objects_is_read_too(tmp_path: Path) -> None:
    path = tmp_path / "people.json"
    path.write_text('[{"name": "Rosa", "tags": ["x"]}, {"name": "Ann", "start": "2026-01-05"}]')
    rosa, ann = read([path]).incoming
    assert rosa.tags == ("x",)
    assert ann.start == date(2026, 1, 5)


@pytest.mark.parametrize("content", ["{", "[]", "[1]", "nothing", '{"a": 1}', "[" * 2000])
def test_json_that_holds_nobody_is_refused(tmp_path: Path, content: str) -> None:
    path = tmp_path / "people.json"
    path.write_text(content)
    with pytest.raises(BadInput, match=r"people\.json"):
        read([path])


def test_a_workbook_is_a_table(desk: Desk) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["Staff list"])
    sheet.append([])
    sheet.append(["Personnel no", "Name", "Job title", "Company", "Start date"])
    sheet.append([17, "Rosa Díaz", "CFO", "City", date(2026, 1, 5)])
    out = BytesIO()
    book.save(out)
    path = desk.folder / "staff.xlsx"
    path.write_bytes(out.getvalue())
    (person,) = read([path]).incoming
    assert (person.name, person.source_id, person.start, person.where) == (
        "Rosa Díaz",
        "personnel no:17",
        date(2026, 1, 5),
        "staff.xlsx, row 4",
    )
    path.write_bytes(out.getvalue()[:900])
    with pytest.raises(BadInput, match="no workbook"):
        read([path])

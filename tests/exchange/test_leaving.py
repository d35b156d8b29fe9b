"""Tables and files that leave."""

import csv
import sys
from datetime import date
from io import StringIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from champion_tracker.exchange import people_csv
from champion_tracker.exchange.files import write_atomically
from champion_tracker.model import BadInput, Person, Position, Workspace
from champion_tracker.rules.profile import profiles
from tests.exchange.exchanging import DAY, Desk, kinds

PEOPLE = [
    Person(
        id="p-1",
        name="=HYPERLINK(1)",
        emails=("a@b.org", "c@d.org"),
        phones=("+49 30 1234",),
        notes='Line one\n"two", three',
        tags=("@home", "budget"),
        positions=(
            Position(id="o-1", title="-Chief", organization="City", area="Roads", post_id="7"),
            Position(id="o-2", title="Chair", organization="Club", start=date(2020, 1, 1)),
            Position(id="o-3", title="Clerk", organization="City", end=date(2020, 1, 1)),
        ),
        followed_since=DAY,
    ),
    Person(id="p-2", name="Ann Lee"),
    Person(id="p-3", name="Ann Lee", positions=(Position(id="o-4", title="Cook"),)),
]


def table() -> str:
    workspace = Workspace({person.id: person for person in PEOPLE})
    return people_csv.write(profiles(workspace, DAY))


def test_no_cell_is_run_by_a_spreadsheet() -> None:
    for row in csv.reader(StringIO(table().removeprefix("\ufeff"))):
        for cell in row:
            assert cell[:1] not in ("=", "@", "\t", "\r")
            assert cell[:1] != "-" or not cell[1:].strip("0123456789 ")
    assert "'=HYPERLINK" in table()
    assert "+49 30 1234" in table()
    assert "'+49" not in table()


@given(st.text())
def test_a_cell_made_harmless_comes_back(cell: str) -> None:
    assert people_csv.bare(people_csv.harmless(cell)) == cell or cell.startswith("'")


def test_what_went_out_as_a_table_comes_in_without_a_change(desk: Desk) -> None:
    desk.people = {person.id: person for person in PEOPLE}
    assert set(kinds(desk.look(table(), complete=True))) == {"unchanged"}


def test_and_into_another_workspace_as_the_same_people(desk: Desk) -> None:
    desk.take(table())
    assert sorted(p.name for p in desk.people.values()) == ["=HYPERLINK(1)", "Ann Lee", "Ann Lee"]
    assert set(kinds(desk.look(table(), complete=True))) == {"unchanged"}


def test_a_file_is_written_whole_for_its_owner_only(tmp_path: Path) -> None:
    path = tmp_path / "notes.md"
    write_atomically(path, "Żółw\n")
    assert path.read_bytes() == "Żółw\n".encode()
    if sys.platform != "win32":
        assert path.stat().st_mode & 0o777 == 0o600
    assert list(tmp_path.iterdir()) == [path]


def test_an_existing_file_stays_unless_forced(tmp_path: Path) -> None:
    path = tmp_path / "notes.md"
    path.write_text("mine")
    with pytest.raises(BadInput, match="--force"):
        write_atomically(path, "other")
    assert path.read_text() == "mine"
    write_atomically(path, "other", force=True)
    assert path.read_text() == "other"
    assert list(tmp_path.iterdir()) == [path]


def test_a_place_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "none" / "notes.md"):
        with pytest.raises(BadInput, match=path.name):
            write_atomically(path, "x")
    assert list(tmp_path.iterdir()) == []

"""Whatever a file holds, it is refused in a sentence or shown as changes."""

import json
import random
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from champion_tracker.exchange import ImportChange, compare, edits_of, read
from champion_tracker.model import BadInput, Person, Workspace
from tests.exchange.exchanging import DAY, SAMPLE, Desk, needs_sample

HEADERS = ["id", "name", "first name", "surname", "title", "company", "unit", "email", "start",
           "end", "phone", "notes", "post id", "Who?"]  # fmt: skip

cells = st.one_of(
    st.sampled_from(
        ["", "Rosa Díaz", "rosa diaz", "Ann Lee", "CFO", "City", "City Inc.", "7", "a@b.org",
         "2026-01-01", "2025-05-05", "Vacant", "=1+1", "E1", "O'Neil, Shaquille"]
    ),
    st.text(max_size=12),
)  # fmt: skip


@st.composite
def tables(draw: st.DrawFn) -> str:
    headers = draw(st.lists(st.sampled_from(HEADERS), min_size=1, max_size=8))
    rows = draw(st.lists(st.lists(cells, max_size=9), max_size=8))
    quoted = [['"' + cell.replace('"', '""') + '"' for cell in row] for row in (headers, *rows)]
    return "\n".join(",".join(row) for row in quoted)


def imported(
    path: Path, workspace: Workspace, *, complete: bool = False
) -> list[ImportChange] | None:
    try:
        reading = read([path])
    except BadInput:
        return None
    changes = compare(reading, workspace, today=DAY, complete=complete)
    assert {p.where for p in reading.incoming} <= {change.where for change in changes}
    return changes


def after(workspace: Workspace, changes: list[ImportChange]) -> Workspace:
    people = dict(workspace.people)
    for edit in edits_of(changes):
        assert isinstance(edit.after, Person)
        assert people.get(edit.after.id) == edit.before
        people[edit.after.id] = edit.after
    return Workspace(people)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(tables(), tables(), st.booleans())
def test_any_table_is_changes_or_a_sentence_and_again_it_is_none(
    tmp_path: Path, one: str, other: str, complete: bool
) -> None:
    workspace = Workspace()
    for n, text in enumerate((one, other)):
        path = tmp_path / f"{n}.csv"
        path.write_text(text, encoding="utf-8", errors="replace", newline="")
        changes = imported(path, workspace, complete=complete)
        if changes is None:
            continue
        workspace = after(workspace, changes)
        again = imported(path, workspace, complete=complete)
        assert again is not None
        assert not edits_of(again)
        for person in workspace.people.values():
            assert len({p.id for p in person.positions}) == len(person.positions)
            assert all(
                p.end is None or p.start is None or p.start <= p.end for p in person.positions
            )


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.binary(max_size=200))
def test_any_bytes_are_changes_or_a_sentence(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "x.csv"
    path.write_bytes(data)
    imported(path, Workspace())
    path.write_bytes(b"name,title\n" + data)
    imported(path, Workspace())


@needs_sample
@pytest.mark.parametrize("seed", range(5))
def test_damaged_directories_are_changes_or_a_sentence(desk: Desk, seed: int) -> None:
    chance = random.Random(seed)
    original = (SAMPLE / "directories" / "uk_transport_2011-03-31.csv").read_bytes()
    desk.take(original, today=date(2011, 3, 31))
    path = desk.folder / "damaged.csv"
    for _ in range(40):
        data = bytearray(original)
        for _ in range(chance.randint(1, 30)):
            place = chance.randrange(len(data))
            damage = chance.choice((b"", b'"', b",", b"\n", b"\0", b"\xff", b"\xc3", b";"))
            data[place : place + chance.randint(0, 40)] = damage
        path.write_bytes(data)
        imported(path, desk.workspace, complete=chance.random() < 0.5)


@needs_sample
def test_names_that_break_programs_are_names_here(desk: Desk) -> None:
    naughty = json.loads((SAMPLE / "names" / "blns.json").read_text(encoding="utf-8"))
    cells = ['"' + text.replace('"', '""') + '"' for text in naughty]
    table = "id,name,title\n" + "".join(f"{n},{cell},x\n" for n, cell in enumerate(cells))
    changes = desk.take(table)
    assert len(desk.people) > 400
    assert {c.where for c in desk.look(table) if c.edits} == set()
    assert len(changes) >= 400


@needs_sample
def test_names_of_the_world_are_told_apart(desk: Desk) -> None:
    lines = (SAMPLE / "names" / "person_names_multiscript.csv").read_text(encoding="utf-8")
    desk.take(lines)
    assert not [change for change in desk.look(lines) if change.edits]

"""Who rests is remembered beside the people file, and never believed longer than it holds."""

from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from champion_tracker.model import Commit, Edit, Person, Record, Settings, Standing
from champion_tracker.rules.agenda import agenda
from champion_tracker.store import MemoryStore, WorkspaceStore, open_workspace, restore_workspace
from champion_tracker.store.folder import RESTING
from tests.programme_strategies import by_place, programmes
from tests.rules.test_programme_properties import changes, commits
from tests.rules.test_watch import looked_at
from tests.strategies import TODAY, moment, touch

RESTED = tuple(
    Person(id=f"p-{n}", name=f"Person {n}", followed_since=TODAY - timedelta(days=9))
    for n in range(5)
)


def commit(*records: Record) -> Commit:
    edits = tuple(Edit(after=record) for record in records)
    return Commit(id="c-1", at=moment(TODAY), verb="test", summary="test", edits=edits)


def is_known(store: WorkspaceStore, day: date = TODAY) -> bool:
    """Whether who rests on a day is known without looking at everybody and keeping it anew."""
    file = store.path / RESTING
    before = file.stat().st_ino
    store.rest(day)
    return file.stat().st_ino == before


def agrees(store: WorkspaceStore, day: date = TODAY) -> bool:
    return agenda(store.workspace, day) == agenda(looked_at(store.workspace), day)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A workspace of five people, touched yesterday, of whom it is known that they rest."""
    store = open_workspace(tmp_path / "w")
    store.commit(commit(*RESTED, *(touch(p.id, on=TODAY - timedelta(days=1)) for p in RESTED)))
    store.fold()
    store.rest(TODAY)
    store.close()
    return tmp_path / "w"


@settings(max_examples=40, deadline=None)
@given(
    programmes(),
    st.lists(st.lists(changes(), min_size=1, max_size=2).map(by_place), max_size=3),
    st.integers(0, 2),
    st.integers(0, 200),
)
def test_the_agenda_is_the_same_however_often_it_is_opened(
    memory: MemoryStore, batches: list[list[Record]], known_after: int, days: int
) -> None:
    held: dict[tuple[type[Record], str], Record] = {}
    made = [edit.after for found in memory.commits() for edit in found.edits[::-1] if edit.after]
    first = commits(by_place(made[::-1]), held)
    with TemporaryDirectory() as place:
        store = open_workspace(Path(place))
        store.commit(first)
        store.fold()
        for number, batch in enumerate([*batches, []]):
            if number == known_after:
                store.rest(TODAY)
            store.close()
            store = open_workspace(Path(place))
            if number >= known_after:
                store.rest(TODAY)
            assert agrees(store, TODAY + timedelta(days=days))
            if batch:
                store.commit(commits(batch, held))
                assert agrees(store, TODAY + timedelta(days=days))
        store.close()


def test_those_who_rest_are_not_even_read(folder: Path) -> None:
    store = open_workspace(folder)
    assert is_known(store)
    assert [prompt.key for prompt in agenda(store.workspace, TODAY)] == ["coverage:none"]
    assert store.workspace.people
    assert not dict.__len__(store.workspace.people)  # type: ignore[arg-type]
    assert len(store.workspace.people) == 5
    store.close()


def test_it_is_not_believed_of_other_settings_or_an_earlier_day(folder: Path) -> None:
    store = open_workspace(folder)
    assert not is_known(store, TODAY - timedelta(days=1))
    store.close()
    cadences = {**Settings().cadences, Standing.UNASSESSED: "1 day"}
    store = open_workspace(folder, settings=Settings(cadences=cadences))
    assert not is_known(store)
    assert sum(prompt.key.startswith("touch:") for prompt in agenda(store.workspace, TODAY)) == 5
    store.close()


def test_what_was_known_of_another_past_is_not_believed(folder: Path, tmp_path: Path) -> None:
    store = open_workspace(folder)
    store.backup(tmp_path / "before.zip")
    store.commit(commit(touch("p-0"), replace(RESTED[0], id="p-new", name="New")))
    store.rest(TODAY - timedelta(days=1))
    store.close()
    restore_workspace(folder, tmp_path / "before.zip")
    assert not (folder / RESTING).exists()
    store = open_workspace(folder)
    store.rest(TODAY)
    assert agrees(store)
    assert agrees(store, TODAY + timedelta(days=31))
    store.close()


@pytest.mark.parametrize("content", [b"", b"{}", b'{"made":{},"resting":{}}'])
def test_what_cannot_be_read_is_made_anew(folder: Path, content: bytes) -> None:
    (folder / RESTING).write_bytes(content)
    store = open_workspace(folder)
    assert store.notices == ()
    assert not is_known(store)
    store.close()
    store = open_workspace(folder)
    assert is_known(store)
    assert agrees(store)
    store.close()


def test_nobody_who_is_forgotten_is_left_in_it(folder: Path) -> None:
    assert b"p-3" in (folder / RESTING).read_bytes()
    store = open_workspace(folder)
    store.forget("p-3")
    store.close()
    assert not (folder / RESTING).exists()
    store = open_workspace(folder)
    store.rest(TODAY)
    store.close()
    assert b"p-3" not in (folder / RESTING).read_bytes()

"""Whoever is forgotten is nowhere in the folder any more."""

import zipfile
from pathlib import Path

import pytest
from msgspec.structs import replace

from champion_tracker.model import NotFound, Person, Relation, Tie
from champion_tracker.store import check_workspace, open_workspace
from tests.store.store_records import ANN, BEN, LATER, START, WAIT, changed, judged, made, touch

ZOE = Person(id="p-zoe", name="Zoë Quartz", emails=("zoe@example.org",), notes="secret garden")


def everything_in(folder: Path) -> bytes:
    """The content of every file, and of every member of every archive."""
    found = []
    for path in folder.rglob("*"):
        if path.suffix == ".zip":
            with zipfile.ZipFile(path) as archive:
                found += [archive.read(name) for name in archive.namelist()]
        elif path.is_file():
            found.append(path.read_bytes())
    return b"".join(found)


def test_a_forgotten_person_is_in_no_file(tmp_path: Path) -> None:
    folder = tmp_path / "w"
    store = open_workspace(folder)
    tie = Tie(
        id="t-1",
        person_id="p-ann",
        other_id="p-zoe",
        relation=Relation.EAR,
        why="they sang together",
        recorded_at=START,
    )
    store.commit(replace(made(ZOE), summary="Added Zoë Quartz"))
    store.commit(made(ANN, BEN, WAIT, LATER, judged("p-zoe"), tie))
    both, alone = touch("p-zoe", "p-ann", note="planning"), touch("p-zoe", note="only zoe here")
    store.commit(made(both, alone, replace(WAIT, id="f-z", person_id="p-zoe", text="call zoe")))
    store.commit(made(replace(LATER, id="touch:p-zoe", person_id="p-zoe", reason="holiday")))
    store.fold()
    store.backup_before("import")
    mention = touch("p-ben", note="Zoë Quartz came up")
    store.commit(made(mention, touch("p-zoe", note="unfolded words")))
    store.commit(changed(ZOE, replace(ZOE, notes="another secret")))
    other = open_workspace(folder)

    report = store.forget("p-zoe")

    left = everything_in(folder)
    for trace in ("p-zoe", "zoe@example.org", "secret", "only zoe", "sang together", "call zoe"):
        assert trace.encode() not in left, trace
    for trace in ("unfolded words", "holiday", "Added Zo"):
        assert trace.encode() not in left, trace
    assert report.backups == 1
    assert report.mentions == (mention.id,)
    assert report.out_of_reach
    assert set(store.workspace.people) == {"p-ann", "p-ben"}
    assert [record.id for record in store.history("p-ann")] == [WAIT.id, both.id]
    assert store.history("p-zoe") == []
    assert check_workspace(folder).findings == ()
    other.refresh()
    assert set(other.workspace.people) == {"p-ann", "p-ben"}
    assert len(list(store.commits())) == 6

    # What is left is whole: others' work goes on, and the backup brings back all but them.
    store.commit(made(touch("p-ann", note="life goes on")))
    (backup,) = (folder / "backups").glob("*-before-import.zip")
    store.restore(backup)
    assert set(store.workspace.people) == {"p-ann", "p-ben"}
    assert b"p-zoe" not in everything_in(folder)
    store.close()


def test_forgetting_can_be_repeated_and_says_when_there_is_nobody(tmp_path: Path) -> None:
    store = open_workspace(tmp_path / "w")
    store.commit(made(ANN, touch("p-ann")))
    store.forget("p-ann")
    with pytest.raises(NotFound):
        store.forget("p-ann")
    assert not store.workspace.people


def test_an_identifier_within_another_is_left_alone(tmp_path: Path) -> None:
    store = open_workspace(tmp_path / "w")
    anna = Person(id="p-anna", name="Anna")
    store.commit(made(ANN, anna, touch("p-anna", note="kept"), touch("p-ann")))
    store.forget("p-ann")
    assert dict(store.workspace.people) == {"p-anna": anna}
    assert len(store.history("p-anna")) == 1
    assert check_workspace(tmp_path / "w").is_sound

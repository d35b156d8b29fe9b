"""What a search keeps in memory follows what becomes of the records."""

from pathlib import Path

from champion_tracker.store import open_workspace
from champion_tracker.tracker import Tracker
from tests.store.store_records import ANN, BEN, made, touch


def test_nothing_stays_of_somebody_whom_another_process_forgot(tmp_path: Path) -> None:
    store, other = open_workspace(tmp_path), open_workspace(tmp_path)
    tracker = Tracker(store)
    store.commit(made(ANN, BEN, touch("p-ann", note="A secret")))
    searching = tracker.searching()
    list(searching.read())
    found = searching.find("secret")
    found.go_on(9)
    assert len(found) == 1
    other.refresh()
    other.forget("p-ann")
    tracker.refresh()
    assert not searching.is_whole
    list(searching.read())
    found = searching.find("secret")
    found.go_on(9)
    assert len(found) == 0
    store.close()
    other.close()

"""When the application ends, whoever has to wait is told for what."""

import sys
from pathlib import Path

import pytest

pexpect = pytest.importorskip("pexpect", reason="pexpect is not installed")

SLOW = """
import sys, time
from pathlib import Path
from champion_tracker.store import WorkspaceStore, open_workspace
from champion_tracker.tracker import SystemClock, Tracker
from champion_tracker.tracker.people import add
from champion_tracker.tui.finishing import finish

tidy = WorkspaceStore.tidy
def slowly(store):
    time.sleep(1.5)
    tidy(store)
WorkspaceStore.tidy = slowly
tracker = Tracker(open_workspace(Path(sys.argv[1])), SystemClock())
add(tracker, "Ada Example")
finish(tracker)
print("BACK", len(list(Path(sys.argv[1], "backups").glob("*.zip"))))
tracker.close()
"""


def test_whoever_waits_for_the_records_is_told_so(tmp_path: Path) -> None:
    child = pexpect.spawn(
        sys.executable, ["-c", SLOW, str(tmp_path / "w")], timeout=60, encoding="utf-8"
    )
    child.expect_exact("Putting the records in order")
    child.expect(r"BACK 1\b")
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 0

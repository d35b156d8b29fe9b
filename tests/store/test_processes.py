"""Many processes on one workspace at once, and processes that die."""

import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from champion_tracker.model import Interaction
from champion_tracker.rules.digest import digest_of
from champion_tracker.store import check_workspace, open_workspace
from champion_tracker.store.journal import Line, read_lines
from tests.store.store_records import ANN, count, made, say

ROOT = Path(__file__).parents[2]


def child(folder: Path, name: str, total: int, fold_every: int) -> "subprocess.Popen[str]":
    words = [str(folder), name, str(total), str(fold_every)]
    return subprocess.Popen(
        [sys.executable, "-m", "tests.store.store_child", *words],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def interactions(folder: Path) -> list[str]:
    store = open_workspace(folder)
    history = store.history("p-ann")
    assert store.workspace.digest("p-ann") == digest_of(history)
    found = [record.id for record in history]
    assert store.workspace.digest("p-ann").touches == len(found)
    store.close()
    assert len(found) == len(set(found))
    assert all(isinstance(record, Interaction) for record in history)
    return found


def test_eight_processes_lose_nothing_to_each_other(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    processes, commits = 8, count("COMMITS", 40)
    store = open_workspace(tmp_path / "w")
    store.commit(made(ANN))
    seen: list[str] = []
    children = [
        child(tmp_path / "w", f"c{n}", commits, 9 + n if n % 2 else 0) for n in range(processes)
    ]
    while any(process.poll() is None for process in children):
        seen += [edit.record.id for commit in store.refresh() for edit in commit.edits]
        time.sleep(0.05)
    seen += [edit.record.id for commit in store.refresh() for edit in commit.edits]
    for process in children:
        _, errors = process.communicate(timeout=60)
        assert process.returncode == 0, errors
    wanted = {
        f"i-c{n}-{k}-{half}" for n in range(processes) for k in range(commits) for half in "ab"
    }
    assert set(interactions(tmp_path / "w")) == wanted
    # An open store has been told of each of them once, and shows them.
    assert sorted(seen) == sorted(wanted)
    assert {record.id for record in store.history("p-ann")} == wanted
    assert check_workspace(tmp_path / "w").findings == ()
    with capsys.disabled():
        say(f"\n{processes} processes x {commits} commits: {len(wanted) // 2} there")


def test_killed_processes_leave_every_acknowledged_commit_and_no_half_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rounds, acknowledged = count("KILLS", 12), set[str]()
    rng = random.Random(7)
    folder = tmp_path / "w"
    store = open_workspace(folder)
    store.commit(made(ANN))
    store.close()
    for number in range(rounds):
        process = child(folder, f"k{number}", 10_000, 5)
        assert process.stdout is not None
        first = process.stdout.readline()
        time.sleep(rng.random() * 0.08)
        process.kill()
        rest, _ = process.communicate()
        # The last line may be one that was being printed; it counts once it is whole.
        acknowledged |= {line for line in (first + rest).split("\n")[:-1] if line}
        found = set(interactions(folder))
        for name in acknowledged:
            assert {f"i-{name}-a", f"i-{name}-b"} <= found
        assert {key[:-1] + "a" for key in found} == {key for key in found if key.endswith("a")}
        assert len(found) % 2 == 0
    assert check_workspace(folder).findings == ()
    with capsys.disabled():
        say(f"\n{rounds} kills: {len(acknowledged)} acknowledged commits, all there")


def test_a_lock_dies_with_its_process(tmp_path: Path) -> None:
    store = open_workspace(tmp_path / "w")
    code = (
        "import sys, time; from pathlib import Path\n"
        "from champion_tracker.store.folder import Folder\n"
        "folder = Folder(Path(sys.argv[1]))\n"
        "with folder.lock.held():\n"
        "    print('held', flush=True); time.sleep(60)\n"
    )
    command = [sys.executable, "-c", code, str(tmp_path / "w")]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"held\n"
        process.kill()
    store.commit(made(ANN))
    assert ANN.id in store.workspace.people


def test_numbers_of_commits_have_no_gap(tmp_path: Path) -> None:
    folder = tmp_path / "w"
    first, second = open_workspace(folder), open_workspace(folder)
    first.commit(made(ANN))
    for number in range(6):
        process = child(folder, f"n{number}", 3, 2)
        assert process.wait(60) == 0
        second.refresh()
    lines = [
        line.number
        for path in [*sorted((folder / "journal").iterdir()), folder / "journal.jsonl"]
        for line in read_lines(path.read_bytes())
        if isinstance(line, Line) and not line.is_head
    ]
    assert lines == list(range(1, 20))

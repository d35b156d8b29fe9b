"""Other shells at work while the application is open, and a power cut in the middle of a note."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from champion_tracker.store import open_workspace
from tests.e2e.terminal import Terminal

LOGS = 25
SHELL = """
for n in $(seq {first} {last}); do
  "{python}" -m champion_tracker --workspace "{workspace}" \\
    log Ada --note "touch number $n" || exit 1
done
"""


def run(workspace: Path, *words: str) -> None:
    command = [sys.executable, "-m", "champion_tracker", "--workspace", str(workspace), *words]
    subprocess.run(command, check=True, capture_output=True)


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    run(tmp_path / "w", "add", "Ada Example", "--title", "Director")
    return tmp_path / "w"


@pytest.fixture
def open_terminal(workspace: Path) -> Iterator[list[Terminal]]:
    opened: list[Terminal] = []
    yield opened
    for terminal in opened:
        terminal.close()


def test_two_shells_log_while_the_application_is_open_and_it_shows_every_entry(
    workspace: Path, open_terminal: list[Terminal]
) -> None:
    terminal = Terminal("--workspace", str(workspace))
    open_terminal.append(terminal)
    terminal.sees("Ada Example")
    terminal.keys("2")
    terminal.sees("Filter")
    terminal.keys("\r")
    terminal.sees("everything 0")
    shells = [
        subprocess.Popen(
            [
                "sh",
                "-c",
                SHELL.format(
                    python=sys.executable, workspace=workspace, first=first, last=first + LOGS - 1
                ),
            ],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
        )
        for first in (1, LOGS + 1)
    ]
    for shell in shells:
        _, errors = shell.communicate(timeout=120)
        assert shell.returncode == 0, errors.decode()
    terminal.sees(f"everything {2 * LOGS}")
    store = open_workspace(workspace)
    notes = {
        getattr(record, "note", "") for record in store.history(next(iter(store.workspace.people)))
    }
    store.close()
    assert notes >= {f"touch number {n}" for n in range(1, 2 * LOGS + 1)}


def test_a_note_that_was_being_typed_is_there_again_after_a_kill(
    workspace: Path, open_terminal: list[Terminal]
) -> None:
    first = Terminal("--workspace", str(workspace))
    open_terminal.append(first)
    first.sees("Ada Example")
    first.keys("2")
    first.sees("Filter")
    first.keys("l")
    first.sees("Log a touch", "▌How")
    first.keys("c")
    first.sees("▌When")
    first.keys("\r")
    first.sees("▌Said")
    first.keys("Half a thought about the budget")
    first.sees("Half a thought about the budget")
    drafts = workspace / "drafts.json"
    first.waits(lambda: drafts.exists() and b"the budget" in drafts.read_bytes())
    first.kill()
    second = Terminal("--workspace", str(workspace))
    open_terminal.append(second)
    second.sees("Ada Example")
    second.keys("2")
    second.sees("Filter")
    second.keys("l")
    second.sees("Half a thought about the budget")
    second.keys("\x13")
    second.sees("Logged a")
    run(workspace, "show", "Ada")
    assert not drafts.exists()

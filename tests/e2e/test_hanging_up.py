"""A window that is closed, a machine that shuts down: no word is lost, nothing is left."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.e2e.terminal import PATIENCE, Terminal
from tests.e2e.test_together import run

WAYS = pytest.mark.parametrize(
    ("way", "number"),
    [(Terminal.hang_up, signal.SIGHUP), (Terminal.terminate, signal.SIGTERM)],
    ids=["closed", "ended"],
)


@WAYS
def test_the_demo_leaves_nothing_behind(
    tmp_path: Path, way: Callable[[Terminal], int], number: signal.Signals
) -> None:
    terminal = Terminal("demo", TMPDIR=str(tmp_path))
    terminal.sees("OVERDUE")
    assert list(tmp_path.iterdir())
    assert way(terminal) == 128 + number
    assert list(tmp_path.iterdir()) == []


def test_a_demo_that_is_ended_before_it_is_seen_leaves_nothing_behind(tmp_path: Path) -> None:
    terminal = Terminal("demo", TMPDIR=str(tmp_path))
    terminal.waits(lambda: bool(list(tmp_path.iterdir())))
    terminal.terminate()
    assert list(tmp_path.iterdir()) == []


@WAYS
def test_what_was_typed_last_is_there_again(
    tmp_path: Path, way: Callable[[Terminal], int], number: signal.Signals
) -> None:
    workspace = tmp_path / "w"
    run(workspace, "add", "Ada Example", "--title", "Director")
    terminal = Terminal("--workspace", str(workspace))
    terminal.sees("Ada Example")
    terminal.keys("2lc\r")
    terminal.sees("▌Said")
    terminal.keys("Half a thought about the budget")
    terminal.sees("about the budget")
    assert way(terminal) == 128 + number
    assert b"Half a thought about the budget" in (workspace / "drafts.json").read_bytes()
    again = Terminal("--workspace", str(workspace))
    again.sees("Ada Example")
    again.keys("2l")
    again.sees("Half a thought about the budget")
    again.close()


def test_without_its_terminal_it_ends_even_where_hanging_up_is_ignored(tmp_path: Path) -> None:
    run(tmp_path / "w", "add", "Ada Example", "--title", "Director")
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    try:
        terminal = Terminal("--workspace", str(tmp_path / "w"))
    finally:
        signal.signal(signal.SIGHUP, before)
    terminal.sees("Ada Example")
    assert terminal.hang_up() == 128 + signal.SIGHUP


def test_a_terminal_that_goes_without_a_word_ends_it_and_keeps_what_was_typed(
    tmp_path: Path,
) -> None:
    workspace = tmp_path / "w"
    run(workspace, "add", "Ada Example", "--title", "Director")
    ours, theirs = os.openpty()
    # In a session of its own, of which this terminal is not the one that controls it.
    words = [sys.executable, "-m", "champion_tracker", "--workspace", str(workspace)]
    environment = dict(os.environ, TERM="xterm-256color")
    program = subprocess.Popen(
        words, stdin=theirs, stdout=theirs, stderr=theirs, env=environment, start_new_session=True
    )
    os.close(theirs)
    seen = b""
    while b"Ada Example" not in seen:
        seen += os.read(ours, 65536)
    os.write(ours, b"2lc\r")
    while b"Said" not in seen:
        seen += os.read(ours, 65536)
    os.write(ours, b"Half a thought")
    while b"thought" not in seen:
        seen += os.read(ours, 65536)
    os.close(ours)
    assert program.wait(PATIENCE) == 128 + signal.SIGHUP
    assert b"Half a thought" in (workspace / "drafts.json").read_bytes()

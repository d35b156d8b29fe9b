"""Taking times: whole processes, in turn, and the least of several rounds."""

import contextlib
import os
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import pexpect

SIZE = (24, 80)


def environment(**more: str) -> dict[str, str]:
    """The environment of an installed program, which keeps its compiled modules."""
    kept = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    return kept | more


def seconds(command: Sequence[str]) -> float:
    """How long a process takes from start to end."""
    begun = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True, env=environment())
    return time.perf_counter() - begun


def first_frame(command: Sequence[str], mark: str) -> float:
    """How long a terminal program takes from start until ``mark`` is on its screen."""
    env = environment(TERM="xterm-256color", COLORTERM="truecolor")
    begun = time.perf_counter()
    child = pexpect.spawn(command[0], list(command[1:]), dimensions=SIZE, env=env, timeout=60)
    child.expect_exact(mark.encode())
    taken = time.perf_counter() - begun
    with contextlib.suppress(OSError, pexpect.ExceptionPexpect):
        child.close(force=True)
    return taken


def best(rounds: int, *tasks: Callable[[], float]) -> list[float]:
    """The least time of each task; tasks take turns, so that a busy moment hits them alike."""
    times: list[list[float]] = [[] for _ in tasks]
    for _ in range(rounds):
        for taken, task in zip(times, tasks, strict=True):
            taken.append(task())
    return [min(taken) for taken in times]


def champion_tracker(workspace: Path, *words: str) -> list[str]:
    """The command line on a workspace, by this interpreter."""
    return [sys.executable, "-m", "champion_tracker", "--workspace", str(workspace), *words]

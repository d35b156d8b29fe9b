"""Taking times: whole processes, in turn, and the least of several rounds.

Processor time is taken, for whoever else uses the machine changes it less than the time by the
clock; nothing here waits for a disk or a network.
"""

import contextlib
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import pexpect

SIZE = (24, 80)


def environment(**more: str) -> dict[str, str]:
    """The environment of an installed program, which keeps its compiled modules."""
    kept = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    return kept | more


def seconds(command: Sequence[str]) -> float:
    """How much processor time a process takes from start to end."""
    child = subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment()
    )
    _, status, used = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        raise RuntimeError(f"{command} ended with {child.returncode}")
    return used.ru_utime + used.ru_stime


def first_frame(command: Sequence[str], mark: str) -> float:
    """How much processor time a terminal program takes until ``mark`` is on its screen."""
    env = environment(TERM="xterm-256color", COLORTERM="truecolor")
    child = pexpect.spawn(command[0], list(command[1:]), dimensions=SIZE, env=env, timeout=60)
    child.expect_exact(mark.encode())
    pid = int(child.pid or 0)
    os.kill(pid, signal.SIGKILL)
    _, _, used = os.wait4(pid, 0)
    with contextlib.suppress(OSError, pexpect.ExceptionPexpect):
        child.close(force=True)
    return used.ru_utime + used.ru_stime


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

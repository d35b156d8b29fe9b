"""Whoever types faster than the screen follows gets what they typed, where they meant it."""

import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from champion_tracker.model import Channel, Interaction
from champion_tracker.store import open_workspace
from tests.e2e.terminal import Terminal

SAVE, ESCAPE, ENTER = "\x13", "\x1b", "\r"
TOUCH = ["2", "/", "bo", ENTER, "l", "c", ENTER, "said, quickly", SAVE]
"""From Today to a call with the one person whose name begins so."""


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    for name in ("Ada Example", "Bo Nobody"):
        command = [sys.executable, "-m", "champion_tracker", "--workspace", str(tmp_path / "w")]
        subprocess.run([*command, "add", name], check=True, capture_output=True)
    return tmp_path / "w"


@pytest.fixture
def terminal(workspace: Path) -> Iterator[Terminal]:
    opened = Terminal("--workspace", str(workspace))
    opened.sees("keep in touch")
    yield opened
    opened.close()


def touches_of(workspace: Path, name: str) -> list[tuple[Channel, str]]:
    store = open_workspace(workspace)
    person = next(p for p in store.workspace.people.values() if p.name == name)
    found = [r for r in store.history(person.id) if isinstance(r, Interaction)]
    store.close()
    return [(touch.channel, touch.note) for touch in found]


@pytest.mark.parametrize("pause", [0.0, 0.01, 0.15], ids=["at once", "fast", "by hand"])
def test_a_touch_typed_at_any_speed_is_the_same_touch(
    terminal: Terminal, workspace: Path, pause: float
) -> None:
    if pause:
        for key in (key for keys in TOUCH for key in keys):
            terminal.keys(key)
            time.sleep(pause)
    else:
        terminal.keys("".join(TOUCH))
    terminal.sees("Logged a call with Bo Nobody")
    assert touches_of(workspace, "Bo Nobody") == [(Channel.CALL, "said, quickly")]
    assert touches_of(workspace, "Ada Example") == []


def test_a_person_is_found_and_touched_in_one_breath(terminal: Terminal, workspace: Path) -> None:
    terminal.keys(f"\x06bo n{ENTER}le{ENTER}dnx{SAVE}")
    terminal.sees("Logged an e-mail with Bo Nobody")
    assert touches_of(workspace, "Bo Nobody") == [(Channel.EMAIL, "dnx")]


def test_escape_in_the_same_breath_closes_what_was_opened(
    terminal: Terminal, workspace: Path
) -> None:
    # x and q would answer the prompt or leave, were they to reach the screen below.
    terminal.keys(f"2/bo{ENTER}lc{ENTER}dxq{ESCAPE}")
    terminal.sees("Kept as a draft", "1 of 2")
    terminal.keys("l")
    terminal.sees("Log a touch with Bo Nobody", "dxq")
    assert touches_of(workspace, "Bo Nobody") == []

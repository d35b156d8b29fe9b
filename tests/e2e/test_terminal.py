"""The whole story in a real terminal of 80x24, by keys alone."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pexpect
import pytest

from tests.e2e.terminal import Terminal

TODAY = "2026-11-23"


@pytest.fixture
def terminal(tmp_path: Path) -> Iterator[Terminal]:
    opened = Terminal("--workspace", str(tmp_path / "workspace"), "--today", TODAY)
    yield opened
    opened.close()


SAVE, ESCAPE, ENTER = "\x13", "\x1b", "\r"


def test_the_story_of_one_person(terminal: Terminal) -> None:
    terminal.sees("Add somebody", "Import a directory", "23 Nov")
    terminal.keys("n")
    terminal.sees("Add a person", "Save")
    terminal.keys("Ada Example")
    terminal.sees("Ada Example")
    terminal.keys(SAVE)
    terminal.sees("keep in touch", "Never touched", "Added Ada Example")

    terminal.keys("2")
    terminal.sees("1 person", "Standing")
    terminal.keys("m")
    terminal.sees("What is Ada Example now?")
    terminal.keys("Chief of Staff")
    terminal.sees("Chief of Staff")
    terminal.keys(SAVE)
    terminal.sees("Ada Example is now Chief of Staff")

    terminal.keys("l")
    terminal.sees("Log a touch with Ada Example")
    terminal.sees("▌How")
    terminal.keys("c")
    terminal.sees("▌When")
    terminal.keys(ENTER)
    terminal.sees("▌Said")
    terminal.keys("She wants [one] figure")
    terminal.sees("She wants [one] figure")
    terminal.keys(SAVE)
    terminal.sees("Logged a call with Ada Example")

    terminal.keys("a")
    terminal.sees("Influence", "Engagement")
    for key, field in (("4", "▌Openness"), ("5", "▌Engagement"), ("s", "▌Desired")):
        terminal.keys(key)
        terminal.sees(field)
    terminal.keys(SAVE)
    terminal.sees("potential champion")

    terminal.keys("m")
    terminal.sees("Until now")
    terminal.keys("Deputy Minister")
    terminal.sees("Deputy Minister")
    terminal.keys(SAVE)
    terminal.sees("Ada Example is now Deputy Minister")

    terminal.keys("1")
    terminal.sees("judge again")
    terminal.keys("2")
    terminal.sees("unassessed")
    terminal.keys("a")
    terminal.sees("LAST JUDGED", "was  Chief of Staff", "now  Deputy Minister")
    terminal.keys("=")
    terminal.sees("potential champion", "No change in the judgement")

    terminal.keys("u")
    terminal.sees("Undid: No change in the judgement", "unassessed")
    terminal.keys(ENTER)
    terminal.sees("Became Deputy Minister", "She wants [one] figure")
    terminal.keys(ESCAPE)
    terminal.sees("Filter")
    terminal.keys("q")
    terminal.child.expect(pexpect.EOF)
    terminal.child.close()
    assert terminal.child.exitstatus == 0


def test_what_the_command_line_adds_is_seen_within_a_second(
    terminal: Terminal, tmp_path: Path
) -> None:
    terminal.sees("Add somebody")
    place = ["--workspace", str(tmp_path / "workspace"), "--today", TODAY]
    other = pexpect.spawn(sys.executable, ["-m", "champion_tracker", *place, "add", "Bo Nobody"])
    other.expect(pexpect.EOF)
    terminal.sees("Elsewhere: Added Bo Nobody", "keep in touch")

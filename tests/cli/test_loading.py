"""What a run of the command line loads: no screens, and nothing that it does not use."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.running import DAY, process

PROBE = """
import sys
from champion_tracker.__main__ import main
status = main(sys.argv[1:])
sys.stderr.write("\\n".join(["LOADED", *sys.modules]))
sys.exit(status)
"""


def loaded(folder: Path, *words: str) -> set[str]:
    """The modules that a run has loaded in the end, and the packages of them."""
    ended = subprocess.run(
        [sys.executable, "-c", PROBE, "--workspace", str(folder), "--today", DAY, *words],
        capture_output=True,
        check=True,
        text=True,
    )
    modules = ended.stderr.partition("LOADED\n")[2].split()
    return {*modules, *(name.partition(".")[0] for name in modules)}


SCREENS = {"textual", "rich", "champion_tracker.tui", "champion_tracker.web"}


@pytest.mark.parametrize(
    "words",
    [
        ["--help"],
        ["due"],
        ["due", "--json"],
        ["list", "standing:neutral"],
        ["show", "Rosa"],
        ["search", "figures"],
        ["log", "Rosa", "--note", "Hello."],
        ["history"],
        ["undo"],
        ["export", "notes"],
        ["export", "csv"],
        ["import", "staff.csv", "--dry-run"],
        ["demo"],
        [],
    ],
    ids=lambda words: " ".join(words[:1]) or "nothing",
)
def test_no_screen_is_loaded(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: list[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "staff.csv").write_text("name\nBo Berg\n")
    process(folder, "add", "Rosa Díaz").done()
    assert loaded(folder, *words) & SCREENS == set()


HEAVY = {
    "aiohttp",
    "charset_normalizer",
    "dateutil.parser",
    "difflib",
    "email",
    "filelock",
    "hashlib",
    "icalendar",
    "inspect",
    "importlib.metadata",
    "networkx",
    "openpyxl",
    "platformdirs",
    "random",
    "shutil",
    "socket",
    "subprocess",
    "tempfile",
    "tinydb",
    "typing_extensions",
    "zipfile",
    "champion_tracker.exchange",
    "champion_tracker.store.fold",
    "champion_tracker.tracker.demo",
}


@pytest.mark.parametrize("words", [["due"], ["due", "--quiet"], []], ids=["due", "quiet", "none"])
def test_who_is_due_is_told_without_what_that_does_not_need(folder: Path, words: list[str]) -> None:
    process(folder, "add", "Rosa Díaz", "--influence", "4", "--openness", "4").done()
    process(folder, "log", "Rosa", "--note", "Hello.", "--when", "2026-01-01").done()
    assert loaded(folder, *words) & HEAVY == set()


def test_help_loads_no_workspace(folder: Path) -> None:
    assert loaded(folder, "--version") & {"msgspec", "champion_tracker.store"} == set()
    assert not folder.exists()

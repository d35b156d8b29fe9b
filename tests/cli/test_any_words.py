"""Whatever is typed: an answer or a sentence, never a trace of Python."""

from collections.abc import Iterator
from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from champion_tracker.__main__ import main
from champion_tracker.cli import failures
from champion_tracker.cli.registry import COMMANDS, load
from champion_tracker.cli.running import parser_of

LEFT_OUT = {
    *("demo", "serve", "team", "copy", "backup", "restore", "handover", "encrypt", "decrypt"),
}
"""Commands that open something else, or write where they are told to."""
WRITING = {"-h", "--help", "--output", "--save-map"}

VALUES = [
    "Rosa", "Rosa Díaz", "", "  ", "-1", "0", "3", "5", "9" * 20, "1e9", "nan", "today", "tomorrow",
    "9999-12-31", "0001-01-01", "5000y ago", "in 99999 weeks", "2w ago", "fri", "champion",
    "leading", "2 weeks", "FREQ=DAILY;INTERVAL=99999", "influence:>=4", "due:overdue",
    "touched:<0001-01-01", "-tag:left", '"', "\x1b[31m", "北京", "a" * 500, "\udcff", "-", "--",
    "list", "add", "set", "show", "kept", "ear", "touch", "coverage:none", "notes", "json", "x:y",
]  # fmt: skip
DAYS = ["2026-03-02", "9999-12-31", "9999-12-30", "0001-01-01", "2024-02-29"]


def lines() -> st.SearchStrategy[list[str]]:
    """A command with a few of its options and anything that could follow."""
    values = st.sampled_from(VALUES)

    def of(name: str) -> st.SearchStrategy[list[str]]:
        actions = parser_of(name, load(name))._actions
        flags = sorted({f for a in actions for f in a.option_strings} - WRITING)
        words = st.sampled_from([*flags]) | values if flags else values
        return st.lists(words | values, max_size=6).map(lambda rest: [name, *rest])

    return st.sampled_from(sorted(COMMANDS.keys() - LEFT_OUT)).flatmap(of)


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Where the words do what they can."""
    folder = tmp_path_factory.mktemp("any") / "workspace"
    judged = ["--influence", "4", "--openness", "4", "--engagement", "leading"]
    assert main(["--workspace", str(folder), "add", "Rosa Díaz", "--title", "CFO", *judged]) == 0
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder.parent)
        patch.setattr(failures, "write_down", unforeseen)
        yield folder


def unforeseen(error: BaseException) -> Path:
    raise AssertionError("nobody foresaw this") from error


@given(words=lines(), day=st.sampled_from(DAYS))
def test_any_words_end_with_a_status(workspace: Path, words: list[str], day: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("sys.stdin", TextIOWrapper(BytesIO(b"What was said.")))
        assert main(["--workspace", str(workspace), "--today", day, *words]) in (0, 1, 2)

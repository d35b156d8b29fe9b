"""What nobody foresaw ends with a sentence, and a log without a word of the user's."""

from pathlib import Path

import pytest

from champion_tracker.cli import failures
from champion_tracker.tracker import touches
from tests.cli.running import Run

SECRET = "The minister is unwell."


def broken(*_: object, note: str, **__: object) -> None:
    try:
        raise KeyError(note)
    except KeyError as error:
        raise RuntimeError(f"cannot keep {note}") from error


def test_it_is_written_down_without_what_the_user_wrote(
    run: Run, rosa: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        "champion_tracker.cli.failures._folders", lambda: iter([tmp_path / "state"])
    )
    monkeypatch.setattr(touches, "log", broken)
    (tmp_path / "state").mkdir()
    for year in range(1970, 2000):
        (tmp_path / "state" / f"error-{year}-01-01T000000-1.log").write_text("old")
    ended = run("log", rosa, "--note", SECRET)
    assert ended.status == 1
    assert SECRET not in ended.err
    assert "Traceback" not in ended.err
    kept = sorted((tmp_path / "state").iterdir())
    assert len(kept) == failures.KEPT
    (log,) = [path for path in kept if str(path) in ended.err]
    text = log.read_text()
    assert "builtins.RuntimeError" in text
    assert "builtins.KeyError" in text
    assert "in broken" in text
    assert SECRET not in text
    assert log.stat().st_mode & 0o077 == 0


def test_where_no_log_can_be_kept_the_sentence_is_there_all_the_same(
    run: Run, rosa: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("in the way")
    monkeypatch.setattr("champion_tracker.cli.failures._folders", lambda: iter([tmp_path / "file"]))
    monkeypatch.setattr(touches, "log", broken)
    ended = run("log", rosa, "--note", SECRET)
    assert ended.status == 1
    assert ended.err.startswith("champion-tracker: Something went wrong")

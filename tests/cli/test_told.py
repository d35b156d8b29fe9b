"""The agenda is told again only as long as nothing of what it follows from has changed."""

from pathlib import Path

import pytest

from champion_tracker import told
from champion_tracker.model import Prompt
from champion_tracker.told import NAME, Told
from champion_tracker.tracker.tracker import Tracker
from tests.cli.running import Run, process


@pytest.fixture
def reckoned(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The horizons for which the agenda was reckoned, one by one."""
    found: list[int] = []
    agenda = Tracker.agenda

    def noted(self: Tracker, days: int = 0) -> list[Prompt]:
        found.append(days)
        return agenda(self, days)

    monkeypatch.setattr(Tracker, "agenda", noted)
    return found


def test_the_same_question_is_reckoned_once(run: Run, rosa: str, reckoned: list[int]) -> None:
    first = run("due").done()
    assert first == run("due").done() == run().done()
    assert "Rosa Díaz" in first.out
    assert reckoned == [0]


@pytest.mark.parametrize("words", [["due", "--json"], ["due", "--days", "9"], ["due", "--quiet"]])
def test_another_question_is_reckoned_anew(
    run: Run, rosa: str, reckoned: list[int], words: list[str]
) -> None:
    run("due").done()
    run(*words).done()
    run("due").done()
    assert len(reckoned) == 3


def test_another_day_is_reckoned_anew(run: Run, rosa: str, reckoned: list[int]) -> None:
    assert run("due").out != run("due", today="2026-03-03").out
    assert len(reckoned) == 2


@pytest.mark.parametrize(
    "words",
    [
        ["log", "Rosa", "--note", "Hello."],
        ["snooze", "Rosa", "--until", "in 2 weeks"],
        ["undo"],
        ["archive", "Rosa"],
    ],
)
def test_whatever_changes_is_seen_at_once(run: Run, rosa: str, words: list[str]) -> None:
    run("due").done()
    run(*words).done()
    kept = run("due").done()
    assert "touch      Rosa Díaz" not in kept.out


def test_a_change_by_another_process_is_seen(run: Run, rosa: str, folder: Path) -> None:
    assert "touch      Rosa Díaz" in run("due").out
    process(folder, "log", "Rosa", "--note", "Hello.").done()
    assert "touch      Rosa Díaz" not in run("due").out


def test_only_the_owner_may_read_it_and_forgetting_removes_it(
    run: Run, rosa: str, folder: Path
) -> None:
    run("due").done()
    assert (folder / NAME).stat().st_mode & 0o077 == 0
    assert "Rosa" in (folder / NAME).read_text()
    run("forget", "Rosa", "--confirm", "Rosa Díaz").done()
    assert not (folder / NAME).exists()


def test_nothing_is_kept_of_an_empty_workspace(run: Run, folder: Path) -> None:
    for _ in range(2):
        assert "'add' somebody" in run("due").done().err
    assert not (folder / NAME).exists()


def test_what_cannot_be_kept_or_read_is_reckoned(run: Run, rosa: str, folder: Path) -> None:
    right = run("due").done()
    for damage in (b"", b"\xff\xfe", (folder / NAME).read_bytes()[40:]):
        (folder / NAME).write_bytes(damage)
        assert run("due").done() == right
    (folder / NAME).unlink()
    (folder / NAME).mkdir()
    assert run("due").done() == right
    assert [path.name for path in folder.glob(f"{NAME}*")] == [NAME]


def test_what_changed_while_it_was_reckoned_is_not_kept(tmp_path: Path) -> None:
    (tmp_path / "journal").write_text("one")
    asked = Told(tmp_path, "who")
    (tmp_path / "journal").write_text("one, two")
    asked.keep("nobody")
    assert Told(tmp_path, "who").again() is None
    Told(tmp_path, "who").keep("somebody")
    assert Told(tmp_path, "who").again() == "somebody"
    assert Told(tmp_path, "whom").again() is None
    assert {path.name for path in tmp_path.iterdir()} == {NAME, "journal"}
    told.forget(tmp_path)
    told.forget(tmp_path)
    assert Told(tmp_path, "who").again() is None


def test_where_there_is_no_folder_nothing_is_told(tmp_path: Path) -> None:
    Told(tmp_path / "nowhere", "who").keep("somebody")
    assert Told(tmp_path / "nowhere", "who").again() is None
    assert not list(tmp_path.iterdir())

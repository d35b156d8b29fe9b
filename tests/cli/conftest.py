from pathlib import Path

import pytest

from champion_tracker.__main__ import main
from tests.cli.running import DAY, Result, Run


@pytest.fixture(autouse=True)
def logs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What goes wrong here is not written into the tester's own logs."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where a workspace is to be."""
    return tmp_path / "workspace"


@pytest.fixture
def run(folder: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run a command on the workspace in this process."""

    def call(*words: str, today: str = DAY) -> Result:
        capsys.readouterr()
        status = main(["--workspace", str(folder), "--today", today, *words])
        out, err = capsys.readouterr()
        return Result(status, out, err)

    return call


@pytest.fixture
def rosa(run: Run) -> str:
    """A champion in the workspace; her identifier."""
    added = run(
        "add", "Rosa Díaz", "--title", "CFO", "--org", "City", "--email", "rosa@city.example",
        "--influence", "4", "--openness", "4", "--engagement", "leading",
    )  # fmt: skip
    return added.done().out.strip()

"""The command line as a user has it: a process, or, where that adds nothing, a call of `main`."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

DAY = "2026-03-02"
"""A Monday, on which the tests play unless they say otherwise."""

SHARED = Path(__file__).parents[3] / "shared"


class Result(NamedTuple):
    """What came of a run."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> dict[str, Any]:
        """Standard output, read as JSON."""
        found = json.loads(self.out)
        assert found["version"] == 1
        assert isinstance(found, dict)
        return found

    def done(self) -> "Result":
        """This, having made sure that it went well."""
        assert self.status == 0, self
        return self


Run = Callable[..., Result]


def process(
    workspace: Path | str,
    *words: str,
    today: str = DAY,
    stdin: str | bytes = b"",
    env: Mapping[str, str] | None = None,
) -> Result:
    """Run the program on a workspace as a process of its own."""
    ended = subprocess.run(
        command(workspace, *words, today=today),
        input=stdin.encode() if isinstance(stdin, str) else stdin,
        capture_output=True,
        timeout=120,
        env={**os.environ, "PYTHONIOENCODING": "utf-8", **(env or {})},
    )
    return Result(ended.returncode, ended.stdout.decode(), ended.stderr.decode())


def command(workspace: Path | str, *words: str, today: str = DAY) -> list[str]:
    """The words that start the program on a workspace."""
    program = [sys.executable, "-m", "champion_tracker"]
    return [*program, "--workspace", str(workspace), "--today", today, *words]


def files(folder: Path) -> dict[str, bytes]:
    """Everything that lies in a folder, but for what only says that it was looked at."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != "lock"
    }

"""Where somebody sits at a terminal: questions, the editor, and the application."""

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.cli.running import command, process

pexpect = pytest.importorskip("pexpect", reason="pexpect is not installed")
pytestmark = pytest.mark.skipif(os.name == "nt", reason="no pseudo-terminals")

Start = Callable[..., Any]


@pytest.fixture
def start(folder: Path) -> Start:
    """Start the program on a terminal of 80 columns."""

    def call(*words: str, **env: str) -> Any:
        program, *rest = command(folder, *words)
        environment = {**os.environ, "TERM": "xterm-256color", **env}
        return pexpect.spawn(
            program, rest, env=environment, dimensions=(24, 80), timeout=60, encoding="utf-8"
        )

    return call


def end(child: Any) -> tuple[int, str]:
    """The exit status, and what was said last."""
    child.expect(pexpect.EOF)
    child.close()
    return child.exitstatus, child.before


@pytest.mark.parametrize(("answer", "status", "people"), [("y", 0, 1), ("n", 1, 0), ("", 1, 0)])
def test_an_import_asks_first(
    start: Start, folder: Path, tmp_path: Path, answer: str, status: int, people: int
) -> None:
    table = tmp_path / "staff.csv"
    table.write_text("name\nRosa Díaz\n")
    child = start("import", str(table))
    child.expect("1 new")
    child.expect_exact("Do this? [y/N] ")
    child.sendline(answer)
    assert end(child)[0] == status
    assert len(process(folder, "list", "--json").json["people"]) == people


def editor(tmp_path: Path, body: str) -> str:
    """An editor that does what ``body`` says with the file ``path``."""
    script = tmp_path / "editor.py"
    script.write_text(f"import sys, pathlib\npath = pathlib.Path(sys.argv[1])\n{body}\n")
    return f"{sys.executable} {script}"


def test_a_note_is_written_in_the_editor(start: Start, folder: Path, tmp_path: Path) -> None:
    process(folder, "add", "Rosa Díaz").done()
    writes = editor(
        tmp_path,
        "assert path.stat().st_mode & 0o077 == 0\n"
        "text = path.read_text()\n"
        "assert 'call with Rosa Díaz' in text\n"
        "path.write_text(text + '# Figures\\n\\nShe wants *them*.\\n')",
    )
    status, said = end(
        start("log", "Rosa", "--channel", "call", VISUAL=writes, TMPDIR=str(tmp_path))
    )
    assert (status, said.strip()) == (0, "Logged a call with Rosa Díaz.")
    (touch,) = process(folder, "show", "Rosa", "--json").json["interactions"]
    assert touch["note"] == "# Figures\n\nShe wants *them*."
    assert not list(tmp_path.glob("champion-tracker-*"))


@pytest.mark.parametrize("body", ["", "path.write_text('')", "sys.exit(3)"])
def test_nothing_written_is_nothing_logged(
    start: Start, folder: Path, tmp_path: Path, body: str
) -> None:
    process(folder, "add", "Rosa Díaz").done()
    status, said = end(start("log", "Rosa", VISUAL=editor(tmp_path, body), TMPDIR=str(tmp_path)))
    assert status == 1
    assert "nothing was logged" in said
    assert process(folder, "show", "Rosa", "--json").json["interactions"] == []


def test_what_was_written_is_not_lost_when_it_cannot_be_kept(
    start: Start, folder: Path, tmp_path: Path
) -> None:
    process(folder, "add", "Rosa Díaz").done()
    breaks = editor(
        tmp_path,
        f"import shutil\nshutil.rmtree({str(folder)!r})\npath.write_text('Years of work.')",
    )
    status, said = end(start("log", "Rosa", VISUAL=breaks, TMPDIR=str(tmp_path)))
    assert status == 3
    assert "What you wrote is in " in said
    (kept,) = tmp_path.glob("champion-tracker-*.md")
    assert kept.read_text() == "Years of work."


def test_an_editor_that_is_not_there_is_said(start: Start, folder: Path, tmp_path: Path) -> None:
    process(folder, "add", "Rosa Díaz").done()
    status, said = end(start("log", "Rosa", VISUAL="/nowhere/editor", TMPDIR=str(tmp_path)))
    assert status == 1
    assert "cannot be started" in said
    assert not list(tmp_path.glob("champion-tracker-*"))


def test_forgetting_asks_for_the_whole_name(start: Start, folder: Path) -> None:
    process(folder, "add", "Rosa Díaz").done()
    child = start("forget", "Rosa")
    child.expect_exact("Type the whole name to go on: ")
    child.sendline("Rosa")
    assert end(child)[0] == 1
    child = start("forget", "Rosa")
    child.expect_exact("Type the whole name to go on: ")
    child.sendline("Rosa Díaz")
    assert end(child)[0] == 0
    assert process(folder, "list").out == ""


def test_a_passphrase_is_asked_for_twice(start: Start, folder: Path) -> None:
    pytest.importorskip("cryptography", reason="what encrypts is not installed")
    process(folder, "add", "Rosa Díaz").done()
    process(folder, "due").done()
    child = start("encrypt")
    child.expect("Passphrase of .*: ")
    child.sendline("open sesame")
    child.expect_exact("Once more: ")
    child.sendline("open says me")
    assert end(child)[0] == 1
    assert process(folder, "list").status == 0

    child = start("encrypt")
    child.expect("Passphrase of .*: ")
    child.sendline("open sesame")
    child.expect_exact("Once more: ")
    child.sendline("open sesame")
    assert end(child)[0] == 0
    assert process(folder, "list").status == 3
    child = start("due")
    child.expect("Passphrase of .*: ")
    child.sendline("open sesame")
    status, said = end(child)
    assert status == 0
    assert "Rosa Díaz" in said
    assert not any(b"Rosa" in path.read_bytes() for path in folder.rglob("*") if path.is_file())

    child = start("decrypt")
    child.expect("Passphrase of .*: ")
    child.sendline("open sesame")
    assert end(child)[0] == 0
    assert "Rosa" in process(folder, "list").done().out


def test_a_list_fits_the_terminal(start: Start, folder: Path) -> None:
    process(folder, "add", "Rosa Díaz", "--title", "Minister of " + "very " * 30).done()
    status, said = end(start("list"))
    lines = said.splitlines()
    assert status == 0
    assert len(lines[0]) <= 80
    assert "…" in lines[0]
    assert "unassessed" in lines[0]


def test_without_a_command_the_application_opens(start: Start) -> None:
    child = start()
    child.expect_exact("\x1b[?1049h")  # the alternate screen
    child.sendcontrol("c")
    child.close(force=True)

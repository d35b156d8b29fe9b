"""What comes out: fit for any terminal, any encoding, any reader who stops reading."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from champion_tracker.cli.text import Layout, cells, clipped, padded
from tests.cli.running import Run, command, process

EVIL = "Rosa \x1b]0;pwned\x07\x1b[31m\x9b31m\u202eDíaz"


def test_no_control_character_of_a_user_reaches_the_terminal(run: Run, tmp_path: Path) -> None:
    run("add", EVIL, "--title", EVIL, "--tag", EVIL, "--notes", EVIL).done()
    run("follow-up", "Rosa", "--due", "today", "--text", EVIL).done()
    run("log", "Rosa", "--note", f"One.\n{EVIL}\tTwo.").done()
    table = tmp_path / "staff.csv"
    table.write_text(f"name,title\n{EVIL},CFO\nBo\x9b31m Berg,{EVIL}\n")
    for words in (
        ["due"],
        ["list"],
        ["show", "Rosa"],
        ["search", "pwned"],
        ["history"],
        ["import", str(table), "--dry-run"],
        ["done", "Rosa"],
        ["show", "Rosa \x1b[31m"],
        ["\x1b[31m"],
        ["due", "--\x1b[31m"],
    ):
        ended = run(*words)
        text = ended.out + ended.err
        assert text
        assert not {sign for sign in text if sign in "\x07\x1b\x9b\u202e\t"}, words
    assert "␛[31m⟨U+009B⟩31m⟨U+202E⟩Díaz" in run("list").out


def test_an_output_that_is_not_utf8_shows_what_it_cannot_by_number(folder: Path) -> None:
    env = {"PYTHONIOENCODING": "ascii"}
    added = process(folder, "add", "Rosa Díaz 北", env=env).done()
    assert added.err == "Added Rosa D\\xedaz \\u5317.\n"
    assert "Rosa D\\xedaz \\u5317" in process(folder, "list", env=env).done().out
    (rosa,) = process(folder, "list", "--json", env=env).json["people"]
    assert rosa["name"] == "Rosa Díaz 北"
    assert "Rosa Díaz 北" in process(folder, "export", "notes", env=env).done().out


def test_who_stops_reading_is_not_complained_to(folder: Path, tmp_path: Path) -> None:
    table = tmp_path / "staff.csv"
    table.write_text("name\n" + "".join(f"Person {n}\n" for n in range(5000)))
    for words in (
        ["import", str(table), "--yes"],
        ["list"],
        ["list", "--json"],
        ["export", "csv"],
    ):
        reader, writer = os.pipe()
        program = subprocess.Popen(
            command(folder, *words), stdout=writer, stderr=subprocess.PIPE, text=True
        )
        os.close(writer)
        os.read(reader, 10)
        os.close(reader)
        _, said = program.communicate(timeout=60)
        assert program.returncode == 0
        assert "Error" not in said
        assert "Traceback" not in said
    assert process(folder, "list").err == "5000 people\n"


@pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")
def test_an_interrupt_ends_without_a_trace(folder: Path) -> None:
    process(folder, "add", "Rosa Díaz").done()
    program = subprocess.Popen(
        command(folder, "log", "Rosa", "--note", "-"),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert program.stdin
    wait_until_reading(program)
    program.send_signal(signal.SIGINT)
    out, said = program.communicate(timeout=60)
    assert (program.returncode, out, said) == (130, "", "")
    assert "Logged" not in process(folder, "history").out


def wait_until_reading(program: "subprocess.Popen[str]") -> None:
    """Wait until a process sleeps in reading its standard input."""
    for _ in range(600):
        state = Path(f"/proc/{program.pid}/wchan").read_text()
        if "pipe_read" in state or "pipe_wait" in state:
            return
        time.sleep(0.05)
    pytest.skip("this system does not say what a process waits for")


def test_data_and_narration_are_kept_apart(run: Run) -> None:
    added = run("add", "Rosa Díaz").done()
    assert (added.out[:2], added.err) == ("p-", "Added Rosa Díaz.\n")
    logged = run("log", "Rosa", "--note", "Hello.").done()
    assert (logged.out, logged.err) == ("", "Logged a meeting with Rosa Díaz.\n")
    listed = run("list").done()
    assert listed.err == "1 person\n"
    run("unfollow", "Rosa").done()
    assert run("due", "--quiet") == (0, "", "")


def test_the_agenda_says_when_what_who_and_why(run: Run, rosa: str) -> None:
    run("log", rosa, "--note", "Hello.").done()
    lines = run("due", today="2026-04-03").out.splitlines()
    assert lines[0].startswith("Friday, 2026-04-03: ")
    place = lines.index("11 d late  touch      Rosa Díaz (champion)")
    assert lines[place + 1] == "           Last touch 4 weeks ago; sustain: every 3 weeks."
    assert all(len(line) <= 80 for line in lines)
    assert run("due", "--days", "3", today="2026-03-21").out.count("in 2 d") == 1


def test_an_empty_workspace_says_how_to_begin(run: Run) -> None:
    ended = run("due").done()
    assert ended.out == "Monday, 2026-03-02: nothing is due.\n"
    assert "'add' somebody" in ended.err


def test_names_of_any_script_align() -> None:
    rows = [["Rosa Díaz", "a"], ["北京市", "b"], ["e\u0301a", "c"], ["x" * 12, "d"]]
    lines = list(Layout(80, clips=False).table(rows))
    assert {cells(line[:-1]) for line in lines} == {14}


def test_a_terminal_shortens_and_says_so_where_a_file_has_it_all() -> None:
    row = [["Rosa", "Deputy Minister of everything that there is to be minister of", "x"]]
    (line,) = Layout(40, clips=True).table(row, shrinks=1)
    assert cells(line) == 40
    assert "…" in line
    (line,) = Layout(40, clips=False).table(row, shrinks=1)
    assert row[0][1] in line
    assert clipped("北京市", 4) == "北…"
    assert padded("北", 4) == "北  "


def test_paragraphs_fit_and_lose_nothing() -> None:
    text = "word " * 60 + "x" * 200 + "\n\n  北" * 30
    lines = list(Layout(40, clips=True).paragraphs(text, indent=4))
    assert all(cells(line) <= 40 or "x" * 200 in line for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())


def test_version(folder: Path) -> None:
    from champion_tracker import __version__

    shown = subprocess.run(
        [sys.executable, "-m", "champion_tracker", "--version"], capture_output=True, text=True
    )
    assert (shown.returncode, shown.stdout) == (0, f"champion-tracker {__version__}\n")

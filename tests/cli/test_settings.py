"""Settings files as a user meets them: what they change, what is said of them, where they lie."""

from pathlib import Path

import pytest

from champion_tracker.places import SETTINGS
from tests.cli.running import Run, process
from tests.cli.test_loading import loaded


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the user's own settings lie."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    file = tmp_path / "config" / "champion-tracker" / SETTINGS
    file.parent.mkdir(parents=True)
    return file


def test_a_cadence_in_either_file_changes_who_is_due_at_once(
    run: Run, rosa: str, folder: Path, own: Path
) -> None:
    run("log", "Rosa", "--note", "Hello.").done()
    later = "2026-03-12"
    due = "touch      Rosa Díaz"
    assert due not in run("due", today=later).done().out
    own.write_text('[cadences]\nchampion = "1 week"\n')
    assert due in run("due", today=later).done().out
    (folder / SETTINGS).write_text('[cadences]\nchampion = "1 month"\n')
    assert due not in run("due", today=later).done().out
    (folder / SETTINGS).unlink()
    assert due in run("due", today=later).done().out


def test_what_is_no_setting_is_refused_in_one_sentence_and_nothing_changes(
    run: Run, rosa: str, folder: Path
) -> None:
    run("due").done()
    file = folder / SETTINGS
    file.write_text("strong_reach = 4\nstrong_reech = 3\n")
    for words in (["due"], ["list"], ["settings"], ["log", "Rosa", "--note", "Hello."]):
        ended = process(folder, *words)
        assert (ended.status, ended.out) == (1, "")
        assert ended.err == (
            f"champion-tracker: {file}, line 2: There is no setting 'strong_reech'. "
            "Did you mean 'strong_reach'?\n"
        )
    file.unlink()
    assert "Hello." not in run("show", "Rosa").done().out


def test_settings_say_what_holds_and_whence(run: Run, folder: Path, own: Path) -> None:
    folder.mkdir()
    own.write_text('theme = "nord"\n\n[keys]\nUndo = "ctrl+z"\n')
    (folder / SETTINGS).write_text('areas = ["Roads", "Parks"]\n')
    shown = run("settings").done().out
    assert "Roads, Parks" in shown
    found = {row["name"]: row for row in run("settings", "--json").done().json["settings"]}
    assert found["theme"] == {"name": "theme", "value": "nord", "file": str(own), "line": 1}
    assert (found["keys.Undo"]["value"], found["keys.Undo"]["line"]) == ("ctrl+z", 4)
    assert found["areas"]["value"] == ["Roads", "Parks"]
    assert found["areas"]["file"] == str(folder / SETTINGS)
    assert found["cadences.champion"] == {
        "name": "cadences.champion", "value": "3 weeks", "file": None, "line": None,
    }  # fmt: skip


def test_locate_says_where_things_lie_and_makes_none_of_them(
    run: Run, folder: Path, own: Path
) -> None:
    shown = run("locate").done().out
    assert f"{folder}   (not there yet)" in shown
    places = {row["name"]: row for row in run("locate", "--json").done().json["places"]}
    assert places["workspace's settings"]["path"] == str(folder / SETTINGS)
    assert places["your settings"] == {"name": "your settings", "path": str(own), "exists": False}
    assert not folder.exists()


def test_locate_does_not_repeat_the_address_of_a_database() -> None:
    ended = process("postgresql://me:secret@nowhere.example/db", "locate").done()
    assert "secret" not in ended.out + ended.err
    assert "shared database" in ended.err


def test_a_settings_file_is_part_of_a_sound_workspace(run: Run, folder: Path) -> None:
    folder.mkdir()
    (folder / SETTINGS).write_text("closed = 1\n")
    (folder / SETTINGS).chmod(0o644)
    run("add", "Rosa Díaz").done()
    assert "All is well" in run("check").done().err


def test_without_a_file_nothing_is_loaded_that_reads_one(run: Run, rosa: str, folder: Path) -> None:
    assert "tomllib" not in loaded(folder, "due")
    (folder / SETTINGS).write_text("closed = 1\n")
    assert "tomllib" in loaded(folder, "due")


def test_a_setting_is_changed_from_the_command_line(
    run: Run, rosa: str, folder: Path, own: Path
) -> None:
    own.write_text("# mine\nclosed = 1\n")
    shown = run("settings", "closed", "3").done()
    assert "closed" in shown.out
    assert own.read_text() == "# mine\nclosed = 3\n"
    run("settings", "areas", "Roads, Parks", "--here").done()
    assert (folder / SETTINGS).read_text() == 'areas = ["Roads", "Parks"]\n'
    run("settings", "closed", "--usual").done()
    assert own.read_text() == "# mine\n"
    refused = run("settings", "closed", "9")
    assert (refused.status, refused.out) == (1, "")
    assert "'closed' wants a whole number from 1 to 5." in refused.err


def test_a_date_of_numbers_is_never_guessed_and_always_shown_back(
    run: Run, rosa: str, own: Path
) -> None:
    refused = run("log", "Rosa", "--note", "x", "--when", "03/02")
    assert refused.status == 1
    assert "could be two different days" in refused.err
    run("settings", "date_order", "day-first").done()
    said = run("log", "Rosa", "--note", "x", "--when", "03/02").done()
    assert "03/02 is read as Tuesday, 3 February 2026." in said.err
    assert "2026-02-03" in run("show", "Rosa").done().out


def test_what_is_private_by_default_is_set_by_channel(run: Run, rosa: str, own: Path) -> None:
    run("settings", "private_touches", "call").done()
    run("log", "Rosa", "--note", "Quiet.", "--channel", "call").done()
    run("log", "Rosa", "--note", "Loud.", "--channel", "call", "--not-private").done()
    notes = run("export", "notes", "--person", "Rosa").done().out
    assert "Loud." in notes
    assert "Quiet." not in notes

"""What leaves is seen before it does, written for its owner only, and over nothing unasked."""

import json
from pathlib import Path
from threading import Event

import pytest
from openpyxl import load_workbook
from textual.pilot import Pilot
from textual.widgets import Input, ProgressBar

from champion_tracker.model import Person
from champion_tracker.store import open_workspace
from champion_tracker.tracker import PinnedClock, Tracker
from champion_tracker.tracker.exporting import save
from champion_tracker.tracker.people import add
from champion_tracker.tracker.touches import log
from champion_tracker.tui.app import Leave
from champion_tracker.tui.dialogs import exporting
from champion_tracker.tui.dialogs.confirm import ConfirmDialog
from champion_tracker.tui.dialogs.exporting import KEYS, ExportDialog
from champion_tracker.tui.widgets.people_table import PeopleTable

from .looking import SIZES, app_on, assert_all_inside, comes, press, sees, text_of, write
from .sample import TODAY


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where files go by themselves."""
    home = tmp_path / "home"
    home.mkdir()
    monkeypatch.setenv("HOME", str(home))
    return home


@pytest.fixture
def rosa(empty: Tracker) -> Person:
    """Somebody with a word in private, one in the open, and another's name in it."""
    rosa = add(empty, "Rosa [/b] Díaz", title="CFO", emails=["rosa@city.example"])
    add(empty, "Bo Berg")
    log(empty, [rosa], note="Secret.", private=True)
    log(empty, [rosa], note="Bo Berg came along; call +49 30 123456.")
    return rosa


async def written(pilot: Pilot[Leave]) -> None:
    """Wait until the dialog has done its work and is gone."""
    assert await comes(pilot, lambda: not isinstance(pilot.app.screen, ExportDialog))


async def test_marked_people_go_into_one_new_file(tracker: Tracker, home: Path) -> None:
    app = app_on(tracker)
    async with app.run_test(size=(100, 30)) as pilot:
        await press(pilot, "2", "space", "space")
        ids = app.screen.query_one(PeopleTable).at_hand_ids
        people = [tracker.workspace.people[key].name for key in ids]
        await press(pilot, "E", "ctrl+s")
        await written(pilot)
        (file,) = home.glob("notes-*.md")
        text = file.read_text(encoding="utf-8")
        assert all(f"# {name}" in text for name in people)
        assert text.count("\n# ") + 1 == len(people) == 2
        assert file.stat().st_mode & 0o077 == 0
        await press(pilot, "E", "ctrl+s")
        await written(pilot)
        assert len(list(home.glob("notes-*.md"))) == 2


async def test_what_the_filter_left_goes_out(empty: Tracker, rosa: Person, home: Path) -> None:
    app = app_on(empty)
    async with app.run_test(size=(100, 30)) as pilot:
        await press(pilot, "2", "slash")
        await write(pilot, "berg")
        await press(pilot, "enter", "E", "f", "j")
        assert await sees(pilot, "1 person")
        assert await sees(pilot, "Bo Berg")
        await press(pilot, "ctrl+s")
        await written(pilot)
        (file,) = home.glob("json-*.json")
        names = [person["name"] for person in json.loads(file.read_text())["people"]]
        assert names == ["Bo Berg"]


async def test_what_is_private_is_counted_and_comes_only_if_asked(
    empty: Tracker, rosa: Person, home: Path
) -> None:
    app = app_on(empty)
    async with app.run_test(size=(100, 60)) as pilot:
        await press(pilot)
        app.push_screen(ExportDialog(empty, [rosa], []))
        assert await sees(pilot, "private entries left out: 1")
        assert "Secret." not in text_of(app)
        await press(pilot, "m", "n", "p")
        assert await sees(pilot, "Secret.")
        assert "private entries left out" not in text_of(app)
        await press(pilot, "ctrl+s")
        await written(pilot)
        (file,) = home.glob("notes-*.md")
        assert "Secret." in file.read_text(encoding="utf-8")


async def test_while_it_is_written_a_bar_moves_and_the_screen_lives(
    tracker: Tracker, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    go = Event()

    def slowly(*args: object, **more: object) -> None:
        go.wait(30)
        save(*args, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(exporting, "save", slowly)
    app = app_on(tracker)
    async with app.run_test(size=(100, 40)) as pilot:
        await press(pilot, "E", "ctrl+s")
        try:
            assert await sees(pilot, "Writing it …")
            assert app.screen.query(ProgressBar)
            await press(pilot, "escape")
            assert await sees(pilot, "cannot be stopped half-way")
            assert list(home.iterdir()) == []
        finally:
            go.set()
        await written(pilot)
        assert len(list(home.iterdir())) == 1


async def test_over_a_file_only_after_a_yes(empty: Tracker, rosa: Person, home: Path) -> None:
    file = home / "there.md"
    file.write_text("Mine.")
    app = app_on(empty)
    async with app.run_test(size=(100, 40)) as pilot:
        await press(pilot)
        for answer in ("n", "y"):
            app.push_screen(ExportDialog(empty, [rosa], []))
            assert await sees(pilot, "1 person")
            app.screen.query_one("#place").focus()
            await press(pilot, "ctrl+u")
            await write(pilot, str(file))
            await press(pilot, "ctrl+s")
            # Where a sentence breaks that names a path depends on the path.
            assert await comes(pilot, lambda: isinstance(app.screen, ConfirmDialog))
            await press(pilot, answer)
            if answer == "y":
                await written(pilot)
            else:
                assert file.read_text() == "Mine."
                await press(pilot, "escape")
        assert "# Rosa" in file.read_text(encoding="utf-8")


async def test_redacted_notes_show_what_was_removed_by_rules_one_can_edit(
    tmp_path: Path, home: Path
) -> None:
    tracker = Tracker(open_workspace(tmp_path / "workspace"), PinnedClock(TODAY))
    rosa = add(tracker, "Rosa Díaz", emails=["rosa@city.example"])
    add(tracker, "Bo Berg")
    log(tracker, [rosa], note="Bo Berg came along; call +49 30 123456.")
    app = app_on(tracker)
    async with app.run_test(size=(100, 60)) as pilot:
        await press(pilot)
        app.push_screen(ExportDialog(tracker, [rosa], []))
        assert await sees(pilot, "1 person")
        await press(pilot, "m", "r")
        assert await sees(pilot, "name: Bo Berg")
        assert await sees(pilot, "phone number: +49 30 123456")
        await press(pilot, "ctrl+r")
        assert await sees(pilot, "# Names of the other people")
        app.screen.query_one("#rules").value = "names = 'none"  # type: ignore[attr-defined]
        await press(pilot, "ctrl+s")
        assert await sees(pilot, "no rules for removing")
        rules = "names = 'none'\n[patterns]\nnumber = '\\d{6}'\n"
        app.screen.query_one("#rules").value = rules  # type: ignore[attr-defined]
        await press(pilot, "ctrl+s")
        assert await sees(pilot, "number: 123456")
        assert "name: Bo Berg" not in text_of(app)
        app.screen.query_one("#more").focus()
        await press(pilot, "l", "ctrl+s")
        await written(pilot)
    (file,) = home.glob("redacted-notes-*.md")
    assert "[number removed]" in file.read_text(encoding="utf-8")
    (log_of_it,) = home.glob("*.removed.txt")
    assert "123456" in log_of_it.read_text(encoding="utf-8")
    assert log_of_it.stat().st_mode & 0o077 == 0
    tracker.close()


async def test_everybody_cannot_be_redacted(empty: Tracker, rosa: Person, home: Path) -> None:
    app = app_on(empty)
    async with app.run_test(size=(100, 40)) as pilot:
        await press(pilot)
        app.push_screen(ExportDialog(empty, [rosa], []))
        assert await sees(pilot, "1 person")
        await press(pilot, "a", "r")
        assert await sees(pilot, "Only the notes of one person can be redacted")
        await press(pilot, "ctrl+s")
        assert await sees(pilot, "nothing to write")
        assert list(home.iterdir()) == []


@pytest.mark.parametrize("form", sorted(set(KEYS) - {"redacted"}))
async def test_every_form_is_seen_and_written(tracker: Tracker, home: Path, form: str) -> None:
    app = app_on(tracker)
    async with app.run_test(size=(100, 40)) as pilot:
        await press(pilot, "E")
        assert isinstance(app.screen, ExportDialog)
        await press(pilot, "a", KEYS[form])
        assert await sees(pilot, "33 people")
        await press(pilot, "ctrl+s")
        await written(pilot)
    (place,) = home.iterdir()
    if place.is_dir():
        assert place.stat().st_mode & 0o077 == 0
    files = [path for path in place.rglob("*") if path.is_file()] if place.is_dir() else [place]
    assert files
    assert all(path.stat().st_mode & 0o077 == 0 and path.stat().st_size for path in files)
    if form == "handover":
        assert (place / "READ ME FIRST.md").is_file()
    if form == "xlsx":
        assert load_workbook(place).sheetnames == ["Register", "Engagement matrix"]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("keys", [[], ["ctrl+r"]])
async def test_the_dialogs_fit(tracker: Tracker, size: tuple[int, int], keys: list[str]) -> None:
    app = app_on(tracker)
    async with app.run_test(size=size) as pilot:
        await press(pilot, "2", "E")
        assert await comes(pilot, lambda: not app.screen.query_one("#look").loading)
        await press(pilot, *keys)
        assert len(app.screen_stack) == 2 + len(keys)
        assert_all_inside(app)
        assert "Back" in text_of(app)


@pytest.mark.parametrize(("form", "name"), [("n", "mine.md"), ("h", "handover-2026-11-23")])
async def test_another_place_is_looked_for(
    empty: Tracker, rosa: Person, home: Path, tmp_path: Path, form: str, name: str
) -> None:
    other = home / "other"
    other.mkdir()
    app = app_on(empty)
    async with app.run_test(size=(100, 40)) as pilot:
        await press(pilot)
        app.push_screen(ExportDialog(empty, [rosa], []))
        assert await sees(pilot, "1 person")
        await press(pilot, "a", form)
        assert await sees(pilot, "2 people")
        app.screen.query_one("#place", Input).value = str(home / "other" / name)
        await press(pilot, "ctrl+o")
        assert await sees(pilot, "Where to")
        await pilot.click("#select")
        assert await sees(pilot, "Form")
        await press(pilot, "ctrl+s")
        await written(pilot)
    (found,) = other.iterdir()
    assert found.name == name

"""A directory comes in: first shown, then taken."""

import threading
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from champion_tracker.model import Relation
from champion_tracker.tracker import Tracker, find, importing
from champion_tracker.tracker.sources import Source
from champion_tracker.tracker.ties import tie
from champion_tracker.tui.app import Leave
from champion_tracker.tui.dialogs.importing import ImportDialog
from champion_tracker.tui.widgets.import_list import ImportList

from .looking import SIZES, app_on, assert_all_inside, comes, press, sees, text_of, write
from .sample import TODAY


async def test_what_would_change_is_shown_before_anything_does(
    empty: Tracker, tmp_path: Path
) -> None:
    path = tmp_path / "staff.csv"
    path.write_text("name,title\nAda [/b] Example,Chief of Staff\nBo Berg,Clerk\n")
    app = app_on(empty)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await press(pilot)
        app.push_screen(ImportDialog(empty, Source(str(path))))
        assert await sees(pilot, "Ada [/b] Example")
        assert "+ 2 new" in text_of(app)
        assert not empty.workspace.people
        await press(pilot, "ctrl+s")
        assert await sees(pilot, "Imported")
        names = sorted(person.name for person in empty.workspace.people.values())
        assert names == ["Ada [/b] Example", "Bo Berg"]


async def test_while_it_is_taken_in_the_dialog_is_alive_and_nothing_stops_half_way(
    empty: Tracker, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "staff.csv"
    path.write_text("name,title\nAda Example,Chief of Staff\nBo Berg,Clerk\n")
    may_go_on, begun = threading.Event(), list[object]()

    def slowly(tracker: Tracker, shown: importing.Preview) -> None:
        begun.append(shown)
        may_go_on.wait(60)
        importing.apply(tracker, shown)

    monkeypatch.setattr("champion_tracker.tui.dialogs.importing.apply", slowly)
    app = app_on(empty)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await press(pilot)
        app.push_screen(ImportDialog(empty, Source(str(path))))
        assert await sees(pilot, "Ada Example")
        await press(pilot, "ctrl+s")
        assert await sees(pilot, "Taking it in …")
        assert_all_inside(app)
        await press(pilot, "escape", "ctrl+s")
        assert await sees(pilot, "cannot be stopped half-way")
        await press(pilot, "ctrl+q")
        assert isinstance(app.screen, ImportDialog)
        may_go_on.set()
        assert await sees(pilot, "Imported")
        assert not isinstance(app.screen, ImportDialog)
    assert len(begun) == 1
    assert len(empty.workspace.people) == 2
    assert app.return_value is None


async def test_a_file_that_cannot_be_read_is_said(empty: Tracker, tmp_path: Path) -> None:
    path = tmp_path / "staff.csv"
    path.write_text("title\nClerk\n")
    app = app_on(empty)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot)
        app.push_screen(ImportDialog(empty, Source(str(path))))
        assert await sees(pilot, "name")
        await press(pilot, "escape")
        assert not empty.workspace.people


async def test_the_first_run_offers_three_ways_and_the_demo_is_one(empty: Tracker) -> None:
    app = app_on(empty)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot)
        shown = text_of(app)
        assert all(w in shown for w in ("Add somebody", "Import a directory", "Open the demo"))
        await press(pilot, "I")
        assert await sees(pilot, "Import people")
        await press(pilot, "escape", "D")
    assert app.return_value is Leave.FOR_DEMO


async def test_all_clear_teaches(empty: Tracker) -> None:
    from champion_tracker.model import Engagement
    from champion_tracker.tracker.people import add, unfollow

    unfollow(
        empty, [add(empty, "Somebody", influence=3, openness=3, engagement=Engagement.NEUTRAL)]
    )
    app = app_on(empty)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot)
        assert "Nobody is followed yet" in text_of(app)
        assert empty.today == TODAY


KNOWN = (
    "id,name,title,organization\n1,Rosa Díaz,CFO,City\n2,Bo Berg,Head,City\n3,Eve Oak,Clerk,City\n"
)
MIXED = (
    "id,name,title,organization,email\n1,Rosa Díaz,Adviser,County,rosa@city.example\n"
    "4,Ida Ash,CFO,City,\n5,Ada Lee,Chief,City,\n2,Bo Berg,Head,City,\n,,,,\n9,,Clerk,City,\n"
)


@pytest.fixture
def path(empty: Tracker, tmp_path: Path) -> Path:
    """A directory of which something is known, and in which everything happens."""
    path = tmp_path / "staff.csv"
    path.write_text(KNOWN)
    importing.apply(empty, importing.preview(empty, [path], follow=True))
    rosa, bo = (find(empty, name) for name in ("Rosa", "Bo"))
    tie(empty, rosa, Relation.REPORTS_TO, bo)
    path.write_text(MIXED)
    return path


def names(tracker: Tracker) -> set[str]:
    return {person.name for person in tracker.workspace.people.values()}


async def take_in(pilot: Pilot[Leave]) -> None:
    """Take in what is shown; when this returns, a thread of its own has done so."""
    await press(pilot, "ctrl+s")
    assert await comes(pilot, lambda: not isinstance(pilot.app.screen, ImportDialog))


async def test_kinds_are_counted_and_each_is_taken_or_left(empty: Tracker, path: Path) -> None:
    commits = len(list(empty.store.commits()))
    app = app_on(empty)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot)
        app.push_screen(ImportDialog(empty, Source(str(path))))
        for words in ("+ 1 new", "◆ 1 moved", "⇥ 1 took over", "± 1 details", "✗ 1 unreadable"):
            assert await sees(pilot, words)
        assert "→ 1 left" not in text_of(app)
        await press(pilot, "a")
        assert await sees(pilot, "1 left as they are")
        await press(pilot, "c")
        assert await sees(pilot, "→ 1 left")
        assert await sees(pilot, "1 left as they are")
        await take_in(pilot)
        assert names(empty) == {"Rosa Díaz", "Bo Berg", "Eve Oak", "Ida Ash"}
        assert find(empty, "Eve").has_left(empty.today)
        assert len(list(empty.store.commits())) == commits + 1
        await press(pilot, "u")
        assert names(empty) == {"Rosa Díaz", "Bo Berg", "Eve Oak"}
        assert not find(empty, "Eve").has_left(empty.today)


async def test_one_entry_is_left_and_both_sides_are_seen(empty: Tracker, path: Path) -> None:
    app = app_on(empty)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot)
        app.push_screen(ImportDialog(empty, Source(str(path))))
        assert await sees(pilot, "moved")
        await press(pilot, "v")
        assert await sees(pilot, "NOW")
        await press(pilot, "enter")
        assert await sees(pilot, "staff.csv, row 2")
        shown = text_of(app)
        assert "CFO" in shown
        assert "Adviser" in shown
        await press(pilot, "escape", "space")
        await take_in(pilot)
        rosa = find(empty, "Rosa")
        assert [p.title for p in rosa.positions] == ["CFO"]
        assert rosa.emails == ("rosa@city.example",)


async def test_whoever_took_over_is_offered_and_nothing_done_unasked(
    empty: Tracker, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(path.parent)
    app = app_on(empty)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "I")
        assert await sees(pilot, "staff.csv")
        app.screen.query_one(Input).focus()
        await write(pilot, "staff.csv")
        await pilot.click("#select")
        assert await sees(pilot, "took over")
        await press(pilot, "ctrl+s")
        assert await sees(pilot, "Ida Ash takes over")
        assert len(empty.workspace.ties) == 1
        assert await sees(pilot, "Rosa Díaz reports to Bo Berg")
        await take_in(pilot)
        ida, bo = find(empty, "Ida"), find(empty, "Bo")
        assert (ida.id, bo.id) in [(t.person_id, t.other_id) for t in empty.workspace.ties.values()]


async def test_a_click_on_the_mark_and_on_a_key_do_the_same(empty: Tracker, path: Path) -> None:
    app = app_on(empty)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot)
        app.push_screen(ImportDialog(empty, Source(str(path))))
        assert await sees(pilot, "took over")
        await press(pilot)  # It has been scrolled to by then.
        await pilot.click(ImportList, offset=(3, 1))
        assert await sees(pilot, "1 left as they are")
        await pilot.click(ImportList, offset=(3, 1))
        line = next(line for line in text_of(app).split("\n") if "Take or leave" in line)
        row = text_of(app).split("\n").index(line)
        await pilot.click(offset=(line.index("Take or leave"), row))
        assert await sees(pilot, "1 left as they are")


async def test_a_folder_of_cards_comes_with_one_of_them(empty: Tracker, tmp_path: Path) -> None:
    for name in ("Ada Lee", "Bo Berg"):
        card = f"BEGIN:VCARD\nVERSION:3.0\nFN:{name}\nN:;{name};;;\nEND:VCARD\n"
        (tmp_path / f"{name[:2]}.vcf").write_text(card)
    app = app_on(empty)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot)
        app.push_screen(ImportDialog(empty, Source(str(tmp_path / "Ad.vcf"))))
        assert await sees(pilot, "+ 1 new")
        await press(pilot, "d")
        assert await sees(pilot, "+ 2 new")
        await take_in(pilot)
        assert names(empty) == {"Ada Lee", "Bo Berg"}


async def test_a_mapping_file_says_which_column_is_what(empty: Tracker, tmp_path: Path) -> None:
    path = tmp_path / "staff.csv"
    path.write_text("Who,Does what\nRosa Díaz,CFO\n")
    fields = tmp_path / "staff.toml"
    fields.write_text('[columns]\n"Who" = "name"\n"Does what" = "title"\n')
    app = app_on(empty)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot)
        app.push_screen(ImportDialog(empty, Source(str(path))))
        assert await sees(pilot, "name")
        app.screen.query_one("#map").focus()
        await write(pilot, str(fields))
        await press(pilot, "enter")
        assert await sees(pilot, "+ 1 new")


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("keys", [[], ["enter"]])
async def test_the_review_fits(
    empty: Tracker, path: Path, size: tuple[int, int], keys: list[str]
) -> None:
    app = app_on(empty)
    async with app.run_test(size=size) as pilot:
        await press(pilot)
        app.push_screen(ImportDialog(empty, Source(str(path))))
        assert await sees(pilot, "Ada Lee")
        await press(pilot, *keys)
        assert_all_inside(app)


async def test_where_no_list_of_files_fits_the_path_is_typed(empty: Tracker, path: Path) -> None:
    app = app_on(empty)
    async with app.run_test(size=(40, 12)) as pilot:
        await press(pilot, "I")
        assert await sees(pilot, "Import people")
        assert_all_inside(app)
        app.screen.query_one(Input).value = str(path)
        await press(pilot, "enter")
        assert await sees(pilot, "Ada Lee")
        await take_in(pilot)
        assert "Ada Lee" in names(empty)


async def test_while_a_file_is_being_read_nothing_is_taken_in(
    empty: Tracker, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate = threading.Event()

    def slowly(*given: object, **more: object) -> importing.Preview:
        gate.wait(60)
        return importing.preview(*given, **more)  # type: ignore[arg-type]

    monkeypatch.setattr("champion_tracker.tui.dialogs.importing.preview", slowly)
    app = app_on(empty)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot)
        app.push_screen(ImportDialog(empty, Source(str(path))))
        await press(pilot, "ctrl+s")
        assert await sees(pilot, "Nothing has been read yet")
        gate.set()
        assert await sees(pilot, "Ada Lee")
        await take_in(pilot)
        assert "Ada Lee" in names(empty)

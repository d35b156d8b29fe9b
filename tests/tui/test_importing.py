"""A directory comes in: first shown, then taken."""

from pathlib import Path

from champion_tracker.tracker import Tracker
from champion_tracker.tui.app import Leave
from champion_tracker.tui.dialogs.importing import ImportDialog

from .looking import app_on, press, sees, text_of
from .sample import TODAY


async def test_what_would_change_is_shown_before_anything_does(
    empty: Tracker, tmp_path: Path
) -> None:
    path = tmp_path / "staff.csv"
    path.write_text("name,title\nAda [/b] Example,Chief of Staff\nBo Berg,Clerk\n")
    app = app_on(empty)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot)
        app.push_screen(ImportDialog(empty, path))
        assert await sees(pilot, "Ada [/b] Example")
        assert "+ 2 new" in text_of(app)
        assert not empty.workspace.people
        await press(pilot, "ctrl+s")
        names = sorted(person.name for person in empty.workspace.people.values())
        assert names == ["Ada [/b] Example", "Bo Berg"]


async def test_a_file_that_cannot_be_read_is_said(empty: Tracker, tmp_path: Path) -> None:
    path = tmp_path / "staff.csv"
    path.write_text("title\nClerk\n")
    app = app_on(empty)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot)
        app.push_screen(ImportDialog(empty, path))
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

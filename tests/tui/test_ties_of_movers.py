"""Who moved is asked about once: what went with the post, wherever they are judged again."""

from datetime import timedelta
from pathlib import Path

import pytest

from champion_tracker.model import Engagement, Relation, Standing
from champion_tracker.tracker import PinnedClock, Tracker, find, importing
from champion_tracker.tracker.judging import assess
from champion_tracker.tracker.ties import tie
from champion_tracker.tui.dialogs.loosening import TiesInDoubtDialog
from champion_tracker.tui.dialogs.review import ReviewDialog

from .looking import app_on, comes, press
from .sample import TODAY


@pytest.fixture
def moved(empty: Tracker, tmp_path: Path) -> Tracker:
    """Rosa reports to Ida and has her ear; a directory says that she works elsewhere now."""
    path = tmp_path / "staff.csv"
    path.write_text("id,name,title,organization\n1,Rosa Díaz,CFO,City\n2,Ida Ash,Chief,City\n")
    before = Tracker(empty.store, PinnedClock(TODAY - timedelta(days=30)))
    importing.apply(before, importing.preview(before, [path], follow=True))
    rosa, ida = (find(before, name) for name in ("Rosa", "Ida"))
    assess(before, rosa, influence=4, openness=4, engagement=Engagement.SUPPORTIVE, why="funds us")
    tie(before, rosa, Relation.REPORTS_TO, ida)
    tie(before, rosa, Relation.EAR, ida)
    path.write_text("id,name,title,organization\n1,Rosa Díaz,CFO,Harbour\n2,Ida Ash,Chief,City\n")
    importing.apply(empty, importing.preview(empty, [path], follow=True))
    return empty


@pytest.mark.parametrize("key", ["equals_sign", "5"])
async def test_the_review_asks_what_went_with_the_post(moved: Tracker, key: str) -> None:
    app = app_on(moved)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "R")
        assert await comes(pilot, lambda: isinstance(app.screen, ReviewDialog))
        await press(pilot, key, *([] if key == "equals_sign" else ["ctrl+s"]))
        assert await comes(pilot, lambda: isinstance(app.screen, TiesInDoubtDialog))
        await press(pilot, "ctrl+s")
        assert await comes(pilot, lambda: not isinstance(app.screen, TiesInDoubtDialog))
    assert [made.relation for made in moved.workspace.ties.values() if made.is_open] == [
        Relation.EAR
    ]


async def test_whoever_puts_the_judgement_off_is_not_asked(moved: Tracker) -> None:
    app = app_on(moved)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "R")
        assert await comes(pilot, lambda: isinstance(app.screen, ReviewDialog))
        await press(pilot, "ctrl+n")
        assert await comes(pilot, lambda: not isinstance(app.screen, ReviewDialog))
        assert not isinstance(app.screen, TiesInDoubtDialog)
    assert moved.profile(find(moved, "Rosa")).standing is Standing.UNASSESSED
    assert all(made.is_open for made in moved.workspace.ties.values())

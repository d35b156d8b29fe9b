"""The map names its quarters, however crowded, and nobody on it is out of reach."""

from datetime import date

import pytest

from champion_tracker.model import Engagement
from champion_tracker.tracker import Tracker
from champion_tracker.tracker.people import add
from champion_tracker.tui.dialogs.choosing import ChoosingDialog
from champion_tracker.tui.looks import STANDINGS
from champion_tracker.tui.widgets.ledger import Ledger
from champion_tracker.tui.widgets.map_chart import CORNERS, MapChart
from champion_tracker.tui.widgets.matrix import Matrix

from .looking import app_on, press, text_of


@pytest.fixture
def crowd(empty: Tracker) -> Tracker:
    """Some people on every place, twelve where most are."""
    for influence in range(1, 6):
        for openness in range(1, 6):
            for number in range(12 if (influence, openness) == (3, 3) else 2):
                add(
                    empty,
                    f"Person {influence}{openness}{number:02}",
                    title="Director",
                    organization="Works",
                    influence=influence,
                    openness=openness,
                    engagement=list(Engagement)[number % 5],
                )
    return empty


@pytest.mark.parametrize("size", [(80, 24), (200, 60)])
async def test_the_quarters_are_named_and_counted_however_crowded(
    crowd: Tracker, size: tuple[int, int]
) -> None:
    app = app_on(crowd)
    async with app.run_test(size=size) as pilot:
        await press(pilot, "3")
        line = text_of(app).splitlines()[1]
        chart = app.screen.query_one(MapChart)
        assert sum(chart.quarters.values()) == len(crowd.workspace.people)
        for name in CORNERS.values():
            assert f"{name} {chart.quarters[name]}" in line
        assert "›invest" in line
        await press(pilot, "left", "left")
        assert "›keep satisfied" in text_of(app).splitlines()[1]
        for seen in map(crowd.profile, crowd.workspace.people.values()):
            assert seen.influence is not None
            assert seen.openness is not None
            quarter = chart.quarter((seen.influence, seen.openness))
            assert (quarter in ("invest", "keep satisfied")) is (seen.influence >= 4)
            assert (quarter in ("invest", "keep informed")) is (seen.openness >= 4)


async def test_everybody_in_a_crowded_place_can_be_reached(crowd: Tracker) -> None:
    app = app_on(crowd)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "3", "down", "down", "left", "left")
        chart = app.screen.query_one(MapChart)
        assert len(chart.here_now) == 12
        ranks = [list(STANDINGS).index(seen.standing) for seen in chart.here_now]
        assert ranks == sorted(ranks)
        seen = set()
        for _ in range(12):
            assert chart.at_hand is not None
            name = chart.at_hand.person.name
            assert f"›{STANDINGS[chart.at_hand.standing].glyph} {name[:8]}" in text_of(app)
            seen.add(name)
            await press(pilot, "space")
        assert len(seen) == 12
        await press(pilot, "L")
        assert isinstance(app.screen, ChoosingDialog)
        assert len(app.screen.query_one(Ledger).items) == 12
        assert "Influence 3, openness 3: monitor" in text_of(app)


async def test_a_click_on_those_without_room_lists_them(crowd: Tracker) -> None:
    app = app_on(crowd)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "3")
        lines = text_of(app).splitlines()
        y = next(n for n, line in enumerate(lines) if "+10 more" in line)
        await pilot.click(offset=(lines[y].index("+10 more"), y))
        await press(pilot)
        assert isinstance(app.screen, ChoosingDialog)
        assert len(app.screen.query_one(Ledger).items) == 12


async def test_where_somebody_stood_before_is_marked_with_its_day(tracker: Tracker) -> None:
    app = app_on(tracker)
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "3")
        chart = app.screen.query_one(MapChart)
        assert chart.at_hand is not None
        past = [day for day in chart._path.values() if isinstance(day, date)]
        assert past
        for day in past:
            assert f"{day:%b %Y}" in text_of(app)
        assert text_of(app).count("◦") == len(past)


async def test_the_matrix_has_a_row_a_person_with_c_and_d(tracker: Tracker) -> None:
    app = app_on(tracker)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "3", "v")
        rows = app.screen.query_one(Matrix).items
        people = {move.seen.person.id for move in rows}
        assert len(people) == len(rows)
        lines = text_of(app).splitlines()
        for move in rows[:10]:
            line = next(line for line in lines if move.seen.person.name[:12] in line)
            marks = line[27:]
            assert "C" in marks
            wanted = move.seen.desired not in (None, move.seen.engagement)
            assert ("D" in marks) is (wanted or "CD" in marks)

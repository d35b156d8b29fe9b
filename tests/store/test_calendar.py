"""Hours that come twice and days that come every four years are kept as they were."""

from datetime import date, datetime, timedelta, timezone
from pathlib import Path

from msgspec.structs import replace

from champion_tracker.store import open_workspace
from tests.store.store_records import ANN, judged, made, touch

SUMMER, WINTER = timezone(timedelta(hours=2)), timezone(timedelta(hours=1))


def test_the_hour_that_comes_twice_keeps_its_order(tmp_path: Path) -> None:
    day = date(2026, 10, 25)
    first = replace(
        judged("p-ann"), id="a-1", on=day, recorded_at=datetime(2026, 10, 25, 2, 50, tzinfo=SUMMER)
    )
    second = replace(first, id="a-2", recorded_at=datetime(2026, 10, 25, 2, 10, tzinfo=WINTER))
    store = open_workspace(tmp_path / "w")
    store.commit(made(ANN, second, first))
    assert store.workspace.digest("p-ann").assessment == second
    store.fold()
    store.close()
    again = open_workspace(tmp_path / "w")
    assert again.workspace.digest("p-ann").assessment == second
    assert list(again.history("p-ann")) == [second, first]


def test_a_leap_day_stays_one(tmp_path: Path) -> None:
    store = open_workspace(tmp_path / "w")
    store.commit(made(ANN, replace(touch("p-ann"), on=date(2024, 2, 29))))
    store.fold()
    store.close()
    assert open_workspace(tmp_path / "w").workspace.digest("p-ann").last_touch == date(2024, 2, 29)

"""A calendar that goes to a server a second time moves what is there, and doubles nothing."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from icalendar import Calendar

from champion_tracker.exchange import calendar
from champion_tracker.model import FollowUp, Person
from champion_tracker.rules.agenda import agenda
from tests.exchange.servers import radicale
from tests.exchange.test_servers import needs_radicale
from tests.strategies import store_of

DAY = date(2026, 3, 2)


def exported(due: date, today: date) -> list[tuple[str, bytes]]:
    """The items of the calendar of a day, each with its UID."""
    now = datetime.combine(today, datetime.min.time(), UTC)
    workspace = store_of(
        Person(id="p-1", name="Rosa Díaz", followed_since=DAY),
        FollowUp(id="f-1", person_id="p-1", due=due, text="Ring", recorded_at=now),
    ).workspace
    text, _ = calendar.write(agenda(workspace, today, days=366), workspace, now)
    items = []
    for item in Calendar.from_ical(text).walk("VTODO"):
        alone = Calendar()
        alone.add("prodid", "-//test//EN")
        alone.add("version", "2.0")
        alone.add_component(item)
        items.append((str(item["UID"]), alone.to_ical()))
    return items


def name_of(uid: str) -> str:
    """The name of an item on the server, which takes no colon."""
    return uid.replace(":", "-")


@needs_radicale
def test_the_same_items_are_updated(tmp_path: Path) -> None:
    import requests

    with radicale(tmp_path) as port, requests.Session() as session:
        session.auth = ("rosa", "s3cret")
        base = f"http://127.0.0.1:{port}/rosa/agenda/"
        session.request("MKCALENDAR", base, timeout=20).raise_for_status()

        def put(items: list[tuple[str, bytes]]) -> set[int]:
            kind = {"Content-Type": "text/calendar"}
            return {
                session.put(f"{base}{name_of(uid)}.ics", body, headers=kind, timeout=20).status_code
                for uid, body in items
            }

        def held() -> list[str]:
            everything = session.get(base, timeout=20).content
            found = Calendar.from_ical(everything).walk("VTODO")
            return sorted(f"{item['UID']} {item.decoded('DUE')}" for item in found)

        first = exported(DAY, DAY)
        assert put(first) == {201}
        assert len(held()) == len(first) > 1
        later = DAY + timedelta(days=5)
        second = exported(later, DAY + timedelta(days=1))
        assert put(second) == {204}, "each is there already, and is replaced"
        assert {uid for uid, _ in second} == {uid for uid, _ in first}
        assert len(held()) == len(first)
        assert f"follow_up:f-1@champion-tracker {later}" in held()

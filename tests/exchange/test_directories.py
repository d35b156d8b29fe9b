"""Two real directories, each on two days, against what truly changed between them."""

import csv
from datetime import date
from itertools import groupby

import pytest

from champion_tracker.exchange import ChangeKind, ImportChange, read, remarks
from tests.exchange.exchanging import SAMPLE, Desk, kinds, needs_sample

pytestmark = needs_sample

DIRECTORIES = SAMPLE / "directories"


def key(name: str) -> list[dict[str, str]]:
    with (DIRECTORIES / name).open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def names(changes: list[ImportChange], kind: ChangeKind) -> set[str]:
    return {change.name for change in changes if change.kind is kind}


def test_the_legislatures_agree_with_their_key_and_nothing_else_moves(desk: Desk) -> None:
    old, new = (
        DIRECTORIES / f"legislature_co_vt_{day}.csv" for day in ("2024-09-30", "2025-04-01")
    )
    assert kinds(desk.take(old, today=date(2024, 9, 30))) == {"new": 280}
    changes = desk.take(new, today=date(2025, 4, 1), complete=True)

    by_event = {
        event: list(rows)
        for event, rows in groupby(
            sorted(key("legislature_co_vt_answer_key.csv"), key=lambda row: row["event"]),
            key=lambda row: row["event"],
        )
    }
    sure = {
        event: [row for row in rows if row["dates_agree"] == "yes"]
        for event, rows in by_event.items()
    }
    assert {event: len(rows) for event, rows in sure.items()} == {
        "arrived": 82,
        "departed": 84,
        "moved_organization": 12,
    }
    assert names(changes, ChangeKind.NEW) == {row["name_new"] for row in by_event["arrived"]}
    assert names(changes, ChangeKind.LEFT) == {row["name_old"] for row in by_event["departed"]}
    moved = {
        (change.name, str(change.before), str(change.after))
        for change in changes
        if change.kind is ChangeKind.POSITION
    }
    assert moved == {
        (row["name_new"], str(place(row, "old")), str(place(row, "new")))
        for row in by_event["moved_organization"]
    }
    assert "conflict" not in kinds(changes)
    assert kinds(desk.take(new, today=date(2025, 4, 2), complete=True)) == {"unchanged": 280}


def place(row: dict[str, str], when: str) -> dict[str, str]:
    return {
        "title": row[f"title_{when}"],
        "organization": row[f"organization_{when}"],
        "area": "",
    }


POSTS_AS_POSTS = '"Post Unique Reference" = "post_id"'
POSTS_AS_PEOPLE = '"Post Unique Reference" = "source_id"'


@pytest.mark.parametrize("mapping", [POSTS_AS_POSTS, POSTS_AS_PEOPLE])
def test_the_transport_department_agrees_with_its_key_on_all_nineteen(
    desk: Desk, mapping: str
) -> None:
    mapping += """
        "Name" = "name"
        "Job Title" = "job title"
        "Organisation" = "organisation"
        "Unit" = "unit"
        "Contact Phone" = "phone"
        "Contact E-mail" = "e-mail"
    """
    old, new = (DIRECTORIES / f"uk_transport_2011-{day}.csv" for day in ("03-31", "09-30"))
    desk.take(old, today=date(2011, 3, 31), mapping=mapping)
    assert len(desk.people) == 113
    changes = desk.take(new, today=date(2011, 9, 30), complete=True, mapping=mapping)

    rows = key("uk_transport_answer_key.csv")
    assert found(changes) == {(row["event"], row["name_new"] or row["name"]) for row in rows}
    assert len(rows) == 19
    posts = {
        position.title: person.name
        for person in desk.people.values()
        for position in person.current_positions(date(2011, 9, 30))
    }
    with new.open(encoding="utf-8-sig", newline="") as file:
        listed = {r["Job Title"]: r["Name"] for r in csv.DictReader(file) if r["Name"] != "Vacant"}
    assert posts == listed  # nobody is merged with somebody else
    again = desk.look(new, today=date(2011, 9, 30), complete=True, mapping=mapping)
    assert kinds(again) == {"unchanged": 108}


def found(changes: list[ImportChange]) -> set[tuple[str, str]]:
    """The entries in the words of the answer key."""
    events = set()
    for change in changes:
        if change.kind is ChangeKind.NEW:
            events.add(("arrived", change.name))
        elif change.kind is ChangeKind.LEFT:
            events.add(("departed", change.name))
        elif change.kind is ChangeKind.POSITION:
            retitled = change.name == "Richard Cantwell"  # his post kept its number
            events.add(("retitled_same_post" if retitled else "changed_post", change.name))
        elif change.kind is ChangeKind.DETAILS and change.after and "name" in change.after:
            events.add(("name_written_differently_only", change.name))
    return events


def test_it_says_that_a_column_names_posts_and_not_people(desk: Desk) -> None:
    old, new = (DIRECTORIES / f"uk_transport_2011-{day}.csv" for day in ("03-31", "09-30"))
    desk.take(old, mapping=POSTS_AS_PEOPLE)
    said = remarks(read([new], mapping=desk.folder / "map.toml"), desk.workspace)
    assert any("belong to posts" in sentence for sentence in said)


def test_a_network_export_without_addresses_loses_and_merges_nobody(desk: Desk) -> None:
    folder = SAMPLE / "csv_exports"
    old, new = (
        folder / f"linkedin_format_openstates_co_pr_{day}.csv"
        for day in ("2024-09-30", "2025-04-01")
    )
    assert kinds(desk.take(old)) == {"new": 177}
    changes = desk.take(new, complete=True)
    assert kinds(changes)["new"] == 67
    # Those of whom only the name speaks: four changed chambers, four go by a nickname, and the
    # first name of one is not the first that she has.
    assert names(changes, ChangeKind.CONFLICT) == {
        "Marc Catlin",
        "Cathy Kipp",
        "Mike Weissman",
        "Gretchen Hau",
        "Lourdes Ramos",
        "Andy Boesenecker",
        "Bob Marshall",
        "Matt Martinez",
        "Chris Kolker",
    }
    assert not names(changes, ChangeKind.LEFT) & names(changes, ChangeKind.CONFLICT)
    assert kinds(desk.look(new, complete=True)) == {"unchanged": 168, "conflict": 9}


def test_twelve_thousand_people_come_in_and_come_again(desk: Desk) -> None:
    path = DIRECTORIES / "us_congress_historical_12k.csv"
    assert kinds(desk.take(path)) == {"new": 12230}
    assert kinds(desk.look(path, complete=True)) == {"unchanged": 12230}


def test_a_history_of_terms_becomes_positions_of_the_past_and_of_today(desk: Desk) -> None:
    path = DIRECTORIES / "us_congress_role_history.csv"
    desk.take(path, today=date(2025, 2, 1))
    cantwell = desk.named("Maria Cantwell")
    assert len(cantwell.positions) == 6
    assert [p.organization for p in cantwell.current_positions(date(2025, 2, 1))] == [
        "United States Senate"
    ]
    assert set(kinds(desk.look(path, today=date(2025, 2, 2)))) == {"unchanged", "unreadable"}

"""What an import says and does, trap by trap."""

from datetime import date

import pytest

from champion_tracker.exchange import ChangeKind, Group, edits_of
from champion_tracker.model import Person, Position
from tests.exchange.exchanging import DAY, LATER, Desk, kinds, only

HEADER = "id,name,title,organization,area,email\n"
ROSA = HEADER + "s-000000000001/rd,Rosa Díaz,CFO,City,Finance,rosa@city.org\n"


def test_the_same_file_again_changes_nothing(desk: Desk) -> None:
    assert kinds(desk.take(ROSA)) == {"new": 1}
    before = dict(desk.people)
    assert kinds(desk.take(ROSA, today=LATER, complete=True)) == {"unchanged": 1}
    assert desk.people == before


@pytest.mark.parametrize(
    ("old", "new", "field"),
    [("CFO", "CEO", "title"), ("City", "County", "organization"), ("Finance", "Roads", "area")],
)
def test_a_changed_position_closes_the_old_one_and_opens_a_new_one(
    desk: Desk, old: str, new: str, field: str
) -> None:
    desk.take(ROSA)
    changes = desk.take(ROSA.replace(old, new), today=LATER)
    change = only(changes, ChangeKind.POSITION)
    assert change.before is not None
    assert change.after is not None
    assert (change.before[field], change.after[field]) == (old, new)
    first, second = desk.named("Rosa Díaz").positions
    assert (getattr(first, field), first.end) == (old, LATER)
    assert (getattr(second, field), second.start, second.end) == (new, LATER, None)


def test_the_day_of_a_change_is_the_files_where_it_has_one(desk: Desk) -> None:
    desk.take("name,title,organization,start\nRosa Díaz,CFO,City,2020-01-15\n")
    desk.take("name,title,organization,start\nRosa Díaz,CEO,City,2026-08-01\n", today=LATER)
    first, second = desk.named("Rosa Díaz").positions
    assert (first.start, first.end) == (date(2020, 1, 15), date(2026, 8, 1))
    assert second.start == date(2026, 8, 1)


def test_a_change_that_lies_ahead_is_not_taken_for_another_one_meanwhile(desk: Desk) -> None:
    desk.take(ROSA)
    ahead = "name,title,organization,email,start\nRosa Díaz,CEO,City,rosa@city.org,2026-12-01\n"
    assert kinds(desk.take(ahead, today=LATER)) == {"position": 1}
    assert [p.title for p in desk.named("Rosa Díaz").current_positions(LATER)] == ["CFO"]
    assert kinds(desk.look(ahead, today=LATER)) == {"unchanged": 1}


def test_blank_cells_take_nothing_away(desk: Desk) -> None:
    desk.take(ROSA)
    before = dict(desk.people)
    assert kinds(desk.take(HEADER + "s-000000000001/rd,Rosa Díaz,,,,\n")) == {"unchanged": 1}
    assert desk.people == before


@pytest.mark.parametrize("name", ["rosa diaz", "ROSA DÍAZ", "Rosa  Diaz", "Díaz, Rosa"])
def test_another_spelling_of_a_name_is_the_same_person(desk: Desk, name: str) -> None:
    desk.take("name,title,organization\nRosa Díaz,CFO,City\n")
    assert set(kinds(desk.take(f'name,title,organization\n"{name}",CFO,City\n'))) <= {
        "details",
        "unchanged",
    }
    assert len(desk.people) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Vice President Marketing,Acme", "VP of Marketing,Acme Inc."),
        ("Director of Roads & Bridges,City", "director  roads and bridges,CITY"),
        ("Dir. Public Works,Dept of Transport", "Director Public Works,Department for Transport"),
        ("Chief Financial Officer,Müller GmbH", "CFO,Muller"),
    ],
)
def test_trivial_spellings_of_a_position_are_no_change(desk: Desk, one: str, other: str) -> None:
    desk.take(f"name,title,organization\nRosa Díaz,{one}\n")
    assert kinds(desk.look(f"name,title,organization\nRosa Díaz,{other}\n")) == {"unchanged": 1}


def test_what_more_is_learned_of_a_position_is_a_detail_of_it(desk: Desk) -> None:
    desk.take("name,title,organization\nRosa Díaz,CFO,City\n")
    changes = desk.take("name,title,organization,unit\nRosa Díaz,CFO,City,Finance\n")
    assert only(changes, ChangeKind.DETAILS).after == {"area": "Finance"}
    (position,) = desk.named("Rosa Díaz").positions
    assert position.area == "Finance"


def test_only_a_complete_file_says_who_left_and_only_of_its_organisations(desk: Desk) -> None:
    both = "name,title,organization\nRosa Díaz,CFO,City\nBen Okri,Clerk,City\n"
    desk.take(both)
    elsewhere = Person(
        id="p-hand",
        name="Ada Byron",
        positions=(Position(id="o-hand", title="Chair", organization="County"),),
    )
    desk.people[elsewhere.id] = elsewhere
    one = "name,title,organization\nRosa Díaz,CFO,City\n"
    assert kinds(desk.look(one, today=LATER)) == {"unchanged": 1}
    changes = desk.take(one, today=LATER, complete=True)
    assert only(changes, ChangeKind.LEFT).name == "Ben Okri"
    assert desk.named("Ben Okri").has_left(LATER)
    assert desk.named("Ben Okri").positions[0].end == LATER
    assert desk.named("Ada Byron") == elsewhere
    assert kinds(desk.take(one, today=LATER, complete=True)) == {"unchanged": 1}


def test_somebody_who_comes_back_is_the_same_person_in_a_new_position(desk: Desk) -> None:
    both = "name,title,organization\nRosa Díaz,CFO,City\nBen Okri,Clerk,City\n"
    desk.take(both)
    desk.take("name,title,organization\nRosa Díaz,CFO,City\n", today=LATER, complete=True)
    back = date(2027, 1, 4)
    change = only(desk.take(both, today=back), ChangeKind.POSITION)
    assert "ame back" in change.why
    ben = desk.named("Ben Okri")
    assert [p.title for p in ben.current_positions(back)] == ["Clerk"]
    assert len(ben.positions) == 2


def test_several_rows_with_one_identifier_are_several_positions(desk: Desk) -> None:
    rows = HEADER + "e-7,Rosa Díaz,CFO,City,,\ne-7,Rosa Díaz,Treasurer,County,,\n"
    changes = desk.take(rows)
    assert kinds(changes) == {"new": 1, "position": 1}
    assert len(desk.named("Rosa Díaz").current_positions(DAY)) == 2
    assert kinds(desk.look(rows, complete=True)) == {"unchanged": 2}


def test_an_exact_duplicate_says_nothing_twice(desk: Desk) -> None:
    row = "Rosa Díaz,CFO,City\n"
    assert kinds(desk.take("name,title,organization\n" + row + row)) == {"new": 1, "unchanged": 1}
    assert len(desk.named("Rosa Díaz").positions) == 1


def test_a_second_job_entered_by_hand_survives_a_change_of_the_first(desk: Desk) -> None:
    desk.take(ROSA)
    rosa = desk.named("Rosa Díaz")
    board = Position(id="o-board", title="Board member", organization="Museum")
    desk.people[rosa.id] = Person(
        id=rosa.id,
        name=rosa.name,
        emails=rosa.emails,
        source_ids=rosa.source_ids,
        positions=(*rosa.positions, board),
    )
    desk.take(ROSA.replace("CFO", "CEO"), today=LATER)
    now = desk.named("Rosa Díaz").current_positions(LATER)
    assert [p.title for p in now] == ["Board member", "CEO"]


def test_following_a_file_follows_whom_it_lists_once(desk: Desk) -> None:
    desk.take(ROSA)
    changes = desk.take(ROSA, follow=True)
    assert only(changes, ChangeKind.DETAILS).after == {"followed": "yes"}
    assert desk.named("Rosa Díaz").followed_since == DAY
    assert kinds(desk.look(ROSA, follow=True, today=LATER)) == {"unchanged": 1}


def test_everything_of_one_person_is_one_edit(desk: Desk) -> None:
    desk.take(ROSA)
    moved = ROSA.replace("CFO", "CEO").replace("rosa@", "diaz@")
    changes = desk.look(moved, today=LATER)
    assert kinds(changes) == {"position": 1, "details": 1}
    assert len(edits_of(changes)) == 1
    desk.apply(changes)
    assert desk.named("Rosa Díaz").emails == ("rosa@city.org", "diaz@city.org")
    assert [p.title for p in desk.named("Rosa Díaz").positions] == ["CFO", "CEO"]


@pytest.mark.parametrize("kind", list(ChangeKind)[:4])
def test_moves_and_details_of_one_person_can_be_taken_apart(desk: Desk, kind: ChangeKind) -> None:
    desk.take(ROSA + "2,Bo Ek,Chief of Staff,City,Roads,\n2,Bo Ek,Chair,Club,,\n")
    moved = ROSA.replace("CFO", "CEO").replace("rosa@", "diaz@")
    moved += "2,Bo Ek,Head of Staff,City,Roads,bo@city.org\n2,Bo Ek,Chair,Club,Board,\n"
    changes = desk.look(moved, today=LATER)
    before = dict(desk.people)
    desk.apply([change for change in changes if change.kind is kind])
    for name in ("Rosa Díaz", "Bo Ek"):
        now = desk.named(name)
        was = before[now.id]
        if kind is not ChangeKind.POSITION:
            assert {p.id: p.end for p in now.positions} == {p.id: p.end for p in was.positions}
        if kind is not ChangeKind.DETAILS:
            assert now.emails == was.emails
    rest = [change for change in changes if change.kind is not kind]
    desk.people = dict(before)
    desk.apply([*rest, *(change for change in changes if change.kind is kind)])
    together = dict(desk.people)
    desk.people = dict(before)
    desk.apply(changes)
    assert desk.people == together


OLD = HEADER + "1,Rosa Díaz,CFO,City,Finance,\n2,Bo Ek,Clerk,City,Roads,\n"
TAKEN = OLD.replace("Rosa Díaz,CFO", "Rosa Díaz,Adviser") + "3,Ida Ash,CFO,City,Finance,\n"


def test_whoever_takes_up_what_a_followed_person_held_is_their_successor(desk: Desk) -> None:
    desk.take(OLD, follow=True)
    changes = desk.look(TAKEN, today=LATER)
    (found,) = [change for change in changes if change.group is Group.SUCCESSOR]
    assert (found.name, found.follows) == ("Ida Ash", desk.named("Rosa Díaz").id)
    desk.take(TAKEN.replace("3,Ida", "4,Ina").splitlines()[0] + "\n1,Rosa Díaz,Adviser,City,,\n")
    (later,) = desk.look(HEADER + "3,Ida Ash,CFO,City,Finance,\n", today=LATER)
    assert (later.group, later.follows) == (Group.SUCCESSOR, desk.named("Rosa Díaz").id)


def test_nobody_follows_whom_nobody_follows(desk: Desk) -> None:
    desk.take(OLD)
    changes = desk.look(TAKEN, today=LATER)
    assert not any(change.follows for change in changes)
    assert "Takes over from Rosa Díaz." in [change.why for change in changes]
    desk.take(HEADER + "1,Rosa Díaz,Adviser,City,Finance,\n", today=LATER)
    assert kinds(desk.look(HEADER + "3,Ida Ash,CFO,City,Finance,\n", today=LATER)) == {"new": 1}


def test_a_post_that_others_hold_too_has_no_successor(desk: Desk) -> None:
    desk.take(OLD + "5,Eve Oak,CFO,City,Finance,\n", follow=True)
    desk.take(HEADER + "1,Rosa Díaz,Adviser,City,Finance,\n", today=LATER)
    (new,) = desk.look(HEADER + "3,Ida Ash,CFO,City,Finance,\n", today=LATER)
    assert new.group is Group.NEW


def test_who_comes_back_is_told_from_who_moves(desk: Desk) -> None:
    desk.take(OLD)
    desk.take(HEADER + "2,Bo Ek,Clerk,City,Roads,\n", complete=True)
    (_, back) = desk.look(OLD, today=LATER)[::-1]
    assert (back.group, back.kind) == (Group.BACK, ChangeKind.POSITION)

"""Who is who, and who is not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from champion_tracker.exchange import ChangeKind, Group
from champion_tracker.exchange.names import Likeness, likeness, turned, words
from champion_tracker.model import Person, Position
from tests.exchange.exchanging import Desk, kinds, only

HEADER = "name,title,organization,email\n"


def test_an_identifier_finds_somebody_under_a_new_name_and_address(desk: Desk) -> None:
    desk.take("employee id,name,organization\nE1,Jane Smith,City\n")
    changes = desk.take("employee id,name,organization\nE1,Jane Brown,County\n")
    assert kinds(changes) == {"position": 1, "details": 1}
    assert desk.named("Jane Brown").name == "Jane Brown"
    assert len(desk.people) == 1


def test_identifiers_of_two_sources_do_not_meet(desk: Desk) -> None:
    desk.take("employee id,name,organization\n7,Jane Smith,City\n")
    desk.take("member id,name,organization\n7,Omar Haddad,Club\n")
    assert {p.name: p.source_ids for p in desk.people.values()} == {
        "Jane Smith": ("employee id:7",),
        "Omar Haddad": ("member id:7",),
    }


def test_one_identifier_with_another_name_is_a_conflict(desk: Desk) -> None:
    desk.take("id,name,organization\nE1,Jane Smith,City\n")
    change = only(desk.take("id,name,organization\nE1,Omar Haddad,City\n"), ChangeKind.CONFLICT)
    assert "Jane Smith" in change.why
    assert [p.name for p in desk.people.values()] == ["Jane Smith"]


def test_different_identifiers_tell_namesakes_apart(desk: Desk) -> None:
    rows = "id,name,title,organization\nE1,Jo Park,Clerk,City\nE2,Jo Park,Clerk,City\n"
    assert kinds(desk.take(rows)) == {"new": 2}
    assert kinds(desk.take(rows)) == {"unchanged": 2}


def test_an_address_finds_somebody_in_another_organisation(desk: Desk) -> None:
    desk.take(HEADER + "Jane Smith,Clerk,City,jane.smith@mail.org\n")
    assert kinds(desk.take(HEADER + "Jane Smith,CFO,County,JANE.SMITH@mail.org\n")) == {
        "position": 1
    }


def test_a_married_name_at_ones_own_address_is_the_same_person(desk: Desk) -> None:
    desk.take(HEADER + "Jane Smith,Clerk,City,jane.smith@city.org\n")
    assert kinds(desk.take(HEADER + "Jane Brown,Clerk,City,jane.smith@city.org\n")) == {
        "details": 1
    }


def test_a_shared_mailbox_is_nobodys_sign(desk: Desk) -> None:
    desk.take(HEADER + "Ann Lee,Clerk,City,office@city.org\nBob Ray,Guard,City,office@city.org\n")
    changes = desk.take(HEADER + "Cem Oz,Cook,City,office@city.org\n")
    assert kinds(changes) == {"new": 1}


def test_an_address_with_a_wholly_different_name_is_a_conflict(desk: Desk) -> None:
    desk.take(HEADER + "Ann Lee,Director,City,director@city.org\n")
    change = only(
        desk.take(HEADER + "Bob Ray,Director,City,director@city.org\n"), ChangeKind.CONFLICT
    )
    assert "Ann Lee" in change.why
    assert desk.named("Ann Lee").positions[0].end is None


def test_whoever_is_in_doubt_has_not_left(desk: Desk) -> None:
    desk.take(HEADER + "Ann Lee,Director,City,director@city.org\n")
    rows = HEADER + "Bob Ray,Director,City,director@city.org\n"
    assert kinds(desk.take(rows, complete=True)) == {"conflict": 1}


def test_a_newcomer_with_an_address_of_their_own_name_takes_nobody_over(desk: Desk) -> None:
    desk.take(HEADER + "Tom Worsley,Deputy,Department,tracey.waltho@gov.uk\n")
    assert kinds(desk.take(HEADER + "Tracey Waltho,Head,Department,tracey.waltho@gov.uk\n")) == {
        "new": 1
    }


def test_namesakes_in_one_organisation_are_not_guessed_at(desk: Desk) -> None:
    rows = "name,title,organization\nJo Park,Clerk,City\nJo Park,Guard,City\n"
    assert kinds(desk.take(rows)) == {"new": 1, "conflict": 1}
    for _ in range(3):
        clerk, guard = desk.take(rows)
        assert clerk.kind is ChangeKind.UNCHANGED
        assert guard.group is Group.DOUBTFUL
        assert guard.candidates == ((clerk.person_id, "Jo Park"),)
    assert len(desk.people) == 1


def test_rows_that_differ_in_whatever_is_not_read_are_no_repetition(desk: Desk) -> None:
    assert kinds(desk.look("name,state\nJo Park,VA\nJo Park,OH\n")) == {"new": 1, "conflict": 1}
    assert kinds(desk.look("name,state\nJo Park,VA\nJo Park,VA\n")) == {"new": 1, "unchanged": 1}


def test_two_known_namesakes_are_told_apart_by_what_they_do(desk: Desk) -> None:
    for n, title in enumerate(("Clerk", "Guard")):
        desk.people[f"p-{n}"] = Person(
            id=f"p-{n}",
            name="Jo Park",
            positions=(Position(id=f"o-{n}", title=title, organization="City"),),
        )
    assert kinds(desk.look("name,title,organization\nJo Park,Guard,City\n")) == {"unchanged": 1}
    assert kinds(desk.look("name,title,organization\nJo Park,Cook,City\n")) == {"conflict": 1}


def test_a_name_known_elsewhere_is_doubtful_and_not_a_move(desk: Desk) -> None:
    desk.take("name,title,organization\nJo Park,Clerk,City\n")
    change = only(desk.look("name,title,organization\nJo Park,Clerk,County\n"), ChangeKind.CONFLICT)
    assert "City" in change.why


def test_a_name_in_short_with_the_same_title_is_the_same_person(desk: Desk) -> None:
    desk.take("name,title,organization\nRichard M. Alonso Holtorf,Clerk,City\n")
    assert kinds(desk.look("name,title,organization\nRichard Holtorf,Clerk,City\n")) == {
        "unchanged": 1
    }
    assert kinds(desk.look("name,title,organization\nRichard Holtorf Jr,Clerk,City\n")) != {
        "unchanged": 1
    }


def test_a_nickname_at_ones_own_address_is_the_same_person(desk: Desk) -> None:
    desk.take(HEADER + "Robert Smith,Clerk,City,rs@city.org\n")
    assert kinds(desk.look(HEADER + "Bob Smith,Clerk,City,rs@city.org\n")) == {"unchanged": 1}


def test_the_new_holder_of_a_post_is_said_to_take_over(desk: Desk) -> None:
    rows = "name,title,organization\n{},Head of Roads,City\nAnn Lee,Clerk,City\n"
    desk.take(rows.format("Rosa Díaz"))
    changes = desk.look(rows.format("Omar Haddad"), complete=True)
    assert only(changes, ChangeKind.NEW).why == "Takes over from Rosa Díaz."


def test_every_row_has_an_entry(desk: Desk) -> None:
    rows = (
        "id,name,title,organization\n1,Jo Park,Clerk,City\n1,Ann Lee,Cook,City\n,,Guard,City\n"
        ",Jo Park,Guard,City\n1,Jo Park,Clerk,City\n2,Jo Park,Clerk,City\n"
    )
    places = {change.where for change in desk.look(rows)}
    assert places == {f"staff.csv, row {n}" for n in range(2, 8)}


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("Ian coates", "Ian Coates", Likeness.SAME),
        ("O’Sullivan, Paul", "Paul OSullivan", Likeness.DIFFERENT),  # turned at reading, not here
        ("Paul O'Sullivan", "Paul O’Sullivan", Likeness.SAME),
        ("Dr. Ngũgĩ wa Thiong'o", "Ngugi wa Thiongo", Likeness.SAME),
        ("Zhang Wei", "Wei Zhang", Likeness.SAME),
        ("J. Smith", "John Smith", Likeness.CLOSE),
        ("Bob Smith", "Robert Smith", Likeness.CLOSE),
        ("Christopher Muttukamaru", "Christopher Muttukumaru", Likeness.CLOSE),
        ("Jane Smith", "Jane Brown", Likeness.SHARED),
        ("Иван Петров", "Ivan Petrov", Likeness.SHARED),
        ("Ann Lee", "Bob Ray", Likeness.DIFFERENT),
        ("Mary", "Mary Ann Lee", Likeness.SHARED),
    ],
)
def test_how_alike_two_names_are(one: str, other: str, alike: Likeness) -> None:
    if "," in one:
        assert likeness(turned(one), other) is Likeness.SAME
    else:
        assert likeness(one, other) is alike
        assert likeness(other, one) is alike


@given(st.text(min_size=1), st.text(min_size=1))
def test_likeness_knows_no_order(one: str, other: str) -> None:
    assert likeness(one, other) is likeness(other, one)
    assert likeness(one, one) is Likeness.SAME
    assert words(one)


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("山田太郎", "山田 太郎", Likeness.SAME),
        ("王小明", "王\u3000小明", Likeness.SAME),
        ("김민수", "김 민수", Likeness.SAME),
        ("山田太郎", "太郎山田", Likeness.CLOSE),
        ("陈国强", "陈强国", Likeness.DIFFERENT),
        ("王小明", "王小红", Likeness.DIFFERENT),
    ],
)
def test_a_blank_in_a_name_without_words_is_a_matter_of_taste(
    one: str, other: str, alike: Likeness
) -> None:
    assert likeness(one, other) is alike
    assert likeness(other, one) is alike


def test_names_in_parts_are_put_together_as_they_are_spoken(desk: Desk) -> None:
    desk.take("First name,Last name,Organisation\n太郎,山田,City\nAda,Lee,City\n")
    assert {person.name for person in desk.people.values()} == {"山田太郎", "Ada Lee"}
    assert kinds(desk.look("Name,Organisation\n山田 太郎,City\n")) == {"details": 1}


def test_a_file_that_writes_no_accents_or_capitals_takes_none_away(desk: Desk) -> None:
    desk.take("Name,Organisation\nJosé Ángel Núñez,City\n")
    assert kinds(desk.take("Name,Organisation\nJose Angel Nunez,City\n")) == {"unchanged": 1}
    assert kinds(desk.take("Name,Organisation\nJOSÉ ÁNGEL NÚÑEZ,City\n")) == {"unchanged": 1}
    desk.take("Name,Organisation\nangel diaz,City\n")
    assert kinds(desk.take("Name,Organisation\nÁngel Díaz,City\n")) == {"details": 1}


def test_rows_of_one_doubtful_person_are_asked_about_once(desk: Desk) -> None:
    desk.take("id,name,organization,email\n1,Jo Park,City,jo.park@city.org\n")
    rows = "id,name,organization,area,email\n1,Jo Park,City,,jo.park@city.org\n"
    rows += ",Jo Park,City,Roads,jo.park@city.org\n,Jo Park,City,Parks,jo.park@city.org\n"
    doubts = [change for change in desk.look(rows) if change.group is Group.DOUBTFUL]
    assert len(doubts) == 2
    assert len({change.row for change in doubts}) == 1

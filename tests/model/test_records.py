"""What records say of themselves."""

from datetime import date

import pytest
from hypothesis import given

from champion_tracker.model import (
    Ambiguous,
    BadInput,
    Commit,
    Conflict,
    Edit,
    NotFound,
    Person,
    Position,
    TrackerError,
    WorkspaceError,
    new_id,
)
from tests.strategies import TODAY, any_days, judgement, moment, people, touch

ANN = Person(id="p-ann", name="Ann Lee")


@pytest.mark.parametrize(
    ("start", "end", "current"),
    [
        (None, None, True),
        (TODAY, None, True),
        (date(2026, 11, 24), None, False),
        (None, TODAY, False),
        (None, date(2026, 11, 24), True),
        (TODAY, TODAY, False),
    ],
)
def test_a_position_is_held_from_its_start_until_before_its_end(
    start: date | None, end: date | None, current: bool
) -> None:
    assert Position(id="r", start=start, end=end).is_current(TODAY) is current


@given(people("p-0"), any_days)
def test_somebody_has_left_who_held_a_position_and_holds_none(person: Person, day: date) -> None:
    if person.has_left(day):
        assert person.positions
        assert not person.current_positions(day)
    assert set(person.current_positions(day)) <= set(person.positions)


def test_somebody_whose_position_is_still_to_come_has_not_left() -> None:
    ahead = Position(id="r", start=date(2030, 1, 1))
    assert not Person(id="p", name="Bo", positions=(ahead,)).has_left(TODAY)
    assert not ANN.has_left(TODAY)


def test_an_edit_knows_its_record_and_its_reverse() -> None:
    made = Edit(after=ANN)
    assert made.record == made.reversed().record == ANN
    assert made.reversed().after is None
    assert made.reversed().reversed() == made
    with pytest.raises(ValueError, match="before or after"):
        _ = Edit().record


def test_a_commit_is_about_each_person_once() -> None:
    edits = (Edit(after=touch("p-ann", "p-bo")), Edit(after=judgement(ANN)), Edit(after=ANN))
    commit = Commit(id="c", at=moment(TODAY), verb="log", summary="x", edits=edits)
    assert commit.about == ("p-ann", "p-bo")


def test_identifiers_are_easy_to_read_aloud_and_never_met_twice() -> None:
    found = {new_id("p") for _ in range(2000)}
    assert len(found) == 2000
    assert not {"i", "l", "o", "u", "0", "1"} & set("".join(key[2:] for key in found))


@pytest.mark.parametrize(
    ("error", "status"),
    [(BadInput, 1), (NotFound, 1), (Conflict, 1), (WorkspaceError, 3)],
)
def test_an_error_is_a_sentence_a_hint_and_an_exit_status(
    error: type[TrackerError], status: int
) -> None:
    raised = error("It is so.", "Do that.")
    assert str(raised) == "It is so. Do that."
    assert raised.exit_status == status


def test_ambiguity_lists_who_could_be_meant() -> None:
    assert str(Ambiguous("Which?", ["Ann", "Bo"])) == "Which?\n  Ann\n  Bo"

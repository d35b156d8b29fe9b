"""Which ties are in doubt after a move: those of the office, and those with people left behind."""

from datetime import UTC, date, datetime

import pytest

from champion_tracker.model import Person, Position, Relation, Tie
from champion_tracker.rules.moving import ties_in_doubt

MOVED, TODAY = date(2026, 3, 2), date(2026, 3, 9)


def somebody(name: str, *held: tuple[str, date | None]) -> Person:
    positions = [Position(id=f"{name}{n}", organization=o, end=e) for n, (o, e) in enumerate(held)]
    return Person(id=name, name=name, positions=tuple(positions))


def tied(
    relation: Relation, *, on: date = date(2025, 1, 1), to: str = "left", back: bool = False
) -> Tie:
    first, second = (to, "moved") if back else ("moved", to)
    when = datetime(on.year, on.month, on.day, tzinfo=UTC)
    return Tie(id="t", person_id=first, other_id=second, relation=relation, recorded_at=when)


PEOPLE = {
    "moved": somebody("moved", ("City", MOVED), ("County", None)),
    "left": somebody("left", ("CITY", None)),
    "along": somebody("along", ("City", MOVED), ("County", None)),
}


@pytest.mark.parametrize(
    ("tie", "is_doubtful"),
    [
        (tied(Relation.REPORTS_TO), True),
        (tied(Relation.REPORTS_TO, back=True), True),
        (tied(Relation.ASSISTS, to="along"), True),
        (tied(Relation.EAR), True),
        (tied(Relation.ALLY, to="along"), False),
        (tied(Relation.REPORTS_TO, on=date(2026, 3, 3)), False),
        (tied(Relation.ALLY, to="gone"), False),
    ],
)
def test_ties_after_a_move_elsewhere(tie: Tie, *, is_doubtful: bool) -> None:
    assert bool(ties_in_doubt(PEOPLE["moved"], [tie], PEOPLE, TODAY)) is is_doubtful


def test_a_new_title_in_the_same_place_puts_the_office_in_doubt_and_no_friendship() -> None:
    risen = somebody("moved", ("City", MOVED), ("City", None))
    people = {**PEOPLE, "moved": risen}
    chief, ally = tied(Relation.REPORTS_TO), tied(Relation.ALLY)
    assert ties_in_doubt(risen, [ally, chief], people, TODAY) == [chief]


def test_who_never_moved_keeps_their_ties() -> None:
    assert ties_in_doubt(PEOPLE["left"], [tied(Relation.REPORTS_TO)], PEOPLE, TODAY) == []

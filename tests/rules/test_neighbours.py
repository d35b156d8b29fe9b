"""Who is what to one person, from where that person stands."""

import pytest

from champion_tracker.model import Person, Relation, Tie
from champion_tracker.rules.neighbours import Bond, caveats, most_tied, neighbours
from champion_tracker.store import MemoryStore
from champion_tracker.tracker import PinnedClock, Tracker
from champion_tracker.tracker.people import add, archive
from champion_tracker.tracker.ties import tie

from ..tui.sample import TODAY


@pytest.mark.parametrize(
    ("relation", "out", "back"),
    [
        (Relation.EAR, Bond.LENDS_EAR, Bond.HAS_EAR),
        (Relation.REPORTS_TO, Bond.CHIEF, Bond.REPORT),
        (Relation.ASSISTS, Bond.ASSISTED, Bond.ASSISTANT),
        (Relation.ALLY, Bond.ALLY, Bond.ALLY),
        (Relation.ODDS, Bond.ODDS, Bond.ODDS),
    ],
)
def test_each_end_has_its_own_words(relation: Relation, out: Bond, back: Bond) -> None:
    tracker = Tracker(MemoryStore(), PinnedClock(TODAY))
    ada, bela = add(tracker, "Ada"), add(tracker, "Bela")
    tie(tracker, ada, relation, bela)
    (seen,) = neighbours(tracker.workspace, ada, TODAY)
    assert (seen.person, seen.bond, seen.caveats) == (bela, out, ())
    (seen,) = neighbours(tracker.workspace, bela, TODAY)
    assert (seen.person, seen.bond) == (ada, back)
    archive(tracker, [bela])
    (seen,) = neighbours(tracker.workspace, ada, TODAY)
    assert seen.caveats == ("Bela left: helps nobody now",)


def test_who_reports_in_a_circle_is_said_of_each_tie_of_it_and_of_no_other() -> None:
    tracker = Tracker(MemoryStore(), PinnedClock(TODAY))
    ada, bela, cyra, dan = (add(tracker, name) for name in ("Ada", "Bela", "Cyra", "Dan"))
    chain = [tie(tracker, *pair) for pair in _reports((ada, bela), (bela, cyra), (dan, ada))]
    assert not any(said(tracker, made) for made in chain)
    chain += [tie(tracker, *pair) for pair in _reports((cyra, ada))]
    assert [bool(said(tracker, made)) for made in chain] == [True, True, False, True]
    trust = [tie(tracker, ada, Relation.EAR, bela), tie(tracker, bela, Relation.EAR, ada)]
    assert not any(said(tracker, made) for made in trust), "two may well trust each other"


def _reports(*pairs: tuple[Person, Person]) -> list[tuple[Person, Relation, Person]]:
    return [(below, Relation.REPORTS_TO, above) for below, above in pairs]


def said(tracker: Tracker, made: Tie) -> list[str]:
    return list(caveats(tracker.workspace, made, TODAY))


def test_one_begins_with_whoever_has_most_ties() -> None:
    tracker = Tracker(MemoryStore(), PinnedClock(TODAY))
    assert most_tied(tracker.workspace) is None
    ada, bela, cyra = (add(tracker, name) for name in ("Ada", "Bela", "Cyra"))
    tie(tracker, ada, Relation.EAR, bela)
    tie(tracker, cyra, Relation.ALLY, bela, strength=3)
    assert most_tied(tracker.workspace) == bela
    seen = neighbours(tracker.workspace, bela, TODAY)
    assert [neighbour.person for neighbour in seen] == [ada, cyra]

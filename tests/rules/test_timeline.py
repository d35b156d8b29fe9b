"""One person's story: everything dated, once, newest first."""

from datetime import date, timedelta

from hypothesis import given
from msgspec.structs import replace

from champion_tracker.model import (
    Assessment,
    Effect,
    Engagement,
    FollowUp,
    Interaction,
    Outcome,
    Person,
    Position,
    Promise,
    Weighing,
)
from champion_tracker.rules.timeline import EntryKind, timeline
from champion_tracker.store import MemoryStore
from tests.strategies import TODAY, judgement, moment, stores, touch

ANN = Person(
    id="p-0",
    name="Ann Lee",
    positions=(
        Position(id="r-0", title="Deputy", end=date(2026, 5, 1)),
        Position(id="r-1", title="Head", start=date(2026, 5, 1)),
    ),
)


@given(stores())
def test_everything_once_newest_first(store: MemoryStore) -> None:
    person, history = store.workspace.people["p-0"], store.history("p-0")
    entries = timeline(person, history)
    assert [e.on for e in entries] == sorted((e.on for e in entries), reverse=True)
    dated = [r for r in history if isinstance(r, Interaction | Assessment | FollowUp | Promise)]
    told = [e.record.id for e in entries if e.kind is not EntryKind.POSITION]
    assert sorted(told) == sorted(record.id for record in dated)
    begun = [p for p in person.positions if p.start is not None]
    ended = [p for p in person.positions if p.end is not None]
    assert len(entries) == len(dated) + len(begun) + len(ended)
    assert all(entry.headline for entry in entries)


def test_a_private_note_is_marked_and_never_in_the_headline() -> None:
    secret = replace(touch("p-0"), note="Her mother is ill", private=True)
    (entry,) = [e for e in timeline(ANN, [secret]) if e.kind is EntryKind.TOUCH]
    assert entry.private
    assert entry.text == "Her mother is ill"
    assert "mother" not in entry.headline


def test_it_says_what_happened() -> None:
    told = replace(
        touch("p-0"), sentiment=-2, weighing=Weighing.ACTION, effect=Effect.AGAINST, one_way=True
    )
    judged = replace(
        judgement(
            ANN, TODAY - timedelta(1), influence=4, openness=2, engagement=Engagement.NEUTRAL
        ),
        desired=Engagement.SUPPORTIVE,
    )
    promise = Promise(
        id="m-1",
        person_id="p-0",
        text="Will speak",
        made_on=date(2026, 8, 1),
        due=date(2026, 9, 1),
        outcome=Outcome.BROKEN,
        settled_on=date(2026, 9, 2),
        recorded_at=moment(TODAY),
    )
    reminder = FollowUp(
        id="f-1", person_id="p-0", due=date(2026, 7, 1), text="Ask", recorded_at=moment(TODAY)
    )
    dropped = replace(reminder, id="f-2", due=date(2026, 6, 1), dropped="Moot")
    lines = [e.headline for e in timeline(ANN, [dropped, reminder, promise, judged, told])]
    assert lines == [
        "Meeting (one way) · hostile · action against us",
        "Judged influence 4, openness 2, neutral → supportive",
        "Promised us on 2026-08-01: broken",
        "Follow up on 2026-07-01",
        "Follow-up of 2026-06-01 dropped: Moot",
        "Became Head",
        "No longer Deputy",
    ]

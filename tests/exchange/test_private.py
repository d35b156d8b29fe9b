"""What is private leaves in no form at all, unless somebody asks for it."""

import zipfile
from io import BytesIO
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import Struct
from msgspec.structs import asdict, replace

from champion_tracker.model import (
    Assessment,
    Engagement,
    Person,
    Position,
    Record,
    Relation,
    Seat,
    Tie,
)
from champion_tracker.rules.period import last_week
from champion_tracker.tracker import PinnedClock, Tracker, exporting, formats, reminding, reporting
from champion_tracker.tracker.exporting import Made
from tests.programme_strategies import CHAMPION, by_place, programme_records
from tests.strategies import (
    TODAY,
    follow_ups,
    judgements,
    moment,
    near_days,
    people,
    promises,
    store_of,
    ties,
    touches,
)

WORD = "Zyxomatic"
"""Stands in every text of everything that is private."""
HIDDEN = Person(id="p-gone", name="Quorvax Blinth", followed_since=TODAY)
"""Of whom only private entries speak."""
WEIGHTY = Assessment(
    id="a-gone",
    person_id=HIDDEN.id,
    on=TODAY,
    influence=5,
    openness=3,
    engagement=Engagement.NEUTRAL,
    recorded_at=moment(TODAY),
)
KEYS = ["p-0", "p-1"]


def marked(value: Any) -> Any:
    """The same with the word in every text; identifiers and choices stay."""
    if isinstance(value, Struct):
        texts = {
            name: found if name.endswith(("id", "_ids")) else marked(found)
            for name, found in asdict(value).items()
        }
        return replace(value, **texts)
    if isinstance(value, tuple):
        return tuple(map(marked, value))
    return WORD if type(value) is str else value


def secret(record: Record) -> Record:
    """A private entry that says the word wherever it says anything."""
    return replace(marked(record), private=True) if hasattr(record, "private") else record


def speaks_of_hidden(record: Record) -> bool:
    return any(
        HIDDEN.id in (value if isinstance(value, tuple) else (value,))
        for value in asdict(record).values()
    )


@st.composite
def trackers(draw: st.DrawFn) -> Tracker:
    """A workspace in which some entries of every kind are private."""
    everybody: list[Record] = [draw(people(key)) for key in KEYS]
    kinds = (
        *(programme_records(),) * 3,
        touches(KEYS, near_days),
        follow_ups(KEYS, near_days),
        promises(KEYS, near_days),
        ties(KEYS, near_days),
        judgements(KEYS, near_days),
    )
    drawn = by_place([found for kind in kinds for found in draw(st.lists(kind, max_size=4))])
    champion = draw(st.sampled_from([[], CHAMPION]))
    is_private = draw(st.randoms(use_true_random=False))
    found = [
        secret(record) if speaks_of_hidden(record) or is_private.random() < 0.5 else record
        for record in [*champion[1:], *drawn]
    ]
    return tracker_of(*everybody, *champion[:1], *found)


def told(made: Made) -> str:
    """All that can be read in what leaves, names of files and the cells of workbooks too."""
    return "\n".join(map(_text, [made.content, *(part for page in made.pages for part in page)]))


def _text(content: str | bytes) -> str:
    if isinstance(content, str):
        return content
    with zipfile.ZipFile(BytesIO(content)) as book:
        return "\n".join(book.read(name).decode() for name in book.namelist())


def leaving(tracker: Tracker) -> dict[str, Made]:
    """Everything that can leave."""
    somebody = [p for p in tracker.list_people() if p.id != HIDDEN.id]
    found = {
        f"{form}, {of}": exporting.export(tracker, form, chosen)
        for form in formats.FORMATS
        for of, chosen in (("all", None), ("some", somebody))
    }
    found["notes, split"] = exporting.export(tracker, "notes", split=True)
    found["handover"] = exporting.handover(tracker)
    for person in somebody:
        found[f"redacted {person.id}"] = exporting.redacted(tracker, person)
    week = last_week(TODAY)
    for as_html in (False, True):
        found[f"digest {as_html}"] = reporting.digest(tracker, week, as_html=as_html)
        found[f"report {as_html}"] = reporting.report(tracker, week, as_html=as_html)
    reminder = reminding.reminder(tracker, 400)
    found["reminder"] = Made(content="\n".join((reminder.subject, *reminder.lines)))
    return found


@settings(max_examples=25)
@given(trackers())
def test_nothing_of_what_is_private_leaves(tracker: Tracker) -> None:
    for form, made in leaving(tracker).items():
        assert WORD not in told(made), form
    assert_hidden(tracker)


def test_a_standing_does_not_tell_whose_ear_somebody_has_privately() -> None:
    rosa = Person(
        id="p-0",
        name="Rosa Díaz",
        followed_since=TODAY,
        positions=(Position(id="r-0", title="CFO"),),
    )
    judged = replace(WEIGHTY, id="a-0", person_id=rosa.id, position_ids=("r-0",), influence=2)
    ear = Tie(
        id="t-0",
        person_id=rosa.id,
        other_id=HIDDEN.id,
        relation=Relation.EAR,
        strength=3,
        private=True,
        recorded_at=moment(TODAY),
    )
    assert_hidden(tracker_of(rosa, judged, ear))
    everything = exporting.export(
        tracker_of(rosa, judged, ear), "csv", [rosa], include_private=True
    )
    assert "Quorvax" in told(everything)


def test_a_private_seat_is_not_named_where_it_is_vacant() -> None:
    seat = secret(Seat(id="e-0", title="Chair", area="Water", recorded_at=moment(TODAY)))
    tracker = tracker_of(seat)
    assert WORD in told(exporting.export(tracker, "ics", include_private=True))
    for form, made in leaving(tracker).items():
        assert WORD not in told(made), form
    assert "something private" in told(leaving(tracker)["reminder"])


def assert_hidden(tracker: Tracker) -> None:
    somebody = [p for p in tracker.list_people() if p.id != HIDDEN.id]
    for form in formats.FORMATS:
        text = told(exporting.export(tracker, form, somebody))
        assert "Quorvax" not in text, form
        assert "Blinth" not in text, form


def tracker_of(*records: Record) -> Tracker:
    return Tracker(store_of(HIDDEN, WEIGHTY, *records), PinnedClock(TODAY))

"""What goes out and comes back changes nothing, whatever people are called."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from champion_tracker.model import Edit, Person, Position
from champion_tracker.store import MemoryStore
from champion_tracker.tracker import PinnedClock, Tracker, exporting, importing
from tests.exchange.exchanging import SAMPLE, needs_sample

DAY = date(2026, 3, 2)
FORMS = {"csv": "csv", "json": "json", "vcard": "vcf", "vcard4": "vcf"}

words = st.one_of(
    st.sampled_from(
        [
            '=cmd|" /C calc"!A0', "Díaz; Rosa", "a,b", "c;d ; e", '"Zoë"', "'quoted'", "@home",
            "+1+1", "back\\slash", "\\n", "Ünal <b>", "陳美玲", "فاطمة الزهراء", "a ::: b", "x|y",
            "N/A", "Jr.", "Dr.", "END:VCARD", "item1.X", "7", "ß",
        ]
    ),
    st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1, max_size=12),
)  # fmt: skip
phrases = st.lists(words, min_size=1, max_size=3).map(" ".join)
several = st.lists(phrases, max_size=3, unique_by=str.casefold).map(tuple)


@st.composite
def positions(draw: st.DrawFn, number: int) -> tuple[Position, ...]:
    if draw(st.booleans()):
        return ()
    return (
        Position(
            id=f"o-{number}",
            title=draw(phrases),
            organization=draw(phrases),
            area=draw(st.just("") | phrases),
        ),
    )


@st.composite
def people(draw: st.DrawFn) -> list[Person]:
    return [
        Person(
            id=f"p-{number}",
            name=f"Rosa{number} {draw(phrases)}",
            emails=(f"rosa{number}@city.example",),
            phones=draw(st.sampled_from([(), ("+49 30 1", "tel;x"), ("=1", "12/3")])),
            tags=draw(several),
            notes=draw(st.lists(phrases, max_size=3).map("\n\n".join)),
            positions=draw(positions(number)),
        )
        for number in range(draw(st.integers(1, 4)))
    ]


def tracker_of(*everybody: Person) -> Tracker:
    tracker = Tracker(MemoryStore(), PinnedClock(DAY))
    if everybody:
        tracker.commit("add", "Everybody", *(Edit(after=person) for person in everybody))
    return tracker


def out(tracker: Tracker, form: str, folder: Path) -> Path:
    path = folder / f"out.{FORMS[form]}"
    path.write_bytes(str(exporting.export(tracker, form, include_private=True).content).encode())
    return path


@pytest.mark.parametrize("form", FORMS)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(people())
def test_whatever_people_are_called_they_come_back_as_they_were(
    tmp_path: Path, form: str, everybody: list[Person]
) -> None:
    tracker = tracker_of(*everybody)
    path = out(tracker, form, tmp_path)
    shown = importing.preview(tracker, [path])
    assert shown.is_empty, [change for change in shown.changes if change.edits]
    assert len(shown.changes) == len(everybody)
    elsewhere = tracker_of()
    importing.apply(elsewhere, importing.preview(elsewhere, [path]))
    assert {p.name for p in elsewhere.workspace.people.values()} == {p.name for p in everybody}
    assert importing.preview(elsewhere, [path]).is_empty
    assert importing.preview(elsewhere, [out(elsewhere, form, tmp_path)]).is_empty


@needs_sample
@pytest.mark.parametrize("form", FORMS)
def test_real_files_come_in_go_out_and_come_back_without_a_change(
    tmp_path: Path, form: str
) -> None:
    tables = [*SAMPLE.glob("directories/legis*24-09-30.csv"), *SAMPLE.glob("csv_exports/linked*")]
    for source in [*sorted(SAMPLE.glob("vcards/*/*.vcf")), *tables]:
        tracker = tracker_of()
        importing.apply(tracker, importing.preview(tracker, [source]))
        shown = importing.preview(tracker, [out(tracker, form, tmp_path)])
        assert shown.is_empty, source.name

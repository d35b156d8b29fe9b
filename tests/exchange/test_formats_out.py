"""Cards, calendars and workbooks that leave, read by other programs and by ourselves."""

from datetime import UTC, date, datetime
from io import BytesIO

import pytest
import vobject
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from icalendar import Calendar
from openpyxl import load_workbook

from champion_tracker.exchange import calendar, cards, read, register
from champion_tracker.model import FollowUp, Person, Position, Workspace
from champion_tracker.rules.agenda import agenda
from champion_tracker.rules.digest import digest_of
from champion_tracker.rules.profile import profiles
from tests.exchange.exchanging import DAY, SAMPLE, Desk, kinds, needs_sample
from tests.exchange.test_leaving import PEOPLE
from tests.exchange.test_notes import HISTORY, ROSA

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)


@pytest.mark.parametrize("version", cards.VERSIONS)
def test_cards_come_back_without_a_change(desk: Desk, version: str) -> None:
    desk.people = {person.id: person for person in PEOPLE}
    path = desk.folder / "out.vcf"
    path.write_text(cards.write(PEOPLE, DAY, version=version), encoding="utf-8", newline="")
    assert set(kinds(desk.look(path, complete=True))) == {"unchanged"}
    elsewhere = Desk(desk.folder)
    elsewhere.take(path)
    assert len(elsewhere.people) == len(PEOPLE)
    assert set(kinds(elsewhere.look(path, complete=True))) == {"unchanged"}


@needs_sample
@pytest.mark.parametrize("version", cards.VERSIONS)
def test_cards_of_real_clients_go_in_out_and_in(desk: Desk, version: str) -> None:
    for path in sorted((SAMPLE / "vcards").glob("*/*.vcf")):
        desk.people, desk.cards = {}, {}
        desk.take(path)
        out = desk.folder / "out.vcf"
        people = list(desk.people.values())
        text = cards.write(people, DAY, version=version, history=desk.history)
        out.write_text(text, encoding="utf-8", newline="")
        assert set(kinds(desk.look(out))) <= {"unchanged", "unreadable"}, path.name
        elsewhere = Desk(desk.folder)
        elsewhere.take(out)
        assert len(elsewhere.people) == len(people)
        assert set(kinds(elsewhere.look(path))) <= {"unchanged", "unreadable"}, path.name


texts = st.text(
    alphabet=st.characters(codec="utf-8", exclude_categories=["C", "Z"])
    | st.sampled_from(" ;,\\:"),
    min_size=1,
    max_size=90,
).map(lambda text: " ".join(text.split()))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(texts, texts, texts, st.lists(texts, max_size=2), st.sampled_from(cards.VERSIONS))
def test_any_text_on_a_card_is_read_by_us_and_by_others(
    desk: Desk, name: str, title: str, area: str, notes: list[str], version: str
) -> None:
    person = Person(
        id="p-1",
        name="Rosa " + name,
        notes="\n".join(notes).strip(),
        positions=(Position(id="o-1", title=title, organization="City", area=area),),
    )
    text = cards.write([person], DAY, version=version)
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    path = desk.folder / "one.vcf"
    path.write_text(text, encoding="utf-8", newline="")
    (back,) = read([path]).incoming
    assert back.name == " ".join(person.name.split())
    card = vobject.readOne(text)
    assert card.fn.value == person.name
    assert card.uid.value == "champion-tracker:p-1"


def agenda_of(people: list[Person], *follow_ups: FollowUp) -> Workspace:
    matters = {f.id: f for f in follow_ups}
    return Workspace(
        {person.id: person for person in people},
        digests={"p-rosa": digest_of(HISTORY)},
        follow_ups=matters,
        matters_of={"p-rosa": matters},
    )


FOLLOW_UPS = [record for record in HISTORY if isinstance(record, FollowUp)]


@pytest.mark.parametrize("as_events", [False, True])
def test_a_calendar_holds_the_agenda_with_alarms(as_events: bool) -> None:
    workspace = agenda_of([ROSA], *FOLLOW_UPS)
    prompts = agenda(workspace, DAY, days=60)
    text, left_out = calendar.write(prompts, workspace, NOW, as_events=as_events)
    assert left_out == 1
    assert "her plans" not in text
    items = Calendar.from_ical(text).walk("VEVENT" if as_events else "VTODO")
    by_uid = {str(item["uid"]): item for item in items}
    assert set(by_uid) == {f"{p.key}@champion-tracker" for p in prompts if "f-2" not in p.key}
    item = by_uid["follow_up:f-1@champion-tracker"]
    assert item.decoded("dtstart" if as_events else "due") == date(2026, 4, 1)
    assert str(item["description"]) == "Send the figures"
    assert all(item.walk("VALARM") for item in items)
    assert text.count("TRIGGER;VALUE=DATE-TIME:") == len(items)


def test_a_second_calendar_updates_the_same_items() -> None:
    workspace = agenda_of([ROSA], *FOLLOW_UPS)
    uids = [
        {
            str(item["uid"])
            for item in Calendar.from_ical(
                calendar.write(agenda(workspace, day, days=60), workspace, NOW)[0]
            ).walk("VTODO")
        }
        for day in (DAY, date(2026, 3, 9))
    ]
    assert uids[0] == uids[1]


def test_the_register_opens_with_dates_as_dates_and_no_formula() -> None:
    evil = Person(
        id="p-evil", name='=HYPERLINK("x")', positions=(Position(id="o-9", title="=1+1"),)
    )
    workspace = agenda_of([ROSA, evil])
    book = load_workbook(BytesIO(register.write(profiles(workspace, DAY))))
    assert book.sheetnames == ["Register", "Engagement matrix"]
    sheet = book["Register"]
    columns = {cell.value: n for n, cell in enumerate(sheet[2])}
    rosa, bad = sheet[3], sheet[4]
    assert rosa[columns["Judged on"]].value == datetime(2026, 2, 10)
    assert rosa[columns["Standing"]].value == "champion"
    assert bad[0].value == '=HYPERLINK("x")'
    assert "f" not in {cell.data_type for cell in bad}
    assert sheet.freeze_panes == "B3"
    matrix = book["Engagement matrix"]
    assert (matrix[3][0].value, matrix[3][5].value) == ("Rosa Díaz", "C")
    assert [cell.value for cell in matrix[2][6:]] == ["Movement", "By", "How", "Priority"]

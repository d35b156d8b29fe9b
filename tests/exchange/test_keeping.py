"""What comes in on a card and has no place here goes out on the card again."""

import pytest
import vobject

from champion_tracker.exchange import cards
from tests.exchange.exchanging import DAY, Desk, kinds

CARD = """\
BEGIN:VCARD\r
VERSION:3.0\r
UID:u-1\r
FN:Dr. Rosa Maria Díaz\r
N:Díaz;Rosa;Maria;Dr.;\r
ORG:City;Water\r
TITLE:CFO\r
item1.EMAIL;TYPE=INTERNET,WORK:rosa@city.example\r
item1.X-ABLabel:Office\r
TEL;TYPE=CELL:+1 555 0100\r
TEL;TYPE=FAX,WORK:+1 555 0199\r
ADR;TYPE=WORK:;;12 Main St.\\, Floor 3;Springfield;;12345;\r
BDAY:--0203\r
X-HOUSE;X-COLOUR="a;b":third\\, left\r
PHOTO;ENCODING=b;TYPE=JPEG:/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAEBAQEBAQEBAQEBAQEBAQEBAQEBAQEB\r
 AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEB\r
END:VCARD\r
"""


def out(desk: Desk, version: str) -> str:
    text = cards.write(desk.people.values(), DAY, version=version, history=desk.history)
    return text.replace("\r\n ", "")


@pytest.mark.parametrize("version", cards.VERSIONS)
def test_what_came_in_goes_out(desk: Desk, version: str) -> None:
    desk.take(CARD)
    text = out(desk, version)
    for kept in (
        "N:Díaz;Rosa;Maria;Dr.;",
        "item1.EMAIL;TYPE=INTERNET,WORK:rosa@city.example",
        "item1.X-ABLABEL:Office",
        "TEL;TYPE=CELL:+1 555 0100",
        "TEL;TYPE=FAX,WORK:+1 555 0199",
        "ADR;TYPE=WORK:;;12 Main St.\\, Floor 3;Springfield;;12345;",
        "BDAY:--0203",
        'X-HOUSE;X-COLOUR="a;b":third\\, left',
    ):
        assert f"\r\n{kept}\r\n" in text
    inline = {"3.0": "PHOTO;ENCODING=b;TYPE=JPEG:/9j/", "4.0": "PHOTO:data:image/jpeg;base64,/9j/"}
    assert inline[version] in text
    assert len(list(vobject.readComponents(text))) == 1


@pytest.mark.parametrize("version", cards.VERSIONS)
def test_in_out_and_in_changes_nothing(desk: Desk, version: str) -> None:
    desk.take(CARD)
    before = dict(desk.cards)
    assert kinds(desk.take(out(desk, version))) == {"unchanged": 1}
    assert kinds(desk.take(CARD)) == {"unchanged": 1}
    assert desk.cards == before


def test_a_new_photo_takes_the_place_of_the_old_one(desk: Desk) -> None:
    desk.take(CARD)
    (change,) = desk.take(CARD.replace("/9j/4AAQ", "/9j/5BBR"))
    assert change.kind == "details"
    assert len(desk.cards) == 1
    assert "5BBR" in out(desk, "3.0")
    assert "4AAQ" not in out(desk, "3.0")


def test_a_card_that_says_less_takes_nothing_away(desk: Desk) -> None:
    desk.take(CARD)
    desk.take("BEGIN:VCARD\nVERSION:3.0\nUID:u-1\nFN:Dr. Rosa Maria Díaz\nEND:VCARD\n")
    assert "ADR;TYPE=WORK" in out(desk, "3.0")


def test_what_is_no_longer_true_does_not_go_out(desk: Desk) -> None:
    from msgspec.structs import replace

    desk.take(CARD)
    (rosa,) = desk.people.values()
    desk.people[rosa.id] = replace(rosa, name="Rosa Berg", emails=("r@b.example",), phones=())
    text = out(desk, "4.0")
    assert "\r\nN:Berg;Rosa;;;\r\n" in text
    assert "\r\nEMAIL:r@b.example\r\n" in text
    assert "555 0100" not in text

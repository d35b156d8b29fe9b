"""Cards as real clients write them, and as damage leaves them."""

import random
from pathlib import Path

import pytest

from champion_tracker.exchange import Reading, compare, read
from champion_tracker.model import Workspace
from tests.exchange.exchanging import DAY, SAMPLE, Desk, kinds, needs_sample

CARDS = SAMPLE / "vcards"


def card(folder: Path, content: str | bytes) -> Reading:
    path = folder / "card.vcf"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return read([path])


# Read by eye: what a person sees who opens these files in the programs that wrote them.
BY_EYE = {
    "FolkerKinzel-VCards/German.vcf": ["Sören Täve Nüßlebaum"],
    "FolkerKinzel-VCards/Greek.vcf": ["Βαγγέλης"],
    "FolkerKinzel-VCards/Ukrainian.vcf": ["Віталій Володимирович Кличко"],
    "FolkerKinzel-VCards/Hebrew.vcf": ["Ephraim Kishon"],
    "FolkerKinzel-VCards/Murks.vcf": ["Sören Täve Nüßlebaum"],
    "FolkerKinzel-VCards/utf-8.vcf": ["孔夫子"],
    "FolkerKinzel-VCards/v3.vcf": ["Folker Kinzel", "KMS Außenstelle"],
    "FolkerKinzel-VCards/v3Ansi.vcf": ["Folker Kinzel", "KMS Außenstelle"],
    "FolkerKinzel-VCards/v3Utf16Bom.vcf": ["Folker Kinzel", "KMS Außenstelle"],
    "FolkerKinzel-VCards/v4.vcf": ["Möhrke Gerda", "Dr. Max Horst Mustermann jr. Maxl SED"],
    "FolkerKinzel-VCards/v2_1.vcf": ["Maxl"],
    "FolkerKinzel-VCards/Cropped_2_1.vcf": ["Maxl"],
    "FolkerKinzel-VCards/WhatsAppIssue.vcf": ["zzMad Perla 45"],
    "FolkerKinzel-VCards/AnsiIssue.vcf": ["Ralf Rastral"],
    "FolkerKinzel-VCards/Photo v3.vcf": ["Emma Musterfrau"],
    "ez-vcard/John_Doe_BLACK_BERRY.vcf": ["John Doe"],
    "ez-vcard/John_Doe_EVOLUTION.vcf": ["Mr. John Richter, James Doe Sr."],
    "ez-vcard/John_Doe_IPHONE.vcf": ["Mr. John Richter James Doe Sr."],
    "ez-vcard/John_Doe_LOTUS_NOTES.vcf": ["Mr. Doe John I Johny"],
    "ez-vcard/issue114.vcf": ["Dummy, Dummy"],
    "ez-vcard/outlook-2003.vcf": ["John Doe III"],
    "ez-vcard/gmail-list.vcf": ["Arnold Smith", "Chris Beatle", "Doug White"],
    "ez-vcard/rfc2426-example.vcf": ["Frank Dawson", "Tim Howes"],
    "ez-vcard/rfc6350-example.vcf": ["Simon Perreault"],
    "sabre-vobject/issue153.vcf": ["Test Benutzer"],
    "vobject/radicale-1587.vcf": ["Given Family"],
}


@needs_sample
@pytest.mark.parametrize("name", BY_EYE)
def test_names_come_out_in_the_right_letters(name: str) -> None:
    assert [person.name for person in read([CARDS / name]).incoming] == BY_EYE[name]


@needs_sample
def test_every_card_is_read_or_explained() -> None:
    explained: dict[str, str] = {}
    for path in sorted(CARDS.glob("*/*.vcf")):
        found = read([path])
        cards = len(found.incoming) + len(found.unreadable)
        data = path.read_bytes().replace(b"\0", b"").upper()
        assert cards == max(1, data.count(b"BEGIN:VCARD") - data.count(b"AGENT")), path.name
        for entry in found.unreadable:
            explained[path.name] = entry.why
    assert explained == {
        "Empty.vcf": "There is no card in the file.",
        "Photo Outlook v2.vcf": "The card holds neither a name nor an address.",
        "issue64.vcf": "The card holds neither a name nor an address.",
    }


@needs_sample
def test_a_file_of_a_thousand_cards_gives_a_thousand_people(desk: Desk) -> None:
    path = CARDS / "FolkerKinzel-VCards" / "LargeFile.vcf"
    assert len(read([path]).incoming) == 1000
    first = kinds(desk.take(path))
    assert first["new"] >= 990  # a few names occur twice, and nothing tells who they are
    assert "new" not in kinds(desk.look(path))


@needs_sample
def test_what_stands_on_a_card_is_taken_over() -> None:
    (person,) = read([CARDS / "ez-vcard" / "outlook-2003.vcf"]).incoming
    assert person.notes == "This is the note field!!\nSecond line\n\nThird line is empty"
    assert (person.title, person.organization, person.area) == (
        "The Job Title",
        "Company, The",
        "TheDepartment",
    )
    assert person.phones == ("BusinessPhone", "HomePhone", "MobilePhone")
    (person,) = read([CARDS / "ez-vcard" / "John_Doe_GMAIL.vcf"]).incoming
    assert person.links == ("http://www.ibm.com",)


def test_an_assistants_card_is_not_its_superiors(tmp_path: Path) -> None:
    text = (
        "BEGIN:VCARD\r\nVERSION:2.1\r\nFN:Rosa\r\nAGENT:\r\nBEGIN:VCARD\r\nFN:Ann\r\n"
        "TEL:1\r\nEND:VCARD\r\nTEL:2\r\nEND:VCARD\r\n"
    )
    (person,) = card(tmp_path, text).incoming
    assert (person.name, person.phones) == ("Rosa", ("2",))


def test_what_is_missing_is_made_up_for_by_what_is_there(tmp_path: Path) -> None:
    text = (
        "BEGIN:VCARD\nN:Díaz;Rosa;M.;Dr.;\nEND:VCARD\n"
        "BEGIN:VCARD\nEMAIL:ann@b.org\nEND:VCARD\n"
        "BEGIN:VCARD\nORG:City;Roads;Bridges\nEND:VCARD\n"
        "BEGIN:VCARD\nTEL:1\nEND:VCARD\n"
        "BEGIN:VCARD\nFN:Cut o\n"
    )
    found = card(tmp_path, text)
    assert [p.name for p in found.incoming] == ["Rosa M. Díaz", "ann@b.org", "City", "Cut o"]
    assert [u.where for u in found.unreadable] == ["card.vcf, line 10"]
    assert any("line 13" in note and "breaks off" in note for note in found.notes)


def test_a_folder_of_cards_is_read_as_one_address_book(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / f"{name}.vcf").write_text(f"BEGIN:VCARD\nFN:{name}\nEND:VCARD\n")
    assert [p.name for p in read([tmp_path]).incoming] == ["a", "b"]


@needs_sample
@pytest.mark.parametrize("seed", range(4))
def test_damaged_cards_are_people_or_explained(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    originals = [path.read_bytes()[:4000] for path in sorted(CARDS.glob("*/*.vcf"))]
    for original in originals:
        for _ in range(3):
            data = bytearray(original)
            for _ in range(chance.randint(1, 12)):
                place = chance.randrange(len(data) + 1)
                damage = chance.choice(
                    (b"", b"=", b";", b"\n", b"\0", b"\xff", b"\xc3", b":", b'"')
                )
                data[place : place + chance.randint(0, 30)] = damage
            found = card(tmp_path, bytes(data))
            assert found.incoming or found.unreadable or found.notes
            compare(found, Workspace(), today=DAY)

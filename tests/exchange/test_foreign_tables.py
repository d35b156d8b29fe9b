"""Tables as programs and people of many countries make them, and what is no table."""

from contextlib import suppress
from datetime import date, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from champion_tracker.exchange import Incoming, Reading, read
from champion_tracker.model import BadInput


def reading(folder: Path, content: str | bytes, name: str = "staff.csv") -> Reading:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return read([path])


def one(folder: Path, content: str | bytes) -> Incoming:
    (person,) = reading(folder, content).incoming
    return person


@pytest.mark.parametrize(
    ("encoding", "table", "expected"),
    [
        (
            "cp1252",
            "Anrede;Vorname;Weitere Vornamen;Nachname;Firma;Abteilung;Position;"
            "Telefon geschäftlich;Mobiltelefon;E-Mail-Adresse;E-Mail-Typ;Ort\r\n"
            "Frau;Sören;;Nüßlebaum;Außenstelle;Straßen;Leiter;+49 1;+49 2;s@n.de;SMTP;Ulm",
            ("Sören Nüßlebaum", "Leiter", "Außenstelle", "Straßen", ("s@n.de",), 2),
        ),
        (
            "cp1252",
            "Titre;Prénom;Deuxième prénom;Nom;Société;Service;Titre professionnel;"
            "Téléphone (bureau);Tél. mobile;Adresse de messagerie\r\n"
            "Mme;Élodie;;Lefèvre;Mairie;Voirie;Directrice;+33 1;+33 6;e@m.fr",
            ("Élodie Lefèvre", "Directrice", "Mairie", "Voirie", ("e@m.fr",), 2),
        ),
        (
            "utf-8",
            "Nombre,Segundo nombre,Apellidos,Organización,Departamento,Puesto,"
            "Teléfono del trabajo,Teléfono móvil,Dirección de correo electrónico\n"
            "Rosa,,Díaz Peña,Ayuntamiento,Obras,Jefa,+34 1,+34 6,r@a.es",
            ("Rosa Díaz Peña", "Jefa", "Ayuntamiento", "Obras", ("r@a.es",), 2),
        ),
        (
            "utf-8-sig",
            "Titolo,Nome,Secondo nome,Cognome,Società,Reparto,Posizione,Telefono ufficio,"
            "Cellulare,Indirizzo posta elettronica\n"
            "Dott.,Niccolò,,Rossi,Comune,Lavori,Dirigente,+39 1,+39 3,n@c.it",
            ("Niccolò Rossi", "Dirigente", "Comune", "Lavori", ("n@c.it",), 2),
        ),
        (
            "utf-16",
            "Titel\tVoornaam\tTussenvoegsel\tAchternaam\tBedrijf\tAfdeling\tFunctie\t"
            "Telefoon op werk\tMobiele telefoon\tE-mailadres\r\n"
            "Dhr\tJan\tde\tVries\tGemeente\tWegen\tHoofd\t+31 1\t+31 6\tj@g.nl",
            ("Jan de Vries", "Hoofd", "Gemeente", "Wegen", ("j@g.nl",), 2),
        ),
        (
            "utf-8",
            "GivenName,Surname,DisplayName,SamAccountName,Title,Department,Company,EmailAddress,"
            'TelephoneNumber,Mobile\nRosa,Díaz,"Díaz, Rosa (City)",rd,CFO,Roads,City,r@c.org,1,2',
            ("Rosa Díaz", "CFO", "City", "Roads", ("r@c.org",), 2),
        ),
        (
            "utf-8",
            "AgencyName,Division Name,PositionTitle,IncumbentFirstName,IncumbentLastName,"
            "Incumbent E-mail,Work Phone,Cell\nCity,Roads,CFO,Rosa,Díaz,r@c.org,1,2",
            ("Rosa Díaz", "CFO", "City", "Roads", ("r@c.org",), 2),
        ),
        (
            "utf-8",
            "Surname,GivenName,Title (EN),Title (FR),Department Name (EN),Email,Agency,Tel,Mobile\n"
            "Díaz,Rosa,CFO,Cheffe,Roads,r@c.org,City,1,2",
            ("Rosa Díaz", "CFO", "City", "Roads", ("r@c.org",), 2),
        ),
    ],
)
def test_what_programs_of_other_countries_export_is_recognised(
    tmp_path: Path,
    encoding: str,
    table: str,
    expected: tuple[str, str, str, str, tuple[str, ...], int],
) -> None:
    found = one(tmp_path, table.encode(encoding))
    assert (
        found.name,
        found.title,
        found.organization,
        found.area,
        found.emails,
        len(found.phones),
    ) == expected


@pytest.mark.parametrize(
    ("encoding", "table"),
    [
        ("cp1252", "Name;Titel\nJörg Weiß;Geschäftsführer\n"),
        ("mac_roman", "Name;Titel\nZoë Müller;Geschäftsführerin\n"),
        (
            "cp1252",
            "Prénom;Nom;Poste\nÉlodie;Lefèvre;Chargée d’études\nÈve;Nguyên;Maître d'œuvre\n",
        ),
        ("mac_roman", "Prénom;Nom;Poste\nÉlodie;Lefèvre;Chargée d’études\nÈve;Noël;Maître\n"),
        ("cp1252", "Nombre;Cargo\nÍñigo Núñez;Jefe de sección «1ª»\nMª Ángeles;Concejala\n"),
        ("cp1252", "Nome;Cargo\nJoão Simões;Secretário de Educação\nConceição Guimarães;x\n"),
        ("cp1252", "Name;Title\nSøren Kjær;x\nJoão Núñez;x\nBjørnøe;x\nJörg Groß;x\n"),
        ("cp1250", "Imię;Nazwisko;Stanowisko\nŁukasz;Wiśniewski;Kierownik działu\n"),
        ("cp1250", "Jméno;Příjmení;Funkce\nJan;Novák;Ředitel\n"),
        ("cp1250", "Name,Title\nŁukasz Żółkiewski,Dyrektor\nGrażyna Jabłońska,Zastępca\n"),
        ("cp1250", "Name,Title\nJiří Dvořák,Ředitel\nVáclav Čermák,Náměstek ministra\n"),
        ("cp1250", "Name,Title\nKovács Erzsébet,Főigazgató\nErdős Péter,Osztályvezető\n"),
        ("cp1251", "Фамилия;Имя\nКличко;Виталий\n"),
        ("cp1251", "Name,Title\nМария Иванова,Директор\n"),
        ("cp1253", "Name,Title\nΓιώργος Παπαδόπουλος,Διευθυντής\n"),
        ("cp1257", "Name,Title\nJānis Bērziņš,Ministrs\nLīga Kļaviņa,Vietniece\n"),
        ("koi8_r", "Фамилия;Имя\nКличко;Виталий\n"),
        ("cp1253", "Επώνυμο;Όνομα;Θέση\nΠαπαδόπουλος;Γιώργος;Διευθυντής\n"),
        ("cp1254", "Ad Soyad;Ünvan\nİsmail Şahin;Müdür\nGülşen Çağlar;x\n"),
        ("cp1255", "שם,תפקיד,ארגון\nיעל כהן,מנהלת,עיריית תל אביב\n"),
        ("cp1256", "الاسم,الإدارة\nمحمد علي,المالية\n"),
        ("cp932", "氏名,役職,部署\n山田 太郎,部長,営業部\n"),
        ("euc_jp", "氏名,役職,部署\n山田 太郎,部長,営業部\n"),
        ("gb18030", "姓名,职务,部门\n王小明,主任,办公室\n"),
        ("big5", "姓名,職位,部門\n王小明,主任,辦公室\n"),
        ("cp949", "이름,직위,부서\n김철수,과장,총무부\n"),
    ],
)
def test_letters_come_out_right_though_nothing_names_their_encoding(
    tmp_path: Path, encoding: str, table: str
) -> None:
    plain = reading(tmp_path, table)
    assert reading(tmp_path, table.encode(encoding)).incoming == plain.incoming


@pytest.mark.parametrize(
    "table",
    [
        "Name;Title\nJiří Dvořák;x\nKateřina Horáčková;x\n",
        "Name;Title\nErdős Péter;x\n",
        "Name;Title\nRóża Kamińska;x\n",
        "Name;Title\nIvan Petrović;x\n",
        "Name;Title\nTraian Băsescu;x\n",
    ],
)
def test_eastern_letters_are_never_taken_for_western_ones(tmp_path: Path, table: str) -> None:
    plain = reading(tmp_path, table).incoming
    with suppress(BadInput):
        assert reading(tmp_path, table.encode("cp1250")).incoming == plain


def test_a_header_that_is_written_again_is_no_person(tmp_path: Path) -> None:
    table = "Name,Title\nRosa,CFO\n\nName,Title\nAnn,Clerk\n"
    assert [p.name for p in reading(tmp_path, table).incoming] == ["Rosa", "Ann"]


def test_who_has_an_address_only_is_called_by_it_and_a_post_is_nobody(tmp_path: Path) -> None:
    table = "Name,Title,Email\n,,rosa@city.org\n,Head of Roads,roads@city.org\n"
    found = reading(tmp_path, table)
    assert [p.name for p in found.incoming] == ["rosa@city.org"]
    assert [u.where for u in found.unreadable] == ["staff.csv, row 3"]


def test_a_number_that_a_spreadsheet_has_spoilt_is_said_and_left_out(tmp_path: Path) -> None:
    found = reading(tmp_path, "Name,Phone\nRosa,4.93012E+11\n")
    assert found.incoming[0].phones == ()
    assert ["row 2" in note for note in found.notes] == [True]


def test_a_column_that_holds_nothing_gives_way(tmp_path: Path) -> None:
    assert one(tmp_path, "Name,Title,Position\nRosa,,CFO\n").title == "CFO"


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("a.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "old Excel"),
        ("a.xls", b"<html><body><table><tr><td>Name</td></tr></table>", "web page"),
        ("a.pdf", b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n", "PDF"),
        ("a.ldif", b"dn: cn=Rosa,o=city\ncn: Rosa\n", "LDIF"),
        ("a.ics", b"BEGIN:VCALENDAR\nEND:VCALENDAR\n", "calendar"),
        ("a.xlsx", b"PK\x03\x04", "no workbook"),
    ],
)
def test_what_is_no_table_is_called_what_it_is(
    tmp_path: Path, name: str, content: bytes, said: str
) -> None:
    with pytest.raises(BadInput, match=said) as caught:
        reading(tmp_path, content, name)
    assert name in str(caught.value)


def workbook(*rows: list[Any], title: str = "Staff") -> Workbook:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = title
    for row in rows:
        sheet.append(row)
    return book


def saved(book: Workbook) -> bytes:
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def test_a_workbook_has_dates_numbers_and_merged_cells(tmp_path: Path) -> None:
    book = workbook(
        ["Staff on 1 March", None, None, None],
        [],
        ["Name", "Department", "Start date", "Employee ID"],
        ["Rosa", "Roads", date(2024, 3, 1), 7.0],
        ["Ann", None, datetime(2023, 1, 2, 8, 30), 8],
        [None, None, None, None],
        ["Jo", "Water", None, "009"],
    )
    book.worksheets[0].merge_cells("A1:D1")
    book.worksheets[0].merge_cells("B4:B5")
    rosa, ann, jo = reading(tmp_path, saved(book), "a.xlsx").incoming
    assert (rosa.area, rosa.start, rosa.source_id) == ("Roads", date(2024, 3, 1), "employee id:7")
    assert (ann.area, ann.start, ann.where) == ("Roads", date(2023, 1, 2), "a.xlsx, row 5")
    assert (jo.area, jo.source_id) == ("Water", "employee id:009")


def test_a_hidden_sheet_is_passed_over_and_the_others_are_named(tmp_path: Path) -> None:
    book = workbook(["Name"], ["Secret"], title="Draft")
    book.worksheets[0].sheet_state = "hidden"
    shown = book.create_sheet("People")
    shown.append(["Name"])
    shown.append(["Rosa"])
    book.active = 1
    assert [p.name for p in reading(tmp_path, saved(book), "a.xlsx").incoming] == ["Rosa"]
    cover = workbook(["Welcome"], title="Cover")
    cover.create_sheet("People")
    with pytest.raises(BadInput, match="--sheet: People"):
        reading(tmp_path, saved(cover), "a.xlsx")


def test_a_formula_without_its_result_is_said(tmp_path: Path) -> None:
    book = workbook(["Name", "Title"], ["Rosa", "=CONCATENATE(1,2)"])
    found = reading(tmp_path, saved(book), "a.xlsx")
    assert found.incoming[0].title == ""
    assert "formula" in found.notes[0]

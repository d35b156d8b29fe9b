"""Tables as people really export them, and files that are none."""

import re
from datetime import date
from pathlib import Path

import pytest

from champion_tracker.exchange import Incoming, Reading, read
from champion_tracker.exchange.columns import recognized
from champion_tracker.exchange.fields import Field
from champion_tracker.model import BadInput
from tests.exchange.exchanging import SAMPLE, needs_sample


def reading(folder: Path, content: str | bytes, mapping: str = "") -> Reading:
    path = folder / "staff.csv"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    fields = folder / "map.toml"
    fields.write_text(mapping, encoding="utf-8")
    return read([path], mapping=fields if mapping else None)


def one(folder: Path, content: str | bytes, mapping: str = "") -> Incoming:
    (person,) = reading(folder, content, mapping).incoming
    return person


def refusal(folder: Path, content: str | bytes, mapping: str = "") -> str:
    with pytest.raises(BadInput) as caught:
        reading(folder, content, mapping)
    return str(caught.value)


TABLE = "Name,Job title,Organisation\nZoë Müller,CFO,City\n"


@pytest.mark.parametrize(
    "content",
    [
        TABLE.encode(),
        b"\xef\xbb\xbf" + TABLE.encode(),
        TABLE.replace("\n", "\r\n").encode(),
        TABLE.replace("\n", "\r").encode(),
        TABLE.replace(",", ";").encode(),
        TABLE.replace(",", "\t").encode(),
        TABLE.replace(",", "|").encode(),
        TABLE.encode("utf-16"),
        TABLE.encode("utf-16-le"),
        TABLE.encode("utf-16-be"),
        TABLE.encode("utf-32"),
        TABLE.encode("cp1252"),
        ("\n\n" + TABLE + "\n\n").encode(),
        TABLE.upper().replace("ZOË MÜLLER,CFO,CITY", "Zoë Müller,CFO,City").encode(),
    ],
)
def test_a_table_is_the_same_however_it_was_saved(tmp_path: Path, content: bytes) -> None:
    person = one(tmp_path, content)
    assert (person.name, person.title, person.organization) == ("Zoë Müller", "CFO", "City")


@pytest.mark.parametrize(
    ("language", "header", "row"),
    [
        ("German", "Vorname;Nachname;Funktion;Behörde;Abteilung;E-Mail-Adresse", 0),
        ("German, short", "Name;Vorname;Titel;Firma;Bereich;E-Mail", 1),
        ("French", "Nom;Prénom;Poste;Entreprise;Service;Courriel", 1),
        ("Spanish", "Nombre;Apellidos;Cargo;Empresa;Área;Correo electrónico", 0),
        ("Italian", "Nome;Cognome;Qualifica;Ente;Ufficio;Posta elettronica", 0),
        ("Portuguese", "Nome;Sobrenome;Função;Organização;Setor;Correio eletrônico", 0),
        ("Dutch", "Voornaam;Achternaam;Functie;Organisatie;Afdeling;E-mail", 0),
        ("Polish", "Imię;Nazwisko;Stanowisko;Organizacja;Dział;Adres e-mail", 0),
        ("Russian", "Имя;Фамилия;Должность;Организация;Отдел;Электронная почта", 0),
        ("Japanese", "名;姓;役職;会社名;部署;メールアドレス", 0),
        ("shouting", "FIRST NAME;LAST NAME;JOB TITLE;COMPANY;DEPARTMENT;E MAIL ADDRESS", 0),
        ("code", "first_name;last_name;job_title;organization_name;business_unit;email", 0),
    ],
)
def test_columns_are_known_in_many_languages(
    tmp_path: Path, language: str, header: str, row: int
) -> None:
    names = ("Rosa;Díaz", "Díaz;Rosa")[row]
    person = one(tmp_path, f"{header}\n{names};Head;City;Roads;rosa@city.org\n")
    assert (person.name, person.title, person.organization, person.area, person.emails) == (
        "Rosa Díaz",
        "Head",
        "City",
        "Roads",
        ("rosa@city.org",),
    ), language


@pytest.mark.parametrize("word", ["Nombre", "Nom", "Nome", "Name", "Имя", "FULL NAME", "氏名"])
def test_a_word_for_a_part_of_a_name_is_the_whole_where_it_stands_alone(word: str) -> None:
    assert recognized([word, "x"])[0] is Field.NAME


def test_a_preamble_before_the_header_is_passed_over(tmp_path: Path) -> None:
    text = (
        'Notes:\n"Some addresses, as you may notice, are missing."\n\n'
        "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
        "Rosa,Díaz,https://www.linkedin.com/in/rd,,City,CFO,30 Sep 2024\n"
    )
    person = one(tmp_path, text)
    assert (person.name, person.organization, person.title) == ("Rosa Díaz", "City", "CFO")
    assert person.where == "staff.csv, row 5"


@needs_sample
@pytest.mark.parametrize(
    ("dialect", "cells"),
    [
        ("google_2024plus", "First Name,Last Name,Organization Name,Organization Title"),
        ("google_legacy", "Given Name,Family Name,Organization 1 - Name,Organization 1 - Title"),
        ("linkedin_connections", "First Name,Last Name,Company,Position"),
        ("outlook_classic", "First Name,Last Name,Company,Job Title"),
        ("outlook_com", "First Name,Last Name,Company,Job Title"),
        ("thunderbird", "First Name,Last Name,Organization,Job Title"),
        ("thunderbird_en_GB", "First Name,Last Name,Organisation,Job Title"),
    ],
)
def test_what_mail_programs_export_is_recognised(tmp_path: Path, dialect: str, cells: str) -> None:
    path = SAMPLE / "csv_exports" / f"headers_{dialect}.csv"
    header = path.read_text(encoding="utf-8-sig").strip("\r\n")
    columns = header.split(",")
    row = [""] * len(columns)
    for column, value in zip(cells.split(","), ("Rosa", "Díaz", "City", "CFO"), strict=True):
        row[columns.index(column)] = value
    for i, column in enumerate(columns):
        if "mail" in column.casefold() and "Label" not in column and "Type" not in column:
            row[i] = f"rosa{i}@city.org"
        if column in ("Title", "Name Prefix"):
            row[i] = "Dr"
    person = one(tmp_path, header + "\n" + ",".join(row) + "\n")
    assert (person.name, person.organization, person.title) == ("Rosa Díaz", "City", "CFO")
    assert person.emails
    assert all(address.startswith("rosa") for address in person.emails)


def test_a_line_break_in_quotation_marks_is_part_of_its_cell(tmp_path: Path) -> None:
    text = 'name,notes,email\r\n"Díaz, Rosa","first\r\nsecond ""third""",a@b.org\r\nAnn Lee,,\r\n'
    first, second = reading(tmp_path, text).incoming
    assert (first.name, first.notes) == ("Rosa Díaz", 'first\nsecond "third"')
    assert second.where == "staff.csv, row 3"  # as a spreadsheet counts


def test_several_values_in_a_cell_are_several(tmp_path: Path) -> None:
    person = one(
        tmp_path,
        'name,email,phone,tags\nRosa,"Rosa <a@b.org>; c@d.org, A@B.org",+1 5 ::: 030/12-3,"x; y"\n',
    )
    assert person.emails == ("a@b.org", "c@d.org")
    assert person.phones == ("+1 5", "030/12-3")
    assert person.tags == ("x", "y")


@pytest.mark.parametrize("nobody", ["Vacant", "VACANT", "TBC", "N/D", "n/a", "Vacant (interim)"])
def test_a_vacant_post_is_not_a_person_and_is_said(tmp_path: Path, nobody: str) -> None:
    found = reading(tmp_path, f"name,title\n{nobody},Head\nRosa,Clerk\n")
    assert [p.name for p in found.incoming] == ["Rosa"]
    assert any("row 2" in note for note in found.notes)


def test_a_row_without_a_name_is_unreadable_and_the_rest_goes_on(tmp_path: Path) -> None:
    found = reading(tmp_path, "name,title\nRosa,CFO\n ,Head\nAnn,Clerk\n,\n\n")
    assert [p.name for p in found.incoming] == ["Rosa", "Ann"]
    (bad,) = found.unreadable
    assert (bad.where, bad.why) == (
        "staff.csv, row 3",
        "The row has no name; fill it in, or take the row out.",
    )


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ("Rosa,2026-02-30,", "2026-02-30"),
        ("Rosa,03/04/2026,", "YYYY-MM-DD"),
        ("Rosa,2026-05-01,2026-04-01", "before the start"),
        ("Rosa,soon,", "soon"),
        ("Rosa,,,more", "4 cells"),
        ("Ro\0sa,,", "zero bytes"),
    ],
)
def test_what_is_wrong_with_a_row_is_said(tmp_path: Path, row: str, why: str) -> None:
    found = reading(tmp_path, f"name,start,end\n{row}\nAnn,2026-01-01,\n")
    assert [p.name for p in found.incoming] == ["Ann"]
    assert why in found.unreadable[0].why


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        ("2026-03-04", date(2026, 3, 4)),
        ("20260304", date(2026, 3, 4)),
        ("4.3.2026", date(2026, 3, 4)),
        ("30 Sep 2024", date(2024, 9, 30)),
        ("September 30 2024", date(2024, 9, 30)),
        ("2026-03-04 00:00:00", date(2026, 3, 4)),
        ("03/03/2026", date(2026, 3, 3)),
        ("25/12/2026", date(2026, 12, 25)),
        ("12/25/2026", date(2026, 12, 25)),
    ],
)
def test_dates_that_can_be_one_day_only_are_read(tmp_path: Path, cell: str, day: date) -> None:
    assert one(tmp_path, f"name;start\nRosa;{cell}\n").start == day


def test_other_rows_of_a_column_tell_day_from_month(tmp_path: Path) -> None:
    found = reading(tmp_path, "name,start\nRosa,03/04/2026\nAnn,25/04/2026\n")
    assert found.incoming[0].start == date(2026, 4, 3)


def test_short_rows_are_read_and_said(tmp_path: Path) -> None:
    found = reading(tmp_path, "name,title,organization\nRosa,CFO\n")
    assert found.incoming[0].title == "CFO"
    assert any("fewer cells" in note and "row 2" in note for note in found.notes)


def test_columns_that_are_not_taken_over_are_said(tmp_path: Path) -> None:
    found = reading(tmp_path, "name,Shoe size,Empty\nRosa,38,\n")
    assert any("Shoe size" in note for note in found.notes)
    assert not any("Empty" in note for note in found.notes)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("", "empty"),
        (" \n\n", "empty"),
        ("\ufeff", "empty"),
        ("title,Grade\nCFO,7\n", "“Grade”"),
        ('name,title\nRosa,"CFO\nAnn,x\n', "quotation mark"),
        (b"name,title\nRosa,CFO\n\xff\xfe\xfa,x\n", "offset 20"),
        (b"name\nZo\xc3\xab\nJos\xe9\n", "offset 13"),
        (bytes(range(256)), "offset"),
    ],
)
def test_files_that_cannot_be_read_are_refused_in_a_sentence(
    tmp_path: Path, content: str | bytes, said: str
) -> None:
    sentence = refusal(tmp_path, content)
    assert said in sentence
    assert "staff.csv" in sentence


def test_a_column_without_a_known_name_can_be_mapped(tmp_path: Path) -> None:
    table = "Who,Does,Org Ref\nRosa,CFO,7\n"
    assert '"Column" = "name"' in refusal(tmp_path, table)
    person = one(tmp_path, table, '[columns]\n"Who" = "Full name"\nDoes = "job title"\n')
    assert (person.name, person.title) == ("Rosa", "CFO")


def test_a_mapping_names_the_source_and_the_encoding(tmp_path: Path) -> None:
    person = one(
        tmp_path,
        "Wer;Nr\nŻółw;17\n".encode("cp1250"),
        'source = "hr"\nencoding = "cp1250"\nWer = "name"\nNr = "id"\n',
    )
    assert (person.name, person.source_id) == ("Żółw", "hr:17")


def test_a_mapped_column_comes_before_one_that_is_recognised(tmp_path: Path) -> None:
    person = one(tmp_path, "Name,Grade\nRosa,Head\n", '"Grade" = "title"\n"name" = "name"\n')
    assert person.title == "Head"
    assert one(tmp_path, "Name,Title\nRosa,Dr\n", '"Title" = ""\n').title == ""


@pytest.mark.parametrize(
    ("mapping", "said"),
    [
        ('"Name" = "nmae"', "“name”"),
        ('"Name" = "shoe size"', "shoe size"),
        ('"Nome di battesimo" = "given"', "“Nome di battesimo”"),
        ("Name = 3", "“Name”"),
        ("Name = ", "TOML"),
        ('encoding = "klingon"', "klingon"),
    ],
)
def test_a_wrong_mapping_is_refused_by_file_and_key(
    tmp_path: Path, mapping: str, said: str
) -> None:
    sentence = refusal(tmp_path, TABLE, mapping)
    assert said in sentence
    assert "map.toml" in sentence


def test_missing_files_and_folders_are_refused(tmp_path: Path) -> None:
    for path in (tmp_path / "none.csv", tmp_path):
        with pytest.raises(BadInput, match=re.escape(path.name)):
            read([path])
    with pytest.raises(BadInput, match=r"none\.toml"):
        read([], mapping=tmp_path / "none.toml")


def test_a_column_that_differs_in_every_row_tells_people_apart(tmp_path: Path) -> None:
    found = reading(tmp_path, "name,chamber_id,voter id\nJo Park,A,1\nJo Park,A,2\n")
    assert [p.source_id for p in found.incoming] == ["voter id:1", "voter id:2"]
    assert any("voter id" in note for note in found.notes)


def test_signs_that_cannot_be_seen_do_not_get_into_names(tmp_path: Path) -> None:
    assert one(tmp_path, "name\n\u202eRo\u200bsa\tD\u00eda z\u2028\n").name == "Ro sa Día z"

"""Which column of a table means what, by the words that stand over it."""

import re
from collections.abc import Sequence
from enum import StrEnum
from functools import cache

from ..rules.folding import fold


class Field(StrEnum):
    """What a cell can tell about a person. ``OTHER`` is known, and has no place here."""

    NAME = "name"
    GIVEN = "given"
    MIDDLE = "middle"
    FAMILY = "family"
    SUFFIX = "suffix"
    EMAIL = "email"
    PHONE = "phone"
    LINK = "link"
    TAGS = "tags"
    NOTES = "notes"
    SOURCE_ID = "source_id"
    TITLE = "title"
    ORGANIZATION = "organization"
    AREA = "area"
    START = "start"
    END = "end"
    POST_ID = "post_id"
    OTHER = "ignore"


MANY = frozenset({Field.EMAIL, Field.PHONE, Field.LINK, Field.TAGS, Field.NOTES})
"""Fields that several columns may fill; of every other the first column counts."""

_WORDS: dict[Field, str] = {
    Field.NAME: """
        name; full name; fullname; display name; person; person name; employee name; contact
        name; staff name; member name; employee; nom complet; nom et prenom; nombre completo;
        nombre y apellidos; nome completo; vollständiger name; anzeigename; naam; navn; namn;
        nimi; volledige naam; фио; ф и о; полное имя; 氏名; 名前; お名前; 姓名; 名字; 이름; 성명;
        الاسم; שם; שם מלא; ονοματεπώνυμο; imię i nazwisko; ad soyad; jméno a příjmení; nev; nume;
        ime""",
    Field.GIVEN: """
        given; given name; given names; first name; firstname; first; forename; forenames;
        vorname; prénom; prenom; nombre; nombres; nome; voornaam; fornavn; förnamn; etunimi;
        имя; 名; imię; ad; jméno; keresztnév; prenume; όνομα; primeiro nome""",
    Field.MIDDLE: "middle; middle name; middle names; additional name; second name; отчество",
    Field.FAMILY: """
        family; family name; last name; lastname; last; surname; nachname; familienname; nom;
        nom de famille; apellido; apellidos; cognome; sobrenome; apelido; achternaam; etternavn;
        efternavn; efternamn; sukunimi; фамилия; 姓; nazwisko; soyad; příjmení; vezetéknév; nume
        de familie; επώνυμο""",
    Field.SUFFIX: "suffix; name suffix",
    Field.EMAIL: """
        email; e mail; mail; emails; email address; e mail address; e mail value; email value;
        mail address; correo; correo electrónico; courriel; adresse mail; adresse électronique;
        e mail adresse; posta elettronica; indirizzo email; correio eletrônico; e post; epost;
        sähköposti; электронная почта; почта; メール; メールアドレス; 邮箱; 電子郵件; 电子邮件;
        이메일; البريد الإلكتروني; adres e mail; e posta""",
    Field.PHONE: """
        phone; phones; phone number; telephone; telephone number; tel; mobile; mobile phone;
        mobile number; cell; cell phone; phone value; telefon; telefonnummer; téléphone;
        teléfono; telefono; telefone; celular; móvil; handy; telefoon; puhelin; телефон; 電話;
        電話番号; 电话; 전화; الهاتف""",
    Field.LINK: """
        link; links; url; website; web site; web page; webpage; homepage; home page; linkedin;
        linkedin url; linkedin profile; profile; profile url; personal web page; website value;
        site web; sitio web; webseite; sito web""",
    Field.TAGS: """
        tags; tag; labels; category; categories; keywords; group membership; schlagworte;
        étiquettes; etiquetas; kategorien; catégories; categorías""",
    Field.NOTES: """
        notes; note; comment; comments; remarks; bemerkungen; notizen; anmerkungen; remarques;
        notas; observaciones; commentaires; opmerkingen""",
    Field.SOURCE_ID: """
        source id; champion tracker id; id; uid; unique id; person id; person number; employee id;
        employee number; employee no; staff id; staff number; staff no; personnel number;
        personnel no; contact id; member id; user id; record id; external id; guid; uuid;
        unique identifier;
        identifier; payroll number; matricule; personalnummer; matrícula; número de empleado;
        organizational id number""",
    Field.TITLE: """
        title; job title; position; position title; role; post title; job; function; occupation;
        designation; post; organization title; job role; berufsbezeichnung; funktion; position
        im unternehmen; stelle; stellenbezeichnung; titel; titre; poste; fonction; intitulé du
        poste; cargo; puesto; título; titolo; qualifica; ruolo; incarico; função; functie;
        tittel; stilling; befattning; tehtävänimike; должность; 役職; 職位; 职位; 职务; 직위; 직책;
        المسمى الوظيفي; stanowisko; unvan""",
    Field.ORGANIZATION: """
        organization; organisation; organization name; organisation name; org; company; company
        name; employer; agency; institution; ministry; chamber; authority; firma; unternehmen;
        behörde; entreprise; société; organisme; ministère; empresa; organización; organismo;
        organizzazione; azienda; ente; ministero; organização; organisatie; bedrijf;
        organisaatio; организация; компания; 組織; 会社; 会社名; 公司; 单位; 机构; 회사; 조직;
        المؤسسة; kurum;
        organizacja""",
    Field.AREA: """
        area; business area; unit; department; dept; division; directorate; business unit;
        organizational unit; organisational unit; team; section; branch; organization
        department; bereich; abteilung; referat; einheit; service; département; direction;
        unité; área; departamento; dirección; unidad; reparto; direzione; ufficio; settore;
        setor; afdeling; avdeling; avdelning; osasto; отдел; подразделение; 部署; 部門; 部门; 부서;
        القسم; dział; departman""",
    Field.START: """
        start; start date; since; in post since; appointed; date of appointment; date appointed;
        appointment date; begin; begin date; valid from; seit; eintrittsdatum; beginn; date de
        début; depuis; fecha de inicio; desde; data inizio; data de início; дата начала""",
    Field.END: """
        end; end date; until; left on; leaving date; date left; valid to; valid until; bis;
        enddatum; ende; date de fin; fecha de fin; hasta; data fine; data de término; дата
        окончания""",
    Field.POST_ID: """
        post id; post unique reference; post reference; post ref; post number; post no; position
        id; position number; position reference; position no; job id; role id; stellennummer;
        planstelle; numéro de poste""",
    Field.OTHER: """
        ignore; skip; none; nothing; other; reports to; reports to senior post; manager; line
        manager; grade; pay band; band; salary band; address; location; office location; city;
        country; nickname; birthday; gender; fax; photo; party; prefix; name prefix; honorific;
        salutation; language; connected on; anniversary""",
}

_OF_ONES_OWN = (
    "contact|work|business|office|home|mobile|primary|secondary|other|personal|official|direct|"
    "main|car|cell|private|professional|dienstlich|corporate"
)

_EITHER = {
    **dict.fromkeys(("nombre", "nome", "имя", "ad", "jmeno", "ime"), Field.GIVEN),
    **dict.fromkeys(("name", "nom", "naam", "navn", "namn", "nev", "nume"), Field.FAMILY),
}
"""Words for a whole name that mean a part of it when the other part has a column too."""

_PARTNER = {Field.GIVEN: Field.FAMILY, Field.FAMILY: Field.GIVEN}


def key(header: str) -> str:
    """A header as its spellings are equal: folded, words only, without numbers."""
    text = "".join(sign if sign.isalnum() else " " for sign in fold(header.replace("_", " ")))
    return " ".join(word for word in text.split() if not word.isdigit())


@cache
def vocabulary() -> dict[str, Field]:
    """Every word that names a field, as `key` writes it."""
    return {
        key(word): field
        for field, words in _WORDS.items()
        for word in (*words.split(";"), field.value)
    }


def named(text: str) -> Field | None:
    """The field that ``text`` names, or None. An empty text means that a column is not wanted."""
    if not text.strip():
        return Field.OTHER
    return vocabulary().get(key(text)) or _with_qualifier(key(text))


def _with_qualifier(words: str) -> Field | None:
    """``Work e-mail`` or ``Mobile phone``, but not ``Assistant's phone``."""
    bare = re.sub(rf"^(?:(?:{_OF_ONES_OWN}) )+", "", words)
    field = vocabulary().get(bare) or vocabulary().get(bare.removesuffix(" number"))
    return field if field in (Field.EMAIL, Field.PHONE, Field.LINK) else None


def nearest(text: str) -> str:
    """The field or word for one that is spelt most like ``text``; empty when none is near."""
    from difflib import get_close_matches

    close = get_close_matches(key(text), vocabulary(), n=1, cutoff=0.6)
    return vocabulary()[close[0]].value if close else ""


def recognized(headers: Sequence[str], fixed: dict[int, Field] | None = None) -> list[Field | None]:
    """What each column holds; None for one that no word explains.

    ``fixed`` says it for some columns; no other column is then taken for the same single field.
    """
    fixed = fixed or {}
    words = [key(header) for header in headers]
    found = [fixed.get(i, named(word) if word else None) for i, word in enumerate(words)]
    for i, word in enumerate(words):
        if i not in fixed:
            found[i] = _in_company(word, found[i], found[:i] + found[i + 1 :], words)
    taken = set(fixed.values()) - MANY
    for i, field in enumerate(found):
        if i in fixed or field is None or field in MANY or field is Field.OTHER:
            continue
        if field in taken:
            found[i] = None
        taken.add(field)
    return found


def _in_company(
    word: str, field: Field | None, others: Sequence[Field | None], words: Sequence[str]
) -> Field | None:
    """What an ambiguous word means beside the other columns."""
    if word in _EITHER:
        part = _EITHER[word]
        return part if _PARTNER[part] in others and part not in others else Field.NAME
    if word == "title" and "job title" in words:
        return Field.OTHER  # a form of address
    if word == "occupation" and "organization title" in words:
        return Field.OTHER
    return field

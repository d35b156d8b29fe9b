"""Notes that leave on request, without what is not the requester's."""

import csv
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from champion_tracker.exchange.markdown import inline
from champion_tracker.exchange.redacting import DEFAULT, load, redact
from champion_tracker.model import BadInput, Person
from tests.exchange.exchanging import SAMPLE

NAMES = SAMPLE / "names" / "person_names_multiscript.csv"
MULTISCRIPT: list[str] = []
if NAMES.exists():
    with NAMES.open(encoding="utf-8") as lines:
        MULTISCRIPT = sorted(
            {f"{row['given']} {row['surname']}".strip() for row in csv.DictReader(lines)} - {""}
        )
ROSA = Person(id="p-1", name="Rosa Díaz", emails=("rosa@city.org",), phones=("+1 555 0100",))
OTHERS = [Person(id="p-2", name="Ben Okri"), Person(id="p-3", name="Ángel May-Lee")]
TEXT = """\
# Rosa Díaz
Met on 2026-03-02 with Ben Okri and angel may-lee; Okri said no.
Write to ben.okri@city.org, not rosa@city.org, or call +49 (30) 1234-567 or +1 555 0100.
See https://x.org/secret?q=1 and version 10.2 of 2026.
"""


def test_others_names_and_contact_details_go_and_are_logged() -> None:
    text, removals = redact(TEXT, ROSA, [ROSA, *OTHERS], load(None))
    assert text == (
        "# Rosa Díaz\n"
        "Met on 2026-03-02 with [name removed] and [name removed]; [name removed] said no.\n"
        "Write to [e-mail address removed], not rosa@city.org, or call "
        "[phone number removed] or +1 555 0100.\n"
        "See [link removed] and version 10.2 of 2026.\n"
    )
    assert [str(removal) for removal in removals] == [
        "line 2: name: Ben Okri",
        "line 2: name: angel may-lee",
        "line 2: name: Okri",
        "line 3: e-mail address: ben.okri@city.org",
        "line 3: phone number: +49 (30) 1234-567",
        "line 4: link: https://x.org/secret?q=1",
    ]


def test_the_rules_can_be_edited(tmp_path: Path) -> None:
    path = tmp_path / "rules.toml"
    path.write_text(
        DEFAULT.replace('"words"', '"whole"').replace("keep = []", 'keep = ["Ben Okri"]'),
        encoding="utf-8",
    )
    text, removals = redact(TEXT, ROSA, OTHERS, load(path))
    assert "Ben Okri and [name removed]; Okri said no" in text
    assert {removal.what for removal in removals} == {
        "name",
        "e-mail address",
        "phone number",
        "link",
    }


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('names = "some"', "some"),
        ('[patterns]\n"x" = "("', "“x”"),
        ('[patterns]\n"x" = "[[a]"', "“x”"),
        ('[patterns]\n"x" = "a{99999999999}"', "“x”"),
        ("nmaes = 1", "nmaes"),
        ("=", "rules.toml"),
    ],
)
def test_rules_that_are_none_are_refused(tmp_path: Path, text: str, said: str) -> None:
    path = tmp_path / "rules.toml"
    path.write_text(text)
    with pytest.raises(BadInput, match=r"rules\.toml") as caught:
        load(path)
    assert said in str(caught.value)


def test_nobody_else_means_nothing_removed() -> None:
    assert redact("Ben Okri came.", ROSA, [ROSA], load(None)) == ("Ben Okri came.", [])


@pytest.mark.parametrize("text", ["(2021-06-02", "2021-06-02 to 2022-01-01", "(2021-06-02)"])
def test_a_day_is_no_telephone_number(text: str) -> None:
    assert redact(text, Person(id="p-1", name="Rosa"), (), load(None)) == (text, [])


def left_of(text: str, *names: str, subject: Person = ROSA) -> str:
    people = [Person(id=f"o-{n}", name=name) for n, name in enumerate(names)]
    return redact(text, subject, people, load(None))[0]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Benjamin Okri", "Ben, BEN OKRI, okri, Okri's, Okris, B. Okri, B.-J. Okri, B. O., Benny"),
        ("王小明", "今天王小明说不行"),
        ("山田 太郎", "山田さんと山田太郎さん"),
        ("Łukasz Zięba", "Lukasz Zieba, ŁUKASZ, Zięby, Łukasza, L. Zięba"),
        ("Jiří Novák", "Nováka, Novákem, Jiri, Novakovi, Jir\u030cí"),
        ("Иван Петров", "Петрова, Петровым, ивану, И. Петров"),
        ("Νίκος Παππάς", "του Νίκου Παππά"),
        ("فاطمة الزهراء", "فاطمة"),
        ("Bo Ng", "Bo, Ng"),
        ("Seán O’Brien", "O'Brien, SEAN O‘BRIEN, S. O’Brien"),
        ("May Lee", "May"),
    ],
)
def test_a_name_goes_however_it_is_written(name: str, text: str) -> None:
    left = left_of(text, name).replace("[name removed]", "")
    words = {word for word in left.replace(",", " ").split() if word.isalpha() and len(word) > 1}
    assert words <= {"του"} or set("".join(words)) <= set("今天说不行さんと、")


@pytest.mark.parametrize(
    "text",
    [
        "In May 2026, on 5 May and May 5 she may go; they will grant it, e.g. in the white hall.",
        "On 2026-03-02, 02.03.2026, 2/3/2026, 03/04/26, 2026/03/02, 2026-03-02T10:00",
        "2026-03-02 9:30, 09:30-10:15",
        "In 2025-2026, 2025–2026 and 2025/2026, Q1 2026, version 10.2.33, room 12, 17 minutes",
        "Request 2026-001234, case 2025/4711 and FOI-2026-12345.",
        "1,200,000 and 1 200 000 and 1.200.000 and 120 000 and 12.500.000 and 1 200 000 000 people",
        "€ 1250000, €1250000, 1250000 €, $3500000, 3.5 %, 100000, and/or, 1/2, @ noon",
        "Rosa Díaz, Díaz, rosa@city.org, +1 555 0100, +1-555-0100, (1) 555.0100, 555-0100",
    ],
)
def test_dates_figures_and_what_is_the_requesters_stay(text: str) -> None:
    names = ("May Lee", "Wilhelmina Grant", "Eve Green", "Ann Hall", "Rosa White", "Maria Díaz")
    assert left_of(text, *names) == text


@pytest.mark.parametrize(
    "text",
    [
        *("+49 30 123456", "+49 (30) 1234-567", "(030) 123 45 67", "01.23.45.67.89", "0301234567"),
        *("555‑0199", "555 010 0199", "612 345 678", "+٤٤ ٢٠ ٧٩٤٦ ٠٩٥٨", "1-800-555-0123"),
        *("ext. 4521", "https://mastodon.social/@ben", "linkedin.com/in/okri", "www.x.org/?a=b"),
        *("@ben_okri", "ben.okri+x@city.example", "mailto:b@x.org", "<b@x.org>", "http://1.2.3.4/"),
    ],
)
def test_a_way_to_reach_others_goes_however_it_is_written(text: str) -> None:
    left = left_of(f"On 2026-03-02 {text}, 3 people.")
    assert left.startswith("On 2026-03-02 ")
    assert left.endswith(", 3 people.")
    kept = re.sub(r"\[[^]]* removed\]", "", left)[len("On 2026-03-02 ") : -len(", 3 people.")]
    assert kept.strip("<>") in ("", "mailto:")


def test_a_link_of_the_requester_stays_whole() -> None:
    rosa = Person(id="p-1", name="Rosa Díaz", links=("https://x.org/@rosa/1234567",))
    assert left_of("See https://x.org/@rosa/1234567.", subject=rosa) == (
        "See https://x.org/@rosa/1234567."
    )


@given(st.sampled_from(MULTISCRIPT or ["Ben Okri"]), st.sampled_from("abc,.–  \u00a0"))
def test_no_whole_name_in_any_script_is_left(name: str, around: str) -> None:
    text, removals = redact(
        f"x{around} {name} {around}x",
        Person(id="p-1", name="Zzz"),
        [Person(id="p-2", name=name)],
        load(None),
    )
    assert name not in text
    assert removals


@pytest.mark.parametrize(
    "name", ["Ben [BJ] Okri", "Ben_Okri", "_Ben_ Okri", "Ben | Okri", "Ben `BJ` Okri", "#Ben Okri"]
)
@pytest.mark.parametrize("line", ["with {}.", "{} came.", "- {}, close: {} said so"])
def test_a_name_with_signs_of_markdown_goes_as_a_reader_sees_it(name: str, line: str) -> None:
    written = line.replace("{}", inline(name))
    left = left_of(written, name)
    assert left == line.replace("{}", "[name removed]")

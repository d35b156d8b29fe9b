"""Notes that leave on request, without what is not the requester's."""

from pathlib import Path

import pytest

from champion_tracker.exchange.redacting import DEFAULT, load, redact
from champion_tracker.model import BadInput, Person

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

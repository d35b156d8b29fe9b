"""Whatever folds to a text with a word in it is found by how the word may be spelled."""

import re
import sys
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from champion_tracker.rules.folding import fold
from champion_tracker.rules.spellings import anything, spellings


def pattern(word: str) -> str:
    return f"{anything()}|{''.join(spellings(word))}"


@given(st.text() | st.text("Ééßﬁæİ'\"\\%_ а́йｆＡ", max_size=9), st.data())
def test_it_finds_every_text_that_holds_the_word(text: str, data: st.DataObject) -> None:
    words = fold(text).split()
    if words:
        word = data.draw(st.sampled_from(words))
        begin = data.draw(st.integers(0, len(word) - 1))
        end = data.draw(st.integers(begin + 1, len(word)))
        assert re.search(pattern(word[begin:end]), text)


@pytest.mark.parametrize(
    ("word", "text", "is_found"),
    [
        ("muller", "Dr Müller", True),
        ("muller", normalize("NFD", "MÜLLER"), True),
        ("strasse", "Straße", True),
        ("йод".replace("й", "и"), "Йод", True),
        ("muller", "Miller", False),
        ("a.b", "axb", False),
        ("иван", "Петров", False),
    ],
)
def test_it_tells_words_apart(word: str, text: str, is_found: bool) -> None:
    assert bool(re.search(pattern(word), text)) is is_found


def test_every_character_is_known() -> None:
    known = re.compile(anything())
    for code in range(0, sys.maxunicode + 1, 7):
        char = chr(code)
        folded = fold(char)
        if folded and not known.match(char):
            assert re.fullmatch("".join(spellings(folded)), char), hex(code)

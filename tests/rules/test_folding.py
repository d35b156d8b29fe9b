"""Text as people search for it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from champion_tracker.rules.folding import fold


@pytest.mark.parametrize(
    ("written", "typed"),
    [
        ("Zeynep IŞIKLAR", "zeynep isiklar"),
        ("Işıklar", "isiklar"),
        ("İstanbul", "istanbul"),
        ("Łukasz Zięba", "lukasz zieba"),
        ("Søren Ægidius", "soren aegidius"),
        ("Nguyễn Thị Hạnh", "nguyen thi hanh"),
        ("Đặng", "dang"),
        ("Straße", "STRASSE"),
        ("Siân", "Sia\u0302n"),
        ("ﬁnance", "finance"),
        ("Ａnn　Lee", "ann lee"),
        ("Ελένη ΜΆΡΚΟΥ", "ελενη μαρκου"),
        ("ΟΔΟΣ", "οδος"),
        ("Йорк", "йорк"),
        ("فَاطِمَة", "فاطمة"),
        ("陳美玲", "陳美玲"),
        ("박지현", "박지현"),
        ("José\u00a0Núñez", "jose  nunez"),
    ],
)
def test_two_spellings_of_a_word_are_one(written: str, typed: str) -> None:
    assert fold(written) == fold(typed)


@pytest.mark.parametrize(("one", "other"), [("陳", "林"), ("Ann", "Anna"), ("محمد", "أحمد")])
def test_different_words_stay_different(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@given(st.text())
def test_folding_again_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_blanks_around_and_between_do_not_matter(text: str) -> None:
    assert fold(f"  {text}\t") == fold(text) == fold(text.replace(" ", "   "))

"""Words that are in use complete what is being typed."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from champion_tracker.model import Person, Position
from champion_tracker.rules.folding import fold
from champion_tracker.rules.vocabulary import Use, Vocabulary

WORDS = st.text("abcÉéß ,-", min_size=1, max_size=6).filter(str.strip)


def at(number: int, title: str, organization: str, *, end: date | None = None) -> Person:
    place = Position(id=f"r-{number}", title=title, organization=organization, end=end)
    return Person(id=f"p-{number}", name=f"N{number}", positions=(place,), tags=("press",))


def learned(*people: Person) -> Vocabulary:
    vocabulary = Vocabulary()
    for _ in vocabulary.learn(people):
        pass
    return vocabulary


def test_the_most_frequent_is_offered_whatever_its_case_and_accents() -> None:
    known = learned(
        at(1, "Directrice", "Région Ouest"),
        at(2, "Director", "Regional Office"),
        at(3, "Director", "Région Ouest"),
    )
    assert known.completion(Use.TITLE, "direct") == "Director"
    assert known.completion(Use.TITLE, "directri") == "Directrice"
    assert known.completion(Use.ORGANIZATION, "REGION") == "Région Ouest"
    assert known.completion(Use.ORGANIZATION, "ouest") == ""


def test_what_stands_there_and_what_was_left_is_not_offered() -> None:
    known = learned(at(1, "Clerk", "City", end=date(2026, 1, 1)))
    assert known.completion(Use.ORGANIZATION, "ci") == ""
    assert known.completion(Use.TAG, "pr") == "press"
    assert known.completion(Use.TAG, "pr", ["budget", " Press"]) == ""


@given(st.lists(WORDS, max_size=8), WORDS)
def test_what_is_offered_is_in_use_and_begins_so(words: list[str], begun: str) -> None:
    known = Vocabulary()
    known.know(Use.AREA, words)
    found = known.completion(Use.AREA, begun)
    fitting = [word for word in words if fold(word).startswith(fold(begun))]
    assert (found in fitting) if fitting and fold(begun) else found == ""

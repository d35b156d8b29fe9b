"""The words already in use for what people are and where they work, so that none is typed twice."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum

from ..model import Person
from .folding import fold


class Use(StrEnum):
    """What a word is used for."""

    TITLE = "title"
    ORGANIZATION = "organization"
    AREA = "area"
    TAG = "tag"


class Vocabulary:
    """What words are used for, the most frequent first."""

    def __init__(self) -> None:
        self._counts: dict[Use, Counter[str]] = {use: Counter() for use in Use}
        self._ordered: dict[Use, Sequence[tuple[str, str]]] = {}

    def learn(self, people: Iterable[Person]) -> Iterator[None]:
        """Take in what is said of people as they are now; may be left off after anybody."""
        titles, organizations = self._counts[Use.TITLE], self._counts[Use.ORGANIZATION]
        areas, tags = self._counts[Use.AREA], self._counts[Use.TAG]
        for person in people:
            for position in person.positions:
                if position.end is None:
                    titles[position.title] += 1
                    organizations[position.organization] += 1
                    areas[position.area] += 1
            tags.update(person.tags)
            yield
        self._ordered = {}

    def know(self, use: Use, words: Iterable[str]) -> None:
        """Take in words that are used so, whoever uses them."""
        self._counts[use].update(words)
        self._ordered.pop(use, None)

    def completion(self, use: Use, begun: str, besides: Iterable[str] = ()) -> str:
        """The most frequent word that begins so, whatever its case and accents; empty for none.

        Args:
            use: What it is used for.
            begun: How it begins.
            besides: The words that are not meant, for they stand there already.
        """
        wanted, others = fold(begun), {fold(word) for word in besides}
        if not wanted:
            return ""
        for key, word in self._by_frequency(use):
            if key.startswith(wanted) and key not in others:
                return word
        return ""

    def _by_frequency(self, use: Use) -> Sequence[tuple[str, str]]:
        if use not in self._ordered:
            words = self._counts[use].most_common()
            self._ordered[use] = [(fold(word), word) for word, _ in words]
        return self._ordered[use]

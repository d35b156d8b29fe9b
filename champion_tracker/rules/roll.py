"""The roll: everybody by name, with the words by which they are found at hand."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate, compress, repeat
from operator import contains
from typing import NamedTuple

from ..model import Person
from .folding import fold


class _Row(NamedTuple):
    """One person, in the order of names."""

    name: str
    """Folded."""
    id: str
    text: str
    person: Person


class Roll:
    """Everybody in the order of their names.

    Whoever filters while somebody types keeps it: only those who changed are folded again.
    """

    def __init__(self, people: Mapping[str, Person] | None = None) -> None:
        self._known: list[Person] = []
        self._rows: dict[str, _Row] = {}
        self._all = _Column([])
        self._active = self._all
        self.read(people or {})

    def read(self, people: Mapping[str, Person]) -> None:
        """Be the roll of these people, whoever of them is new or another by now."""
        now = list(people.values())
        if now == self._known:
            return
        rows = (self._rows.get(person.id) for person in now)
        found = [
            row if row is not None and row.person is person else _row(person)
            for row, person in zip(rows, now, strict=True)
        ]
        self._known, self._rows = now, {row.id: row for row in found}
        found.sort()
        self._all = self._active = _Column(found)
        if any(person.archived_on is not None for person in now):
            self._active = _Column([row for row in found if row.person.archived_on is None])

    def mentioning(
        self, words: Iterable[tuple[str, bool]] = (), *, archived: bool = False
    ) -> list[Person]:
        """Who is found by folded words, each wanted or unwanted.

        Args:
            words: Each with whether it is wanted.
            archived: Whether people who were put away are found, too.
        """
        column = self._all if archived else self._active
        words = list(words)
        if len(words) == 1 and words[0][1] and len(words[0][0]) == 1:
            return column.with_letter(words[0][0])
        lines: Iterable[int] = range(len(column.people))
        # What leaves the fewest comes first: words that are wanted, and the longest of them.
        for number, (word, is_wanted) in enumerate(sorted(words, key=_fewest_first)):
            if number == 0 and is_wanted:
                lines = column.holding(word)
            else:
                lines = [at for at in lines if (word in column.lines[at]) is is_wanted]
        return [column.people[at] for at in lines]


def _fewest_first(word: tuple[str, bool]) -> tuple[bool, int]:
    return (not word[1], -len(word[0]))


REMEMBERED = 32
"""How many words keep their lines, for whoever types one comes from the word before."""


class _Column:
    """Rows as a line each, which are looked through at once."""

    def __init__(self, rows: list[_Row]) -> None:
        self.people = [row.person for row in rows]
        self.lines = [row.text for row in rows]
        self._text = "\n".join(self.lines)
        self._held: dict[str, Sequence[int]] = {"": range(len(rows))}

    def holding(self, word: str) -> Sequence[int]:
        """The lines that hold a word, in their order."""
        if word not in self._held:
            if len(self._held) > REMEMBERED:
                self._held = {"": self._held[""]}
            self._held[word] = self._look_for(word)
        return self._held[word]

    def with_letter(self, letter: str) -> list[Person]:
        """Whose lines hold a letter: most of them, so that it is of no use to number them."""
        return list(compress(self.people, map(contains, self.lines, repeat(letter))))

    def _look_for(self, word: str) -> Sequence[int]:
        before = self._held.get(word[:-1])
        if before is not None and len(before) < len(self.lines) // 8:
            return [at for at in before if word in self.lines[at]]
        # What stands between two finds says how many lines further the second one is.
        between = self._text.split(word)[:-1]
        return list(dict.fromkeys(accumulate(part.count("\n") for part in between)))


def _row(person: Person) -> _Row:
    return _Row(fold(person.name), person.id, fold("\n".join(words_about(person))), person)


def words_about(person: Person) -> Iterator[str]:
    """What free words are looked for in: name, titles, organisations, areas and tags."""
    yield person.name
    for position in person.positions:
        if position.end is None:
            yield from (position.title, position.organization, position.area)
    yield from person.tags

"""The roll: everybody by name, with the words by which they are found at hand."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate
from operator import is_
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
        if len(now) == len(self._known) and all(map(is_, now, self._known)):
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
        lines: Iterable[int] = range(len(column.people))
        # The wanted ones first, for they leave fewer to look at.
        for number, (word, is_wanted) in enumerate(sorted(words, key=lambda pair: not pair[1])):
            holding = column.holding(word)
            if number == 0 and is_wanted:
                lines = holding
            else:
                others = set(holding)
                lines = [line for line in lines if (line in others) is is_wanted]
        return [column.people[line] for line in lines]


REMEMBERED = 32
"""How many words keep their lines, for whoever types one comes from the word before."""


class _Column:
    """Rows as a line each, which are looked through at once."""

    def __init__(self, rows: list[_Row]) -> None:
        self.people = [row.person for row in rows]
        self._lines = [row.text for row in rows]
        self._text = "\n".join(self._lines)
        self._held: dict[str, Sequence[int]] = {"": range(len(rows))}

    def holding(self, word: str) -> Sequence[int]:
        """The lines that hold a word, in their order."""
        if word not in self._held:
            if len(self._held) > REMEMBERED:
                self._held = {"": self._held[""]}
            self._held[word] = self._look_for(word)
        return self._held[word]

    def _look_for(self, word: str) -> Sequence[int]:
        before, lines = self._held.get(word[:-1]), self._lines
        # A letter stands in most lines anyway.
        if before is not None and (len(word) == 1 or len(before) < len(lines) // 8):
            return [line for line in before if word in lines[line]]
        # What stands between two finds says how many lines further the second one is.
        between = self._text.split(word)[:-1]
        return list(dict.fromkeys(accumulate(part.count("\n") for part in between)))


def _row(person: Person) -> _Row:
    return _Row(fold(person.name), person.id, fold("\n".join(_texts(person))), person)


def _texts(person: Person) -> Iterator[str]:
    """What free words are looked for in: name, titles, organisations, areas and tags."""
    yield person.name
    for position in person.positions:
        if position.end is None:
            yield from (position.title, position.organization, position.area)
    yield from person.tags

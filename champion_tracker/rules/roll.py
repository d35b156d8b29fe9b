"""The roll: everybody by name, with the words by which they are found at hand."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import compress, count, repeat
from operator import contains
from string import ascii_lowercase
from typing import NamedTuple, overload

from ..model import Person
from .folding import fold


class _Row(NamedTuple):
    """One person, in the order of names."""

    name: str
    """Folded."""
    id: str
    text: str
    person: Person


class Found(Sequence[Person]):
    """Whoever is found, in order; a list of them is made of no more than is asked for.

    A screen shows some dozens of a hundred thousand, and most are found by a single letter.
    """

    def __init__(self, people: Sequence[Person], lines: Sequence[int]) -> None:
        self._people = people
        self._lines = lines

    def __len__(self) -> int:
        return len(self._lines)

    def __iter__(self) -> Iterator[Person]:
        return map(self._people.__getitem__, self._lines)

    @overload
    def __getitem__(self, at: int) -> Person: ...
    @overload
    def __getitem__(self, at: slice) -> "Found": ...
    def __getitem__(self, at: int | slice) -> "Person | Found":
        if isinstance(at, slice):
            return Found(self._people, self._lines[at])
        return self._people[self._lines[at]]


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

    def learn(self, typed: str = "") -> Iterator[None]:
        """Find out letter by letter who has which, so that the first words are found at once too.

        For whoever is about to type, or has ``typed`` a letter, which tells what can come next;
        it may be left off anywhere.
        """
        yield from self._active.learn(fold(typed))

    def mentioning(
        self, words: Iterable[tuple[str, bool]] = (), *, archived: bool = False
    ) -> Found:
        """Who is found by folded words, each wanted or unwanted.

        Args:
            words: Each with whether it is wanted.
            archived: Whether people who were put away are found, too.
        """
        column = self._all if archived else self._active
        lines: Sequence[int] = range(len(column.people))
        # What leaves the fewest comes first: words that are wanted, and the longest of them.
        for number, (word, is_wanted) in enumerate(sorted(words, key=_fewest_first)):
            if number == 0 and is_wanted:
                lines = column.holding(word)
            else:
                lines = [at for at in lines if (word in column.lines[at]) is is_wanted]
        return Found(column.people, lines)


def _fewest_first(word: tuple[str, bool]) -> tuple[bool, int]:
    return (not word[1], -len(word[0]))


REMEMBERED = 32
"""How many words keep their lines, for whoever types one comes from the word before."""


class _Column:
    """Rows as a line each, which are looked through at once."""

    def __init__(self, rows: list[_Row]) -> None:
        self.people = [row.person for row in rows]
        # Cut from one text, lines lie side by side in memory, and are looked through four times
        # as fast as where each lies somewhere else.
        self.lines = "\n".join(row.text for row in rows).split("\n") if rows else []
        self._held: dict[str, Sequence[int]] = {"": range(len(rows))}
        self._letters: dict[str, Sequence[int]] = {}
        self._begun = ""
        self._pairs: dict[str, Sequence[int]] = {}
        """The letter that was begun with, and whatever may come after it."""

    def learn(self, typed: str) -> Iterator[None]:
        """See `Roll.learn`."""
        for letter in ascii_lowercase:
            if letter not in self._letters:
                self._letters[letter] = self._with(letter)
                yield
        if len(typed) != 1 or not typed.isalnum():
            return
        if typed != self._begun:
            self._begun, self._pairs = typed, {}
        begun = self.holding(typed)
        for letter in ascii_lowercase:
            if typed + letter not in self._pairs:
                among = min(begun, self._letters[letter], key=len)
                self._pairs[typed + letter] = self._with(typed + letter, among)
                yield

    def holding(self, word: str) -> Sequence[int]:
        """The lines that hold a word, in their order."""
        if word in self._pairs:
            return self._pairs[word]
        if word not in self._held:
            if len(self._held) > REMEMBERED:
                self._held = {"": self._held[""]}
            self._held[word] = self._look_for(word)
        return self._held[word]

    def _look_for(self, word: str) -> Sequence[int]:
        known = [self._letters[sign] for sign in word if sign in self._letters]
        before = self._pairs.get(word[:-1], self._held.get(word[:-1]))
        if before is not None:
            known.append(before)
        among = min(known, key=len, default=self._held[""])
        if word[-1] not in self._letters and len(among) >= len(self.lines) // 8:
            # A letter is found much sooner than two, and the last one tells most that is new.
            among = self._with(word[-1])
        return among if len(word) == 1 else self._with(word, among)

    def _with(self, word: str, among: Sequence[int] | None = None) -> Sequence[int]:
        if among is None:
            return list(compress(count(), map(contains, self.lines, repeat(word))))
        lines = map(self.lines.__getitem__, among)
        return list(compress(among, map(contains, lines, repeat(word))))


def _row(person: Person) -> _Row:
    return _Row(fold(person.name), person.id, fold("\n".join(words_about(person))), person)


def words_about(person: Person) -> Iterator[str]:
    """What free words are looked for in: name, titles, organisations, areas and tags."""
    yield person.name
    for position in person.positions:
        if position.end is None:
            yield from (position.title, position.organization, position.area)
    yield from person.tags

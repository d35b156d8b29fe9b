"""Who rests: people about whom nothing is due before some day, as was found out once."""

from collections.abc import Iterable
from datetime import date

from msgspec import Struct

from .judgement import Standing


class Resting(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """People who count the same for the programme as long as they rest."""

    standing: Standing | None = None
    """None for people who are only known."""
    areas: tuple[str, ...] = ()
    """The keys of the areas in which they work, where they are allies."""
    ids: tuple[str, ...]
    wakes: tuple[int, ...]
    """The day, as an ordinal, before which nothing about each is due; the earliest first."""
    since: tuple[int, ...] = ()
    """Since when each is followed, as an ordinal."""


class Rests(Struct, frozen=True, kw_only=True):
    """Everybody about whom anything can be due some day."""

    on: date
    """The day from which on it holds."""
    groups: tuple[Resting, ...]


class Watch(Struct):
    """Whom the agenda has to look at: everybody, unless it is known who rests."""

    rests: Rests | None = None
    woken: set[str] = set()
    """Who has to be looked at all the same, for something about them has changed since."""
    is_retold: bool = False
    """Whether stories or tellings changed since, which concerns every champion."""

    def begin(self, rests: Rests) -> None:
        """From now on let those rest who do."""
        self.rests, self.woken, self.is_retold = rests, set(), False

    def wake(self, people: Iterable[str], *, is_story: bool) -> None:
        """Something about these people changed."""
        if self.rests is not None:
            self.woken.update(people)
            self.is_retold |= is_story

    def holds_on(self, day: date) -> bool:
        """Whether it is known who rests on a day."""
        return self.rests is not None and self.rests.on <= day

    def clear(self) -> None:
        """Nothing is known any more."""
        self.rests, self.woken, self.is_retold = None, set(), False

"""Offers the words that are in use already to whoever begins to type one."""

from __future__ import annotations

from asyncio import Lock
from typing import TYPE_CHECKING

from textual.suggester import Suggester

from ...rules.vocabulary import Use, Vocabulary
from ...tracker.areas import areas_named
from ..slices import in_slices

if TYPE_CHECKING:
    from ...tracker import Tracker


class KnownWords:
    """What the people of a workspace are called after; looked at when somebody first types."""

    def __init__(self, tracker: Tracker) -> None:
        self._tracker = tracker
        self._vocabulary: Vocabulary | None = None
        self._looking = Lock()

    def of(self, use: Use, *, several: bool = False) -> Completion:
        """What completes a field.

        Args:
            use: What the words in it are used for.
            several: Whether there can be several, with commas between them.
        """
        return Completion(self, use, several=several)

    async def vocabulary(self) -> Vocabulary:
        """The words; every key is heard while people are looked at."""
        async with self._looking:
            if self._vocabulary is None:
                found = Vocabulary()
                found.know(Use.AREA, areas_named(self._tracker))
                async for _ in in_slices(found.learn([*self._tracker.workspace.people.values()])):
                    pass
                self._vocabulary = found
        return self._vocabulary


class Completion(Suggester):
    """Completes the word that is being typed; the right arrow takes it."""

    def __init__(self, known: KnownWords, use: Use, *, several: bool) -> None:
        super().__init__(use_cache=False, case_sensitive=True)
        self._known = known
        self._use = use
        self._several = several

    async def get_suggestion(self, value: str) -> str | None:
        """See `Suggester.get_suggestion`."""
        cut = value.rfind(",") + 1 if self._several else 0
        begun = value[cut:].lstrip(" -")
        vocabulary = await self._known.vocabulary()
        word = vocabulary.completion(self._use, begun, value[:cut].split(","))
        return value[: len(value) - len(begun)] + word if word else None

"""Waiting for answers that take their time, while every key is heard."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable
    from concurrent.futures import Future

Answer = TypeVar("Answer")

PAUSE = 0.1
"""Seconds without a key after which it is worth the while to ask."""
TICK = 0.01
"""How often one looks whether the answer has come."""


class Answers:
    """Asks one thing at a time: what is asked meanwhile waits, and only the newest need still be.

    Whoever no longer wants an answer is cancelled, as a worker; what was asked comes to its end
    all the same, for nobody can call it back.
    """

    def __init__(self) -> None:
        self._open: Future[object] | None = None

    async def none_open(self) -> None:
        """Wait until nothing is asked; long work that does comes after what somebody waits for."""
        while self._open is not None and not self._open.done():
            await asyncio.sleep(TICK)

    async def of(self, ask: Callable[[], Future[Answer]]) -> Answer:
        """The answer to what ``ask`` asks.

        Raises:
            TrackerError: there is none.
        """
        await self.none_open()
        answer = ask()
        self._open = answer  # type: ignore[assignment]
        while not answer.done():
            await asyncio.sleep(TICK)
        return answer.result()

"""Keys one after the other: each goes where the one before has led."""

from __future__ import annotations

import asyncio
import time
from collections import deque
from typing import TYPE_CHECKING

from textual import events

if TYPE_CHECKING:
    from textual.message_pump import MessagePump
    from textual.screen import Screen
    from textual.worker import Worker

    from .app import ChampionTracker

PATIENCE = 10.0
"""Seconds that a key may be awaited; longer, and the keyboard is given back all the same."""
PAUSE = 0.002
"""Seconds between two looks whether a screen is ready."""


class Keyboard:
    """Hands on what is typed, however fast, only when all that was typed before is answered.

    A terminal may deliver many keys at once. Whoever types ``l`` and a name means the dialog that
    ``l`` opens, not the screen below it, which would otherwise get the name's letters.
    """

    def __init__(self, app: ChampionTracker) -> None:
        self._app = app
        self._held: deque[events.Key | events.Paste] = deque()
        self._handed_on: list[events.Key | events.Paste] = []
        self._deliverer: asyncio.Task[None] | None = None
        self._begun: list[tuple[Worker[None], Screen[object]]] = []

    def lets_through(self, typed: events.Key | events.Paste) -> bool:
        """Whether it is the turn of what was typed; if not, it is held until then."""
        if typed in self._handed_on:
            self._handed_on.remove(typed)
            return True
        self._held.append(typed)
        if self._deliverer is None or self._deliverer.done():
            self._deliverer = asyncio.create_task(self._deliver())
        return False

    def follow(self, worker: Worker[None]) -> None:
        """Let keys wait until what one of them began has led to another screen, or ended."""
        self._begun.append((worker, self._app.screen))

    async def answered(self) -> None:
        """Wait until all that was typed is answered."""
        if self._deliverer is not None:
            await asyncio.wait([self._deliverer])

    def stop(self) -> None:
        """Hand on nothing more."""
        self._held.clear()
        if self._deliverer is not None:
            self._deliverer.cancel()

    async def _deliver(self) -> None:
        while self._held:
            typed = self._held.popleft()
            self._handed_on.append(typed)
            self._app.post_message(typed)
            # Within a text, a letter leads nowhere else than the letter before it.
            if not (self._held and self._is_text(typed) and self._is_text(self._held[0])):
                await self._answered()

    def _is_text(self, typed: events.Key | events.Paste) -> bool:
        # Late, for the first frame needs neither.
        from textual.widgets import Input, TextArea

        return (
            isinstance(typed, events.Key)
            and typed.character is not None
            and (typed.character.isalnum() or typed.character == " ")
            and isinstance(self._app.focused, (Input, TextArea))
        )

    async def _answered(self) -> None:
        """Wait until nothing is left to do about the last key where the next one would go."""
        latest = time.monotonic() + PATIENCE
        quiet_rounds = 0
        # Twice, for somebody may have been in the middle of an answer at the first look.
        while quiet_rounds < 2 and time.monotonic() < latest and self._app.screen_stack:
            way = self._way()
            for node in way:
                await _caught_up(node, latest)
            if not self._app.screen_stack:
                return
            if not self._is_ready():
                await asyncio.sleep(PAUSE)
            elif way == self._way() and not any(node.message_queue_size for node in way):
                quiet_rounds += 1
                continue
            quiet_rounds = 0

    def _way(self) -> list[MessagePump]:
        """Whom a key passes, from the focus up."""
        focused = self._app.focused or self._app.screen
        return [node for node in focused.ancestors_with_self if node.is_running]

    def _is_ready(self) -> bool:
        screen = self._app.screen
        self._begun = [(worker, begun) for worker, begun in self._begun if not worker.is_finished]
        is_on_the_way = any(begun is screen for _, begun in self._begun)
        return screen.is_mounted and getattr(screen, "is_ready", True) and not is_on_the_way


async def _caught_up(node: MessagePump, latest: float) -> None:
    """Wait until a node has answered everything that was sent to it before."""
    done = asyncio.Event()
    if not node.call_later(done.set):
        return
    while not done.is_set() and node.is_running and time.monotonic() < latest:
        try:
            await asyncio.wait_for(done.wait(), 0.05)
        except TimeoutError:
            continue

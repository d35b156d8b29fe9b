"""A pilot that waits for what the application does, not for time to pass."""

import asyncio
import time
import unicodedata
from collections.abc import Iterator
from typing import TYPE_CHECKING, cast

from textual import events, keys
from textual.app import App
from textual.message_pump import MessagePump
from textual.pilot import Pilot

from champion_tracker.tui.app import ChampionTracker, Leave

if TYPE_CHECKING:
    from textual.screen import Screen

PATIENCE = 120.0
"""Seconds after which something that has not come about does not come any more."""
QUIET = 2
"""Rounds in a row in which nothing is left to do: the first may see somebody in the middle."""


class PatientPilot(Pilot[Leave]):
    """Goes on as soon as everything that was asked is answered and drawn, and not before.

    Textual's own pilot takes a program that has not got the processor for one that is done.
    """

    async def press(self, *keys: str) -> None:
        """Type keys as fast as a terminal delivers them; return when the last is answered."""
        await self.pause()
        driver = self.app._driver
        assert driver is not None
        for key in keys:
            driver.send_message(as_typed(key))
        await self.pause()

    async def pause(self, delay: float | None = None) -> None:
        """Wait until there is nothing left to do; with a delay, just for that time."""
        if delay is not None:
            await asyncio.sleep(delay)
        app = cast("ChampionTracker", self.app)
        latest = time.monotonic() + PATIENCE
        quiet = 0
        while quiet < QUIET and goes_on(app):
            assert time.monotonic() < latest, "the application does not come to rest"
            await self._wait_for_screen(PATIENCE)
            await asyncio.sleep(0)
            if goes_on(app):
                app.screen._on_timer_update()
                await asyncio.sleep(0)
            if goes_on(app) and is_at_rest(app):
                quiet += 1
            else:
                quiet = 0
                await asyncio.sleep(0.002)


def as_typed(key: str) -> events.Key:
    """A key by its name or its character."""
    name = keys._character_to_key(key) if len(key) == 1 else key
    try:
        meant = keys._get_unicode_name_from_key(keys.REPLACED_KEYS.get(name, name))
        return events.Key(name, unicodedata.lookup(meant))
    except KeyError:
        return events.Key(name, key if len(key) == 1 else None)


def goes_on(app: App[Leave]) -> bool:
    """Whether the application neither leaves nor has failed."""
    return (
        app.is_running
        and not app._exit
        and bool(app.screen_stack)
        and not app._exception_event.is_set()
    )


def is_at_rest(app: ChampionTracker) -> bool:
    """Whether everything typed is answered, every message read and everything drawn."""
    typing = app.keyboard._deliverer
    screen = app.screen
    return (
        (typing is None or typing.done())
        and app.keyboard._is_ready()
        and app.animator._complete_event.is_set()
        and app._resize_event is None
        and app._resize_timer is None
        and not is_to_be_drawn(screen)
        and not any(node.message_queue_size or node._next_callbacks for node in nodes(app))
    )


def is_to_be_drawn(screen: "Screen[object]") -> bool:
    """Whether something of a screen is not yet where it belongs, or not yet shown."""
    return bool(
        screen._layout_required
        or screen._repaint_required
        or screen._dirty_widgets
        or screen._callbacks
    )


def nodes(app: ChampionTracker) -> Iterator[MessagePump]:
    """Everybody who gets messages."""
    yield app
    yield from app.screen.walk_children(with_self=True)

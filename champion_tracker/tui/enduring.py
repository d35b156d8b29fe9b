"""An error that nobody foresaw is said and written down, and ends nothing."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

from textual import events
from textual.screen import Screen

from .failures import write_down

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import App
    from textual.message import Message
    from textual.widget import Widget

SILENT_FOR = 10.0
"""Seconds for which the same error is not told again: what fails to be drawn fails often."""


class Apologies:
    """Tells the user of errors, each of them once in a while."""

    def __init__(self, app: App[Any]) -> None:
        self._app = app
        self._told: dict[tuple[type[BaseException], str], float] = {}

    def make(self, error: BaseException, where: str = "") -> None:
        """Say that something failed, and where it is written down."""
        cause, now = error.__cause__ or error, time.monotonic()
        same = (type(cause), str(cause))
        if now - self._told.get(same, -SILENT_FOR) < SILENT_FOR:
            return
        self._told[same] = now
        path = write_down(error)
        self._app.notify(sentence(path, where), severity="error", markup=False)


def sentence(path: object, where: str = "") -> str:
    """What is said of an error that was written down."""
    place = f" in {where}" if where else ""
    return f"Something went wrong{place}; nothing is lost. It is written down in {path}."


def shield(widget: Widget, told: Callable[[BaseException], None]) -> None:
    """Let a widget go on after an error in one of its handlers, instead of falling silent."""
    dispatch = widget._dispatch_message

    async def shielded(message: Message) -> None:
        try:
            await dispatch(message)
        except Exception as error:
            told(error)
            if isinstance(widget, Screen) and isinstance(message, (events.Compose, events.Mount)):
                # Half a dialog would only stand in the way.
                widget.app.call_later(_close, widget)

    widget._dispatch_message = shielded  # type: ignore[method-assign]


def _close(screen: Screen[Any]) -> None:
    if screen.is_current and len(screen.app.screen_stack) > 1:
        screen.dismiss()

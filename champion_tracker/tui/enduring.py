"""An error that nobody foresaw is said and written down, and ends nothing."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any, TypeVar

from textual import events
from textual.app import App
from textual.screen import Screen

from ..model import TrackerError
from .failures import write_down

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from textual.actions import ActionParseResult
    from textual.dom import DOMNode
    from textual.message import Message
    from textual.widget import Widget

Answer = TypeVar("Answer")

SILENT_FOR = 10.0
"""Seconds for which the same error is not told again: what fails to be drawn fails often."""


class Enduring(App[Answer]):
    """An application that goes on after an error in any of its actions, messages and widgets."""

    _is_seen = False

    def __init__(self) -> None:
        super().__init__()
        self._apologies = Apologies(self)

    def on_ready(self) -> None:
        """From now on there is something to go on with, whatever fails."""
        self._is_seen = True

    @property
    def endures(self) -> bool:
        """Whether it goes on after an error that nobody foresaw: once it runs before a user."""
        return self._is_seen and not self.is_headless

    def apologise(self, error: BaseException, where: str = "") -> None:
        """Say that something failed, write it down, and go on."""
        self._apologies.make(error, where)

    async def run_action(
        self,
        action: str | ActionParseResult,
        default_namespace: DOMNode | None = None,
        namespaces: Mapping[str, DOMNode] | None = None,
    ) -> bool:
        """Do what a key asks; what nobody foresaw is said and written down, and one goes on."""
        try:
            return await super().run_action(action, default_namespace, namespaces)
        except Exception as error:
            if not self.endures:
                raise
            self.apologise(error)
            return True

    async def _dispatch_message(self, message: Message) -> None:
        try:
            await super()._dispatch_message(message)
        except Exception as error:
            if not self.endures:
                raise
            self.apologise(error)

    def _register_child(
        self, parent: DOMNode, child: Widget, before: int | None, after: int | None
    ) -> None:
        shield(child, self._handle_exception)
        super()._register_child(parent, child, before, after)

    def _handle_exception(self, error: BaseException) -> None:
        if self.endures:
            self.apologise(error)
        elif isinstance(error, Exception) and self.is_headless:
            super()._handle_exception(error)
        else:
            # Before there is anything to go on with: a sentence rather than a traceback.
            self.exit(return_code=1, message=sentence(write_down(error)))


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
        # What says itself why it cannot be done is no error of the program's.
        said = str(cause) if isinstance(cause, TrackerError) else sentence(write_down(error), where)
        self._app.notify(said, severity="error", markup=False)


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

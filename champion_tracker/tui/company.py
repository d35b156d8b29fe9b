"""Whether the workspace can be reached, and who else has somebody open in it."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from ..tracker.together import is_away, is_whole, others_with
from .looks import user
from .messages import Changed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.content import Content

    from .app import ChampionTracker

BACK = "The shared workspace is there again; what is shown is up to date."


class Company:
    """Tells what has changed about it, once each."""

    def __init__(self, app: ChampionTracker) -> None:
        self._app = app
        self._was_away = False
        self._is_whole = asyncio.Event()
        if is_whole(app.tracker):
            self._is_whole.set()

    async def whole(self) -> None:
        """Wait until everything is at hand."""
        await self._is_whole.wait()

    def look(self) -> None:
        """Say whether we are alone and cut off; costs nothing where nobody else could be."""
        app = self._app
        if is_away(app.tracker) != self._was_away:
            self._was_away = not self._was_away
            said = " ".join(app.tracker.notices) if self._was_away else BACK
            severity = "warning" if self._was_away else "information"
            app.notify(said, severity=severity, markup=False)  # type: ignore[arg-type]
            app.post_message(Changed(frozenset()))
        if is_whole(app.tracker) and not self._is_whole.is_set():
            self._is_whole.set()
            app.tracker.reckon_anew()
            app.post_message(Changed(frozenset()))
        attended = getattr(app.screen, "attended", "")
        writing = getattr(app.screen, "is_writing", False)
        others = others_with(app.tracker, attended, writing=writing)
        if hasattr(app.screen, "show_others"):
            app.screen.show_others(others)


def others_line(others: Sequence[str]) -> Content:
    """That others are writing about the same person; empty where nobody is."""
    return user(f"also open for writing: {', '.join(others)}" if others else "", "$text-warning")

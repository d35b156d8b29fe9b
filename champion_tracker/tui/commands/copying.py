"""Actions that copy what one needs elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...model import BadInput
from .action import OnPerson

if TYPE_CHECKING:
    from textual.app import App

    from ..screens.base import TrackerScreen


class CopyAddress(OnPerson):
    """Copy the e-mail addresses of the people at hand, to write to them"""

    COMMAND = "Copy the e-mail address"
    FOOTER_TEXT = "Copy"
    BINDING_KEY = "y"

    @classmethod
    async def perform(cls, screen: TrackerScreen) -> None:
        """See `Action.perform`."""
        found = [person.emails[0] for person in screen.people if person.emails]
        if not found:
            raise BadInput("No e-mail address is known here.", "'Y' copies the name.")
        _copy(screen, found)


class CopyName(OnPerson):
    """Copy the names of the people at hand"""

    COMMAND = "Copy the name"
    BINDING_KEY = "Y"

    @classmethod
    async def perform(cls, screen: TrackerScreen) -> None:
        """See `Action.perform`."""
        _copy(screen, [person.name for person in screen.people])


def _copy(screen: TrackerScreen, texts: list[str]) -> None:
    # Aside, for a program that hangs must not keep the next key waiting.
    screen.app.run_worker(_copied(screen.app, texts, len(screen.people)))


async def _copied(app: App[Any], texts: list[str], of: int) -> None:
    from ..clipboard import copy

    way = await copy(app, ", ".join(texts))
    what = texts[0] if len(texts) == 1 else f"{len(texts)} of {of}"
    app.notify(f"Copied {what} {way}.", markup=False)

"""Actions that copy what one needs elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...model import BadInput
from .action import OnPerson

if TYPE_CHECKING:
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
        await _copy(screen, found)


class CopyName(OnPerson):
    """Copy the names of the people at hand"""

    COMMAND = "Copy the name"
    BINDING_KEY = "Y"

    @classmethod
    async def perform(cls, screen: TrackerScreen) -> None:
        """See `Action.perform`."""
        await _copy(screen, [person.name for person in screen.people])


async def _copy(screen: TrackerScreen, texts: list[str]) -> None:
    from ..clipboard import copy

    way = await copy(screen.app, ", ".join(texts))
    what = texts[0] if len(texts) == 1 else f"{len(texts)} of {len(screen.people)}"
    screen.app.notify(f"Copied {what} {way}.", markup=False)

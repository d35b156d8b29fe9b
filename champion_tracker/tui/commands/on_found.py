"""Actions on what a search has found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .action import Action

if TYPE_CHECKING:
    from ..screens.base import TrackerScreen


class OpenFound(Action):
    """Open the person whom it is about, at this entry; what is about nobody is opened itself"""

    COMMAND = "Open what was found"
    FOOTER_TEXT = "Open"
    GROUP = "In the search"
    BINDING_KEY = "enter"
    SHOW_IN_FOOTER = True

    @classmethod
    async def perform(cls, screen: TrackerScreen) -> None:
        """See `Action.perform`."""
        from ..screens.search import SearchScreen

        if isinstance(screen, SearchScreen):
            await screen.open_found()

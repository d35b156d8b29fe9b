"""Actions on the table of people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .action import Action

if TYPE_CHECKING:
    from ..screens.base import TrackerScreen


class Filter(Action):
    """Show only those who answer to a query: words, or fields such as standing:champion"""

    GROUP = "In the table"
    BINDING_KEY = "slash"
    SHOW_IN_FOOTER = True

    @classmethod
    async def perform(cls, screen: TrackerScreen) -> None:
        """See `Action.perform`."""
        screen.query_one("#query").focus()

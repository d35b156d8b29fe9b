"""Actions on the map."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .action import Action

if TYPE_CHECKING:
    from ..screens.base import TrackerScreen


class OtherView(Action):
    """The chart, or the engagement matrix: C is where they are, D where we want them"""

    COMMAND = "Chart or matrix"
    FOOTER_TEXT = "View"
    GROUP = "On the map"
    BINDING_KEY = "v"
    SHOW_IN_FOOTER = True

    @classmethod
    async def perform(cls, screen: TrackerScreen) -> None:
        """See `Action.perform`."""
        from ..screens.map import MapScreen

        if isinstance(screen, MapScreen):
            screen.as_matrix = not screen.as_matrix


ON_MAP: tuple[type[Action], ...] = (OtherView,)

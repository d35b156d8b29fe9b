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


class ListPlace(Action):
    """List everybody who stands in the place at hand, where it has no room for all"""

    COMMAND = "List this place"
    FOOTER_TEXT = "List"
    GROUP = "On the map"
    BINDING_KEY = "L"

    @classmethod
    def applies(cls, screen: TrackerScreen) -> bool:
        """See `Action.applies`."""
        from ..screens.map import MapScreen

        return isinstance(screen, MapScreen) and not screen.as_matrix and bool(screen.here_now)

    @classmethod
    async def perform(cls, screen: TrackerScreen) -> None:
        """See `Action.perform`."""
        from ..dialogs.choosing import open_records
        from ..screens.map import MapScreen

        if isinstance(screen, MapScreen):
            people = [seen.person.id for seen in screen.here_now]
            await open_records(screen, screen.where, people)


ON_MAP: tuple[type[Action], ...] = (OtherView, ListPlace)

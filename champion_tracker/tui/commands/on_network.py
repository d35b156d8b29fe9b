"""Actions on the network around one person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...model import BadInput
from .action import Action

if TYPE_CHECKING:
    from ..screens.base import TrackerScreen


class Untie(Action):
    """Say that the tie at hand no longer holds; it stays in the history of both"""

    GROUP = "In the network"
    BINDING_KEY = "x"
    SHOW_IN_FOOTER = True

    @classmethod
    def applies(cls, screen: TrackerScreen) -> bool:
        """See `Action.applies`."""
        from ..screens.network import NetworkScreen

        return isinstance(screen, NetworkScreen) and screen.tie is not None

    @classmethod
    async def perform(cls, screen: TrackerScreen) -> None:
        """See `Action.perform`."""
        from ...tracker.ties import untie
        from ..screens.network import NetworkScreen

        tie = screen.tie if isinstance(screen, NetworkScreen) else None
        if tie is None:
            raise BadInput("No tie is at hand.", "Choose one first.")
        untie(screen.tracker, tie)


class BackAround(Action):
    """Go back to the one who was in the middle before"""

    COMMAND = "Back to the one before"
    FOOTER_TEXT = "Back"
    GROUP = "In the network"
    BINDING_KEY = "escape"
    SHOW_IN_FOOTER = True

    @classmethod
    def applies(cls, screen: TrackerScreen) -> bool:
        """See `Action.applies`."""
        from ..screens.network import NetworkScreen

        return isinstance(screen, NetworkScreen) and len(screen.trail) > 1

    @classmethod
    async def perform(cls, screen: TrackerScreen) -> None:
        """See `Action.perform`."""
        from ..screens.network import NetworkScreen

        if isinstance(screen, NetworkScreen):
            screen.go_back()


ON_NETWORK: tuple[type[Action], ...] = (Untie, BackAround)

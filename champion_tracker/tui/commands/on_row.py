"""Actions in the sections of a ledger."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .action import Action

if TYPE_CHECKING:
    from ..screens.base import TrackerScreen


class OpenRow(Action):
    """Open what the line is about: a person, or the records that say it"""

    COMMAND = "Open the line"
    FOOTER_TEXT = "Open"
    GROUP = "In the sections"
    BINDING_KEY = "enter"
    SHOW_IN_FOOTER = True

    @classmethod
    async def perform(cls, screen: TrackerScreen) -> None:
        """See `Action.perform`."""
        from ..screens.ledger import LedgerScreen

        if isinstance(screen, LedgerScreen) and screen.row is not None:
            await screen.open_row(screen.row)


class NextSection(Action):
    """Go to the next section, and from the last one to the first"""

    COMMAND = "Next section"
    FOOTER_TEXT = "Section"
    GROUP = "In the sections"
    BINDING_KEY = "v"
    SHOW_IN_FOOTER = True

    @classmethod
    async def perform(cls, screen: TrackerScreen) -> None:
        """See `Action.perform`."""
        from ..widgets.ledger import Ledger

        screen.query_one(Ledger).next_section()


ON_ROW: tuple[type[Action], ...] = (OpenRow, NextSection)

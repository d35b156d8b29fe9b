"""Actions about who is who, and who comes after whom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .action import Action, OnPerson

if TYPE_CHECKING:
    from ..screens.base import TrackerScreen


class FindDuplicates(Action):
    """People who may be one and the same: make one of two, or say that they are two"""

    COMMAND = "Find duplicates"
    BINDING_KEY = "equals_sign"

    @classmethod
    async def perform(cls, screen: TrackerScreen) -> None:
        """See `Action.perform`."""
        from ..dialogs.merging import DuplicatesDialog

        await screen.app.push_screen_wait(DuplicatesDialog(screen.tracker))


class MergePeople(OnPerson):
    """Make one record of the two who are marked, or of the one at hand and another"""

    COMMAND = "Merge two records"
    FOOTER_TEXT = "Merge"
    BINDING_KEY = "ampersand"

    @classmethod
    async def perform(cls, screen: TrackerScreen) -> None:
        """See `Action.perform`."""
        from ..dialogs.merging import merge_people

        await merge_people(screen)


class TakeOver(OnPerson):
    """The person at hand takes over from somebody: copy ties and open follow-ups"""

    COMMAND = "Take over from somebody"
    FOOTER_TEXT = "Take over"
    BINDING_KEY = "N"

    @classmethod
    async def perform(cls, screen: TrackerScreen) -> None:
        """See `Action.perform`."""
        from ..dialogs.taking_over import TakeOverDialog
        from .on_person import at_hand

        await screen.app.push_screen_wait(TakeOverDialog(screen.tracker, at_hand(screen)))

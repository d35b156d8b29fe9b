"""Actions about stories; they are at hand everywhere, for one tells them everywhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...model import BadInput
from .action import Action
from .writing import write_down

if TYPE_CHECKING:
    from ..screens.base import TrackerScreen


class WriteStory(Action):
    """Write a story: what happened, who is better off, the figure that shows it"""

    COMMAND = "Write a story"
    FOOTER_TEXT = "Write"
    BINDING_KEY = "S"

    @classmethod
    async def perform(cls, screen: TrackerScreen) -> None:
        """See `Action.perform`."""
        from ..dialogs.write_story import WriteStoryDialog

        await write_down(screen, WriteStoryDialog(screen.tracker, screen.occasion))


class TellStory(Action):
    """Note that a story was told: which, to whom or to which area, and how it landed"""

    COMMAND = "Tell a story"
    FOOTER_TEXT = "Tell"
    BINDING_KEY = "T"

    @classmethod
    async def perform(cls, screen: TrackerScreen) -> None:
        """See `Action.perform`."""
        from ..dialogs.tell_story import TellStoryDialog

        if not screen.tracker.workspace.stories:
            raise BadInput("No story is written yet.", "S writes one.")
        dialog = TellStoryDialog(screen.tracker, screen.story, screen.people, screen.area)
        await screen.app.push_screen_wait(dialog)

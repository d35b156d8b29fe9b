"""Actions that every screen offers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...tracker.undoing import redo, undo
from .action import Action
from .going import GOING
from .in_and_out import Export, ImportFile, ImportServer
from .of_application import OF_APPLICATION
from .of_programme import OF_PROGRAMME
from .of_stories import TellStory, WriteStory
from .who_is_who import FindDuplicates

if TYPE_CHECKING:
    from ..screens.base import TrackerScreen


class Review(Action):
    """Go through everybody whose judgement is in doubt, one after the other"""

    COMMAND = "Review all doubts"
    BINDING_KEY = "R"

    @classmethod
    async def perform(cls, screen: TrackerScreen) -> None:
        """See `Action.perform`."""
        from ..dialogs.review import review

        await review(screen)


class LogTouch(Action):
    """Log a touch: a meeting, call or any other contact, and what they did or said for us"""

    COMMAND = "Log a touch"
    FOOTER_TEXT = "Log"
    BINDING_KEY = "l"
    SHOW_IN_FOOTER = True

    @classmethod
    async def perform(cls, screen: TrackerScreen) -> None:
        """See `Action.perform`."""
        from ..dialogs.log_touch import LogTouchDialog

        await screen.app.push_screen_wait(LogTouchDialog(screen.tracker, screen.people))


class AddPerson(Action):
    """Add somebody, and follow them; they are opened, to go on with"""

    COMMAND = "Add a person"
    FOOTER_TEXT = "Add"
    BINDING_KEY = "n"
    SHOW_IN_FOOTER = True

    @classmethod
    async def perform(cls, screen: TrackerScreen) -> None:
        """See `Action.perform`."""
        from ..dialogs.add_person import AddPersonDialog

        dialog = AddPersonDialog(screen.tracker)
        if await screen.app.push_screen_wait(dialog) and dialog.added is not None:
            screen.application.open_person(dialog.added.id)


class FindPerson(Action):
    """Find somebody by a few letters of their name, title or organisation, and open them"""

    COMMAND = "Find a person"
    BINDING_KEY = "ctrl+f"

    @classmethod
    async def perform(cls, screen: TrackerScreen) -> None:
        """See `Action.perform`."""
        from ..dialogs.find_person import FindPersonDialog

        found = await screen.app.push_screen_wait(FindPersonDialog(screen.tracker))
        if found:
            screen.application.open_person(found)


class Search(Action):
    """Find the people, notes, stories and whatever else was written by the words in it"""

    COMMAND = "Search all that was written"
    BINDING_KEY = "ctrl+g"

    @classmethod
    async def perform(cls, screen: TrackerScreen) -> None:
        """See `Action.perform`."""
        screen.application.open_search()


class Undo(Action):
    """Take back the latest change, whoever made it"""

    BINDING_KEY = "u"
    SHOW_IN_FOOTER = True

    @classmethod
    async def perform(cls, screen: TrackerScreen) -> None:
        """See `Action.perform`."""
        undo(screen.tracker)
        screen.seeks_restored = True


class Redo(Action):
    """Make again what was undone last"""

    BINDING_KEY = "U,ctrl+y"

    @classmethod
    async def perform(cls, screen: TrackerScreen) -> None:
        """See `Action.perform`."""
        redo(screen.tracker)


EVERYWHERE: tuple[type[Action], ...] = (
    LogTouch,
    AddPerson,
    Undo,
    Redo,
    *GOING,
    Review,
    WriteStory,
    TellStory,
    *OF_PROGRAMME,
    FindPerson,
    Search,
    ImportFile,
    ImportServer,
    Export,
    FindDuplicates,
    *OF_APPLICATION,
)

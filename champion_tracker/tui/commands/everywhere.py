"""Actions that every screen offers."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from .action import Action
from .in_and_out import Export, ImportFile
from .of_programme import OF_PROGRAMME
from .of_stories import TellStory, WriteStory
from .who_is_who import FindDuplicates

if TYPE_CHECKING:
    from ..screens.base import TrackerScreen

PLACES = {
    "today": "Today",
    "people": "People",
    "map": "Map",
    "network": "Network",
    "stories": "Stories",
    "programme": "Programme",
}
"""The main screens, by mode, in the order of their number keys."""


class Go(Action):
    """Goes to a main screen."""

    NEEDS_ALL = False
    MODE: ClassVar[str] = ""
    """Which one."""

    @classmethod
    async def perform(cls, screen: TrackerScreen) -> None:
        """See `Action.perform`."""
        await screen.application.go(cls.MODE)


class GoAround(Go):
    """Goes to a main screen that is about one person, and puts the one at hand in its middle."""

    @classmethod
    async def perform(cls, screen: TrackerScreen) -> None:
        """See `Action.perform`."""
        screen.application.go_around(cls.MODE, screen.person)


class GoToday(Go):
    """Who wants attention today, most urgent first"""

    COMMAND = "Go to Today"
    BINDING_KEY = "1"
    MODE = "today"


class GoPeople(Go):
    """Everybody, with a filter and a preview"""

    COMMAND = "Go to People"
    BINDING_KEY = "2"
    MODE = "people"


class GoMap(Go):
    """Influence against openness, or the engagement matrix: who stands where"""

    COMMAND = "Go to the Map"
    BINDING_KEY = "3"
    MODE = "map"


class GoNetwork(GoAround):
    """Who is what to the person at hand, and who opens the door to them"""

    COMMAND = "Go to the Network"
    BINDING_KEY = "4"
    MODE = "network"


class GoStories(GoAround):
    """What to tell the person at hand, whom I have not told what, which area has heard nothing"""

    COMMAND = "Go to the Stories"
    BINDING_KEY = "5"
    MODE = "stories"


class GoProgramme(Go):
    """What the programme could fail by, with the facts; champions by area; where effort goes"""

    COMMAND = "Go to the Programme"
    BINDING_KEY = "6"
    MODE = "programme"


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
    """Log a touch: a meeting, call, e-mail or any other contact, with one or more people"""

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


class OpenDemo(Action):
    """Open the demo: an invented agency with two years of history, thrown away afterwards"""

    COMMAND = "Open the demo"
    BINDING_KEY = "D"

    @classmethod
    def applies(cls, screen: TrackerScreen) -> bool:
        """Only where a demo can be made."""
        return screen.application.demo is not None

    @classmethod
    async def perform(cls, screen: TrackerScreen) -> None:
        """See `Action.perform`."""
        screen.application.leave_for_demo()


class Undo(Action):
    """Take back the latest change, whoever made it"""

    BINDING_KEY = "u"
    SHOW_IN_FOOTER = True

    @classmethod
    async def perform(cls, screen: TrackerScreen) -> None:
        """See `Action.perform`."""
        screen.tracker.undo()


class Redo(Action):
    """Make again what was undone last"""

    BINDING_KEY = "U,ctrl+y"

    @classmethod
    async def perform(cls, screen: TrackerScreen) -> None:
        """See `Action.perform`."""
        screen.tracker.redo()


class GoSettings(Action):
    """Everything that can be set: cadences, thresholds, dates, privacy, colours, keys"""

    NEEDS_ALL = False
    COMMAND = "Settings"
    BINDING_KEY = "comma"

    @classmethod
    async def perform(cls, screen: TrackerScreen) -> None:
        """See `Action.perform`."""
        screen.application.open_settings()


class Palette(Action):
    """Search for anything that can be done, and for anybody"""

    NEEDS_ALL = False
    COMMAND = "Command palette"
    BINDING_KEY = "ctrl+p,:"
    IN_PALETTE = False

    @classmethod
    async def perform(cls, screen: TrackerScreen) -> None:
        """See `Action.perform`."""
        screen.app.action_command_palette()


class Jump(Action):
    """Letters on everything that can be reached; press them and go there, also in dialogs"""

    COMMAND = "Jump to anything on the screen"
    BINDING_KEY = "ctrl+t,f6"

    @classmethod
    async def perform(cls, screen: TrackerScreen) -> None:
        """See `Action.perform`."""
        screen.application.action_jump()


class ChangeTheme(Action):
    """Choose other colours; they are kept"""

    NEEDS_ALL = False
    COMMAND = "Change the theme"
    BINDING_KEY = "f9"

    @classmethod
    async def perform(cls, screen: TrackerScreen) -> None:
        """See `Action.perform`."""
        screen.app.search_themes()


class SwitchDark(Action):
    """Switch between our dark and our light theme"""

    NEEDS_ALL = False
    COMMAND = "Dark or light"
    BINDING_KEY = "f8"

    @classmethod
    async def perform(cls, screen: TrackerScreen) -> None:
        """See `Action.perform`."""
        from ..themes import DARK, LIGHT

        theme = LIGHT if screen.app.current_theme.dark else DARK
        screen.application.keep("theme", theme.name)


class Help(Action):
    """What can be done here, with its keys"""

    NEEDS_ALL = False
    BINDING_KEY = ("question_mark,f1", "?")
    SHOW_IN_FOOTER = True

    @classmethod
    async def perform(cls, screen: TrackerScreen) -> None:
        """See `Action.perform`."""
        from ..dialogs.help import HelpDialog

        await screen.app.push_screen_wait(HelpDialog(screen))


class Quit(Action):
    """Leave; what was saved is safe, and an open draft is asked about"""

    NEEDS_ALL = False
    BINDING_KEY = "q"

    @classmethod
    async def perform(cls, screen: TrackerScreen) -> None:
        """See `Action.perform`."""
        await screen.application.leave()


EVERYWHERE: tuple[type[Action], ...] = (
    LogTouch,
    AddPerson,
    Undo,
    Redo,
    GoToday,
    GoPeople,
    GoMap,
    GoNetwork,
    GoStories,
    GoProgramme,
    Review,
    WriteStory,
    TellStory,
    *OF_PROGRAMME,
    FindPerson,
    Search,
    ImportFile,
    Export,
    FindDuplicates,
    OpenDemo,
    GoSettings,
    Palette,
    Jump,
    ChangeTheme,
    SwitchDark,
    Help,
    Quit,
)

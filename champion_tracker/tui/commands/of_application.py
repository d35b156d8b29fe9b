"""Actions of the application itself: how it looks, how one finds one's way in it, the end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .action import Action

if TYPE_CHECKING:
    from ..screens.base import TrackerScreen


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


OF_APPLICATION: tuple[type[Action], ...] = (
    OpenDemo,
    GoSettings,
    Palette,
    Jump,
    ChangeTheme,
    SwitchDark,
    Help,
    Quit,
)

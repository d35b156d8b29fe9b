"""Actions that go to a main screen."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from .action import Action

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
        screen.application.go_around(cls.MODE, None)


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


GOING: tuple[type[Action], ...] = (
    GoToday,
    GoPeople,
    GoMap,
    GoNetwork,
    GoStories,
    GoProgramme,
)

"""Actions on the pane beside or below a list."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from .action import Action

if TYPE_CHECKING:
    from ..screens.base import TrackerScreen
    from ..widgets.divider import Divider

STEP = {"width": 4, "height": 1}
"""How many cells a key moves the line."""


class OnPane(Action):
    """An action on the line between list and pane."""

    GROUP: ClassVar[str] = "The pane beside or below"

    @staticmethod
    def divider(screen: TrackerScreen) -> Divider | None:
        """The line, where there is one to be seen."""
        from ..widgets.divider import Divider

        return next((line for line in screen.query(Divider) if line.is_of_use), None)

    @classmethod
    def applies(cls, screen: TrackerScreen) -> bool:
        """See `Action.applies`."""
        return cls.divider(screen) is not None

    @classmethod
    async def perform(cls, screen: TrackerScreen) -> None:
        """See `Action.perform`."""
        if line := cls.divider(screen):
            cls.move(line)

    @classmethod
    def move(cls, line: Divider) -> None:
        """Do it with the line."""
        raise NotImplementedError


class WidenPane(OnPane):
    """Make the pane larger; the line can be dragged, too"""

    COMMAND = "Larger pane"
    BINDING_KEY = "left_square_bracket"

    @classmethod
    def move(cls, line: Divider) -> None:
        """See `OnPane.move`."""
        line.grow(STEP[line.way])


class NarrowPane(OnPane):
    """Make the pane smaller"""

    COMMAND = "Smaller pane"
    BINDING_KEY = "right_square_bracket"

    @classmethod
    def move(cls, line: Divider) -> None:
        """See `OnPane.move`."""
        line.grow(-STEP[line.way])


class UsualPane(OnPane):
    """Give the pane its usual size again, as a double click on the line does"""

    COMMAND = "Usual pane"
    BINDING_KEY = "backslash"

    @classmethod
    def move(cls, line: Divider) -> None:
        """See `OnPane.move`."""
        line.usual()


PANES: tuple[type[Action], ...] = (WidenPane, NarrowPane, UsualPane)
"""What is done with the line between list and pane, wherever there is one."""

"""Actions about the rest of the method's words; at hand everywhere, for one hears of them there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .action import Action
from .writing import write_down

if TYPE_CHECKING:
    from ..screens.base import TrackerScreen


class WriteAsk(Action):
    """Write down what we need of the person at hand, and what will not happen without it"""

    COMMAND = "Write an ask"
    FOOTER_TEXT = "Ask"
    BINDING_KEY = "K"

    @classmethod
    async def perform(cls, screen: TrackerScreen) -> None:
        """See `Action.perform`."""
        from ..dialogs.ask import AskDialog

        await write_down(screen, AskDialog(screen.tracker, screen.person))


class NoteObjection(Action):
    """Write down a risk that the person at hand holds against us, and what answers it"""

    COMMAND = "Note an objection"
    FOOTER_TEXT = "Objection"
    BINDING_KEY = "O"

    @classmethod
    async def perform(cls, screen: TrackerScreen) -> None:
        """See `Action.perform`."""
        from ..dialogs.objection import ObjectionDialog

        await write_down(screen, ObjectionDialog(screen.tracker, screen.person))


class WriteGoal(Action):
    """Write down what the programme is for: the aim that it serves, its measure, who shares it"""

    COMMAND = "Write a goal"
    FOOTER_TEXT = "Goal"
    BINDING_KEY = "M"

    @classmethod
    async def perform(cls, screen: TrackerScreen) -> None:
        """See `Action.perform`."""
        from ..dialogs.goal import GoalDialog

        await write_down(screen, GoalDialog(screen.tracker))


class SetSeat(Action):
    """Set a seat at the table: who holds it or only acts, and who might follow"""

    COMMAND = "Set a seat"
    FOOTER_TEXT = "Seat"
    BINDING_KEY = "C"

    @classmethod
    async def perform(cls, screen: TrackerScreen) -> None:
        """See `Action.perform`."""
        from ..dialogs.seat import SeatDialog

        await write_down(screen, SeatDialog(screen.tracker, screen.person))


class NoteOccasion(Action):
    """Note what calls for a story afterwards: an incident, a campaign's end, work with an area"""

    COMMAND = "Note an occasion"
    FOOTER_TEXT = "Occasion"
    BINDING_KEY = "H"

    @classmethod
    async def perform(cls, screen: TrackerScreen) -> None:
        """See `Action.perform`."""
        from ..dialogs.occasion import OccasionDialog

        await write_down(screen, OccasionDialog(screen.tracker))


class WriteReport(Action):
    """The report of the last month for your boss, or the digest of the week; seen, then written"""

    COMMAND = "Write the monthly report"
    FOOTER_TEXT = "Report"
    GROUP = "The programme"
    BINDING_KEY = "B"
    SHOW_IN_FOOTER = True

    @classmethod
    async def perform(cls, screen: TrackerScreen) -> None:
        """See `Action.perform`."""
        from ..dialogs.exporting import ExportDialog

        await screen.app.push_screen_wait(ExportDialog(screen.tracker, form="report"))


OF_PROGRAMME: tuple[type[Action], ...] = (
    WriteAsk,
    NoteObjection,
    WriteGoal,
    SetSeat,
    NoteOccasion,
)

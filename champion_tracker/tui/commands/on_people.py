"""Actions on the table of people, on one of them or on all that are marked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...model import BadInput
from .action import Action, OnPerson

if TYPE_CHECKING:
    from ..screens.base import TrackerScreen


class Filter(Action):
    """Show only those who answer to a query: words, or fields such as standing:champion"""

    NEEDS_ALL = False
    GROUP = "In the table"
    BINDING_KEY = "slash"
    SHOW_IN_FOOTER = True

    @classmethod
    async def perform(cls, screen: TrackerScreen) -> None:
        """See `Action.perform`."""
        screen.query_one("#query").focus()


class ChooseColumns(Action):
    """Choose which columns are shown, in which order and how wide; it is remembered"""

    NEEDS_ALL = False
    COMMAND = "Choose the columns"
    FOOTER_TEXT = "Columns"
    GROUP = "In the table"
    BINDING_KEY = "vertical_line"
    SHOW_IN_FOOTER = True

    @classmethod
    async def perform(cls, screen: TrackerScreen) -> None:
        """See `Action.perform`."""
        from ..dialogs.columns import ColumnsDialog
        from ..widgets.people_table import PeopleTable

        await screen.app.push_screen_wait(ColumnsDialog(screen.query_one(PeopleTable)))


class SnoozePeople(OnPerson):
    """Put off whatever stands about the people at hand; where nothing does, their next touch"""

    COMMAND = "Snooze the people"
    FOOTER_TEXT = "Snooze"
    GROUP = "In the table"
    BINDING_KEY = "s"

    @classmethod
    async def perform(cls, screen: TrackerScreen) -> None:
        """See `Action.perform`."""
        from ...tracker.answers import standing_or_next_of
        from ...tracker.people import names
        from ..dialogs.snooze import SnoozeDialog

        prompts, quiet = standing_or_next_of(screen.tracker, screen.people)
        if not prompts:
            raise BadInput(f"Nothing about {names(quiet)} is due, now or later.", "Follow first.")
        await screen.app.push_screen_wait(SnoozeDialog(screen.tracker, prompts, quiet))


class TagPeople(OnPerson):
    """Put tags on the people at hand, or take them off"""

    COMMAND = "Tag the people"
    FOOTER_TEXT = "Tag"
    GROUP = "In the table"
    BINDING_KEY = "number_sign"

    @classmethod
    async def perform(cls, screen: TrackerScreen) -> None:
        """See `Action.perform`."""
        from ..dialogs.several import TagDialog

        await screen.app.push_screen_wait(TagDialog(screen.tracker, screen.people))


ON_SEVERAL: tuple[type[OnPerson], ...] = (SnoozePeople, TagPeople)
"""What is done with several people as with one."""

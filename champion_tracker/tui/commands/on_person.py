"""Actions on the person at hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...model import BadInput
from ...tracker import people as verbs
from .action import OnPerson
from .copying import CopyAddress, CopyName
from .who_is_who import MergePeople, TakeOver

if TYPE_CHECKING:
    from ...model import Person
    from ..screens.base import TrackerScreen


def at_hand(screen: TrackerScreen) -> Person:
    """The person at hand.

    Raises:
        BadInput: there is none.
    """
    if screen.person is None:
        raise BadInput("Nobody is at hand.", "Choose a person first.")
    return screen.person


class OpenPerson(OnPerson):
    """Open the person: facts, notes, and everything that happened"""

    NEEDS_ALL = False
    COMMAND = "Open the person"
    FOOTER_TEXT = "Open"
    BINDING_KEY = "enter"
    SHOW_IN_FOOTER = True

    @classmethod
    async def perform(cls, screen: TrackerScreen) -> None:
        """See `Action.perform`."""
        screen.application.open_person(at_hand(screen).id)


class ChangePosition(OnPerson):
    """Change the position: they moved, took on another one, or left"""

    COMMAND = "Change the position"
    FOOTER_TEXT = "Position"
    BINDING_KEY = "m"
    SHOW_IN_FOOTER = True

    @classmethod
    async def perform(cls, screen: TrackerScreen) -> None:
        """See `Action.perform`."""
        from ..dialogs.change_position import ChangePositionDialog
        from ..dialogs.loosening import ask_about_ties

        person = at_hand(screen)
        if await screen.app.push_screen_wait(ChangePositionDialog(screen.tracker, person)):
            await ask_about_ties(screen, person.id)


class Assess(OnPerson):
    """Judge influence, openness and engagement; plan the move to where you want them"""

    COMMAND = "Assess"
    BINDING_KEY = "a"
    SHOW_IN_FOOTER = True

    @classmethod
    async def perform(cls, screen: TrackerScreen) -> None:
        """See `Action.perform`."""
        from ..dialogs.assess import AssessDialog, judge

        await judge(screen, AssessDialog(screen.tracker, at_hand(screen)))


class FollowUp(OnPerson):
    """Set a reminder about the person for a day"""

    COMMAND = "Set a follow-up"
    FOOTER_TEXT = "Follow up"
    BINDING_KEY = "f"
    SHOW_IN_FOOTER = True

    @classmethod
    async def perform(cls, screen: TrackerScreen) -> None:
        """See `Action.perform`."""
        from ..dialogs.follow_up import FollowUpDialog

        await screen.app.push_screen_wait(FollowUpDialog(screen.tracker, at_hand(screen)))


class MakePromise(OnPerson):
    """Note a promise, theirs to us or ours to them, and by when"""

    COMMAND = "Note a promise"
    FOOTER_TEXT = "Promise"
    BINDING_KEY = "P"

    @classmethod
    async def perform(cls, screen: TrackerScreen) -> None:
        """See `Action.perform`."""
        from ..dialogs.promise import PromiseDialog

        await screen.app.push_screen_wait(PromiseDialog(screen.tracker, at_hand(screen)))


class EnterTie(OnPerson):
    """Say who has whose ear, reports to whom, is an ally, at odds, or assists"""

    COMMAND = "Enter a tie"
    FOOTER_TEXT = "Tie"
    BINDING_KEY = "t"

    @classmethod
    def applies(cls, screen: TrackerScreen) -> bool:
        """See `Action.applies`."""
        return screen.centre is not None

    @classmethod
    async def perform(cls, screen: TrackerScreen) -> None:
        """See `Action.perform`."""
        from ..dialogs.tie import TieDialog

        centre = screen.centre or at_hand(screen)
        await screen.app.push_screen_wait(TieDialog(screen.tracker, centre))


class WhatIf(OnPerson):
    """What would be lost if the person at hand left, and who could follow them; else asks who"""

    COMMAND = "What if they leave?"
    FOOTER_TEXT = "What if"
    BINDING_KEY = "W"

    @classmethod
    def applies(cls, screen: TrackerScreen) -> bool:
        """Always: where nobody is at hand, it asks who."""
        return True

    @classmethod
    async def perform(cls, screen: TrackerScreen) -> None:
        """See `Action.perform`."""
        from ..dialogs.choosing import show_what_if
        from ..dialogs.find_person import FindPersonDialog

        dialog = FindPersonDialog(screen.tracker, "What if who leaves?")
        person = screen.person
        found = person.id if person is not None else await screen.app.push_screen_wait(dialog)
        if found:
            await show_what_if(screen, found)


class Follow(OnPerson):
    """Follow the people at hand, so that they raise prompts, or stop following them"""

    COMMAND = "Follow or unfollow"
    FOOTER_TEXT = "Follow"
    BINDING_KEY = "w"

    @classmethod
    async def perform(cls, screen: TrackerScreen) -> None:
        """See `Action.perform`."""
        follows = all(person.is_followed for person in screen.people)
        (verbs.unfollow if follows else verbs.follow)(screen.tracker, screen.people)


class SetCadence(OnPerson):
    """How often the people at hand want a touch: their own cadence, a pause, or the standing's"""

    COMMAND = "Set the cadence"
    FOOTER_TEXT = "Cadence"
    BINDING_KEY = "c"

    @classmethod
    async def perform(cls, screen: TrackerScreen) -> None:
        """See `Action.perform`."""
        from ..dialogs.cadence import CadenceDialog

        await screen.app.push_screen_wait(CadenceDialog(screen.tracker, screen.people))


class PinStanding(OnPerson):
    """Hold a standing against the rule, with a reason, or let the rule decide again"""

    COMMAND = "Pin the standing"
    FOOTER_TEXT = "Pin"
    BINDING_KEY = "p"

    @classmethod
    async def perform(cls, screen: TrackerScreen) -> None:
        """See `Action.perform`."""
        from ..dialogs.pin import PinDialog

        await screen.app.push_screen_wait(PinDialog(screen.tracker, at_hand(screen)))


class EditFacts(OnPerson):
    """Edit name, addresses, telephone numbers, links and tags"""

    COMMAND = "Edit the facts"
    FOOTER_TEXT = "Edit"
    BINDING_KEY = "e"

    @classmethod
    async def perform(cls, screen: TrackerScreen) -> None:
        """See `Action.perform`."""
        from ..dialogs.facts import FactsDialog

        dialog = FactsDialog(screen.tracker, at_hand(screen), screen.fact)
        await screen.app.push_screen_wait(dialog)


class EditNotes(OnPerson):
    """Write the notes about the person, in Markdown"""

    COMMAND = "Edit the notes"
    FOOTER_TEXT = "Notes"
    BINDING_KEY = "o"

    @classmethod
    async def perform(cls, screen: TrackerScreen) -> None:
        """See `Action.perform`."""
        from ..dialogs.notes import NotesDialog

        await screen.app.push_screen_wait(NotesDialog(screen.tracker, at_hand(screen)))


class Archive(OnPerson):
    """Put the people at hand away: out of lists and prompts, nothing lost"""

    BINDING_KEY = "A"

    @classmethod
    async def perform(cls, screen: TrackerScreen) -> None:
        """See `Action.perform`."""
        people = screen.people
        away = all(person.archived_on is not None for person in people)
        (verbs.unarchive if away else verbs.archive)(screen.tracker, people)


ABOUT_PERSON: tuple[type[OnPerson], ...] = (
    ChangePosition,
    Assess,
    FollowUp,
    MakePromise,
    EnterTie,
    WhatIf,
    Follow,
    SetCadence,
    PinStanding,
    EditFacts,
    EditNotes,
    CopyAddress,
    CopyName,
    TakeOver,
    MergePeople,
    Archive,
)
"""What can be done with a person wherever one is at hand."""

"""What every action is made of."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual_enhanced.commands import Command

if TYPE_CHECKING:
    from ..screens.base import TrackerScreen


class Action(Command):
    """One thing that a user can do.

    The docstring is at once tooltip, help and palette text; the class name is the identifier
    by which the keys can be changed.
    """

    IN_PALETTE: ClassVar[bool] = True
    GROUP: ClassVar[str] = "Everywhere"
    """Under which heading help lists it."""

    @classmethod
    def action_name(cls) -> str:
        """All actions go through one door of the screen, which minds errors."""
        return f"perform('{cls.__name__}')"

    @classmethod
    def applies(cls, screen: TrackerScreen) -> bool:
        """Whether it can be done now."""
        return True

    @classmethod
    async def perform(cls, screen: TrackerScreen) -> None:
        """Do it.

        Raises:
            TrackerError: it cannot be done; the sentence says why.
        """
        raise NotImplementedError


class OnPerson(Action):
    """An action on the person at hand."""

    GROUP = "The person at hand"

    @classmethod
    def applies(cls, screen: TrackerScreen) -> bool:
        """See `Action.applies`."""
        return screen.person is not None


class OnPrompt(Action):
    """An action on the prompt at hand."""

    GROUP = "Answers to a prompt"

    @classmethod
    def applies(cls, screen: TrackerScreen) -> bool:
        """See `Action.applies`."""
        return screen.prompt is not None

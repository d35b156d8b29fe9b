"""What every action is made of."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType

if TYPE_CHECKING:
    from ..screens.base import TrackerScreen


class Action:
    """One thing that a user can do.

    The docstring is at once tooltip, help and palette text; the class name is the identifier
    by which the keys can be changed.
    """

    COMMAND: ClassVar[str] = ""
    """What it is called; by default the words of the class name."""
    FOOTER_TEXT: ClassVar[str] = ""
    """What it is called where room is scarce; by default the same."""
    SHOW_IN_FOOTER: ClassVar[bool] = False
    BINDING_KEY: ClassVar[str | tuple[str, str]] = ""
    """The keys, joined by commas; with how they are shown, where that is not the usual way."""
    IN_PALETTE: ClassVar[bool] = True
    GROUP: ClassVar[str] = "Everywhere"
    """Under which heading help lists it."""
    NEEDS_ALL: ClassVar[bool] = True
    """Whether it waits until everything is at hand, where that takes a moment after the start."""

    @classmethod
    def command(cls) -> str:
        """What it is called."""
        return cls.COMMAND or re.sub(r"(?<=[a-z])(?=[A-Z])", " ", cls.__name__)

    @classmethod
    def tooltip(cls) -> str:
        """What it does."""
        return cls.__doc__ or ""

    @classmethod
    def binding(cls) -> Binding:
        """Its keys. All actions go through one door of the screen, which minds errors."""
        key = cls.BINDING_KEY
        keys, display = key if isinstance(key, tuple) else (key, None)
        return Binding(
            keys,
            f"perform('{cls.__name__}')",
            cls.FOOTER_TEXT or cls.command(),
            show=cls.SHOW_IN_FOOTER,
            key_display=display,
            tooltip=cls.tooltip(),
            id=cls.__name__,
        )

    @staticmethod
    def bindings(*actions: type[Action]) -> list[BindingType]:
        """The keys of all these actions that have any."""
        return [action.binding() for action in actions if action.BINDING_KEY]

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

"""Actions that answer the prompt at hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...model import BadInput, Outcome, PromptKind
from ...tracker import answers
from ...tracker.promises import settle
from .action import OnPrompt

if TYPE_CHECKING:
    from ...model import Prompt
    from ..screens.base import TrackerScreen


def at_hand(screen: TrackerScreen) -> Prompt:
    """The prompt at hand.

    Raises:
        BadInput: there is none.
    """
    if screen.prompt is None:
        raise BadInput("No prompt is at hand.", "Choose one first.")
    return screen.prompt


class Done(OnPrompt):
    """Settle it as it stands: touched, followed up, promise kept, or judged with no change"""

    BINDING_KEY = "d"
    SHOW_IN_FOOTER = True

    @classmethod
    def applies(cls, screen: TrackerScreen) -> bool:
        """Coverage cannot be ticked off."""
        return screen.prompt is not None and screen.prompt.kind is not PromptKind.COVERAGE

    @classmethod
    async def perform(cls, screen: TrackerScreen) -> None:
        """See `Action.perform`."""
        answers.done(screen.tracker, at_hand(screen))


class Broken(OnPrompt):
    """The promise was not kept"""

    COMMAND = "Promise broken"
    FOOTER_TEXT = "Broken"
    BINDING_KEY = "b"
    SHOW_IN_FOOTER = True

    @classmethod
    def applies(cls, screen: TrackerScreen) -> bool:
        """Only promises can be broken."""
        return screen.prompt is not None and screen.prompt.kind is PromptKind.PROMISE

    @classmethod
    async def perform(cls, screen: TrackerScreen) -> None:
        """See `Action.perform`."""
        prompt = at_hand(screen)
        made = screen.tracker.workspace.promises.get(prompt.key.partition(":")[2])
        if made is None:
            raise BadInput("This promise has been settled meanwhile.")
        settle(screen.tracker, made, Outcome.BROKEN)


class Snooze(OnPrompt):
    """Put it off: until tomorrow, next week, or any day in words"""

    COMMAND = "Snooze"
    BINDING_KEY = "s"
    SHOW_IN_FOOTER = True

    @classmethod
    async def perform(cls, screen: TrackerScreen) -> None:
        """See `Action.perform`."""
        from ..dialogs.snooze import SnoozeDialog

        await screen.app.push_screen_wait(SnoozeDialog(screen.tracker, [at_hand(screen)]))


class Dismiss(OnPrompt):
    """Settle it without doing it, with a reason; it returns only when its cause changes"""

    BINDING_KEY = "x"
    SHOW_IN_FOOTER = True

    @classmethod
    async def perform(cls, screen: TrackerScreen) -> None:
        """See `Action.perform`."""
        from ..dialogs.dismiss import DismissDialog

        await screen.app.push_screen_wait(DismissDialog(screen.tracker, at_hand(screen)))


ANSWERS: tuple[type[OnPrompt], ...] = (Done, Broken, Snooze, Dismiss)
"""What can be answered to a prompt."""

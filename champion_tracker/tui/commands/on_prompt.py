"""Actions that answer the prompt at hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...model import BadInput, Goal, Objection, Occasion, Outcome, PromptKind
from ...tracker import answers
from ...tracker.promises import not_yet, settle
from ...tracker.subjects import matter_of, occasion_of
from .action import OnPrompt

if TYPE_CHECKING:
    from ...model import Promise, Prompt
    from ..dialogs.base import Dialog
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
        """What takes more than one word is asked for."""
        prompt = at_hand(screen)
        dialog = _dialog(screen, prompt)
        if dialog is not None:
            await screen.app.push_screen_wait(dialog)
        else:
            answers.done(screen.tracker, prompt)


def _dialog(screen: TrackerScreen, prompt: Prompt) -> Dialog | None:
    from ..dialogs import goal, objection, tell_story, write_story

    tracker = screen.tracker
    match matter_of(tracker, prompt) or occasion_of(tracker, prompt):
        case Goal() as aim:
            return goal.MeasureDialog(tracker, aim)
        case Objection() as feared:
            return objection.ObjectionDialog(tracker, known=feared)
        case Occasion() as occasion:
            return write_story.WriteStoryDialog(tracker, occasion)
    if prompt.kind is not PromptKind.STORY or prompt.person_id:
        return None
    if not tracker.workspace.stories:
        return write_story.WriteStoryDialog(tracker)
    return tell_story.TellStoryDialog(tracker, screen.story, area=screen.area)


class OnPromise(OnPrompt):
    """An answer to: was it kept?"""

    @classmethod
    def applies(cls, screen: TrackerScreen) -> bool:
        """Only where a promise is asked about."""
        return screen.prompt is not None and screen.prompt.kind is PromptKind.PROMISE


def promise_at_hand(screen: TrackerScreen) -> Promise:
    """The promise that the prompt at hand asks about.

    Raises:
        BadInput: it has been settled meanwhile.
    """
    made = screen.tracker.workspace.promises.get(at_hand(screen).key.partition(":")[2])
    if made is None:
        raise BadInput("This promise has been settled meanwhile.")
    return made


class Broken(OnPromise):
    """The promise was not kept"""

    COMMAND = "Promise broken"
    FOOTER_TEXT = "Broken"
    BINDING_KEY = "b"
    SHOW_IN_FOOTER = True

    @classmethod
    async def perform(cls, screen: TrackerScreen) -> None:
        """See `Action.perform`."""
        settle(screen.tracker, promise_at_hand(screen), Outcome.BROKEN)


class NotYet(OnPromise):
    """The promise is not kept yet: ask again in a week"""

    COMMAND = "Promise not kept yet"
    FOOTER_TEXT = "Not yet"
    BINDING_KEY = "z"
    SHOW_IN_FOOTER = True

    @classmethod
    async def perform(cls, screen: TrackerScreen) -> None:
        """See `Action.perform`."""
        not_yet(screen.tracker, promise_at_hand(screen))


class Withdrawn(OnPromise):
    """The promise was taken back, and says nothing of whoever gave it"""

    COMMAND = "Promise withdrawn"
    FOOTER_TEXT = "Withdrawn"
    BINDING_KEY = "X"

    @classmethod
    async def perform(cls, screen: TrackerScreen) -> None:
        """See `Action.perform`."""
        settle(screen.tracker, promise_at_hand(screen), Outcome.WITHDRAWN)


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


ANSWERS: tuple[type[OnPrompt], ...] = (Done, Broken, NotYet, Withdrawn, Snooze, Dismiss)
"""What can be answered to a prompt."""

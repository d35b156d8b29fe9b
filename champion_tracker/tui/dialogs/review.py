"""A guided round through all judgements that are in doubt."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content

from ...model import BadInput, PromptKind
from ..looks import MUTED, user
from .assess import AssessDialog, judge

if TYPE_CHECKING:
    from ...model import Person, Prompt
    from ...tracker import Tracker
    from ..screens.base import TrackerScreen


async def review(screen: TrackerScreen) -> None:
    """Ask about everybody in doubt, until all are judged or the user has had enough.

    Raises:
        BadInput: no judgement is in doubt.
    """
    tracker = screen.tracker
    doubts = [p for p in tracker.live_agenda() if p.kind is PromptKind.REASSESS]
    if not doubts:
        raise BadInput("No judgement is in doubt today.", "Press a on a person to judge anyway.")
    for number, prompt in enumerate(doubts, 1):
        person = tracker.workspace.people.get(prompt.person_id)
        if person is None:
            continue
        dialog = ReviewDialog(tracker, person, prompt, f"{number} of {len(doubts)}")
        if not await judge(screen, dialog):
            return
    screen.app.notify("That was everybody whose judgement was in doubt.", markup=False)


class ReviewDialog(AssessDialog):
    """One person of the round: why there is doubt, and the judgement."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+n", "skip", "Later", id="review.skip"),
        Binding("escape", "close", "Stop", id="dialog.close"),
    ]

    def __init__(self, tracker: Tracker, person: Person, prompt: Prompt, progress: str) -> None:
        super().__init__(tracker, person)
        self.prompt = prompt
        self.progress = progress

    @property
    def heading(self) -> Content:
        """Who, how far the round is, and why there is doubt."""
        return Content.assemble(
            super().heading,
            (f"   {self.progress}", "$text-accent"),
            "\n",
            user(self.prompt.why, f"{MUTED} not bold"),
        )

    def action_skip(self) -> None:
        """Leave this one in doubt and go on to the next."""
        self.dismiss(result=True)

"""A record of the programme in full, and what can be done about it at one key each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Generic, TypeVar

from msgspec.structs import replace
from textual.binding import Binding, BindingType
from textual.content import Content

from ...model import (
    Ask,
    AskStatus,
    Evidence,
    Goal,
    Interaction,
    Objection,
    ObjectionStatus,
    Occasion,
    Outcome,
    Promise,
    Seat,
    Story,
    Telling,
    TrackerError,
)
from ...tracker.answers import prompt_by_key
from ...tracker.asks import change_ask
from ...tracker.goals import change_goal
from ...tracker.objections import change_objection
from ...tracker.promises import not_yet, settle
from ...tracker.seats import change_seat, remove_seat
from ...tracker.touches import remove, rewrite
from ..records import record_text
from .reading import ReadingDialog

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.screen import ModalScreen

    from ...tracker import Tracker

Of = TypeVar("Of")


class Card(ReadingDialog, Generic[Of]):
    """A record that can be answered; one key does it, and goes back."""

    def __init__(self, tracker: Tracker, record: Of) -> None:
        super().__init__(record_text(tracker, record) or Content(""))
        self.tracker = tracker
        self.record = record

    def answer(self, work: Callable[[], object]) -> None:
        """Do what a key stands for and go back; if it is refused, say why and stay."""
        try:
            work()
        except TrackerError as error:
            self.app.notify(str(error), severity="warning", markup=False)
        else:
            self.dismiss()

    def hand_over(self, dialog: ModalScreen[bool]) -> None:
        """Let another dialog take over, and go back when it has done its work."""
        self.app.push_screen(dialog, self._go_back)

    async def _go_back(self, done: bool | None) -> None:  # noqa: FBT001
        if done:
            await self.dismiss()


class TouchCard(Card[Interaction]):
    """A touch that was logged: what it shows of a champion, and what was wrong in it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("p", "show('access')", "Lent us power", id="touch.access"),
        Binding("s", "show('spoke')", "Spoke for us", id="touch.spoke"),
        Binding("t", "show('stake')", "Has a stake", id="touch.stake"),
        Binding("e", "edit", "Correct", id="card.edit"),
        Binding("x", "remove", "Remove", id="touch.remove"),
    ]

    def action_show(self, evidence: str) -> None:
        """Say what it proves of a champion, or that it does not."""
        shown, this = self.record.shows, Evidence(evidence)
        kept = tuple(each for each in shown if each is not this)
        changed = replace(self.record, shows=kept if this in shown else (*kept, this))
        self.answer(lambda: rewrite(self.tracker, self.record, changed))

    def action_edit(self) -> None:
        """Correct it."""
        from .log_touch import LogTouchDialog

        self.hand_over(LogTouchDialog(self.tracker, known=self.record))

    def action_remove(self) -> None:
        """Take it out of the record; undo brings it back."""
        self.answer(lambda: remove(self.tracker, self.record))


class AskCard(Card[Ask]):
    """What we need of somebody: granted, partly, refused, withdrawn."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("g", "settle('granted')", "Granted", id="ask.granted"),
        Binding("p", "settle('partly')", "Partly", id="ask.partly"),
        Binding("r", "settle('refused')", "Refused", id="ask.refused"),
        Binding("w", "settle('withdrawn')", "Withdrawn", id="ask.withdrawn"),
        Binding("m", "settle('made')", "Made", id="ask.made"),
        Binding("e", "edit", "Edit", id="card.edit"),
    ]

    def action_settle(self, status: str) -> None:
        """Say how it stands."""
        self.answer(lambda: change_ask(self.tracker, self.record, status=AskStatus(status)))

    def action_edit(self) -> None:
        """Edit everything about it."""
        from .ask import AskDialog

        self.hand_over(AskDialog(self.tracker, known=self.record))


class ObjectionCard(Card[Objection]):
    """What somebody fears: it stands, it has softened, it is gone."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("o", "settle('softened')", "Softened", id="objection.softened"),
        Binding("g", "settle('gone')", "Gone", id="objection.gone"),
        Binding("s", "settle('standing')", "Stands", id="objection.standing"),
        Binding("e", "edit", "Edit", id="card.edit"),
    ]

    def action_settle(self, status: str) -> None:
        """Say how far it holds."""
        known, stands = self.record, ObjectionStatus(status)
        self.answer(lambda: change_objection(self.tracker, known, status=stands))

    def action_edit(self) -> None:
        """Edit everything about it."""
        from .objection import ObjectionDialog

        self.hand_over(ObjectionDialog(self.tracker, known=self.record))


class GoalCard(Card[Goal]):
    """What the programme is for: measure it, share it, close it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("m", "measure", "Measure", id="goal.measure"),
        Binding("e", "edit", "Edit, share", id="card.edit"),
        Binding("c", "end", "Close, open", id="goal.close"),
    ]

    def action_measure(self) -> None:
        """Note where it stands."""
        from .goal import MeasureDialog

        self.hand_over(MeasureDialog(self.tracker, self.record))

    def action_edit(self) -> None:
        """Edit everything about it, and say whose priority it is."""
        from .goal import GoalDialog

        self.hand_over(GoalDialog(self.tracker, self.record))

    def action_end(self) -> None:
        """It is reached or given up; or it is not."""
        closed = self.record.closed_on is None
        self.answer(lambda: change_goal(self.tracker, self.record, closed=closed))


class SeatCard(Card[Seat]):
    """A place at the table: who holds it, vacant, no more."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("e", "edit", "Holder, heirs", id="card.edit"),
        Binding("v", "vacate", "Vacant", id="seat.vacant"),
        Binding("x", "remove", "No more", id="seat.remove"),
    ]

    def action_edit(self) -> None:
        """Say who holds it, and who might follow."""
        from .seat import SeatDialog

        self.hand_over(SeatDialog(self.tracker, known=self.record))

    def action_vacate(self) -> None:
        """Nobody holds it any more."""
        self.answer(lambda: change_seat(self.tracker, self.record, holder=None))

    def action_remove(self) -> None:
        """It is no place at the table any more."""
        self.answer(lambda: remove_seat(self.tracker, self.record))


class PromiseCard(Card[Promise]):
    """Was it kept? Kept, broken, not yet, withdrawn."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("k", "settle('kept')", "Kept", id="promise.kept"),
        Binding("b", "settle('broken')", "Broken", id="promise.broken"),
        Binding("n", "later", "Not yet: a week", id="promise.later"),
        Binding("w", "settle('withdrawn')", "Withdrawn", id="promise.withdrawn"),
        Binding("o", "settle('open')", "Open again", id="promise.open"),
    ]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What is settled can be opened again, and what is open waits for its end."""
        if action == "later":
            return self.record.is_open
        if action == "settle":
            return (parameters == (Outcome.OPEN.value,)) is not self.record.is_open
        return super().check_action(action, parameters)

    def action_settle(self, outcome: str) -> None:
        """Say how it ended."""
        self.answer(lambda: settle(self.tracker, self.record, Outcome(outcome)))

    def action_later(self) -> None:
        """Not yet: ask again a week from the day it was due, or from today."""
        self.answer(lambda: not_yet(self.tracker, self.record))


class OccasionCard(Card[Occasion]):
    """What calls for a story: write it, or say why there will be none."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("S", "write", "Write its story", id="occasion.write"),
        Binding("x", "drop", "No story", id="occasion.drop"),
    ]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What has its story wants no other."""
        if action in ("write", "drop"):
            return self.record.wants_story
        return super().check_action(action, parameters)

    def action_write(self) -> None:
        """Write its story."""
        from .write_story import WriteStoryDialog

        self.hand_over(WriteStoryDialog(self.tracker, self.record))

    def action_drop(self) -> None:
        """There will be none, for a reason."""
        from .dismiss import DismissDialog

        prompt = prompt_by_key(self.tracker, f"story:occasion:{self.record.id}")
        self.hand_over(DismissDialog(self.tracker, prompt))


class StoryCard(Card[Story]):
    """A success: tell it, rewrite it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("T", "tell", "Tell it", id="story.tell"),
        Binding("e", "edit", "Rewrite", id="card.edit"),
    ]

    def action_tell(self) -> None:
        """Note that it was told."""
        from .tell_story import TellStoryDialog

        self.hand_over(TellStoryDialog(self.tracker, self.record))

    def action_edit(self) -> None:
        """Rewrite it."""
        from .write_story import WriteStoryDialog

        self.hand_over(WriteStoryDialog(self.tracker, known=self.record))


_CARDS: dict[type, type[Card[Any]]] = {
    Ask: AskCard,
    Goal: GoalCard,
    Interaction: TouchCard,
    Objection: ObjectionCard,
    Occasion: OccasionCard,
    Promise: PromiseCard,
    Seat: SeatCard,
    Story: StoryCard,
}


def card_of(tracker: Tracker, record: object) -> Card[Any] | None:
    """The card of a record, that of its story for a telling; None for what has none."""
    if isinstance(record, Telling):
        record = tracker.workspace.stories.get(record.story_id)
    kind = _CARDS.get(type(record))
    return kind(tracker, record) if kind is not None else None

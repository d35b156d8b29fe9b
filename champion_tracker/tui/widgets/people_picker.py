"""Choosing people by a few letters: three letters and enter; a comma instead asks for more."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Static

from ...model import BadInput
from ...tracker.finding import suggest
from ..looks import MUTED, STANDINGS, user
from .hot import action_under, hot

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult

    from ...model import Person
    from ...tracker import Tracker

MOST = 5


class PeoplePicker(Vertical):
    """People who were chosen, a place to type, and who it could be."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "step(1)", "Next", show=False, priority=True, id="picker.next"),
        Binding("up", "step(-1)", "Previous", show=False, priority=True, id="picker.previous"),
    ]

    class Settled(Message):
        """Somebody was chosen, or enter was pressed on nothing: it is time to go on."""

        def __init__(self, picker: PeoplePicker) -> None:
            super().__init__()
            self.picker = picker

        @property
        def control(self) -> PeoplePicker:
            """Who was asked."""
            return self.picker

    def __init__(
        self,
        tracker: Tracker,
        people: Sequence[Person] = (),
        *,
        several: bool = True,
        needed: bool = True,
        id: str | None = None,  # noqa: A002
    ) -> None:
        super().__init__(id=id, classes="field")
        self.tracker = tracker
        self.several = several
        self._needed = needed
        self._chosen = [person.id for person in people]
        self._found: list[Person] = []
        self._cursor = 0
        self._names = Static(classes="names")
        hint = "three letters of a name, then enter" + ("; a comma for more" if several else "")
        self._input = Input(placeholder=hint, compact=True)
        self._list = Static(classes="found")

    def compose(self) -> ComposeResult:
        """Names, input, candidates."""
        yield self._names
        yield self._input
        yield self._list

    def on_mount(self) -> None:
        """Show who was given."""
        self._show()

    @property
    def people(self) -> list[Person]:
        """Those who were chosen and are still there."""
        known = self.tracker.workspace.people
        return [known[person_id] for person_id in self._chosen if person_id in known]

    def the_one(self, question: str) -> Person:
        """Who was chosen, where one must be.

        Raises:
            BadInput: nobody was; puts the question.
        """
        people = self.people
        if not people:
            raise BadInput(question, "Three letters of a name, then enter.")
        return people[0]

    @property
    def value(self) -> list[str]:
        """The identifiers of those who were chosen."""
        return list(self._chosen)

    @value.setter
    def value(self, value: list[str]) -> None:
        self._chosen = list(value)
        self._show()

    def focus(self, scroll_visible: bool = True) -> PeoplePicker:  # noqa: FBT001, FBT002
        """Focus the place to type."""
        self._input.focus(scroll_visible)
        return self

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        if self.several and event.value.endswith(",") and self._found:
            self._choose(self._cursor)
            return
        self._found = suggest(self.tracker, event.value, MOST)
        self._cursor = 0
        self._show()

    @on(Input.Submitted)
    def _entered(self, event: Input.Submitted) -> None:
        event.stop()
        if self._found:
            self.action_take(self._cursor)
        elif (self._chosen or not self._needed) and not event.value.strip():
            self.post_message(self.Settled(self))

    def on_key(self, event: events.Key) -> None:
        """Backspace in an empty place takes the last one out."""
        if event.key == "backspace" and not self._input.value and self._chosen:
            self._chosen.pop()
            self._show()

    async def on_click(self, event: events.Click) -> None:
        """A click on a candidate chooses them; on somebody chosen, takes them out."""
        action = action_under(event)
        if action:
            event.stop()
            await self.run_action(action)

    def action_step(self, by: int) -> None:
        """Go to another candidate."""
        if self._found:
            self._cursor = (self._cursor + by) % len(self._found)
            self._show()

    def action_take(self, index: int) -> None:
        """Choose a candidate, and go on."""
        self._choose(index)
        self.post_message(self.Settled(self))

    def _choose(self, index: int) -> None:
        person = self._found[index]
        if not self.several:
            self._chosen = []
        if person.id not in self._chosen:
            self._chosen.append(person.id)
        self._input.value = ""
        self._found = []
        self._show()

    def action_drop(self, index: int) -> None:
        """Take somebody out."""
        del self._chosen[index]
        self._show()

    def _show(self) -> None:
        self._names.display = bool(self._chosen)
        self._names.update(
            Content("  ").join(
                hot(
                    Content.assemble(user(person.name, "bold $text-primary"), (" ×", MUTED)),
                    f"drop({index})",
                )
                for index, person in enumerate(self.people)
            )
        )
        self._list.display = bool(self._found)
        self._list.update(
            Content("\n").join(self._candidate(i, p) for i, p in enumerate(self._found))
        )

    def _candidate(self, index: int, person: Person) -> Content:
        seen = self.tracker.profile(person)
        here = index == self._cursor
        line = Content.assemble(
            ("› " if here else "  ", "$text-accent bold"),
            (f"{STANDINGS[seen.standing].glyph} ", STANDINGS[seen.standing].style),
            user(person.name, "bold" if here else ""),
            user(f"   {seen.position}" if seen.position else "", MUTED),
        )
        return hot(line, f"take({index})")

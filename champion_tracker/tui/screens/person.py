"""One person: who they are, and everything that happened."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.reactive import reactive
from textual.widgets import Static

from ...rules.timeline import EntryKind
from ...tracker.answers import prompts_of
from ..commands.everywhere import LogTouch
from ..commands.in_and_out import Export
from ..commands.on_one import ON_ONE, FlipFacts, NextKind, OpenEntry
from ..commands.on_person import ABOUT_PERSON, Assess, ChangePosition
from ..commands.on_prompt import ANSWERS
from ..commands.panes import PANES
from ..company import others_line
from ..looks import MUTED
from ..widgets.divider import Divider
from ..widgets.facts import Facts
from ..widgets.kind_bar import ALL, KindBar
from ..widgets.person_head import Bearing, PersonHead
from ..widgets.prompt_strip import PromptStrip
from ..widgets.prose import Prose
from ..widgets.pulse import Pulse
from ..widgets.story import Story
from .base import TrackerScreen, styles

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from textual.widget import Widget

    from ...model import Person, Prompt
    from ...rules.timeline import Entry
    from ..commands.action import Action

OFFERED: tuple[type[Action], ...] = (*ABOUT_PERSON, *ANSWERS, *ON_ONE, *PANES)


class PersonScreen(TrackerScreen):
    """Head, what is due, the story; facts and notes beside it or in its place."""

    NEEDS_ALL = False
    ACTIONS: ClassVar[tuple[type[Action], ...]] = OFFERED
    FIRST: ClassVar[tuple[type[Action], ...]] = (
        LogTouch,
        Assess,
        ChangePosition,
        FlipFacts,
        NextKind,
        Export,
    )
    BINDINGS = ABOUT_PERSON[0].bindings(*OFFERED)
    CSS_PATH = styles("person", "divider", "person_head", "facts", "pulse", "prompt_strip")

    kind: reactive[EntryKind | None] = reactive(None, init=False)
    """The only kind of entry that is shown; None for all."""
    shows_facts: reactive[bool] = reactive(bool, toggle_class="-facts")
    """Whether facts and notes take the place of the story where there is no room for both."""

    def __init__(self, person_id: str, record_id: str = "") -> None:
        super().__init__()
        self.person_id = person_id
        self._sought = record_id
        """The record that the story is opened at."""
        self._prompts: list[Prompt] = []

    def body(self) -> Iterator[Widget]:
        """See `TrackerScreen.body`."""
        yield PersonHead(self.tracker)
        yield Static(id="others")
        yield Pulse(self.tracker)
        yield PromptStrip(self.tracker)
        with Horizontal(id="person"):
            with VerticalScroll(id="column", can_focus=False):
                yield KindBar()
                yield Story(self.tracker)
            yield Divider()
            with VerticalScroll(id="side"):
                yield Static(Content.styled("WORDS AND DEEDS", MUTED), classes="section")
                yield Bearing(self.tracker)
                yield Static(Content.styled("FACTS", MUTED), classes="section")
                yield Facts(self.tracker)
                yield Static(Content.styled("NOTES", MUTED), classes="section")
                yield Prose(id="notes")

    @property
    def person(self) -> Person | None:
        """See `TrackerScreen.person`."""
        return self.tracker.workspace.people.get(self.person_id)

    @property
    def fact(self) -> str:
        """See `TrackerScreen.fact`."""
        return self.query_one(Facts).field

    @property
    def prompt(self) -> Prompt | None:
        """The most urgent prompt about the person."""
        return self._prompts[0] if self._prompts else None

    @property
    def story_lines(self) -> list[Entry]:
        """Everything dated about the person, newest first."""
        return self.tracker.timeline(self.person) if self.person is not None else []

    @property
    def attended(self) -> str:
        """Of whom others may have something open for writing."""
        return self.person_id

    def show_others(self, others: Sequence[str]) -> None:
        """Say who is writing about the person."""
        for line in self.query("#others").results(Static):
            if line.display != bool(others) or others:
                line.display = bool(others)
                line.update(others_line(others))

    def reload(self) -> None:
        """See `TrackerScreen.reload`."""
        person = self.person
        if person is None:
            self.app.pop_screen()
            return
        self._prompts = prompts_of(self.tracker, person)
        self.query_one(PersonHead).show(person)
        self.query_one(Pulse).show(person)
        self.query_one(PromptStrip).show(self._prompts)
        self.query_one(Bearing).show(person)
        self.query_one(Facts).show(person)
        self.query_one(Prose).show(person.notes, "None yet: o writes some.")
        self.watch_kind()

    @on(Story.Chosen)
    def _open(self) -> None:
        self.action_perform(OpenEntry.__name__)

    @on(KindBar.Chosen)
    def _show_kind(self, chosen: KindBar.Chosen) -> None:
        self.kind = None if chosen.kind == ALL else EntryKind(chosen.kind)

    def watch_kind(self) -> None:
        """Show the story, or one kind of entry of it."""
        person = self.person
        if person is None:
            return
        whole = self.story_lines
        shown = [entry for entry in whole if self.kind in (None, entry.kind)]
        self.query_one(KindBar).show(whole, self.kind)
        story = self.query_one(Story)
        story.show_story(shown)
        sought, self._sought = self._sought, ""
        story.go_to(sought)
        if self.focused is None:
            story.focus()

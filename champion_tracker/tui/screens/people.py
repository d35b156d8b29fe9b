"""People: everybody, with a live filter and a preview."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, ClassVar

from textual import events, on, work
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Input, Static

from ...model import BadInput, TrackerError
from ...rules.counting import counted
from ...tracker.asked import asking_people
from ...tracker.together import is_whole
from ..answers import PAUSE, Answers
from ..commands.everywhere import AddPerson, LogTouch
from ..commands.in_and_out import Export
from ..commands.on_people import ON_SEVERAL, ChooseColumns, Filter, SnoozePeople
from ..commands.on_person import ABOUT_PERSON, Assess, OpenPerson
from ..commands.panes import PANES
from ..looks import KEY, MUTED, user
from ..slices import in_slices
from ..widgets.brief import Brief
from ..widgets.divider import Divider
from ..widgets.hot import Hot, hot
from ..widgets.label import Label
from ..widgets.people_table import PeopleTable
from .base import TrackerScreen, styles

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.widget import Widget

    from ...model import Person
    from ..commands.action import Action

OFFERED: tuple[type[Action], ...] = (
    Filter,
    OpenPerson,
    *ABOUT_PERSON,
    *ON_SEVERAL,
    ChooseColumns,
    *PANES,
)
FIELDS = "fields  name: area: tag: standing: influence:>=4 touched:>60d due:week is:left"
"""What can be asked for, said while the filter is written."""
COLUMNS = f"perform('{ChooseColumns.__name__}')"


class PeopleScreen(TrackerScreen):
    """A table of whoever answers to the query."""

    NEEDS_ALL = False
    ACTIONS: ClassVar[tuple[type[Action], ...]] = OFFERED
    FIRST: ClassVar[tuple[type[Action], ...]] = (
        Filter,
        LogTouch,
        AddPerson,
        SnoozePeople,
        Assess,
        Export,
    )
    BINDINGS = OpenPerson.bindings(*OFFERED)
    CSS_PATH = styles("people", "brief", "divider")

    _said = ""
    """What was said last of how many there are."""

    def __init__(self) -> None:
        super().__init__()
        self._answers = Answers()

    def body(self) -> Iterator[Widget]:
        """See `TrackerScreen.body`."""
        with Horizontal(id="filter"):
            yield Label("/", classes="label")
            yield Input(
                placeholder="anna  standing:champion  influence:>=4  area:roads  touched:>60d",
                compact=True,
                id="query",
            )
            yield Hot(id="count")
        yield Static(id="below")
        with Horizontal(id="people"):
            yield PeopleTable(self.tracker)
            yield Divider()
            yield Brief(self.tracker)

    @property
    def person(self) -> Person | None:
        """See `TrackerScreen.person`."""
        person = self.query_one(PeopleTable).at_hand
        return self.tracker.current(person) if person else None

    @property
    def people(self) -> list[Person]:
        """See `TrackerScreen.people`."""
        known = self.tracker.workspace.people
        ids = self.query_one(PeopleTable).at_hand_ids
        return [known[person_id] for person_id in ids if person_id in known]

    @property
    def filtered(self) -> list[Person]:
        """See `TrackerScreen.filtered`."""
        if not self.query_one("#query", Input).value.strip():
            return []
        return [self.tracker.current(person) for person in self.query_one(PeopleTable).items]

    def reload(self) -> None:
        """See `TrackerScreen.reload`."""
        try:
            found = self.tracker.list_people(self.query_one("#query", Input).value)
        except BadInput as error:
            self._say(user(str(error), "$text-warning"))
            return
        self._say(self._fields())
        table = self.query_one(PeopleTable)
        table.show_people(found)
        self._say_how_many()
        if not isinstance(self.focused, Input):
            table.focus()

    def _fields(self) -> Content:
        """Which fields there are, while the filter is written."""
        is_writing = self.query_one("#query", Input).has_focus
        return Content.styled(FIELDS, MUTED) if is_writing else Content("")

    def _say(self, words: Content) -> None:
        """Say something about the filter above the keys, or nothing."""
        line = self.query_one("#below", Static)
        line.display = bool(words)
        line.update(words)

    def _say_how_many(self) -> None:
        table = self.query_one(PeopleTable)
        found, everybody = len(table.items), len(self.tracker.workspace.people)
        marked = f"{len(table.marked)} marked · " if table.marked else ""
        count = counted(everybody, "person", "people")
        if found != everybody:
            count = f"{found} of {everybody}"
        if not is_whole(self.tracker):
            is_filtered = bool(self.query_one("#query", Input).value.strip())
            so_far = f"{found} found so far" if is_filtered else f"the first {found}"
            count = f"{so_far}, reading the others"
        if marked + count == self._said:
            # What it says sets how wide it is; to lay out at every key press takes time.
            return
        self._said = marked + count
        columns = hot(Content.assemble(("|", KEY), (" columns  ", MUTED)), COLUMNS)
        self.query_one("#count", Hot).update(Content.assemble(columns, (marked + count, MUTED)))

    @on(events.DescendantFocus, "#query")
    @on(events.DescendantBlur, "#query")
    def _say_fields(self) -> None:
        """Say what can be asked for as long as it is asked."""
        if self.is_ready:
            self._say(self._fields())
            self._learn()

    @work(group="learn", exclusive=True)
    async def _learn(self) -> None:
        """Be ready for the first letters while nobody has typed them yet."""
        typed = self.query_one("#query", Input).value.strip()
        async for _ in in_slices(self.tracker.roll().learn(typed)):
            pass

    def on_input_changed(self) -> None:
        """Filter while it is typed."""
        self.reload()
        self._learn()
        self._ask()

    @work(group="ask", exclusive=True)
    async def _ask(self) -> None:
        """Have those at hand whom the filter means, where others are still being read."""
        await asyncio.sleep(PAUSE)
        try:
            ask = asking_people(self.tracker, self.query_one("#query", Input).value)
            if ask is None:
                return
            show = await self._answers.of(ask)
        except TrackerError:
            # A query that is wrong is told already, and everybody comes in any case.
            return
        show()
        self.reload()

    def on_input_submitted(self) -> None:
        """Enter goes to whoever was found."""
        self.query_one(PeopleTable).focus()

    def on_key(self, event: events.Key) -> None:
        """Escape leaves the filter, then empties it; down goes to the table."""
        query = self.query_one("#query", Input)
        if event.key == "down" and query.has_focus:
            self.query_one(PeopleTable).focus()
        elif event.key != "escape":
            return
        elif query.has_focus:
            self.query_one(PeopleTable).focus()
        elif query.value:
            query.value = ""
        else:
            self.query_one(PeopleTable).marked.clear()
            self.reload()
        event.stop()

    @on(PeopleTable.Moved)
    def _show_brief(self) -> None:
        brief = self.query_one(Brief)
        if brief.display:
            brief.show(self.person)
        self._say_how_many()
        self.refresh_bindings()

    @on(PeopleTable.Chosen)
    def _open(self) -> None:
        self.action_perform(OpenPerson.__name__)

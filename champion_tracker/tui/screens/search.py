"""Search: all that was written, looked through while one types."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.containers import Horizontal
from textual.widgets import Input, Static

from ...model import TrackerError
from ...tracker.asked import AskedSearch, Asking
from ...tracker.searching import people_about
from ...tracker.together import is_whole
from ..answers import PAUSE, Answers
from ..commands.on_found import OpenFound
from ..commands.on_one import Back
from ..commands.on_person import ABOUT_PERSON
from ..looks import MUTED, user
from ..slices import in_slices
from ..widgets.found_list import FoundList
from ..widgets.label import Label
from .base import TrackerScreen, styles

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual import events
    from textual.widget import Widget

    from ...model import Person
    from ...tracker.searching import Finds
    from ..commands.action import Action

OFFERED: tuple[type[Action], ...] = (OpenFound, *ABOUT_PERSON, Back)

AT_ONCE = 200
"""How many are looked for before anything is drawn; the others come while one reads."""

AHEAD = 50
"""How many there are below what is in sight, where others are asked for."""
AGAIN = 3.0
"""After how many seconds one asks again who did not answer."""

TEACHING = (
    "Words of a note, a story, a promise, an ask or a name: what holds all of them is found, "
    "the newest first. Capitals and accents do not matter."
)
NOTHING = "Nothing that was written holds all of these words."
PASSING = ("up", "down", "pageup", "pagedown")
"""Keys that mean the list while one types."""


class SearchScreen(TrackerScreen):
    """Words find the people, touches, stories, promises and whatever else holds them."""

    ACTIONS: ClassVar[tuple[type[Action], ...]] = OFFERED
    BINDINGS = OpenFound.bindings(*OFFERED)
    CSS_PATH = styles("search")
    AUTO_FOCUS = "Input"

    _search: Finds | None = None
    _cursor: int | None = None
    """Where the cursor goes back to as soon as so many are found again."""
    _is_silent = False
    """Whether what was asked for last was not answered."""

    def __init__(self) -> None:
        super().__init__()
        self._answers = Answers()
        self._wants_more = asyncio.Event()

    def body(self) -> Iterator[Widget]:
        """See `TrackerScreen.body`."""
        with Horizontal(id="words"):
            yield Label("⌕", classes="label")
            yield Input(placeholder="words that were written", compact=True, id="query")
            yield Static(id="count")
        yield Static(user(TEACHING, MUTED), id="teaching")
        yield FoundList(self.tracker)

    @property
    def person(self) -> Person | None:
        """See `TrackerScreen.person`."""
        return self.people[0] if self.people else None

    @property
    def people(self) -> list[Person]:
        """Everybody whom it is about that is at hand."""
        record = self.query_one(FoundList).record
        return people_about(self.tracker, record) if record is not None else []

    def reload(self) -> None:
        """See `TrackerScreen.reload`."""
        self._search = None
        if not self.tracker.searching().is_whole:
            self.run_worker(self._read(), group="read", exclusive=True)
        if self._can_look:
            self._look(self.query_one(FoundList).cursor)

    @property
    def _can_look(self) -> bool:
        """Whether anything can be found by now."""
        searching = self.tracker.searching()
        return is_whole(self.tracker) and (searching.is_whole or isinstance(searching, Asking))

    async def _read(self) -> None:
        """Read all that is looked through here, once, while everything else goes on."""
        self._say("reading …")
        await asyncio.sleep(0)
        try:
            async for count in in_slices(self.tracker.searching().read()):
                if self._search is None or not self._search.words:
                    self._say(f"reading: {count:,} so far")
                await self._answers.none_open()
        except TrackerError as error:
            self._say("not all could be read")
            self.app.notify(str(error), severity="warning", markup=False)
            return
        self._look(self.query_one(FoundList).cursor)

    def _look(self, cursor: int | None = None) -> None:
        """Look for what is typed; for the same again, where there is a cursor to go back to."""
        self.workers.cancel_group(self, "look")
        search = self.tracker.searching().find(self._typed, self._search)
        search.go_on(AT_ONCE)
        self._search, self._cursor, self._is_silent = search, cursor, False
        self._show(search)
        if not search.is_over:
            self.run_worker(self._go_on(search), group="look", exclusive=True)

    async def _go_on(self, search: Finds) -> None:
        """Find the others, for as long as nothing else is looked for."""
        async for _ in in_slices(search.steps()):
            if search is not self._search:
                return
            self._show(search)
        if isinstance(search, AskedSearch):
            await asyncio.sleep(PAUSE)
            await self._ask(search)
        self._show(search)

    async def _ask(self, search: AskedSearch) -> None:
        """Ask for more as long as one sees, or soon will, the end of what was told."""
        while not search.is_told and search is self._search:
            try:
                page = await self._answers.of(search.ask)
            except TrackerError:
                self._is_silent = True
                self._show(search)
                await asyncio.sleep(AGAIN)
                continue
            search.take(page)
            self._is_silent = False
            self._show(search)
            await self._end_is_near(search)

    async def _end_is_near(self, search: AskedSearch) -> None:
        """Wait until one sees, or soon will, the end of what was told."""
        found = self.query_one(FoundList)
        while not search.is_told and len(search) > found.last_in_sight + AHEAD:
            self._say(f"the first {len(search):,} found")
            self._wants_more.clear()
            await self._wants_more.wait()

    def _show(self, search: Finds) -> None:
        cursor, is_all = self._cursor, search.is_over or self._is_silent
        if cursor is not None and cursor >= len(search) and not is_all:
            # Nothing moves before what is at hand is there again.
            return
        found = self.query_one(FoundList)
        found.show_found(search)
        if cursor is not None:
            found.cursor, self._cursor = cursor, None
        found.display = len(search) > 0
        teaching = self.query_one("#teaching", Static)
        teaching.display = len(search) == 0
        is_nothing = bool(search.words) and search.is_over
        teaching.update(user(NOTHING if is_nothing else TEACHING, MUTED))
        so_far = "" if search.is_over else ", no answer yet" if self._is_silent else " so far"
        self._say(f"{len(search):,} found{so_far}" if search.words else "")

    def _say(self, words: str) -> None:
        self.query_one("#count", Static).update(user(words, MUTED))

    @property
    def _typed(self) -> str:
        return self.query_one("#query", Input).value

    def on_input_changed(self) -> None:
        """Look for what is typed."""
        if self._can_look:
            self._look()

    def on_input_submitted(self) -> None:
        """Enter opens what is at hand."""
        self.action_perform(OpenFound.__name__)

    async def on_key(self, event: events.Key) -> None:
        """The list can be walked while one types."""
        query, found = self.query_one("#query", Input), self.query_one(FoundList)
        if query.has_focus and event.key in PASSING:
            event.stop()
            by = -1 if event.key in ("up", "pageup") else 1
            found.action_turn(by) if event.key.startswith("page") else found.action_move(by)

    async def open_found(self) -> None:
        """Open whom it is about, at the entry; else what it is."""
        from ..dialogs.cards import card_of

        record = self.query_one(FoundList).record
        if record is None:
            return
        about = people_about(self.tracker, record)
        card = card_of(self.tracker, record)
        if about:
            self.application.open_person(about[0].id, record.id)
        elif card is not None:
            await self.app.push_screen_wait(card)

    @on(FoundList.Moved)
    def _other_at_hand(self) -> None:
        self._wants_more.set()
        self.refresh_bindings()

    @on(FoundList.Chosen)
    def _open(self) -> None:
        self.action_perform(OpenFound.__name__)

"""The application: themes, modes, and one way for changes to travel."""

from __future__ import annotations

from contextlib import suppress
from enum import Enum
from typing import TYPE_CHECKING, Any, ClassVar, cast

from textual import events
from textual.binding import Binding, BindingType

from ..model import TrackerError
from ..tracker.remembered import Remembered
from .company import Company
from .drafts import Drafts
from .enduring import Enduring
from .hanging_up import mind_signals, mind_the_terminal
from .keyboard import Keyboard
from .messages import Changed
from .modes import MODES
from .news import News
from .settling import admit, settle
from .small import mind
from .text import visible
from .themes import DARK, LIGHT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from textual.command import Provider
    from textual.notifications import SeverityLevel
    from textual.screen import Screen
    from textual.types import CSSPathType

    from ..model import Person
    from ..tracker import Tracker
    from ..tracker.settings import Held
    from .dialogs.base import Dialog


class Leave(Enum):
    """Why the application ended."""

    BY_CHOICE = "by choice"
    FOR_DEMO = "for the demo"


def _palette() -> type[Provider]:
    from .commands.palette import Actions

    return Actions


class ChampionTracker(Enduring[Leave]):
    """The terminal application on one workspace."""

    TITLE = "Champion Tracker"
    CSS_PATH: ClassVar[CSSPathType | None] = [
        "app.tcss",
        "widgets/lines.tcss",
        "widgets/masthead.tcss",
        "widgets/key_bar.tcss",
    ]
    MODES = MODES
    DEFAULT_MODE = "today"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "ctrl+p", "command_palette", "Palette", show=False, priority=True, id="app.palette"
        ),
        Binding("ctrl+t,f6", "jump", "Jump", show=False, priority=True, id="app.jump"),
    ]
    COMMANDS: ClassVar[set[type[Provider] | Callable[[], type[Provider]]]] = {_palette}
    HORIZONTAL_BREAKPOINTS = [  # noqa: RUF012
        (0, "-tiny"),
        (60, "-narrow"),
        (110, "-wide"),
    ]
    VERTICAL_BREAKPOINTS = [(0, "-short"), (20, "-tall"), (36, "-high")]  # noqa: RUF012
    NOTIFICATION_TIMEOUT = 6
    ENABLE_COMMAND_PALETTE = True

    def __init__(self, tracker: Tracker, demo: Callable[[], Tracker] | None = None) -> None:
        super().__init__()
        self.tracker = tracker
        self.demo = demo
        self.drafts = Drafts(tracker)
        self.remembered = Remembered()
        self.keyboard = Keyboard(self)
        self.company = Company(self)
        self.news = News(self)
        self.register_theme(DARK)
        self.register_theme(LIGHT)
        settle(self, tracker.held)

    def on_mount(self) -> None:
        """Listen to the tracker, and look now and then at what others do."""
        self.news.begin()
        if not self.is_headless:
            mind_signals(self)
            mind_the_terminal(self)

    async def on_event(self, event: events.Event) -> None:
        """Let what is typed wait for its turn."""
        if (
            isinstance(event, (events.Key, events.Paste))
            and not event.is_forwarded
            and not self.keyboard.lets_through(event)
        ):
            return
        await super().on_event(event)

    def on_resize(self, event: events.Resize) -> None:
        """Say so where nothing would fit."""
        mind(self, event.size)

    def on_unmount(self) -> None:
        """Stop listening."""
        self.keyboard.stop()
        self.news.end()

    def on_click(self, event: events.Click) -> None:
        """A click on what was said of a change takes it back."""
        from ..tracker.undoing import take_back
        from .toasts import clicked

        change = clicked(event)
        if change is not None:
            try:
                take_back(self.tracker, change)
            except TrackerError as error:
                self.notify(str(error), severity="warning", markup=False)

    def on_changed(self, changed: Changed) -> None:
        """Hand a change to every screen; each knows whether it shows it."""
        for screen in self._open_screens():
            if hasattr(screen, "on_changed"):
                screen.post_message(Changed(changed.people))

    def _open_screens(self) -> Iterator[Screen[Any]]:
        """Every screen, also of the modes that are not seen now."""
        for mode in MODES:
            # A mode that nobody has gone to has none.
            with suppress(KeyError):
                yield from self.get_screen_stack(mode)

    async def go(self, mode: str) -> None:
        """Go to a main screen; from one of its own screens, back to it."""
        if self.current_mode == mode:
            while len(self.screen_stack) > 1:
                await self.pop_screen()
        else:
            await self.switch_mode(mode)

    def go_around(self, mode: str, person: Person | None) -> None:
        """Go to a main screen that is about one person, and put this one in its middle."""
        # By the application, for the screen that asked may be gone before this is done.
        work = self._go_around(mode, person)
        self.keyboard.follow(self.run_worker(work))

    async def _go_around(self, mode: str, person: Person | None) -> None:
        await self.go(mode)
        if person is not None and hasattr(self.screen, "go_around"):
            self.screen.go_around(person)

    def open_person(self, person_id: str, record_id: str = "") -> None:
        """Open the screen of a person, unless it is open already; go to a record in it."""
        from .screens.person import PersonScreen

        current = self.screen
        if not (isinstance(current, PersonScreen) and current.person_id == person_id):
            self.push_screen(PersonScreen(person_id, record_id))

    def open_search(self) -> None:
        """Search all that was written, unless one does already."""
        from .screens.search import SearchScreen

        if not isinstance(self.screen, SearchScreen):
            self.push_screen(SearchScreen())

    def open_settings(self, name: str = "") -> None:
        """Open the settings, unless they are open already; go to the one of a name."""
        from .screens.settings import SettingsScreen

        if isinstance(self.screen, SettingsScreen):
            self.screen.go_to(name)
        else:
            self.push_screen(SettingsScreen(name))

    def admit(self, held: Held) -> None:
        """Look whether settings can hold here.

        Raises:
            BadInput: there is no such theme, action or key.
        """
        admit(self, held)

    def settle(self, held: Held) -> None:
        """Let other settings hold from now on, on every screen."""
        settle(self, held)
        self.tracker.settle(held)
        self.post_message(Changed(frozenset()))

    def keep(self, name: str, text: str) -> None:
        """Set something from outside the settings.

        Raises:
            BadInput: it cannot be set so, or cannot be written.
        """
        from ..tracker.changing_settings import change

        self.settle(change(self.tracker.held, name, text, admit=self.admit))

    def action_jump(self) -> None:
        """Put letters on everything that can be reached, on screens and in dialogs."""
        from .jumping import jump

        jump(self)

    def notify(
        self,
        message: str,
        *,
        title: str = "",
        severity: SeverityLevel = "information",
        timeout: float | None = None,
        markup: bool = False,
    ) -> None:
        """Say something in a corner, with what a user or a file wrote shown as itself."""
        super().notify(
            visible(message), title=title, severity=severity, timeout=timeout, markup=markup
        )

    def search_themes(self) -> None:
        """Open the palette of themes."""
        from textual.command import CommandPalette

        from .commands.palette import Themes

        hint = "a theme · esc back"
        self.push_screen(CommandPalette(providers=[Themes], placeholder=hint))

    def action_command_palette(self) -> None:
        """Open the palette, which says what it takes and how one leaves it."""
        from textual.command import CommandPalette

        if not isinstance(self.screen, CommandPalette):
            hint = "action or name · esc back"
            self.push_screen(CommandPalette(id="--command-palette", placeholder=hint))

    async def action_quit(self) -> None:
        """Ask before drafts are lost, whichever key one leaves by."""
        self.keyboard.follow(self.run_worker(self.leave()))

    def keep_drafts(self) -> bool:
        """Keep what is being typed as drafts; return whether there was anything."""
        half_typed = [
            screen for screen in self.screen_stack if getattr(screen, "is_touched", False)
        ]
        for screen in half_typed:
            cast("Dialog", screen).keep_draft()
        return bool(half_typed)

    async def leave(self) -> None:
        """End; ask first where something is being typed or would be lost."""
        from .dialogs.leave import may_leave

        if await may_leave(self):
            self.exit(Leave.BY_CHOICE)

    def leave_for_demo(self) -> None:
        """End, so that the demo can begin."""
        self.exit(Leave.FOR_DEMO)

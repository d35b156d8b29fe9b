"""What every main screen has: its actions, the person at hand, and a way to be kept current."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, cast

from textual.screen import Screen

from ...model import Conflict, TrackerError
from ...tracker.together import is_whole
from ..commands.everywhere import EVERYWHERE
from ..widgets.key_bar import KeyBar
from ..widgets.masthead import Masthead

if TYPE_CHECKING:
    from collections.abc import Iterator, Set
    from pathlib import PurePath

    from textual.app import ComposeResult
    from textual.widget import Widget

    from ...model import Occasion, Person, Prompt, Story
    from ...tracker import Tracker
    from ..app import ChampionTracker
    from ..commands.action import Action
    from ..messages import Changed


def styles(screen: str, *widgets: str) -> list[str | PurePath]:
    """Where the style of a screen lies, and those of its widgets."""
    return [f"{screen}.tcss", *(f"../widgets/{widget}.tcss" for widget in widgets)]


class TrackerScreen(Screen[None]):
    """A screen over the tracker.

    A subclass names its actions in ``ACTIONS``, composes its `body`, and shows records in
    `reload`, which is called when it appears and whenever records have changed.
    """

    ACTIONS: ClassVar[tuple[type[Action], ...]] = EVERYWHERE
    FIRST: ClassVar[tuple[type[Action], ...]] = ()
    """What the line of keys begins with: what one comes to this screen for."""
    BINDINGS = EVERYWHERE[0].bindings(*EVERYWHERE)
    AUTO_FOCUS = "Lines"

    NEEDS_ALL: ClassVar[bool] = True
    """Whether there is nothing to show before everything is at hand."""

    seeks_restored = False
    """Whether the next reload goes to what an undo has brought back, where the screen can."""

    _stale = True

    @property
    def is_ready(self) -> bool:
        """Whether it shows its records, so that keys mean what they seem to."""
        return not self._stale

    @property
    def tracker(self) -> Tracker:
        """The open workspace."""
        return self.application.tracker

    @property
    def application(self) -> ChampionTracker:
        """The application, by its own type."""
        return cast("ChampionTracker", self.app)

    @property
    def person(self) -> Person | None:
        """The person at hand."""
        return None

    @property
    def people(self) -> list[Person]:
        """Everybody at hand: those marked, else the one under the cursor."""
        return [self.person] if self.person is not None else []

    @property
    def filtered(self) -> list[Person]:
        """Whom a filter has left; empty where nothing is filtered."""
        return []

    @property
    def centre(self) -> Person | None:
        """The person whom the screen is about; else the one at hand."""
        return self.person

    @property
    def story(self) -> Story | None:
        """The story at hand."""
        return None

    @property
    def occasion(self) -> Occasion | None:
        """What calls for a story, at hand."""
        return None

    @property
    def area(self) -> str:
        """The business area at hand."""
        return ""

    @property
    def fact(self) -> str:
        """The field of the facts at hand."""
        return ""

    @property
    def prompt(self) -> Prompt | None:
        """The prompt at hand."""
        return None

    @classmethod
    def actions(cls) -> dict[str, type[Action]]:
        """Every action that the screen offers, by name."""
        found: dict[str, type[Action]] = {}
        for kind in cls.__mro__:
            for action in vars(kind).get("ACTIONS", ()):
                if isinstance(action, type):
                    found.setdefault(action.__name__, action)
        return found

    @property
    def order(self) -> list[str]:
        """The actions by importance, for the line of keys."""
        first = [action.__name__ for action in self.FIRST]
        return list(dict.fromkeys([*first, *self.actions()]))

    def compose(self) -> ComposeResult:
        """Masthead, body, keys."""
        yield Masthead()
        yield from self.body()
        yield KeyBar()

    def body(self) -> Iterator[Widget]:
        """What stands between masthead and keys."""
        raise NotImplementedError

    def reload(self) -> None:
        """Show the records as they are now."""
        raise NotImplementedError

    def bring_to_hand(self, records: Set[str]) -> None:
        """Go to the first of these records that is shown, where the screen can."""

    def on_screen_resume(self) -> None:
        """Let the frame be seen first, then show what changed while nobody looked."""
        if self._stale:
            # While the application starts, nothing is painted; its own queue waits for the end
            # of that.
            self.app.call_later(self.call_after_refresh, self._catch_up)

    def _catch_up(self) -> None:
        if self._stale:
            self._refresh_records()

    def on_changed(self, changed: Changed) -> None:
        """Show the change at once if anybody can see it, else when they come back."""
        changed.stop()
        if self in self.app.screen_stack:
            self._refresh_records()
        else:
            self._stale = True

    def _refresh_records(self) -> None:
        self._stale = False
        try:
            if is_whole(self.tracker) or not self.NEEDS_ALL:
                self.reload()
        except TrackerError as error:
            self.app.notify(str(error), severity="warning", markup=False)
        except Exception as error:
            self.application.apologise(error, "showing this screen")
        self.query_one(Masthead).reload()
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Hide the actions that do not apply."""
        if action == "perform" and parameters:
            command = self.actions().get(str(parameters[0]))
            return command is not None and command.applies(self)
        return super().check_action(action, parameters)

    def action_perform(self, name: str) -> None:
        """Do what the action called ``name`` does, and go on whatever happens."""
        command = self.actions().get(name)
        if command is not None and command.applies(self):
            work = self._perform(command)
            self.application.keyboard.follow(self.run_worker(work))

    async def _perform(self, command: type[Action]) -> None:
        try:
            if command.NEEDS_ALL:
                await self.application.company.whole()
            await command.perform(self)
        except TrackerError as error:
            if isinstance(error, Conflict) and error.clash is not None:
                from ..dialogs.conflict import ConflictDialog

                self.app.push_screen(ConflictDialog(self.tracker, error))
            else:
                self.app.notify(str(error), severity="warning", markup=False)
        except Exception as error:
            self.application.apologise(error, f"'{command.command()}'")

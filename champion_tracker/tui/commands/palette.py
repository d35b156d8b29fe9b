"""The command palettes: every action that applies now, every setting, every person; themes."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, cast

from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content
from textual.theme import ThemeProvider

from ...model import TrackerError
from ...tracker.finding import suggest
from ...tracker.settings_schema import settings_in
from ..looks import KEY, MUTED, user

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from ..app import ChampionTracker
    from ..screens.base import TrackerScreen
    from .action import Action


class Actions(Provider):
    """Offers actions with their keys, then settings, then people."""

    @property
    def _screen(self) -> TrackerScreen | None:
        from ..screens.base import TrackerScreen

        return self.screen if isinstance(self.screen, TrackerScreen) else None

    def _offers(self, screen: TrackerScreen) -> Iterator[type[Action]]:
        for action in screen.actions().values():
            if action.IN_PALETTE and action.applies(screen):
                yield action

    async def discover(self) -> Hits:
        """Everything that can be done now."""
        screen = self._screen
        if screen is not None:
            for action in self._offers(screen):
                run = partial(screen.action_perform, action.__name__)
                yield DiscoveryHit(
                    _named(screen, action, Content(action.command())), run, help=action.tooltip()
                )

    async def search(self, query: str) -> Hits:
        """What fits the words: actions before settings before people."""
        screen = self._screen
        if screen is None:
            return
        matcher = self.matcher(query)
        for action in self._offers(screen):
            if score := matcher.match(action.command()):
                yield Hit(
                    score,
                    _named(screen, action, matcher.highlight(action.command())),
                    partial(screen.action_perform, action.__name__),
                    text=action.command(),
                    help=action.tooltip(),
                )
        for setting in settings_in(screen.tracker.held):
            words = f"{setting.label} · {setting.name.replace('_', ' ')}"
            if score := matcher.match(words):
                yield Hit(
                    min(score, 0.4),
                    Content.assemble(
                        "Set ", matcher.highlight(words), user(f"   {setting.text}", MUTED)
                    ),
                    partial(screen.application.open_settings, setting.name),
                    text=setting.name,
                    help=setting.kind.purpose,
                )
        for person in suggest(screen.tracker, query, 8):
            position = screen.tracker.profile(person).position
            place = user(f"   {position}", MUTED) if position else Content("")
            yield Hit(
                0.3,
                Content.assemble(user(person.name, "bold"), place),
                partial(screen.application.open_person, person.id),
                text="person",
                help="Open this person",
            )


class Themes(ThemeProvider):
    """Offers every theme; the one that is taken is kept in the settings."""

    @property
    def commands(self) -> list[tuple[str, Callable[[], None]]]:
        """Each theme by its name."""
        return [(name, partial(self._take, name)) for name in sorted(self.app.available_themes)]

    def _take(self, name: str) -> None:
        try:
            cast("ChampionTracker", self.app).keep("theme", name)
        except TrackerError as error:
            self.app.theme = name
            sentence = f"It holds until you leave. {error}"
            self.app.notify(sentence, severity="warning", markup=False)


def _named(screen: TrackerScreen, action: type[Action], name: Content) -> Content:
    keys = (
        screen.app.get_key_display(active.binding)
        for active in screen.active_bindings.values()
        if active.binding.id == action.__name__
    )
    key = next(keys, "")
    return Content.assemble(name, ("   ", ""), (key, KEY)) if key else name

"""The command palettes: every action that applies now, every setting, every person; themes."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING, cast

from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content
from textual.theme import ThemeProvider

from ...model import TrackerError
from ...rules.folding import fold
from ...tracker.finding import suggest
from ...tracker.settings_schema import settings_in
from ..looks import KEY, MUTED, user

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from ..app import ChampionTracker
    from ..screens.base import TrackerScreen
    from .action import Action


CALLED, SAID, PERSON, SET = 4.0, 3.0, 2.0, 1.0
"""What a hit counts by its name, by what is said of it, as a person, and as a setting."""


def _loosely(score: float) -> float:
    """What it counts that letters fit somehow, of which the matcher makes any number: below 1."""
    return score / (1 + score)


def _begin(wanted: Sequence[str], text: str) -> bool:
    """Whether each of some folded words begins a word of a text."""
    words = re.findall(r"\w+", fold(text))
    return bool(wanted) and all(any(w.startswith(begun) for w in words) for begun in wanted)


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
        """What fits the words: actions by what they are called, then by what is said of them.

        Then people, settings, and what only has the letters in this order.
        """
        screen = self._screen
        if screen is None:
            return
        matcher = self.matcher(query)
        wanted = fold(query).split()
        for action in self._offers(screen):
            name = action.command()
            score = _loosely(matcher.match(name))
            if _begin(wanted, f"{name} {action.FOOTER_TEXT}"):
                score += CALLED
            elif _begin(wanted, f"{name} {action.FOOTER_TEXT} {action.tooltip()}"):
                score += SAID
            if score:
                yield Hit(
                    score,
                    _named(screen, action, matcher.highlight(name)),
                    partial(screen.action_perform, action.__name__),
                    text=action.command(),
                    help=action.tooltip(),
                )
        for setting in settings_in(screen.tracker.held):
            words = f"{setting.label} · {setting.name.replace('_', ' ')}"
            score = _loosely(matcher.match(words)) / 2
            if _begin(wanted, words):
                score += SET
            if score:
                yield Hit(
                    score,
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
                PERSON,
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

"""Actions on the screen of one person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...rules.timeline import EntryKind
from .action import Action

if TYPE_CHECKING:
    from ..screens.base import TrackerScreen


class OpenEntry(Action):
    """Open the entry: settle a promise or an ask, ease an objection, correct a touch"""

    COMMAND = "Open the entry"
    FOOTER_TEXT = "Open"
    GROUP = "In the story"
    BINDING_KEY = "enter"
    SHOW_IN_FOOTER = True

    @classmethod
    async def perform(cls, screen: TrackerScreen) -> None:
        """See `Action.perform`."""
        from ..dialogs.cards import card_of
        from ..screens.person import PersonScreen
        from ..widgets.story import Story

        entry = screen.query_one(Story).at_hand if isinstance(screen, PersonScreen) else None
        card = card_of(screen.tracker, entry.record) if entry is not None else None
        if card is not None:
            await screen.app.push_screen_wait(card)


class NextKind(Action):
    """Show only one kind of entry, then the next, then all again"""

    COMMAND = "Filter the story by kind"
    FOOTER_TEXT = "Kind"
    GROUP = "In the story"
    BINDING_KEY = "v"

    @classmethod
    async def perform(cls, screen: TrackerScreen) -> None:
        """See `Action.perform`."""
        from ..screens.person import PersonScreen

        if isinstance(screen, PersonScreen):
            there = {entry.kind for entry in screen.story_lines}
            kinds = [None, *(kind for kind in EntryKind if kind in there or kind is screen.kind)]
            screen.kind = kinds[(kinds.index(screen.kind) + 1) % len(kinds)]


class FlipFacts(Action):
    """Facts and notes in the place of the story, and back"""

    COMMAND = "Facts and notes"
    FOOTER_TEXT = "Facts"
    GROUP = "In the story"
    BINDING_KEY = "i"
    SHOW_IN_FOOTER = True

    @classmethod
    async def perform(cls, screen: TrackerScreen) -> None:
        """See `Action.perform`."""
        from ..screens.person import PersonScreen

        if isinstance(screen, PersonScreen):
            screen.shows_facts = not screen.shows_facts
            screen.query_one("#side" if screen.shows_facts else "Story").focus()


class Back(Action):
    """Go back to where one came from"""

    BINDING_KEY = "escape"
    SHOW_IN_FOOTER = True

    @classmethod
    async def perform(cls, screen: TrackerScreen) -> None:
        """See `Action.perform`."""
        screen.app.pop_screen()


ON_ONE: tuple[type[Action], ...] = (OpenEntry, NextKind, FlipFacts, Back)

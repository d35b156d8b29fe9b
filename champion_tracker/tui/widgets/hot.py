"""Words that can be clicked, in the colours that they have anyway."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.style import Style
from textual.widgets import Static

if TYPE_CHECKING:
    from textual import events
    from textual.content import Content


def hot(words: Content, action: str) -> Content:
    """``words`` that do ``action`` when they are clicked."""
    return words.stylize(Style.from_meta({"do": action}))


def action_under(event: events.Click) -> str:
    """The action of the words that were clicked, if they have one."""
    return str(event.style.meta.get("do", ""))


class Hot(Static):
    """A piece of text with actions of the screen in it."""

    async def on_click(self, event: events.Click) -> None:
        """Do what the words say."""
        action = action_under(event)
        if action:
            event.stop()
            await self.screen.run_action(action)

"""Settle a prompt without doing it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widgets import Input, Static

from ...tracker.answers import dismiss
from ..looks import MUTED, PROMPTS, user
from .base import Dialog
from .fields import row

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.content import Content
    from textual.widget import Widget

    from ...model import Prompt
    from ...tracker import Tracker


class DismissDialog(Dialog):
    """The reason, in words."""

    def __init__(self, tracker: Tracker, prompt: Prompt) -> None:
        super().__init__(tracker)
        self.prompt = prompt

    @property
    def heading(self) -> Content:
        """Which prompt."""
        return user(
            f"Dismiss “{PROMPTS[self.prompt.kind].word}”: {self.prompt.person or 'the programme'}"
        )

    @property
    def subject(self) -> str:
        """See `Dialog.subject`."""
        return self.prompt.key

    def fields(self) -> Iterator[Widget]:
        """See `Dialog.fields`."""
        yield row("", Static(user(self.prompt.why, MUTED), classes="words"))
        hint = "it comes back only when its cause changes"
        yield row("Reason", Input(placeholder=hint, compact=True, id="reason", classes="field"))

    def save(self) -> None:
        """See `Dialog.save`."""
        dismiss(self.tracker, self.prompt, self.query_one("#reason", Input).value)

"""What the store has to tell, calmly."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content
from textual.widgets import Static

from ..looks import user

if TYPE_CHECKING:
    from ...tracker import Tracker


class Notices(Static):
    """A sentence a notice; nothing where there is none."""

    def __init__(self, tracker: Tracker) -> None:
        super().__init__()
        self.tracker = tracker

    def reload(self) -> None:
        """Show the notices of the workspace."""
        notices = list(self.tracker.notices)
        self.display = bool(notices)
        self.update(
            Content("\n").join(
                Content.assemble(("ℹ ", "$text-accent"), user(notice)) for notice in notices
            )
        )

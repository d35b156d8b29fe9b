"""What is said of a change: by which key, and with which click, it is taken back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.notifications import Notification
from textual.widgets._toast import Toast

from ..tracker.undoing import UNDO

if TYPE_CHECKING:
    from textual import events

    from ..model import Commit
    from .app import ChampionTracker


@dataclass
class Told(Notification):
    """A change that was told, and can be taken back."""

    change: Commit | None = None


def told(app: ChampionTracker, change: Commit, *, from_others: bool) -> Told:
    """What to say of a change."""
    action, does = ("Redo", "redoes") if change.verb == UNDO else ("Undo", "undoes")
    key = _key_of(app, action)
    way = f"{key} or a click {does}" if key else f"a click {does}"
    sentence = f"Elsewhere: {change.summary}" if from_others else f"{change.summary} · {way}"
    return Told(sentence, timeout=app.NOTIFICATION_TIMEOUT, change=None if from_others else change)


def clicked(event: events.Click) -> Commit | None:
    """The change whose telling was clicked, if it was one that can be taken back."""
    toast = event.widget
    notification = toast._notification if isinstance(toast, Toast) else None
    return notification.change if isinstance(notification, Told) else None


def _key_of(app: ChampionTracker, action: str) -> str:
    """The key of an action on the screen below, as it is shown to users."""
    for active in app.screen_stack[0].active_bindings.values():
        if active.binding.id == action:
            return app.get_key_display(active.binding)
    return ""

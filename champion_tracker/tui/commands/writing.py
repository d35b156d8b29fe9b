"""Showing a dialog that writes something down, after which that is at hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ...model import Commit
    from ..dialogs.base import Dialog
    from ..screens.base import TrackerScreen


async def write_down(screen: TrackerScreen, dialog: Dialog) -> None:
    """Show a dialog; what it wrote is at hand afterwards, where the screen shows it."""
    tracker = screen.tracker
    commits: list[Commit] = []
    stop = tracker.subscribe(commits.append)
    try:
        is_saved = await screen.app.push_screen_wait(dialog)
    finally:
        stop()
    own = [commit for commit in commits if commit.who == tracker.who]
    if is_saved and own:
        screen.bring_to_hand({edit.record.id for edit in own[-1].edits})

"""Leaving: never by accident in the middle of a note."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType

from .confirm import ConfirmDialog

if TYPE_CHECKING:
    from ..app import ChampionTracker


class LeaveDialog(ConfirmDialog):
    """Asks whether to leave; the key by which one leaves, pressed again, is a yes, too."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("q", "dismiss(True)", "Yes", show=False, id="leave.again"),
    ]


async def may_leave(app: ChampionTracker) -> bool:
    """Whether the user wants to leave; asked only where something is being typed or lost."""
    if isinstance(app.screen, LeaveDialog):
        app.screen.dismiss(result=True)
        return False
    for screen in app.screen_stack:
        if doing := getattr(screen, "doing", ""):
            sentence = f"{doing}: that cannot be stopped half-way."
            app.notify(sentence, severity="warning", markup=False)
            return False
    is_typing = app.keep_drafts()
    drafts = len(app.drafts)
    if drafts and not app.drafts.outlive_us:
        question = f"{drafts} draft{'s' * (drafts > 1)} would be lost. Leave all the same?"
    elif is_typing:
        question = "What you are typing is kept as a draft, and is not saved. Leave now?"
    else:
        return True
    return await app.push_screen_wait(LeaveDialog(question))

"""The line at the top: where one is, where one can go, what day it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from textual.content import Content

from ...tracker.together import is_away, is_whole, may_change
from ..looks import MUTED, long_day, short_day
from .hot import Hot, hot

if TYPE_CHECKING:
    from ..screens.base import TrackerScreen


class Masthead(Hot):
    """Name, navigation, day and settings (≡) on one line; each place can be clicked."""

    def reload(self) -> None:
        """The numbers may have changed."""
        self.refresh()

    def render(self) -> Content:
        """Navigation left, the day right, as far as there is room."""
        tracker = cast("TrackerScreen", self.screen).tracker
        today = tracker.today
        state = Content("")
        if is_away(tracker):
            state = Content.styled(" offline ", "bold $text-warning reverse")
        elif not is_whole(tracker):
            state = Content.styled(" reading ", "$text-accent reverse")
        elif not may_change(tracker):
            state = Content.styled("reader", "bold $text-accent")
        width = self.content_size.width
        gear = hot(Content.styled(" ≡", "$text-accent"), "perform('GoSettings')")
        width -= gear.cell_length
        where = self._places(in_full=True)
        if where.cell_length > width:
            where = self._places(in_full=False)
        for mark, day in (("◆ Champion Tracker", long_day(today)), ("◆", short_day(today, today))):
            head = Content.styled(f"{mark} ", "bold $text-primary")
            used = head.cell_length + where.cell_length + state.cell_length + len(day) + 1
            if (free := width - used) >= 0:
                return Content.assemble(head, where, " " * free, state, " ", (day, MUTED), gear)
        return Content.assemble(state, where, gear)

    def _places(self, *, in_full: bool) -> Content:
        """Every place with its key; where there is no room, only the word of where one is."""
        from ..commands.going import PLACES

        parts: list[Content] = []
        for key, (place, word) in enumerate(PLACES.items(), 1):
            is_here = place == self.app.current_mode
            style = "bold $text-primary" if is_here else MUTED
            shown = f"{word} " if is_here or in_full else ""
            name = Content.assemble((f" {key} ", "$text-accent"), (shown, style))
            parts.append(hot(name, f"perform('Go{word}')"))
        return Content("").join(parts)

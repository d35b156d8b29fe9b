"""The word before a field, which leads to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widgets import Static

if TYPE_CHECKING:
    from textual import events
    from textual.widget import Widget


class Label(Static):
    """A click on it goes to the field beside it."""

    def on_click(self, event: events.Click) -> None:
        """Go there."""
        siblings = self.parent.children if self.parent is not None else ()
        for widget in siblings:
            target = next(filter(_can_have_focus, (widget, *widget.query("*"))), None)
            if target is not None:
                event.stop()
                target.focus()
                return


def _can_have_focus(widget: Widget) -> bool:
    return widget.focusable

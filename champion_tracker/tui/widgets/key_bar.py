"""The line at the bottom: the keys that work here, as many as fit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from ..looks import KEY, MUTED
from .hot import Hot, hot

if TYPE_CHECKING:
    from textual.binding import ActiveBinding


STAYING = ("Help", "Back", "BackAround", "dialog.save", "dialog.close", "confirm.no")
"""What is shown however narrow it is: the ways out."""
YIELDING = "dialog.keys"
"""What gives way first."""


class KeyBar(Hot):
    """Keys with a word each. The last ones give way where there is no room; help never does."""

    def on_mount(self) -> None:
        """Other focus, other keys."""
        self.screen.bindings_updated_signal.subscribe(self, lambda _: self.refresh())

    def render(self) -> Content:
        """What can be done, in the order of the screen's actions."""
        offered = getattr(self.screen, "order", ())
        first = {action.__name__ for action in getattr(self.screen, "FIRST", ())}
        bindings: dict[str, ActiveBinding] = {}
        for active in self.screen.active_bindings.values():
            binding = active.binding
            if (binding.show or binding.id in first) and active.enabled:
                bindings.setdefault(binding.action, active)
        shown = sorted(
            bindings.values(),
            key=lambda a: (
                a.binding.id == YIELDING,
                offered.index(a.binding.id) if a.binding.id in offered else -1,
            ),
        )
        last = [self._entry(active) for active in shown if active.binding.id in STAYING]
        room = self.content_size.width - sum(entry.cell_length for entry in last)
        kept: list[Content] = []
        for entry in (self._entry(active) for active in shown if active.binding.id not in STAYING):
            room -= entry.cell_length
            if room < 0:
                break
            kept.append(entry)
        return Content("").join([*kept, *last])

    def _entry(self, active: ActiveBinding) -> Content:
        binding = active.binding
        key = self.app.get_key_display(binding)
        entry = Content.assemble((f" {key} ", KEY), (f"{binding.description} ", MUTED))
        if active.node is self.screen or active.node is self.app:
            return hot(entry, binding.action)
        # What has the focus does it, and the screen does not know it.
        return hot(entry, f"app.simulate_key({binding.key!r})")

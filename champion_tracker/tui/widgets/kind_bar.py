"""Which kinds of entries a story has; one of them, or all, is shown."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from textual.content import Content
from textual.message import Message

from ..looks import ENTRIES, KEY, MUTED
from .hot import Hot, action_under, hot

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual import events

    from ...rules.timeline import Entry, EntryKind

ALL = "all"


class KindBar(Hot):
    """Every kind that there is with its number, to be clicked; the one that is shown is marked."""

    class Chosen(Message):
        """A kind was clicked."""

        def __init__(self, kind: str) -> None:
            super().__init__()
            self.kind = kind

    def __init__(self) -> None:
        super().__init__()
        self._counts: Counter[EntryKind] = Counter()
        self._shown: EntryKind | None = None

    def show(self, entries: Iterable[Entry], shown: EntryKind | None) -> None:
        """Show what there is, and which of it is seen."""
        self._counts = Counter(entry.kind for entry in entries)
        self._shown = shown
        self.refresh()

    def render(self) -> Content:
        """In words, as long as there is room; the shorter way, the others by their glyph."""
        for in_full in (True, False):
            parts = [self._entry(ALL, "everything", self._counts.total(), in_full=in_full)]
            parts += [
                self._entry(kind, str(ENTRIES[kind]), self._counts[kind], in_full=in_full)
                for kind in ENTRIES
                if self._counts[kind]
            ]
            parts.append(Content.assemble(("  v", KEY), (" next", MUTED)))
            line = Content("").join(parts)
            if line.cell_length <= self.content_size.width:
                break
        return line

    def _entry(self, name: str, words: str, count: int, *, in_full: bool) -> Content:
        is_shown = name == (self._shown or ALL)
        text = words if in_full or is_shown or name == ALL else words[0]
        style = "bold $text-primary" if is_shown else MUTED
        return hot(
            Content.assemble(("›" if is_shown else " ", KEY), (f"{text} {count} ", style)), name
        )

    async def on_click(self, event: events.Click) -> None:
        """A click on a kind shows it."""
        name = action_under(event)
        if name:
            event.stop()
            self.post_message(self.Chosen(name))

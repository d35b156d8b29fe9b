"""What a search has found: each with a heading, and the words in the midst of others."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from rich.cells import cell_len

from ...model import (
    Ask,
    Assessment,
    FollowUp,
    Goal,
    Interaction,
    Objection,
    Occasion,
    Person,
    Promise,
    Seat,
    Story,
    Telling,
)
from ...rules.excerpt import excerpt
from ...rules.roll import words_about
from ...rules.texts import day_of, text_of
from ...rules.timeline import EntryKind
from ...tracker.people import names
from ...tracker.searching import people_about
from ..looks import ENTRIES, MUTED, STANDINGS, Look, short_day
from ..text import fit, on_one_line
from .lines import Lines

if TYPE_CHECKING:
    from ...model import Record
    from ...tracker import Tracker
    from ...tracker.searching import Finds
    from .drawn import Part

MARKED = "$text-accent bold underline"
"""What was looked for; it is seen without colours, too."""

LOOKS: dict[type, Look] = {
    Interaction: ENTRIES[EntryKind.TOUCH],
    Assessment: ENTRIES[EntryKind.ASSESSMENT],
    FollowUp: ENTRIES[EntryKind.FOLLOW_UP],
    Promise: ENTRIES[EntryKind.PROMISE],
    Telling: ENTRIES[EntryKind.TELLING],
    Ask: ENTRIES[EntryKind.ASK],
    Objection: ENTRIES[EntryKind.OBJECTION],
    Story: Look("❝", "story", "$text-success"),
    Occasion: Look("○", "occasion", "$text-accent"),
    Goal: Look("◎", "goal", "$text-accent"),
    Seat: Look("◫", "seat", "$text-accent"),
}
REMEMBERED = 200
"""How many records are kept at hand for drawing them again."""


class _Shown(NamedTuple):
    """A record as it is drawn."""

    look: Look
    heading: str
    day: str
    text: str


class FoundList(Lines[int]):
    """Two lines for each that was found: what, who and when; then the words in context.

    The items are but numbers: what is in sight is looked up when it is drawn.
    """

    def __init__(self, tracker: Tracker) -> None:
        super().__init__()
        self.tracker = tracker
        self.search: Finds | None = None
        self._shown: dict[int, _Shown] = {}

    def show_found(self, search: Finds) -> None:
        """Show what was found so far; from the top, where it is another search."""
        is_same = search is self.search
        self.search = search
        if is_same:
            self.items = range(len(search))
            self.measure()
            self.refresh()
        else:
            self._shown.clear()
            self.show(range(len(search)))

    @property
    def record(self) -> Record | None:
        """What is at hand, as it is now."""
        return self._record(self.at_hand) if self.at_hand is not None else None

    @property
    def last_in_sight(self) -> int:
        """The number of the last one that is in sight, or at hand; it need not be there."""
        below = self.scroll_offset.y + self.scrollable_content_region.height
        return max(self.cursor, self.place(below)[0] or 0)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Tell that others are in sight, whatever they are scrolled by."""
        super().watch_scroll_y(old_value, new_value)
        self.post_message(self.Moved())

    def _record(self, number: int) -> Record | None:
        if self.search is None:
            return None
        return self.tracker.searching().record(self.search[number])

    def count_lines(self) -> int:
        """See `Lines.count_lines`."""
        return 2 * len(self.items)

    def place(self, line: int) -> tuple[int | None, int]:
        """See `Lines.place`."""
        return divmod(line, 2)

    def lines_of(self, index: int) -> range:
        """See `Lines.lines_of`."""
        return range(2 * index, 2 * index + 2)

    def draw(self, index: int | None, part: int, line: int, width: int) -> list[Part]:
        """See `Lines.draw`."""
        shown = self._look_up(index or 0)
        if part == 0:
            tail = f" {shown.look.word}  {shown.day} " if width >= 50 else f" {shown.day} "
            head = f" {shown.look.glyph} "
            room = width - cell_len(head) - cell_len(tail)
            return [
                (head, shown.look.style),
                (fit(shown.heading, room), "bold"),
                (tail, MUTED),
            ]
        words = self.search.words if self.search is not None else ()
        pieces = excerpt(shown.text, words, width - 4)
        return [("   ", ""), *((text, MARKED if marked else "") for text, marked in pieces)]

    def _look_up(self, number: int) -> _Shown:
        if number not in self._shown:
            if len(self._shown) >= REMEMBERED:
                self._shown.clear()
            record = self._record(number)
            self._shown[number] = _GONE if record is None else self._show(record)
        return self._shown[number]

    def _show(self, record: Record) -> _Shown:
        if isinstance(record, Person):
            text = " · ".join(filter(None, (*words_about(record), record.notes)))
            look = STANDINGS[self.tracker.profile(record).standing]
            return _Shown(look, on_one_line(record.name), "", on_one_line(text))
        kind = str(record.__struct_config__.tag).replace("_", "-")
        day, people = day_of(record), people_about(self.tracker, record)
        heading = on_one_line(names(people)) if people else f"the programme's {kind}"
        if getattr(record, "private", False):
            heading += " · private"
        return _Shown(
            LOOKS.get(type(record), Look("·", kind, MUTED)),
            heading,
            short_day(day, self.tracker.today) if day else "",
            on_one_line(text_of(record)),
        )


_GONE = _Shown(Look("·", "", MUTED), "it is no longer there", "", "")

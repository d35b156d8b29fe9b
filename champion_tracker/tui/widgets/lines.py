"""A list that draws only what is visible, whatever its length."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, ClassVar, Generic, TypeVar, cast

from textual.binding import Binding, BindingType
from textual.geometry import Offset, Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterator, Sequence

    from textual import events
    from textual.strip import Strip

    from ..app import ChampionTracker

from ..looks import KEY, LATE
from .drawn import Drawn, Part

Item = TypeVar("Item")


class Lines(Drawn, ScrollView, Generic[Item], can_focus=True):
    """A list of items with a cursor, drawn by the line.

    A subclass says how many lines an item takes (`place`, `lines_of`) and draws each of them
    (`draw`). Nothing is kept for items out of sight.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,j", "move(1)", "Down", show=False, id="lines.down"),
        Binding("up,k", "move(-1)", "Up", show=False, id="lines.up"),
        Binding("pagedown,ctrl+d", "turn(1)", "Page down", show=False, id="lines.page_down"),
        Binding("pageup,ctrl+b", "turn(-1)", "Page up", show=False, id="lines.page_up"),
        Binding("home,g", "first", "First", show=False, id="lines.first"),
        Binding("end,G", "last", "Last", show=False, id="lines.last"),
        Binding("enter", "choose", "Open", show=False, id="lines.choose"),
    ]

    cursor: reactive[int] = reactive(0, repaint=False)
    """The index of the item at hand."""

    class Moved(Message):
        """The cursor stands on another item."""

        can_replace_same = True

        def can_replace(self, message: Message) -> bool:
            """Only the last of a burst matters."""
            return isinstance(message, Lines.Moved)

    class Chosen(Message):
        """The item at hand was chosen."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id, classes=classes)
        self.items: Sequence[Item] = ()

    @property
    def pinned(self) -> int:
        """How many lines at the top do not scroll."""
        return 0

    def count_lines(self) -> int:
        """How many lines all items take."""
        return len(self.items)

    def place(self, line: int) -> tuple[int | None, int]:
        """Which item stands on a line (None for a heading), and which line of it this is."""
        return line, 0

    def lines_of(self, index: int) -> range:
        """The lines of an item."""
        return range(index, index + 1)

    def draw(self, index: int | None, part: int, line: int, width: int) -> list[Part]:
        """The parts of one line, together ``width`` cells or less."""
        raise NotImplementedError

    def draw_pinned(self, line: int, width: int) -> list[Part]:
        """The parts of one line that does not scroll."""
        return []

    @property
    def at_hand(self) -> Item | None:
        """The item under the cursor."""
        return self.items[self.cursor] if 0 <= self.cursor < len(self.items) else None

    def show(self, items: Sequence[Item], cursor: int = 0) -> None:
        """Show other items."""
        self.items = items
        self.measure()
        before = self.cursor
        self.cursor = max(0, min(cursor, len(items) - 1))
        if before == self.cursor:
            self.reveal()
        self.refresh()
        self.post_message(self.Moved())

    def measure(self) -> None:
        """Tell the scroll bar how much there is."""
        size = Size(self.scrollable_content_region.width, self.count_lines() + self.pinned)
        self.virtual_size = size

    def on_resize(self) -> None:
        """Lines depend on the width."""
        self.measure()
        self.reveal()

    def validate_cursor(self, cursor: int) -> int:
        """Keep to the items."""
        return max(0, min(cursor, len(self.items) - 1))

    def watch_cursor(self) -> None:
        """Follow the cursor."""
        self.reveal()
        self.refresh()
        self.post_message(self.Moved())

    def reveal(self) -> None:
        """Scroll so that the item at hand is in sight, with the heading above it."""
        height = self.scrollable_content_region.height - self.pinned
        if not self.items or height <= 0:
            return
        lines = self.lines_of(self.cursor)
        first = lines.start
        while first > 0 and self.place(first - 1)[0] is None:
            first -= 1
        top = self.scroll_offset.y
        if first < top:
            self.scroll_to(y=first, animate=False, force=True)
        elif lines.stop > top + height:
            self.scroll_to(y=min(first, lines.stop - height), animate=False, force=True)

    def places(self) -> Iterator[Offset]:
        """Where a click leads to an item: its first line, as far as that is in sight."""
        for y in range(self.pinned, self.scrollable_content_region.height):
            line = y - self.pinned + self.scroll_offset.y
            if line >= self.count_lines():
                return
            index, part = self.place(line)
            if index is not None and part == 0 and line in self.lines_of(index):
                yield Offset(0, y)

    def render_line(self, y: int) -> Strip:
        """Draw one visible line; one that cannot be drawn does not take the others along."""
        width = self.scrollable_content_region.width
        try:
            return self._line(y, width)
        except Exception as error:
            cast("ChampionTracker", self.app).apologise(error, "drawing a line")
            return self.strip([(" ‽", LATE)], width)

    def _line(self, y: int, width: int) -> Strip:
        if y < self.pinned:
            return self.strip(self.draw_pinned(y, width), width)
        line = y - self.pinned + self.scroll_offset.y
        if line >= self.count_lines():
            return self.strip([], width)
        index, part = self.place(line)
        here = index == self.cursor and line in self.lines_of(self.cursor)
        parts = self.draw(index, part, line, width)
        if not here:
            return self.strip(parts, width)
        return self.strip(_pointed(parts) if part == 0 else parts, width, self.here)

    def action_move(self, by: int) -> None:
        """Go up or down."""
        self.cursor += by

    def action_turn(self, pages: int) -> None:
        """Go a page up or down."""
        height = max(1, self.scrollable_content_region.height - self.pinned - 1)
        line = self.lines_of(self.cursor).start + pages * height if self.items else 0
        line = max(0, min(line, self.count_lines() - 1))
        while line < self.count_lines() - 1 and self.place(line)[0] is None:
            line += 1
        self.cursor = self.place(line)[0] or 0

    def action_first(self) -> None:
        """Go to the first item."""
        self.cursor = 0

    def action_last(self) -> None:
        """Go to the last item."""
        self.cursor = len(self.items) - 1

    def action_choose(self) -> None:
        """Open the item at hand."""
        if self.items:
            self.post_message(self.Chosen())

    def on_click(self, event: events.Click) -> None:
        """Go to the item; choose it at the second click.

        Who overrides this and calls it has to `prevent_default`: otherwise Textual calls it, too.
        """
        line = event.y - self.pinned + self.scroll_offset.y
        if event.y < self.pinned or not 0 <= line < self.count_lines():
            return
        index, _ = self.place(line)
        if index is not None:
            self.cursor = index
            if event.chain > 1:
                self.action_choose()


def kept_place(
    before: Sequence[Item], cursor: int, after: Sequence[Item], key: Callable[[Item], Hashable]
) -> int:
    """Where a cursor belongs when other items are shown, by what tells the items apart.

    On the same item, nearest to where it was; where that is gone, on the first of those that
    followed it and are still there, else on the last of those before it.
    """
    if not 0 <= cursor < len(before):
        return cursor
    here = key(before[cursor])
    for at in _outwards(cursor, len(after)):
        if key(after[at]) == here:
            return at
    places = {key(after[at]): at for at in range(len(after) - 1, -1, -1)}
    around = chain(before[cursor + 1 :], reversed(before[:cursor]))
    return next((places[key(item)] for item in around if key(item) in places), cursor)


def _outwards(middle: int, count: int) -> Iterator[int]:
    """The places from the middle outwards."""
    for step in range(max(middle, count - middle) + 1):
        if middle + step < count:
            yield middle + step
        if step and 0 <= middle - step < count:
            yield middle - step


def _pointed(parts: list[Part]) -> list[Part]:
    """The same line with a mark that is seen without colours, too, where it begins blank."""
    if parts and parts[0][0].startswith(" "):
        (text, style), *rest = parts
        return [("›", KEY), (text[1:], style), *rest]
    return parts

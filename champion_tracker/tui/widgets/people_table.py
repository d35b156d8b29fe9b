"""People as a table that costs the same with two hundred rows and with a hundred thousand."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual.binding import Binding, BindingType
from textual.reactive import reactive

from ...model import Person
from ...rules.folding import fold
from ..looks import KEY, MUTED
from ..text import fit, on_one_line
from .columns import COLUMNS, Column
from .lines import Lines

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events

    from ...rules.profile import Profile
    from ...tracker import Tracker
    from .drawn import Part


class Order(NamedTuple):
    """By which column, and whether the other way round than is usual for it."""

    column: str
    turned: bool = False


class PeopleTable(Lines[Person]):
    """One line a person, a heading that sorts, marks for several."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "mark", "Mark", show=False, id="table.mark"),
        Binding("less_than_sign", "sort_by(-1)", "Column before", show=False, id="table.before"),
        Binding("greater_than_sign", "sort_by(1)", "Next column", show=False, id="table.after"),
        Binding("apostrophe", "type_ahead", "Go to a name", show=False, id="table.type_ahead"),
        Binding("r", "reverse", "Reverse the order", show=False, id="table.reverse"),
    ]

    order: reactive[Order] = reactive(Order("name"), repaint=False)

    def __init__(self, tracker: Tracker, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.tracker = tracker
        self.marked: set[str] = set()
        self._seen: dict[str, Profile] = {}
        self._letters: str | None = None
        """The beginning of the name that is being typed; None while none is."""

    @property
    def pinned(self) -> int:
        """The heading."""
        return 1

    @property
    def at_hand_ids(self) -> list[str]:
        """The identifiers of those who are marked, else of the one under the cursor."""
        if self.marked:
            return [person.id for person in self.items if person.id in self.marked]
        return [self.at_hand.id] if self.at_hand is not None else []

    def show_people(self, people: Sequence[Person]) -> None:
        """Show people, sorted, with the cursor on whom it was on."""
        self._seen.clear()
        here = self.at_hand.id if self.at_hand else ""
        self.marked &= {person.id for person in people} if self.marked else set()
        items = self._in_order(people)
        found = (at for at, person in enumerate(items) if person.id == here)
        self.show(items, next(found, self.cursor))

    def _look_at(self, person: Person) -> Profile:
        if person.id not in self._seen:
            self._seen[person.id] = self.tracker.profile(person)
        return self._seen[person.id]

    def _in_order(self, people: Sequence[Person]) -> Sequence[Person]:
        name, turned = self.order
        if name == "name":
            return people[::-1] if turned else people
        column = next(column for column in COLUMNS if column.name == name)
        keyed = [(column.key(self._look_at(person)), person) for person in people]
        known = [pair for pair in keyed if pair[0] is not None]
        known.sort(key=lambda pair: pair[0], reverse=turned != column.falls)  # type: ignore[arg-type,return-value]
        return [*(p for _, p in known), *(p for key, p in keyed if key is None)]

    def _columns(self, width: int) -> list[tuple[Column, int]]:
        shown = [column for column in COLUMNS if width >= column.wide_from]
        if width < 56:
            shown = [c for c in shown if c.name in ("name", "standing")]
        fixed = sum(c.width for c in shown if not c.flexible)
        if width < 46:
            fixed = 13
        left = max(0, width - 2 - fixed)
        shares = sum(c.width for c in shown if c.flexible)
        return [(c, left * c.width // shares if c.flexible else min(c.width, fixed)) for c in shown]

    def draw_pinned(self, line: int, width: int) -> list[Part]:
        """See `Lines.draw_pinned`."""
        parts: list[Part] = [("  ", "on $panel")]
        for column, size in self._columns(width):
            here = column.name == self.order.column
            mark = (" ▾" if self.order.turned != column.falls else " ▴") if here else ""
            style = f"{KEY if here else MUTED} on $panel"
            title = column.title + mark
            if column.name == "name" and self._letters is not None:
                title, style = f"Name: {self._letters}▏", f"{KEY} on $panel"
            parts.append((fit(title, size - 1) + " ", style))
        used = sum(len(text) for text, _ in parts)
        parts.append((" " * max(0, width - used), "on $panel"))
        return parts

    def draw(self, index: int | None, part: int, line: int, width: int) -> list[Part]:
        """See `Lines.draw`."""
        person = self.items[index or 0]
        seen, marked = self._look_at(person), person.id in self.marked
        parts: list[Part] = [("✓ " if marked else "  ", KEY)]
        for column, size in self._columns(width):
            text, style = column.cell(seen)
            parts.append((fit(on_one_line(text), size - 1) + " ", style))
        return parts

    def action_mark(self) -> None:
        """Mark the person, or take the mark away, and go on."""
        if self.at_hand is not None:
            self.marked ^= {self.at_hand.id}
            self.action_move(1)
            self.refresh()
            self.post_message(self.Moved())

    def action_reverse(self) -> None:
        """The other way round."""
        self.order = Order(self.order.column, not self.order.turned)

    def action_sort_by(self, step: int) -> None:
        """Sort by a neighbouring column."""
        names = [column.name for column, _ in self._columns(self.size.width)]
        at = names.index(self.order.column) if self.order.column in names else 0
        self.order = Order(names[(at + step) % len(names)])

    def watch_order(self) -> None:
        """Sort again, from the order by name."""
        if self.items:
            self.show_people(sorted(self.items, key=lambda p: (fold(p.name), p.id)))

    def action_type_ahead(self) -> None:
        """From now on letters go to the name that begins with them."""
        self._letters = ""
        self.refresh()

    def on_key(self, event: events.Key) -> None:
        """Take the letters of a name; any other key ends it."""
        if self._letters is None:
            return
        if event.is_printable and event.character:
            self._letters += event.character
            self.jump(self._letters)
            event.stop()
        else:
            self._letters = None
            if event.key in ("escape", "enter"):
                event.stop()
        self.refresh()

    def jump(self, letters: str) -> None:
        """Go to the first whose name begins with these letters, from the cursor on."""
        wanted = fold(letters)
        count = len(self.items)
        for step in range(count):
            at = (self.cursor + step) % count
            if fold(self.items[at].name).startswith(wanted):
                self.cursor = at
                return

    def on_click(self, event: events.Click) -> None:
        """A click on a heading sorts by it; again turns the order around."""
        if event.y >= self.pinned:
            super().on_click(event)
            return
        edge = 2
        for column, size in self._columns(self.size.width):
            edge += size
            if event.x < edge:
                same = column.name == self.order.column
                self.order = Order(column.name, same and not self.order.turned)
                return

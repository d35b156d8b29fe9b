"""People as a table that costs the same with two hundred rows and with a hundred thousand."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, NamedTuple, cast

from msgspec.structs import replace
from textual.binding import Binding, BindingType
from textual.geometry import Offset
from textual.reactive import reactive

from ...model import Person
from ...rules.folding import fold
from ..looks import KEY, MUTED
from ..text import fit, on_one_line
from .arranging import MARK, Arranged, TableLook, arrange, chosen
from .columns import BY_NAME
from .lines import Lines, kept_place

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from textual import events

    from ...rules.profile import Profile
    from ...tracker import Tracker
    from ..app import ChampionTracker
    from .drawn import Part


class Order(NamedTuple):
    """By which column, and whether the other way round than is usual for it."""

    column: str
    turned: bool = False


class PeopleTable(Lines[Person]):
    """One line a person, a heading that sorts, marks for several."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "mark", "Mark", show=False, id="table.mark"),
        Binding("shift+down", "extend(1)", "Mark down", show=False, id="table.mark_down"),
        Binding("shift+up", "extend(-1)", "Mark up", show=False, id="table.mark_up"),
        Binding("asterisk", "mark_all", "Mark all", show=False, id="table.mark_all"),
        Binding("less_than_sign", "sort_by(-1)", "Column before", show=False, id="table.before"),
        Binding("greater_than_sign", "sort_by(1)", "Next column", show=False, id="table.after"),
        Binding("apostrophe", "type_ahead", "Go to a name", show=False, id="table.type_ahead"),
        Binding("r", "reverse", "Reverse the order", show=False, id="table.reverse"),
        Binding("right", "shift(1)", "Columns to the right", show=False, id="table.right"),
        Binding("left", "shift(-1)", "Columns to the left", show=False, id="table.left"),
    ]

    REMEMBERED: ClassVar[str] = "people"
    """Under which name the look of the table is kept."""

    order: reactive[Order] = reactive(Order("name"), repaint=False)
    look: reactive[TableLook] = reactive(TableLook())
    """Which columns are shown, and how wide."""
    skip: reactive[int] = reactive(0)
    """How many columns after the name are out of sight at the left."""

    def __init__(self, tracker: Tracker, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.tracker = tracker
        self.marked: set[str] = set()
        self._left: tuple[Sequence[Person], int] = ((), 0)
        """Who was shown last, and where the cursor stood: a filter may find nobody meanwhile."""
        self._seen: dict[str, Profile] = {}
        self._letters: str | None = None
        """The beginning of the name that is being typed; None while none is."""

    def on_mount(self) -> None:
        """Look as somebody left it."""
        remembered = cast("ChampionTracker", self.app).remembered
        self.look = remembered.of(self.REMEMBERED, TableLook())
        if self.look.order in BY_NAME:
            self.order = Order(self.look.order, self.look.turned)

    def wear(self, look: TableLook) -> None:
        """Look otherwise, from now on and the next time."""
        if look != self.look:
            self.look = look
            cast("ChampionTracker", self.app).remembered.keep(self.REMEMBERED, look)

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
        """Show people, sorted, with the cursor on whom it was on, or on whoever followed them."""
        self._seen.clear()
        self.marked &= {person.id for person in people} if self.marked else set()
        items = self._in_order(people)
        if self.items:
            self._left = (self.items, self.cursor)
        self.show(items, kept_place(*self._left, items, lambda person: person.id))

    def _look_at(self, person: Person) -> Profile:
        if person.id not in self._seen:
            self._seen[person.id] = self.tracker.profile(person)
        return self._seen[person.id]

    def _in_order(self, people: Sequence[Person]) -> Sequence[Person]:
        name, turned = self.order
        if name == "name":
            return people[::-1] if turned else people
        column = BY_NAME[name]
        keyed = [(column.key(self._look_at(person)), person) for person in people]
        known = [pair for pair in keyed if pair[0] is not None]
        known.sort(key=lambda pair: pair[0], reverse=turned != column.falls)  # type: ignore[arg-type,return-value]
        return [*(p for _, p in known), *(p for key, p in keyed if key is None)]

    def _columns(self, width: int) -> Arranged:
        return arrange(self.look, width, self.skip)

    def draw_pinned(self, line: int, width: int) -> list[Part]:
        """See `Lines.draw_pinned`."""
        shown, before, after = self._columns(width)
        parts: list[Part] = [("◂ " if before else "  ", f"{KEY} on $panel")]
        for column, size in shown:
            here = column.name == self.order.column
            mark = (" ▾" if self.order.turned != column.falls else " ▴") if here else ""
            style = f"{KEY if here else MUTED} on $panel"
            title = column.title + mark
            if here and len(title) > size - 1:
                title = column.title[: size - 2] + mark.strip()
            if column.name == "name" and self._letters is not None:
                title, style = f"Name: {self._letters}▏", f"{KEY} on $panel"
            parts.append((fit(title, size - 1) + " ", style))
        used = sum(len(text) for text, _ in parts)
        parts.append((" " * max(0, width - used), "on $panel"))
        if after:
            (last, style), more = parts[-1], f"+{after} ▸"
            while len(last) < len(more) and len(parts) > 1:
                parts.pop()
                last, style = parts[-1][0] + last, parts[-1][1]
            parts[-1:] = [(last[: -len(more)], style), (more, f"{KEY} on $panel")]
        return parts

    def draw(self, index: int | None, part: int, line: int, width: int) -> list[Part]:
        """See `Lines.draw`."""
        person = self.items[index or 0]
        seen, marked = self._look_at(person), person.id in self.marked
        parts: list[Part] = [("✓ " if marked else "  ", KEY)]
        for column, size in self._columns(width).shown:
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

    def action_extend(self, by: int) -> None:
        """Mark the person and the next one."""
        self._mark(self.cursor, max(0, min(len(self.items) - 1, self.cursor + by)))

    def action_mark_all(self) -> None:
        """Mark everybody who is listed; where they are already, nobody."""
        everybody = {person.id for person in self.items}
        self.marked = set() if everybody <= self.marked else everybody
        self.refresh()
        self.post_message(self.Moved())

    def _mark(self, first: int, last: int) -> None:
        """Mark everybody from one line to another, and go there."""
        low, high = min(first, last), max(first, last)
        self.marked |= {person.id for person in self.items[low : high + 1]}
        self.cursor = last
        self.refresh()
        self.post_message(self.Moved())

    def action_reverse(self) -> None:
        """The other way round."""
        self.order = Order(self.order.column, not self.order.turned)

    def action_sort_by(self, step: int) -> None:
        """Sort by a neighbouring column."""
        names = [column.name for column in chosen(self.look, self.size.width)]
        at = names.index(self.order.column) if self.order.column in names else 0
        self.order = Order(names[(at + step) % len(names)])
        self._bring_into_sight(self.order.column)

    def action_shift(self, by: int) -> None:
        """Let other columns be seen, where there is no room for all."""
        _, before, after = self._columns(self.size.width)
        if (by > 0 and after) or (by < 0 and before):
            self.skip = before + by

    def _bring_into_sight(self, name: str) -> None:
        """Shift the columns as far as one of them wants it."""
        names = [column.name for column in chosen(self.look, self.size.width)]
        if name not in names[1:]:
            return
        self.skip = min(self.skip, names.index(name) - 1)
        while name not in [column.name for column, _ in self._columns(self.size.width).shown]:
            self.skip += 1

    def watch_order(self) -> None:
        """Sort again, from the order by name; remember by what."""
        self.wear(replace(self.look, order=self.order.column, turned=self.order.turned))
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
        """A click on a heading sorts by it, again turns it around; left of them it marks all."""
        if event.y >= self.pinned:
            self._click_row(event)
            return
        shown, before, after = self._columns(self.size.width)
        if event.x < MARK:
            self.action_shift(-1) if before else self.action_mark_all()
            return
        if after and event.x >= self.size.width - 4:
            self.action_shift(1)
            return
        edge = MARK
        for column, size in shown:
            edge += size
            if event.x < edge:
                same = column.name == self.order.column
                self.order = Order(column.name, same and not self.order.turned)
                return

    def _click_row(self, event: events.Click) -> None:
        """Go there; with ctrl, or on the mark, mark it; with shift, everybody up to it."""
        at = event.y - self.pinned + self.scroll_offset.y
        before = self.cursor
        if not 0 <= at < len(self.items):
            return
        if event.shift:
            self._mark(before, at)
        elif event.ctrl or event.meta or event.x < MARK:
            self.cursor = at
            self.marked ^= {self.items[at].id}
            self.refresh()
            self.post_message(self.Moved())
        else:
            event.prevent_default()
            super().on_click(event)

    def places(self) -> Iterator[Offset]:
        """See `Lines.places`: the headings, too."""
        edge = MARK
        for _, size in self._columns(self.size.width).shown:
            yield Offset(edge, 0)
            edge += size
        yield from super().places()

    def on_mouse_scroll_right(self, event: events.MouseScrollRight) -> None:
        """A wheel that goes sideways goes through the columns."""
        event.stop()
        self.action_shift(1)

    def on_mouse_scroll_left(self, event: events.MouseScrollLeft) -> None:
        """See `on_mouse_scroll_right`."""
        event.stop()
        self.action_shift(-1)

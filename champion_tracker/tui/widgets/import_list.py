"""What an import would change, by kind: a line each, taken or left."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.message import Message

from ...tracker.importing import Group, Preview
from ..looks import KEY, MUTED, Look
from ..text import fit, on_one_line
from .lines import Lines

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual import events

    from ...tracker.importing import Change
    from .drawn import Part

GROUPS = {
    Group.NEW: Look("+", "new", "$text-primary"),
    Group.POSITION: Look("◆", "moved", "$text-accent"),
    Group.SUCCESSOR: Look("⇥", "took over", "$text-accent bold"),
    Group.BACK: Look("↩", "came back", "$text-primary"),
    Group.LEFT: Look("→", "left", "$text-warning"),
    Group.DETAILS: Look("±", "details", "$text-secondary"),
    Group.DOUBTFUL: Look("?", "doubtful", "$text-error"),
    Group.CONFLICT: Look("!", "in conflict", "$text-error"),
    Group.UNREADABLE: Look("✗", "unreadable", "$text-error"),
    Group.UNCHANGED: Look("=", "unchanged", MUTED),
}
"""In the order in which they are shown; what is unchanged is only counted."""

MARK = 5
"""How wide the mark is."""

Known = tuple[Group, str, str]
"""What an entry is known by when the file is read once more."""


class ImportList(Lines[int]):
    """Who, and what was and would be; its items are places in the preview."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "turn_one", "Take or leave", id="import.one"),
        Binding("a", "turn_all", "All of the kind", id="import.all"),
        Binding("v", "next_kind", "Next kind", id="import.next"),
    ]

    class Picked(Message):
        """Something else is taken or left than before."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.shown: Preview | None = None
        self.left: set[int] = set()
        """The places of what is left as it is."""
        self._leaders: list[int] = []
        self._groups: list[Group] = []
        self._starts: list[int] = [0]
        """The index of the first item of each group, and of what would come after the last."""

    def show_preview(self, shown: Preview | None) -> None:
        """Show what an import would change; what was left before is left again."""
        before = {self._known(place) for place in self.left}
        self.shown = shown
        self._leaders = shown.leaders if shown else []
        places: dict[Group, list[int]] = {group: [] for group in GROUPS}
        for place, leader in enumerate(self._leaders):
            places[self._change(leader).group].append(place)
        places.pop(Group.UNCHANGED)
        self._groups = [group for group, of_it in places.items() if of_it]
        self._starts = list(accumulate((len(places[g]) for g in self._groups), initial=0))
        self.left = {
            place
            for group in self._groups
            for place in places[group]
            if before and self._known(place) in before
        }
        self.show([place for group in self._groups for place in places[group]], self.cursor)

    def _known(self, place: int) -> Known:
        change = self._change(place)
        return change.group, change.name, change.where

    def _change(self, place: int) -> Change:
        if self.shown is None:
            raise LookupError(place)
        return self.shown.changes[place]

    @property
    def change(self) -> Change | None:
        """The entry at hand."""
        return self._change(self.at_hand) if self.at_hand is not None else None

    def count(self, group: Group) -> int:
        """How many entries of a kind are taken."""
        return sum(1 for place in self._of(group) if place not in self.left)

    def _of(self, group: Group) -> Iterable[int]:
        at = self._groups.index(group)
        return self.items[self._starts[at] : self._starts[at + 1]]

    def _can_be_taken(self, place: int) -> bool:
        return bool(self._change(self._leaders[place]).edits)

    def count_lines(self) -> int:
        """A heading a kind, and a line an entry."""
        return len(self.items) + len(self._groups)

    def place(self, line: int) -> tuple[int | None, int]:
        """See `Lines.place`."""
        heads = [start + at for at, start in enumerate(self._starts)]
        section = bisect_right(heads, line) - 1
        return (None, section) if line == heads[section] else (line - section - 1, 0)

    def lines_of(self, index: int) -> range:
        """See `Lines.lines_of`."""
        line = index + bisect_right(self._starts, index)
        return range(line, line + 1)

    def draw(self, index: int | None, part: int, line: int, width: int) -> list[Part]:
        """See `Lines.draw`."""
        if index is None:
            return self._heading(self._groups[part], width)
        place = self.items[index]
        change = self._change(place)
        mark = ("· " if place in self.left else "✓ ") if self._can_be_taken(place) else "  "
        where = self._where(change) if width >= 60 else ""
        room = width - MARK - (len(where) + 1 if where else 0)
        size = min(30, room // 2) if room >= 40 else room
        name = fit(on_one_line(change.name or "nobody"), size)
        words = fit(f"  {on_one_line(_said(change))}", room - size)
        style = MUTED if place in self.left else "bold"
        return [("  ", ""), (f" {mark}", KEY), (name, style), (words, MUTED), (f" {where}", MUTED)]

    def _where(self, change: Change) -> str:
        """The place in the file, whose name goes without saying where there is one only."""
        files = self.shown.files if self.shown else ()
        name = f"{files[0]}, " if len(files) == 1 else ""
        return on_one_line(change.where.removeprefix(name))[-24:]

    def _heading(self, group: Group, width: int) -> list[Part]:
        look = GROUPS[group]
        count = len(list(self._of(group)))
        taken = self.count(group)
        rest = f"{count - taken} left as they are" if taken < count else ""
        words = "  ".join(filter(None, (f" {look.glyph} {count} {look.word}", rest)))
        rule = " " + "─" * max(0, width - len(words) - 2)
        return [(fit(words, min(len(words), width)), look.style), (rule, "$border-blurred")]

    def action_turn_one(self) -> None:
        """Take what was left, or leave what was taken: whatever goes with the entry at hand."""
        if self.at_hand is None or not self._can_be_taken(self.at_hand):
            return
        leader = self._leaders[self.at_hand]
        self._turn([place for place in self.items if self._leaders[place] == leader])
        self.action_move(1)

    def on_click(self, event: events.Click) -> None:
        """A click on the mark takes or leaves; elsewhere it goes to the entry."""
        event.prevent_default()
        super().on_click(event)
        if event.x < MARK:
            self.action_turn_one()

    def action_turn_all(self) -> None:
        """Take or leave everything of the kind at hand."""
        if self.at_hand is not None:
            group = self._change(self._leaders[self.at_hand]).group
            self._turn([place for place in self._of(group) if self._can_be_taken(place)])

    def _turn(self, places: list[int]) -> None:
        if self.left.issuperset(places):
            self.left.difference_update(places)
        else:
            self.left.update(places)
        self.refresh()
        self.post_message(self.Picked())

    def action_next_kind(self) -> None:
        """Go to the next kind, and from the last one to the first."""
        self.cursor = next((n for n in self._starts[:-1] if n > self.cursor), 0)


def _said(change: Change) -> str:
    if change.group is Group.DOUBTFUL:
        who = " or ".join(name for _, name in change.candidates)
        return f"{who}?  {change.why}"
    texts = [
        ", ".join(filter(None, (", ".join(v) if isinstance(v, list) else v for v in said.values())))
        for said in (change.before, change.after)
        if said is not None
    ]
    return "  ".join(filter(None, (" → ".join(filter(None, texts)), change.why)))

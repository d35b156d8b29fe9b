"""Influence against openness: a chart that one walks through."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.geometry import Offset
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip

from ..looks import MUTED, STANDINGS, short_day
from ..text import fit, on_one_line
from .drawn import Drawn, Part

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from textual import events

    from ...model import Assessment
    from ...rules.profile import Profile

Place = tuple[int, int]
"""Influence and openness."""

AXIS = 4
"""Cells left of the chart."""


INVEST, SATISFY, INFORM, MONITOR = "invest", "keep satisfied", "keep informed", "monitor"
CORNERS = {(5, 5): INVEST, (5, 1): SATISFY, (1, 5): INFORM, (1, 1): MONITOR}
"""What each quarter asks of us, by its corner."""
RANK = {standing: rank for rank, standing in enumerate(STANDINGS)}
LEGEND = "   ".join(str(look) for look in STANDINGS.values())


class MapChart(Drawn, can_focus=True):
    """Five by five places; each names as many people as it has room for, and counts the rest."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,k", "walk(1, 0)", "More influence", show=False, id="map.up"),
        Binding("down,j", "walk(-1, 0)", "Less influence", show=False, id="map.down"),
        Binding("right", "walk(0, 1)", "More open", show=False, id="map.right"),
        Binding("left", "walk(0, -1)", "Less open", show=False, id="map.left"),
        Binding("space,tab", "next(1)", "Next person here", show=False, id="map.next"),
        Binding("shift+tab", "next(-1)", "Previous person here", show=False, id="map.previous"),
    ]

    place: reactive[Place] = reactive((5, 5))
    turn: reactive[int] = reactive(0)
    """Which of the people in the place is at hand."""

    class Moved(Message):
        """Another person is at hand."""

    class Chosen(Message):
        """The person at hand was chosen."""

    class Crowded(Message):
        """Those who have no room in their place are asked for."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._places: dict[Place, list[Profile]] = {}
        self._path: dict[Place, date] = {}
        self._wide_open = 4
        self._strong = 4

    def show(self, people: Iterable[Profile], *, strong: int, wide_open: int) -> None:
        """Show people, and where the quarters of the chart begin."""
        self._strong, self._wide_open = strong, wide_open
        self._places = {}
        for seen in sorted(people, key=lambda seen: RANK[seen.standing]):
            if seen.influence is not None and seen.openness is not None:
                self._places.setdefault((seen.influence, seen.openness), []).append(seen)
        if not self._places.get(self.place) and self._places:
            self.place = max(self._places)
        self.turn = min(self.turn, max(0, len(self.here_now) - 1))
        self.refresh()
        self.post_message(self.Moved())

    def show_path(self, judgements: Sequence[Assessment]) -> None:
        """Show where the person at hand was judged to stand before."""
        self._path = {(j.influence, j.openness): j.on for j in judgements}
        self.refresh()

    def quarter(self, place: Place) -> str:
        """What the quarter of a place asks of us."""
        strong, open_ = place[0] >= self._strong, place[1] >= self._wide_open
        return (INVEST if open_ else SATISFY) if strong else INFORM if open_ else MONITOR

    @property
    def quarters(self) -> dict[str, int]:
        """How many people stand in each quarter."""
        counts = dict.fromkeys(CORNERS.values(), 0)
        for place, people in self._places.items():
            counts[self.quarter(place)] += len(people)
        return counts

    @property
    def here_now(self) -> list[Profile]:
        """Everybody in the place at hand."""
        return self._places.get(self.place, [])

    @property
    def at_hand(self) -> Profile | None:
        """The person at hand."""
        return self.here_now[self.turn % len(self.here_now)] if self.here_now else None

    def render_line(self, y: int) -> Strip:
        """Draw one line of the chart."""
        width, height = self.size
        tall = max(1, (height - 1) // 5)
        row, part = divmod(y, tall)
        if row >= 5:
            return self.strip(self._scale(width, y - 5 * tall), width)
        influence = 5 - row
        label = f" {influence}{'↑' if row == 0 else ''}" if part == 0 else ""
        drawn = self.strip([(fit(label, AXIS), MUTED)], AXIS)
        wide = self._wide(width)
        for openness in range(1, 6):
            cell = self._cell((influence, openness), part, tall, wide - 1)
            is_gap = tall > 3 and part == tall - 1
            ground = "" if is_gap else self._ground((influence, openness))
            drawn = Strip.join([drawn, self.strip(cell, wide - 1, ground), self.strip([], 1)])
        return drawn.adjust_cell_length(width, self.ink(""))

    @staticmethod
    def _wide(width: int) -> int:
        return max(4, (width - AXIS) // 5)

    def _scale(self, width: int, line: int) -> list[Part]:
        if line > 0:
            return [(fit(f"    {LEGEND}", width), MUTED)] if line == 1 else []
        wide = self._wide(width)
        names = {1: "1 closed", 3: "3 openness →", 5: "5 keen"} if wide > 11 else {}
        return [
            (" " * AXIS, ""),
            *((fit(names.get(n, str(n)), wide), MUTED) for n in range(1, 6)),
        ]

    def _ground(self, place: Place) -> str:
        if place == self.place:
            return self.here
        strong, wide = place[0] >= self._strong, place[1] >= self._wide_open
        return "on $panel" if strong and wide else "on $surface" if strong or wide else ""

    def _cell(self, place: Place, part: int, tall: int, width: int) -> list[Part]:
        if tall > 3:
            tall -= 1
        people = self._places.get(place, [])
        was = self._path.get(place)
        room = tall - 1 if was is not None and tall > 1 else tall
        if was is not None and part == tall - 1 and tall > 1:
            day = f" ◦ {short_day(was, was)} {was.year}"
            return [(fit(day if len(day) <= width else f" ◦ {was:%b %Y}", width), "$text-accent")]
        first = self._first(room) if place == self.place else 0
        at = first + part
        if part == room - 1 and len(people) - first > room:
            return [(fit(f" +{len(people) - at} more", width), MUTED)]
        if at >= len(people) or part >= room:
            is_corner = part == tall - 1 > 0 and place in CORNERS
            return [(fit(f" {CORNERS[place]}", width), f"{MUTED} italic")] if is_corner else []
        seen = people[at]
        look = STANDINGS[seen.standing]
        here = place == self.place and seen is self.at_hand
        name = on_one_line(seen.person.name)
        return [
            ("›" if here else " ", "$text-accent bold"),
            (f"{look.glyph} ", look.style),
            (fit(name, width - 3), "bold" if here else ""),
        ]

    def _rows(self, tall: int) -> int:
        """How many lines of the place at hand are for people."""
        rows = tall - 1 if tall > 3 else tall
        return rows - 1 if self.place in self._path and rows > 1 else rows

    def _first(self, rows: int) -> int:
        """Who is named first in the place at hand, where it has no room for all."""
        people = self.here_now
        if rows >= len(people):
            return 0
        shown = max(1, rows - 1)
        return min(self.turn % len(people) // shown * shown, len(people) - 1)

    def action_walk(self, influence: int, openness: int) -> None:
        """Go to a neighbouring place."""
        up, right = self.place[0] + influence, self.place[1] + openness
        self.place = (max(1, min(5, up)), max(1, min(5, right)))
        self.turn = 0
        self.post_message(self.Moved())

    def action_next(self, by: int) -> None:
        """Go to another person in the same place."""
        if self.here_now:
            self.turn = (self.turn + by) % len(self.here_now)
            self.post_message(self.Moved())

    def places(self) -> Iterator[Offset]:
        """Where a click leads to somebody."""
        tall, wide = max(1, (self.size.height - 1) // 5), self._wide(self.size.width)
        for (influence, openness), people in self._places.items():
            for part in range(min(len(people), tall)):
                yield Offset(AXIS + (openness - 1) * wide, (5 - influence) * tall + part)

    def on_click(self, event: events.Click) -> None:
        """Go to the place that was clicked, and to the person in it."""
        tall = max(1, (self.size.height - 1) // 5)
        row, column = event.y // tall, (event.x - AXIS) // self._wide(self.size.width)
        if 0 <= row < 5 and 0 <= column < 5:
            place = (5 - row, column + 1)
            is_same, self.place = self.place == place, place
            part, rows = event.y % tall, self._rows(tall)
            first = self._first(rows) if is_same else 0
            if part == rows - 1 and len(self.here_now) - first > rows:
                self.post_message(self.Crowded())
                return
            self.turn = min(first + part, max(0, len(self.here_now) - 1))
            self.post_message(self.Moved())
            if event.chain > 1:
                self.post_message(self.Chosen())

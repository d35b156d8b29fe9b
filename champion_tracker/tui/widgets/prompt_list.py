"""The agenda as a list, grouped by urgency."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...model import Prompt
from ..looks import LATE, MUTED, PROMPTS, SOON, STANDINGS, STRONG, lateness
from ..text import fit, on_one_line
from .lines import Lines, kept_place

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ...tracker import Tracker
    from .drawn import Part

GROUPS = (("OVERDUE", LATE), ("DUE TODAY", STRONG), ("COMING UP", SOON))


class PromptList(Lines[Prompt]):
    """Two lines a prompt: what and who and since when; and why."""

    def __init__(self, tracker: Tracker, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.tracker = tracker
        self._headings: list[tuple[int, int, int]] = []

    def show_prompts(self, prompts: Sequence[Prompt]) -> None:
        """Show prompts, with the cursor where it was: on the same one, else on the one after it.

        One that was put off stands further down for another day; the cursor does not follow it.
        """
        today = self.tracker.today
        groups: list[list[Prompt]] = [[], [], []]
        for prompt in prompts:
            groups[0 if prompt.overdue_days else 1 if prompt.due <= today else 2].append(prompt)
        self._headings, first = [], 0
        for number, group in enumerate(groups):
            if group:
                line = first * 2 + len(self._headings)
                self._headings.append((line, first, number))
                first += len(group)
        items = [prompt for group in groups for prompt in group]
        before = self.at_hand

        def key(prompt: Prompt) -> str:
            put_off = before is not None and prompt.key == before.key and prompt.due > before.due
            return "" if put_off else prompt.key

        self.show(items, kept_place(self.items, self.cursor, items, key))

    def count_lines(self) -> int:
        """See `Lines.count_lines`."""
        return len(self.items) * 2 + len(self._headings)

    def place(self, line: int) -> tuple[int | None, int]:
        """See `Lines.place`."""
        heading, first, _ = max(entry for entry in self._headings if entry[0] <= line)
        if line == heading:
            return None, 0
        index, part = divmod(line - heading - 1, 2)
        return first + index, part

    def lines_of(self, index: int) -> range:
        """See `Lines.lines_of`."""
        above = sum(1 for _, first, _ in self._headings if first <= index)
        return range(index * 2 + above, index * 2 + above + 2)

    def draw(self, index: int | None, part: int, line: int, width: int) -> list[Part]:
        """See `Lines.draw`."""
        if index is None:
            return self._heading(line, width)
        prompt = self.items[index]
        return self._why(prompt, width) if part else self._what(prompt, width)

    def _heading(self, line: int, width: int) -> list[Part]:
        at = next(n for n, entry in enumerate(self._headings) if entry[0] == line)
        _, first, number = self._headings[at]
        after = self._headings[at + 1][1] if at + 1 < len(self._headings) else len(self.items)
        name, style = GROUPS[number]
        if number == 2:
            name = f"{name}, NEXT {self.tracker.workspace.settings.horizon_days} DAYS"
        text = f" {name}  "
        count = str(after - first)
        rule = "─" * max(0, width - len(text) - len(count) - 2)
        return [(text, style), (count, MUTED), (f" {rule}", "$border-blurred")]

    def _what(self, prompt: Prompt, width: int) -> list[Part]:
        look = PROMPTS[prompt.kind]
        when, style = lateness(prompt.due, prompt.overdue_days, self.tracker.today)
        person = self.tracker.workspace.people.get(prompt.person_id)
        standing = STANDINGS[self.tracker.profile(person).standing] if person else None
        tag = 18 if width >= 60 else 3
        late = 16 if width >= 60 else 10
        if width < 60:
            when = when.replace(" days", "d").replace(" day", "d")
        kind = str(look) if width >= 60 else look.glyph
        stand = str(standing) if standing and width >= 76 else standing.glyph if standing else ""
        room = 22 if width >= 76 else 3
        name = max(4, width - tag - late - room - 2)
        return [
            (fit(f" {kind}", tag), look.style),
            (fit(on_one_line(prompt.person or "the programme"), name) + " ", "bold"),
            (fit(stand, room), standing.style if standing else ""),
            (f"{when:>{late}}"[-late:], style),
        ]

    def _why(self, prompt: Prompt, width: int) -> list[Part]:
        indent = 18 if width >= 60 else 3
        return [(" " * indent, ""), (fit(on_one_line(prompt.why), width - indent - 1), MUTED)]

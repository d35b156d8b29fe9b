"""The engagement assessment matrix: C is where they are, D where we want them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...rules.seam import LEVELS, Move, Movement
from ..looks import KEY, LATE, MUTED, STANDINGS
from ..text import fit, on_one_line
from .lines import Lines

if TYPE_CHECKING:
    from .drawn import Part


class Matrix(Lines[Move]):
    """One row a person, the move that matters most first."""

    @property
    def pinned(self) -> int:
        """The heading."""
        return 1

    def _sizes(self, width: int) -> tuple[int, int]:
        level = 12 if width >= 90 else 11 if width >= 76 else 4
        return max(8, width - 2 - 5 * level), level

    def draw_pinned(self, line: int, width: int) -> list[Part]:
        """See `Lines.draw_pinned`."""
        name, level = self._sizes(width)
        style = f"{MUTED} on $panel"
        heads = [(fit(word.capitalize(), level - 1) + " ", style) for word in LEVELS]
        return [(fit("   Who", name + 2), style), *heads]

    def draw(self, index: int | None, part: int, line: int, width: int) -> list[Part]:
        """See `Lines.draw`."""
        move = self.items[index or 0]
        name, level = self._sizes(width)
        look = STANDINGS[move.seen.standing]
        cells: list[Part] = []
        for step in LEVELS:
            mark = move.cell(step)
            style = "bold $text-primary" if mark == "CD" else KEY if mark == "D" else "bold"
            if "C" in mark and move.movement in (Movement.UP, Movement.DOWN):
                mark += move.movement.arrow
            elif mark == "D" and move.by is not None:
                style = LATE if move.is_late else style
                mark = f"D {move.by.day} {move.by:%b}"
            cells.append((fit(mark or "·", level - 1) + " ", style if mark else MUTED))
        return [
            (f" {look.glyph} ", look.style),
            (fit(on_one_line(move.seen.person.name), name - 2) + " ", "bold"),
            *cells,
        ]

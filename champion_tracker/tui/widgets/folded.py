"""Lists whose items take as many lines as their text does, folded for the width there is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .lines import Item, Lines

if TYPE_CHECKING:
    from collections.abc import Sequence


class Folded(Lines[Item]):
    """Folds its text anew when it shows other items, and where another width is to be filled."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._folded_at = -1

    def fold(self, width: int) -> None:
        """Fold the text of all items for a width."""
        raise NotImplementedError

    def show(self, items: Sequence[Item], cursor: int = 0) -> None:
        """Show other items."""
        self._folded_at = -1
        super().show(items, cursor)

    def measure(self) -> None:
        """Text is folded for one width."""
        width = self.scrollable_content_region.width
        if width != self._folded_at:
            self._folded_at = width
            self.fold(width)
        super().measure()

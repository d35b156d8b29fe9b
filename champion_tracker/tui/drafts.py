"""What was typed into a dialog that was left without saving."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..tracker import drafts

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..tracker import Tracker

State = dict[str, object]
"""The value of each field by its name; text, numbers, and lists of these."""


class Drafts:
    """Keeps what was typed until it is saved or discarded, also when the program dies."""

    def __init__(self, tracker: Tracker) -> None:
        self._tracker = tracker
        self._kept: dict[str, State] = drafts.read(tracker)
        self.outlive_us = True
        """Whether they are there again when the program starts anew."""

    def keep(self, key: str, state: Mapping[str, object]) -> None:
        """Keep the fields of a dialog; ``key`` says which dialog, about whom."""
        if self._kept.get(key) != state:
            self._kept[key] = dict(state)
            self.outlive_us = drafts.write(self._tracker, {key: dict(state)})

    def of(self, key: str) -> State:
        """What was kept; empty where nothing was."""
        return self._kept.get(key, {})

    def drop(self, key: str) -> None:
        """Forget a draft, for it was saved or discarded."""
        if self._kept.pop(key, None) is not None:
            drafts.write(self._tracker, {key: None})

    def __len__(self) -> int:
        return len(self._kept)

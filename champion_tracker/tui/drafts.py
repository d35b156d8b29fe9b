"""What was typed into a dialog that was left without saving."""

from collections.abc import Mapping

State = dict[str, object]
"""The value of each field by its name; text, numbers, and lists of these."""


class Drafts:
    """Keeps what was typed until it is saved or discarded."""

    def __init__(self) -> None:
        self._kept: dict[str, State] = {}

    def keep(self, key: str, state: Mapping[str, object]) -> None:
        """Keep the fields of a dialog; ``key`` says which dialog, about whom."""
        self._kept[key] = dict(state)

    def of(self, key: str) -> State:
        """What was kept; empty where nothing was."""
        return self._kept.get(key, {})

    def drop(self, key: str) -> None:
        """Forget a draft, for it was saved or discarded."""
        self._kept.pop(key, None)

    def __len__(self) -> int:
        return len(self._kept)

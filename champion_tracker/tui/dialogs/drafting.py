"""What is typed into a dialog stays as a draft until it is saved or discarded."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from textual.screen import ModalScreen

if TYPE_CHECKING:
    from ..app import ChampionTracker
    from ..drafts import State

REMEMBER_EVERY = 1.0
"""Seconds between two looks at what has been typed."""


class Drafting(ModalScreen[bool]):
    """A screen of fields, each with class ``field``, an identifier and a ``value``."""

    def __init__(self) -> None:
        super().__init__()
        self._untouched: State = {}
        self._remembered: State = {}

    @property
    def application(self) -> ChampionTracker:
        """The application, by its own type."""
        return cast("ChampionTracker", self.app)

    @property
    def subject(self) -> str:
        """Whom it is about; each has a draft of its own."""
        return ""

    @property
    def _draft_key(self) -> str:
        return f"{type(self).__name__}:{self.subject}"

    def state(self) -> State:
        """The value of each field by its identifier."""
        return {
            field.id: field.value  # type: ignore[attr-defined]
            for field in self.query(".field")
            if field.id is not None
        }

    def restore(self, state: State) -> None:
        """Give the fields the values that they had."""
        for name, value in state.items():
            for field in self.query(f"#{name}"):
                field.value = value  # type: ignore[attr-defined]

    @property
    def is_touched(self) -> bool:
        """Whether anything was typed or chosen."""
        return self.state() != self._untouched

    def bring_back_draft(self) -> bool:
        """Fill in what was kept, if anything was; return whether it was."""
        self._untouched = self.state()
        draft = self.application.drafts.of(self._draft_key)
        if draft:
            self.restore(draft)
        return bool(draft)

    def remember(self) -> None:
        """Keep from now on what is being typed, for the program may be killed."""
        self.set_interval(REMEMBER_EVERY, self._remember)

    def _remember(self) -> None:
        if self.is_current and self.state() not in (self._untouched, self._remembered):
            self.keep_draft()

    def keep_draft(self) -> None:
        """Keep what was typed so far."""
        self._remembered = self.state()
        self.application.drafts.keep(self._draft_key, self._remembered)

    def drop_draft(self) -> None:
        """Forget what was kept."""
        self.application.drafts.drop(self._draft_key)

    def start_over(self) -> None:
        """Forget what was kept, and put the fields back as they were."""
        self.drop_draft()
        self.restore(self._untouched)

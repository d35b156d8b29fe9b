"""A day in words, shown back as a full date."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Input, Static

from ...model import BadInput
from ...rules.days import ago, parse_day
from ..looks import long_day, user

if TYPE_CHECKING:
    from datetime import date

    from textual.app import ComposeResult

    from ..app import ChampionTracker

SHORT = {"t": "today", "y": "yesterday"}
"""What one key means."""


class DayInput(Horizontal):
    """Takes ``yesterday``, ``fri``, ``2w ago``, ``in 3 days``, ``3 May``, ISO."""

    def __init__(
        self,
        today: date,
        value: str = "today",
        *,
        ahead: bool = False,
        needed: bool = True,
        id: str | None = None,  # noqa: A002
    ) -> None:
        super().__init__(id=id, classes="field")
        self.is_wrong = False
        """Whether what was typed is no day."""
        self.today = today
        self.ahead = ahead
        self._needed = needed
        hint = "fri, in 3 days" if ahead else "fri, 2w ago"
        self._input = Input(
            value, placeholder=hint, compact=True, select_on_focus=True, classes="day-words"
        )
        self._echo = Static(classes="echo")

    def compose(self) -> ComposeResult:
        """The words, and what they mean."""
        yield self._input
        yield self._echo

    def on_mount(self) -> None:
        """Show what the first value means."""
        self._say()

    @property
    def value(self) -> str:
        """The words as they were typed."""
        return self._input.value

    @value.setter
    def value(self, value: str) -> None:
        self._input.value = value

    @property
    def day(self) -> date:
        """The day that is meant.

        Raises:
            BadInput: it is none.
        """
        text = self.value.strip()
        settings = cast("ChampionTracker", self.app).tracker.workspace.settings
        words = SHORT.get(text, text) or "today"
        return parse_day(words, self.today, ahead=self.ahead, settings=settings)

    def focus(self, scroll_visible: bool = True) -> DayInput:  # noqa: FBT001, FBT002
        """Focus the words."""
        self._input.focus(scroll_visible)
        return self

    def on_input_changed(self) -> None:
        """Say what it means while it is typed."""
        self._say()

    def _say(self) -> None:
        self.is_wrong = False
        if not self.value.strip() and not self._needed:
            self._echo.update("")
            return
        try:
            day = self.day
        except BadInput as error:
            self.is_wrong = True
            self._echo.update(user(error.sentence, "$text-warning"))
        else:
            near = ago(day, self.today)
            self._echo.update(
                Content.assemble((long_day(day), "$text-primary"), (f"  {near}", "$text-muted"))
            )

"""A line in which the value of a setting is typed."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.widgets import Input, Static

from ..looks import MUTED, user
from .choice import Checks, Option

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from ...tracker.settings_schema import Setting


class SettingEditor(Vertical):
    """The value as text, or boxes where it is made of a few words; below, what is wanted."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "take", "Save", id="setting.save", priority=True),
        Binding("escape", "leave", "Back", id="setting.leave"),
    ]

    class Typed(Message):
        """A value is to be taken."""

        def __init__(self, setting: Setting, text: str) -> None:
            super().__init__()
            self.setting = setting
            self.text = text

    class Left(Message):
        """Nothing is to be taken."""

    _setting: Setting | None = None

    def compose(self) -> ComposeResult:
        """The name, the value, what is wanted."""
        with Horizontal(id="value"):
            yield Static(id="name")
            yield Input(compact=True, select_on_focus=True)
        yield Static(id="wants")

    def on_mount(self) -> None:
        """Nothing is asked yet."""
        self.display = False

    async def ask(self, setting: Setting) -> None:
        """Ask for a value."""
        self._setting = setting
        kind = setting.kind
        await self.query(Checks).remove()
        field = self.query_one(Input)
        field.value = setting.text
        if kind.is_list and kind.choices:
            options = [Option(str(n), word, word) for n, word in enumerate(kind.choices, 1)]
            boxes = Checks(options)
            boxes.chosen = [str(word) for word in setting.value or ()]  # type: ignore[attr-defined]
            await self.query_one("#value").mount(boxes)
        field.display = not self.query(Checks)
        self.query_one("#name", Static).update(user(f"{setting.label} "))
        self.query_one("#wants", Static).update(
            user(f"{kind.wants}; esc leaves it as it is", MUTED)
        )
        self.display = True
        (self.query_one(Checks) if self.query(Checks) else field).focus()

    def say(self, sentence: str) -> None:
        """Say what is wrong with what was typed."""
        self.query_one("#wants", Static).update(user(sentence, "$text-warning"))

    def close(self) -> None:
        """Ask no more."""
        self.display = False
        self._setting = None

    def action_take(self) -> None:
        """Hand the value over."""
        if self._setting is not None:
            boxes = self.query(Checks)
            text = ", ".join(boxes.first().chosen) if boxes else self.query_one(Input).value
            self.post_message(self.Typed(self._setting, text))

    def action_leave(self) -> None:
        """Leave the value as it is."""
        self.close()
        self.post_message(self.Left())

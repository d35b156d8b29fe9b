"""One of a few: each option has a key, and one key press chooses and goes on."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from ..looks import KEY, MUTED
from ..text import on_one_line
from .hot import action_under, hot

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events
    from textual.geometry import Size


class Option(NamedTuple):
    """One option."""

    key: str
    """A single sign."""
    label: str
    value: str
    hint: str = ""


class Choice(Widget, can_focus=True):
    """A row of options, or a column where they need explanation."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right,down", "step(1)", "Next", show=False, id="choice.next"),
        Binding("left,up", "step(-1)", "Previous", show=False, id="choice.previous"),
        Binding("enter", "settle", "Take", show=False, id="choice.take"),
        Binding("backspace,delete", "clear", "None of them", show=False, id="choice.clear"),
    ]

    value: reactive[str | None] = reactive(None, layout=True)

    class Chosen(Message):
        """An option was chosen; it is time to go on."""

        def __init__(self, choice: Choice) -> None:
            super().__init__()
            self.choice = choice

        @property
        def control(self) -> Choice:
            """Who was asked."""
            return self.choice

    def __init__(
        self,
        options: Sequence[Option],
        value: str | None = None,
        *,
        column: bool = False,
        optional: bool = False,
        id: str | None = None,  # noqa: A002
    ) -> None:
        super().__init__(id=id, classes="field")
        self.options = list(options)
        self.column = column
        self.optional = optional
        self.set_reactive(Choice.value, value)

    def render(self) -> Content:
        """The options, the chosen one marked by more than colour."""
        return Content("\n").join(self._lines(self.content_size.width))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many lines as the options need, none of them broken."""
        return len(self._lines(width))

    def _lines(self, width: int) -> list[Content]:
        lines: list[Content] = []
        for entry in map(self._option, self.options):
            if lines and not self.column and lines[-1].cell_length + 1 + entry.cell_length <= width:
                lines[-1] = Content(" ").join([lines[-1], entry])
            else:
                lines.append(entry)
        return lines

    def _option(self, option: Option) -> Content:
        chosen = option.value == self.value
        mark = ("›" if chosen else " ", KEY)
        label = "bold $block-cursor-foreground on $block-cursor-background" if chosen else ""
        name = on_one_line(option.label)
        parts: list[tuple[str, str] | str] = [mark, (option.key, KEY), " ", (name, label)]
        if self.column and option.hint:
            room = max(1, 18 - len(option.label))
            parts.append((" " * room + option.hint, MUTED))
        entry = Content.assemble(*parts)
        return hot(entry, option.key)

    def on_key(self, event: events.Key) -> None:
        """One key chooses."""
        sign = event.character
        if sign and any(option.key == sign for option in self.options):
            event.stop()
            event.prevent_default()
            self.action_take(sign)

    def on_click(self, event: events.Click) -> None:
        """A click chooses, too; where none is needed, one on the chosen one takes it back."""
        key = action_under(event)
        if key:
            event.stop()
            self.take_clicked(key)

    def take_clicked(self, key: str) -> None:
        """Choose what was clicked, or take it back."""
        is_chosen = any(o.key == key and o.value == self.value for o in self.options)
        if is_chosen and self.optional:
            self.action_clear()
        else:
            self.action_take(key)

    def action_take(self, key: str) -> None:
        """Choose the option of a key, and go on; whoever confirms the chosen one keeps it."""
        for option in self.options:
            if option.key == key:
                self.value = option.value
                self.post_message(self.Chosen(self))

    def action_clear(self) -> None:
        """Choose none, where none is needed."""
        if self.optional:
            self.value = None

    def action_step(self, by: int) -> None:
        """Go to the next or the previous option."""
        values = [option.value for option in self.options]
        at = values.index(self.value) + by if self.value in values else (0 if by > 0 else -1)
        self.value = values[at % len(values)]

    def action_settle(self) -> None:
        """Take what is marked."""
        self.post_message(self.Chosen(self))


class Checks(Choice):
    """Any of a few: a key sets or clears its option."""

    def __init__(
        self,
        options: Sequence[Option],
        chosen: Sequence[str] = (),
        *,
        id: str | None = None,  # noqa: A002
    ) -> None:
        super().__init__(options, " ".join(chosen), id=id)

    @property
    def chosen(self) -> list[str]:
        """The values that are set."""
        return (self.value or "").split()

    @chosen.setter
    def chosen(self, values: Sequence[str]) -> None:
        self.value = " ".join(values)

    def _option(self, option: Option) -> Content:
        style = "bold $text-primary" if option.value in self.chosen else ""
        box = "☑" if option.value in self.chosen else "☐"
        name = f" {option.label}"
        entry = Content.assemble((f" {box} ", style), (option.key, KEY), (name, style))
        return hot(entry, option.key)

    def action_take(self, key: str) -> None:
        """Set or clear the option of a key."""
        for option in self.options:
            if option.key == key:
                kept = [value for value in self.chosen if value != option.value]
                added = [] if option.value in self.chosen else [option.value]
                self.value = " ".join([*kept, *added])

                self.post_message(self.Changed())

    class Changed(Message):
        """Something was set or cleared."""

    def take_clicked(self, key: str) -> None:
        """A click sets or clears, as the key does."""
        self.action_take(key)

    def action_clear(self) -> None:
        """Clear all of them."""
        self.chosen = []
        self.post_message(self.Changed())

    def action_step(self, by: int) -> None:
        """There is nothing to step through."""

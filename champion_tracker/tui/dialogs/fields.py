"""The rows of a dialog: each a field with its label, and what to think of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Input, Static

from ..looks import MUTED
from ..widgets.choice import Checks, Option
from ..widgets.label import Label

if TYPE_CHECKING:
    from pathlib import PurePath

    from textual.widget import Widget

    from ..widgets.known_words import Completion

STYLED = ("choice", "day_input", "note", "people_picker")
"""The widgets among the fields that have a style of their own."""


def styles(*more: str) -> list[str | PurePath]:
    """Where the style of dialogs lies, and those of their fields."""
    return ["base.tcss", *(f"../widgets/{field}.tcss" for field in STYLED), *more]


def row(label: str, field: Widget, *, hint: str = "") -> Horizontal:
    """A field with its label, and what to think of."""
    parts: list[Widget] = [Label(Content(label), classes="label"), field]
    if hint:
        parts.append(Static(Content.styled(hint, MUTED), classes="hint"))
    return Horizontal(*parts, classes="row")


def line(name: str, hint: str, value: str = "", completion: Completion | None = None) -> Input:
    """A field for one line of text; what is in use already can be taken from a completion."""
    return Input(
        value, placeholder=hint, compact=True, id=name, classes="field", suggester=completion
    )


def private(*, now: bool = False) -> Horizontal:
    """Whether it stays out of what leaves the workspace."""
    chosen = ["private"] if now else []
    return row("It is", Checks([Option("p", "private", "private")], chosen, id="more"))

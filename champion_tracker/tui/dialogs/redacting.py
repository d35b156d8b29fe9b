"""See and edit what is removed from redacted notes."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from ...tracker.redaction import keep_rules, rules_text
from ..widgets.note import Note
from .base import Dialog
from .fields import styles

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.types import CSSPathType
    from textual.widget import Widget


class RulesDialog(Dialog):
    """The rules as a text in TOML; what cannot be read is refused with its place."""

    HEADING = "What is removed from redacted notes"
    is_writing = False
    CSS_PATH: ClassVar[CSSPathType | None] = styles("notes.tcss")

    def fields(self) -> Iterator[Widget]:
        """See `Dialog.fields`."""
        yield Note(rules_text(self.tracker), id="rules")

    def save(self) -> None:
        """See `Dialog.save`."""
        keep_rules(self.tracker, self.query_one(Note).value)

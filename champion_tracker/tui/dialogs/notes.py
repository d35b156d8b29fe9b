"""Write the notes about somebody."""

from __future__ import annotations

import os
import shlex
import subprocess
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType

from ...model import BadInput
from ...tracker.people import edit
from ..looks import user
from ..widgets.note import Note
from .base import Dialog
from .fields import styles

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.content import Content
    from textual.types import CSSPathType
    from textual.widget import Widget

    from ...model import Person
    from ...tracker import Tracker


class NotesDialog(Dialog):
    """Markdown in a text area, or in the editor that you know."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+o", "editor", "$EDITOR", id="notes.editor"),
    ]
    CSS_PATH: ClassVar[CSSPathType] = styles("notes.tcss")

    def __init__(self, tracker: Tracker, person: Person) -> None:
        super().__init__(tracker)
        self.person = person

    @property
    def heading(self) -> Content:
        """About whom."""
        return user(f"Notes about {self.person.name}")

    @property
    def subject(self) -> str:
        """See `Dialog.subject`."""
        return self.person.id

    def fields(self) -> Iterator[Widget]:
        """See `Dialog.fields`."""
        yield Note(self.person.notes, placeholder="Markdown", id="notes")

    def action_editor(self) -> None:
        """Leave the screen to $EDITOR, and take what it saved."""
        note = self.query_one(Note)
        self.attempt(lambda: setattr(note, "value", self._edited(note.value)))

    def _edited(self, text: str) -> str:
        command = os.environ.get("VISUAL") or os.environ.get("EDITOR") or ""
        if not command:
            raise BadInput("No editor is set.", "Set EDITOR, for example to 'nano'.")
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "notes.md"
            path.write_text(text, encoding="utf-8")
            with self.app.suspend():
                done = subprocess.run([*shlex.split(command), str(path)], check=False)  # noqa: S603
            if done.returncode != 0:
                raise BadInput(f"The editor ended with status {done.returncode}.")
            return path.read_text(encoding="utf-8")

    def save(self) -> None:
        """See `Dialog.save`."""
        edit(self.tracker, self.person, notes=self.query_one(Note).value)

"""What is done with several people at once: tags, and their notes in a file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from textual.widgets import Input, Static

from ...model import BadInput
from ...tracker.exporting import export, save
from ...tracker.people import names, tag
from ..looks import MUTED, user
from .base import Dialog, row

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from textual.content import Content
    from textual.widget import Widget

    from ...model import Person
    from ...tracker import Tracker


class _Several(Dialog):
    """A dialog about people, however many."""

    def __init__(self, tracker: Tracker, people: Sequence[Person]) -> None:
        super().__init__(tracker)
        self.people = list(people)

    @property
    def heading(self) -> Content:
        """What, and about whom."""
        return user(f"{self.HEADING} {names(self.people)}")

    @property
    def subject(self) -> str:
        """See `Dialog.subject`."""
        return ",".join(person.id for person in self.people)


class TagDialog(_Several):
    """Tags to put on, and tags to take off."""

    HEADING = "Tags of"

    def fields(self) -> Iterator[Widget]:
        """See `Dialog.fields`."""
        held = sorted({each for person in self.people for each in person.tags})
        hint = "budget, -left: a minus takes one off"
        yield row("Tags", Input("", placeholder=hint, compact=True, id="tags", classes="field"))
        if held:
            yield row("Now", Static(user(", ".join(held), MUTED)))

    def save(self) -> None:
        """See `Dialog.save`."""
        tags = [each for each in self.query_one("#tags", Input).value.split(",") if each.strip()]
        if not tags:
            raise BadInput("No tag was given.", "Several are divided by commas.")
        tag(self.tracker, self.people, tags)


class ExportDialog(_Several):
    """Where the notes go. Private entries stay out, and no file is written over."""

    HEADING = "Export the notes about"

    def fields(self) -> Iterator[Widget]:
        """See `Dialog.fields`."""
        free = (f"~/notes-{self.tracker.today}{more}.md" for more in ("", *range(-2, -1000, -1)))
        usual = next(name for name in free if not Path(name).expanduser().exists())
        yield row("File", Input(usual, compact=True, id="file", classes="field"))

    def save(self) -> None:
        """See `Dialog.save`."""
        typed = self.query_one("#file", Input).value.strip()
        if not typed:
            raise BadInput("No file was named.")
        made = export(self.tracker, "notes", self.people)
        save(made, Path(typed).expanduser())
        left_out = f" Private entries left out: {made.left_out}." if made.left_out else ""
        sentence = f"Wrote the notes about {names(self.people)} to {typed}.{left_out}"
        self.app.notify(sentence, markup=False)

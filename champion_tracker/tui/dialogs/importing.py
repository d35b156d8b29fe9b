"""Import people: choose a file, see what would change, take it in."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from ...model import TrackerError
from ...tracker.importing import Preview, apply, preview
from ..looks import MUTED, user
from ..widgets.choice import Checks, Option
from ..widgets.import_list import KINDS, ImportList
from .base import Dialog, row, styles

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual._path import CSSPathType
    from textual.widget import Widget

    from ...tracker import Tracker
    from ..screens.base import TrackerScreen

OPTIONS = (
    Option("c", "lists everybody: who is missing has left", "complete"),
    Option("f", "follow everybody in it", "follow"),
)


async def import_people(screen: TrackerScreen) -> None:
    """Choose a file, then see and decide."""
    from textual_fspicker import FileOpen, Filters

    filters = Filters(
        ("Tables and cards", lambda path: path.suffix.lower() in (".csv", ".tsv", ".vcf", ".xlsx")),
        ("All files", lambda _: True),
    )
    path = await screen.app.push_screen_wait(FileOpen(Path.cwd(), "Import people", filters=filters))
    if path is not None:
        await screen.app.push_screen_wait(ImportDialog(screen.tracker, path))


class ImportDialog(Dialog):
    """What the file would change, before anything is changed."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "save", "Take it in", id="dialog.save"),
    ]
    CSS_PATH: ClassVar[CSSPathType | None] = styles("importing.tcss")

    def __init__(self, tracker: Tracker, path: Path) -> None:
        super().__init__(tracker)
        self.path = path
        self.shown: Preview | None = None

    @property
    def heading(self) -> Content:
        """Which file."""
        return user(f"Import {self.path.name}")

    @property
    def subject(self) -> str:
        """See `Dialog.subject`."""
        return str(self.path)

    def fields(self) -> Iterator[Widget]:
        """See `Dialog.fields`."""
        yield row("The file", Checks(OPTIONS, id="options"))
        yield Static(id="summary")
        yield ImportList()

    def on_mount(self) -> None:
        """Look into the file at once."""
        super().on_mount()
        self.look()

    @on(Checks.Changed)
    def look(self) -> None:
        """Say what would change, aside, so that the screen stays alive."""
        chosen = self.query_one(Checks).chosen
        self.query_one(ImportList).loading = True
        self.run_worker(
            lambda: self._read(complete="complete" in chosen, follow="follow" in chosen),
            thread=True,
            exclusive=True,
            exit_on_error=False,
        )

    def _read(self, *, complete: bool, follow: bool) -> None:
        shown: Preview | None = None
        trouble = ""
        try:
            with self.application.undisturbed():
                shown = preview(self.tracker, [self.path], complete=complete, follow=follow)
        except TrackerError as error:
            trouble = str(error)
        self.app.call_from_thread(self._show, shown, trouble)

    def _show(self, shown: Preview | None, trouble: str) -> None:
        self.shown = shown
        changes = shown.changes if shown else ()
        listed = self.query_one(ImportList)
        listed.loading = False
        listed.show([change for change in changes if change.kind != "unchanged"])
        counts = [
            Content.assemble(
                (f"{look.glyph} ", look.style),
                (f"{sum(change.kind == kind for change in changes)} ", "bold"),
                (look.word, MUTED),
            )
            for kind, look in KINDS.items()
            if any(change.kind == kind for change in changes)
        ]
        notes = [user(note, "$text-warning") for note in (shown.notes if shown else ())]
        summary = Content("\n").join([Content("   ").join(counts), *notes])
        self.query_one("#summary", Static).update(summary)
        if trouble:
            self.say(trouble)
        elif shown is not None and shown.is_empty:
            self.say("Nothing would change: all of it is known already.")
        else:
            self.say("")

    def settled(self, field: Widget) -> None:
        """Only Save takes it in."""
        self.query_one(ImportList).focus()

    def save(self) -> None:
        """See `Dialog.save`."""
        if self.shown is not None:
            apply(self.tracker, self.shown)

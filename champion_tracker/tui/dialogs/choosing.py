"""Lines over the screen, each of which can be opened."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static

from ..looks import user
from ..records import record_row, record_text
from ..widgets.key_bar import KeyBar
from ..widgets.ledger import Ledger, Row, Section
from .reading import ReadingDialog

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult

    from ...tracker import Tracker
    from ..screens.base import TrackerScreen


class ChoosingDialog(ModalScreen[str]):
    """Answers with the identifier of the person that was chosen; other records are read here."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "dismiss('')", "Back", key_display="esc", id="dialog.close")
    ]
    CSS_PATH = "reading.tcss"
    AUTO_FOCUS = "Ledger"

    def __init__(self, tracker: Tracker, heading: str, sections: Sequence[Section]) -> None:
        super().__init__()
        self.tracker = tracker
        self.heading = heading
        self.sections = sections

    def compose(self) -> ComposeResult:
        """Heading, lines, the way back."""
        with Vertical(id="dialog"):
            yield Static(user(self.heading, "bold $text-primary"), id="heading")
            yield Ledger()
            yield KeyBar()

    def on_mount(self) -> None:
        """Show the lines."""
        self.query_one(Ledger).show_sections(self.sections)

    @on(Ledger.Chosen)
    def _open(self) -> None:
        row = self.query_one(Ledger).at_hand
        text = record_text(self.tracker, row.record) if row is not None else None
        if row is not None and row.person_id in self.tracker.workspace.people:
            self.dismiss(row.person_id)
        elif text is not None:
            self.app.push_screen(ReadingDialog(text))


async def open_records(screen: TrackerScreen, heading: str, record_ids: Sequence[str]) -> None:
    """Open one record, or let one of several be chosen."""
    tracker = screen.tracker
    rows = [row for key in record_ids if (row := record_row(tracker, key)) is not None]
    text = record_text(tracker, rows[0].record) if len(rows) == 1 else None
    if len(rows) == 1 and rows[0].person_id:
        screen.application.open_person(rows[0].person_id)
    elif text is not None:
        await screen.app.push_screen_wait(ReadingDialog(text))
    elif rows:
        await choose(screen, heading, [Section(f"ON RECORD  {len(rows)}", rows)])


async def choose(screen: TrackerScreen, heading: str, sections: Sequence[Section]) -> None:
    """Show lines, and open the person that is chosen."""
    chosen = await screen.app.push_screen_wait(ChoosingDialog(screen.tracker, heading, sections))
    if chosen:
        screen.application.open_person(chosen)


async def show_what_if(screen: TrackerScreen, person_id: str) -> None:
    """What would be lost with somebody, and who could follow."""
    from ...rules.what_if import what_if

    tracker = screen.tracker
    person = tracker.workspace.people[person_id]
    found = what_if(tracker.workspace, person, tracker.today)
    lost = []
    for loss in found.losses:
        row = record_row(tracker, loss.refers_to) or Row("")
        own = "" if loss.refers_to == person_id else row.person_id
        lost.append(
            row._replace(
                text=loss.what,
                glyph="○",
                style="$text-warning bold",
                tail="",
                detail="",
                person_id=own,
            )
        )
    heirs = []
    for candidate in found.followers:
        row = record_row(tracker, candidate.person.id) or Row(candidate.person.name)
        heirs.append(row._replace(detail="; ".join(candidate.why)))
    sections = [
        Section(f"WOULD BE LOST  {len(lost)}", lost, empty="Nothing that is on record."),
        Section("COULD FOLLOW, THE LIKELIEST FIRST", heirs, empty="Nobody comes to mind."),
    ]
    await choose(screen, f"What if {person.name} leaves?", sections)

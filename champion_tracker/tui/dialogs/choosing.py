"""Lines over the screen, each of which can be opened."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType

from ...tracker.undoing import undo
from ..looks import user
from ..records import record_row
from ..widgets.ledger import Ledger, Row, Section
from .overlay import Overlay

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from textual.content import Content
    from textual.widget import Widget

    from ...model import Commit, Person
    from ...tracker import Tracker
    from ..screens.base import TrackerScreen


class ChoosingDialog(Overlay[Row | None]):
    """Answers with the line that was chosen."""

    AUTO_FOCUS = "Ledger"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "open", "Open", id="lines.choose"),
        Binding("u", "undo", "Undo", id="choosing.undo"),
    ]

    takes_back = False
    """Whether the latest change is to be taken back, instead of an answer."""

    def __init__(
        self, heading: str, sections: Sequence[Section], at: int = 0, *, has_answered: bool = False
    ) -> None:
        super().__init__()
        self._heading = heading
        self.sections = sections
        self.at = at
        """Which line is at hand at first."""
        self.has_answered = has_answered
        """Whether something was done to one of the lines, which can be taken back."""

    @property
    def heading(self) -> Content:
        """See `Overlay.heading`."""
        return user(self._heading, "bold $text-primary")

    def body(self) -> Iterator[Widget]:
        """See `Overlay.body`."""
        yield Ledger()

    def on_mount(self) -> None:
        """Show the lines."""
        ledger = self.query_one(Ledger)
        ledger.show_sections(self.sections)
        ledger.cursor = self.at

    @on(Ledger.Chosen)
    def action_open(self) -> None:
        """Answer with the line at hand."""
        ledger = self.query_one(Ledger)
        self.at = ledger.cursor
        self.dismiss(ledger.at_hand)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Nobody takes back here what was done elsewhere, and is not to be seen."""
        return self.has_answered if action == "undo" else super().check_action(action, parameters)

    def action_undo(self) -> None:
        """Take back what was done to one of the lines."""
        self.at, self.takes_back = self.query_one(Ledger).cursor, True
        self.dismiss(None)


async def open_records(screen: TrackerScreen, heading: str, record_ids: Sequence[str]) -> None:
    """Open one record, or let one of several be chosen."""
    tracker = screen.tracker

    def sections() -> list[Section]:
        rows = [row for key in record_ids if (row := record_row(tracker, key)) is not None]
        return [Section(f"ON RECORD  {len(rows)}", rows)] if rows else []

    rows = [row for section in sections() for row in section.rows]
    if len(rows) == 1:
        await open_row(screen, rows[0])
    elif rows:
        await choose(screen, heading, sections)
    else:
        screen.app.notify("That is all there is to it: no record says more.", markup=False)


async def choose(
    screen: TrackerScreen, heading: str, sections: Callable[[], Sequence[Section]]
) -> None:
    """Show lines, and open what is chosen; after a record, the lines stand there again."""
    answers: list[Commit] = []
    at = 0
    while shown := sections():
        dialog = ChoosingDialog(heading, shown, at, has_answered=bool(answers))
        row = await screen.app.push_screen_wait(dialog)
        at = dialog.at
        if dialog.takes_back:
            answers.pop()
            undo(screen.tracker)
            continue
        if row is not None:
            stop = screen.tracker.subscribe(answers.append)
            try:
                await open_row(screen, row)
            finally:
                stop()
        if row is None or row.person_id in screen.tracker.workspace.people:
            return


async def open_row(screen: TrackerScreen, row: Row) -> None:
    """Open the person of a line, or the record that it is about."""
    from .cards import card_of

    if row.person_id in screen.tracker.workspace.people:
        screen.application.open_person(row.person_id)
    else:
        card = card_of(screen.tracker, row.record)
        if card is not None:
            await screen.app.push_screen_wait(card)


async def show_what_if(screen: TrackerScreen, person_id: str) -> None:
    """What would be lost with somebody, and who could follow."""
    tracker = screen.tracker
    person = tracker.workspace.people[person_id]
    await choose(screen, f"What if {person.name} leaves?", lambda: _what_if(tracker, person))


def _what_if(tracker: Tracker, person: Person) -> list[Section]:
    from ...rules.what_if import what_if

    found = what_if(tracker.workspace, tracker.current(person), tracker.today)
    lost = []
    for loss in found.losses:
        row = record_row(tracker, loss.refers_to) or Row("")
        own = "" if loss.refers_to == person.id else row.person_id
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
    return [
        Section(f"WOULD BE LOST  {len(lost)}", lost, empty="Nothing that is on record."),
        Section("COULD FOLLOW, THE LIKELIEST FIRST", heirs, empty="Nobody comes to mind."),
    ]

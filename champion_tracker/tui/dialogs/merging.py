"""Two records of one person: which there may be, and making one of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content

from ...model import BadInput, TrackerError
from ...tracker.identifying import different
from ...tracker.importing import Pair, duplicates
from ...tracker.merging import JOINED, merge, sides
from ...tracker.undoing import undo
from ..looks import MUTED, user
from ..widgets.field_choice import FieldChoice
from ..widgets.ledger import Ledger, Row, Section
from .base import Dialog
from .fields import styles
from .overlay import Overlay

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from textual.types import CSSPathType
    from textual.widget import Widget

    from ...model import Person
    from ...tracker import Tracker
    from ..messages import Changed
    from ..screens.base import TrackerScreen


async def merge_people(screen: TrackerScreen) -> None:
    """Make one of the two who are marked, or of the one at hand and somebody to be found.

    Raises:
        BadInput: more than two are marked.
    """
    from .find_person import FindPersonDialog

    people = screen.people
    if len(people) > 2:
        raise BadInput(f"{len(people)} people are marked.", "Two are made one at a time.")
    if len(people) == 1:
        found = await screen.app.push_screen_wait(FindPersonDialog(screen.tracker))
        if not found:
            return
        people.append(screen.tracker.workspace.people[found])
    if people[0].id == people[1].id:
        raise BadInput(f"{people[0].name} is one record already.")
    await screen.app.push_screen_wait(MergeDialog(screen.tracker, *people))


class MergeDialog(Dialog):
    """Both sides field by field; what is dated about either stands under the one who stays."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "save", "Make one of two", id="dialog.save"),
    ]
    CSS_PATH: ClassVar[CSSPathType | None] = styles("merging.tcss")

    def __init__(self, tracker: Tracker, first: Person, second: Person) -> None:
        super().__init__(tracker)
        self.first, self.second = first, second

    @property
    def heading(self) -> Content:
        """Who, and what the ticks mean."""
        return Content.assemble(
            user(f"{self.first.name} and {self.second.name} are one person"),
            ("\n✓ stands; space or the number of a row turns it: both, first, second", MUTED),
        )

    @property
    def subject(self) -> str:
        """See `Dialog.subject`."""
        return f"{self.first.id},{self.second.id}"

    def fields(self) -> Iterator[Widget]:
        """See `Dialog.fields`."""
        yield FieldChoice(sides(self.first, self.second), JOINED, id="fields-kept")

    def settled(self, field: Widget) -> None:
        """Only Save makes one of two."""

    def save(self) -> None:
        """See `Dialog.save`."""
        first, second = self.tracker.current(self.first), self.tracker.current(self.second)
        merge(self.tracker, first, second, self.query_one(FieldChoice).kept)


class DuplicatesDialog(Overlay[None]):
    """Pairs of people who may be one and the same, likeliest first, and what speaks for it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("d", "different", "Two people", id="duplicates.different"),
        Binding("u", "undo", "Undo", id="duplicates.undo"),
        Binding("escape,q", "dismiss", "Back", key_display="esc", id="dialog.close"),
    ]
    AUTO_FOCUS = "Ledger"

    def __init__(self, tracker: Tracker) -> None:
        super().__init__()
        self.tracker = tracker

    @property
    def heading(self) -> Content:
        """What they are, and what one does about it."""
        title = Content.styled("Who may be one and the same", "bold $text-primary")
        hint = Content.styled("   enter makes one of two, field by field", MUTED)
        return Content.assemble(title, hint)

    def body(self) -> Iterator[Widget]:
        """See `Overlay.body`."""
        yield Ledger()

    def on_mount(self) -> None:
        """Look for pairs."""
        self.reload()

    def on_changed(self, changed: Changed) -> None:
        """Look again."""
        changed.stop()
        self.reload()

    def reload(self) -> None:
        """Show the pairs that there are now."""
        rows = [_row(pair) for pair in duplicates(self.tracker)]
        nobody = "Nobody seems to be here twice."
        section = Section(f"PAIRS, THE LIKELIEST FIRST  {len(rows)}", rows, empty=nobody)
        self.query_one(Ledger).show_sections([section])

    @property
    def pair(self) -> Pair | None:
        """The pair at hand."""
        row = self.query_one(Ledger).at_hand
        return row.record if row is not None and isinstance(row.record, Pair) else None

    @on(Ledger.Chosen)
    def _merge(self) -> None:
        if self.pair is not None:
            self.app.push_screen(MergeDialog(self.tracker, self.pair.one, self.pair.other))

    def action_different(self) -> None:
        """Say that the two at hand are two people; it is not asked again."""
        if self.pair is not None:
            pair = self.pair
            self._attempt(lambda: different(self.tracker, pair.one, pair.other))

    def action_undo(self) -> None:
        """Take back the latest change."""
        self._attempt(lambda: undo(self.tracker))

    def _attempt(self, work: Callable[[], object]) -> None:
        try:
            work()
        except TrackerError as error:
            self.app.notify(str(error), severity="warning", markup=False)


def _row(pair: Pair) -> Row:
    likely = "likely" if pair.weight >= 3 else "perhaps"
    held = [
        f"{person.name}: {', '.join(filter(None, (*map(str, person.positions), *person.emails)))}"
        for person in (pair.one, pair.other)
    ]
    return Row(
        text=f"{pair.one.name} = {pair.other.name}",
        glyph="≟",
        style="$text-accent",
        tail=likely,
        detail=f"{', '.join(pair.signs)}. {'; '.join(held)}",
        record=pair,
    )

"""Find somebody by a few letters."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static

from ..widgets.key_bar import KeyBar
from ..widgets.people_picker import PeoplePicker
from .fields import styles

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from ...tracker import Tracker


class FindPersonDialog(ModalScreen[str]):
    """Three letters and enter."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss('')", "Back", id="dialog.close")
    ]
    CSS_PATH = styles("find_person.tcss")

    def __init__(self, tracker: Tracker, heading: str = "Find a person") -> None:
        super().__init__()
        self.heading = heading
        self.tracker = tracker

    def compose(self) -> ComposeResult:
        """A picker, alone."""
        with Vertical(id="dialog"):
            yield Static(self.heading, id="heading")
            yield PeoplePicker(self.tracker, several=False)
            yield KeyBar()

    def on_people_picker_settled(self, event: PeoplePicker.Settled) -> None:
        """Whoever was chosen is the answer."""
        event.stop()
        self.dismiss(event.picker.value[0])

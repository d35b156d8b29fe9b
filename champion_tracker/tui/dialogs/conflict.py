"""Two changed the same: both side by side, and a choice for each field."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from msgspec import Struct
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Static

from ...model import BadInput, Clash, Conflict
from ..looks import MUTED, user, user_lines
from ..widgets.choice import Choice, Option
from .base import Dialog
from .fields import row, styles

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.types import CSSPathType
    from textual.widget import Widget

    from ...tracker import Tracker
    from ..drafts import State

OURS, THEIRS = "mine", "theirs"


class ConflictDialog(Dialog):
    """For each field what one wanted beside what it is by now; one key chooses."""

    CSS_PATH: ClassVar[CSSPathType] = styles("conflict.tcss")

    def __init__(self, tracker: Tracker, conflict: Conflict) -> None:
        super().__init__(tracker)
        self.conflict = conflict

    @property
    def clash(self) -> Clash:
        """Where the two changes meet."""
        if self.conflict.clash is None:
            raise self.conflict
        return self.conflict.clash

    @property
    def heading(self) -> Content:
        """Whom it is about, and who was first."""
        return Content.assemble(
            user(f"{self.clash.names}: {self.clash.who} changed the same meanwhile"),
            ("\nWhich holds? What else you changed is saved with it.", f"{MUTED} not bold"),
        )

    def fields(self) -> Iterator[Widget]:
        """See `Dialog.fields`."""
        clash = self.clash
        options = (Option("m", "mine", OURS), Option("t", f"{clash.who}'s", THEIRS))
        for name in clash.fields:
            with Horizontal(classes="sides"):
                yield self._side("Mine", clash.ours, name)
                yield self._side(clash.who, clash.theirs, name)
            yield row(_words(name), Choice(options, id=name))

    @staticmethod
    def _side(whose: str, record: object, name: str) -> Static:
        shown = in_words(getattr(record, name))
        text = user_lines(shown) if shown else Content.styled("nothing", MUTED)
        return Static(Content.assemble(user(whose, MUTED), "\n", text), classes="side")

    def state(self) -> State:
        """Nothing is typed here, so nothing is kept as a draft."""
        return {}

    def save(self) -> None:
        """See `Dialog.save`."""
        chosen = {name: self.query_one(f"#{name}", Choice).value for name in self.clash.fields}
        for name, value in chosen.items():
            if value is None:
                raise BadInput(f"Nothing is chosen for {_words(name)}.", "m takes mine, t theirs.")
        ours = [name for name, value in chosen.items() if value == OURS]
        self.tracker.choose(self.conflict, ours)


def in_words(value: object) -> str:
    """The value of a field for people; empty where there is none."""
    if isinstance(value, tuple):
        return "\n".join(map(in_words, value))
    if isinstance(value, Struct) and type(value).__str__ is Struct.__str__:
        parts = ((_words(n), in_words(getattr(value, n))) for n in value.__struct_fields__)
        return ", ".join(f"{name} {text}" for name, text in parts if text)
    return "" if value is None else str(value)


def _words(name: str) -> str:
    return name.replace("_", " ")

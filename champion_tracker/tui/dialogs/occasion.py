"""Note what calls for a story."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from ...rules.vocabulary import Use
from ...tracker.stories import occasion
from ..widgets.day_input import DayInput
from .base import Dialog
from .fields import line, private, row

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.widget import Widget


class OccasionDialog(Dialog):
    """What it was or will be, on which day, whom it concerns."""

    HEADING: ClassVar[str] = "An occasion for a story"

    def fields(self) -> Iterator[Widget]:
        """See `Dialog.fields`."""
        hint = "an incident, a campaign's end, work with an area"
        yield row("What", line("what", hint))
        yield row("On", DayInput(self.tracker.today, id="on"))
        hint = "with commas between; none concerns everybody"
        completion = self.known_words.of(Use.AREA, several=True)
        yield row("Areas", line("areas", hint, completion=completion))
        yield private()

    def save(self) -> None:
        """See `Dialog.save`."""
        occasion(
            self.tracker,
            self.text("what"),
            on=self.query_one(DayInput).day,
            areas=[name.strip() for name in self.text("areas").split(",") if name.strip()],
            private=self.is_private,
        )

"""Note that a story was told."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.widgets import Input

from ...model import BadInput, Channel
from ...rules.repertoire import freshness
from ...rules.stories import to_tell
from ...rules.vocabulary import Use
from ...tracker.areas import known_area
from ...tracker.stories import tell
from ..widgets.choice import Checks, Choice, Option
from ..widgets.day_input import DayInput
from ..widgets.note import Note
from ..widgets.people_picker import PeoplePicker
from .base import Dialog
from .fields import line, row
from .log_touch import CHANNELS, SENTIMENTS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from textual.widget import Widget

    from ...model import Person, Story
    from ...tracker import Tracker

MOST = 9
"""As many stories as there are keys for them."""
MORE = (Option("t", "the touch is on record already", "known"), Option("p", "private", "private"))


class TellStoryDialog(Dialog):
    """Which story, to whom or to which area, how, when, and how it landed."""

    HEADING: ClassVar[str] = "A story told"

    def __init__(
        self,
        tracker: Tracker,
        story: Story | None = None,
        people: Sequence[Person] = (),
        area: str = "",
    ) -> None:
        super().__init__(tracker)
        self._story = story
        self._people = people
        self._area = area

    @property
    def subject(self) -> str:
        """A draft for each story and whoever hears it."""
        story = self._story.id if self._story is not None else ""
        return ",".join([story, self._area, *(person.id for person in self._people)])

    def fields(self) -> Iterator[Widget]:
        """See `Dialog.fields`."""
        stories = [
            Option(str(key), story.title[:90], story.id)
            for key, story in enumerate(self._offered(), 1)
        ]
        yield row("Story", Choice(stories, stories[0].value, column=True, id="story"))
        yield row("To", PeoplePicker(self.tracker, self._people, id="who"))
        hint = "a whole business area, where all of it heard"
        completion = self.known_words.of(Use.AREA)
        yield row("To all of", line("area", hint, self._area, completion))
        yield row("How", Choice(CHANNELS, Channel.MEETING, id="channel"))
        yield row("When", DayInput(self.tracker.today, id="on"))
        yield row("It landed", Choice(SENTIMENTS, optional=True, id="landed"))
        yield row("They said", Note(placeholder="what they made of it", id="note"))
        yield row("It is", Checks(MORE, id="more"))

    def _offered(self) -> list[Story]:
        """The story at hand, then what whoever is at hand has not heard, then the freshest."""
        workspace, today = self.tracker.workspace, self.tracker.today
        known = sorted(workspace.stories.values(), key=freshness, reverse=True)
        heard_next = [s.story for p in self._people[:1] for s in to_tell(workspace, p, today)]
        first = [self._story] if self._story is not None else []
        found = {story.id: story for story in (*first, *heard_next, *known)}
        return list(found.values())[:MOST]

    def first_field(self) -> Widget:
        """What is at hand is known already."""
        if self._story is None:
            return self.query_one("#story")
        return self.query_one("#channel" if self._people or self._area else "#who")

    def settled(self, field: Widget) -> None:
        """Whoever is at hand hears it; somebody chosen is enough."""
        known = bool(self._people or self._area)
        if isinstance(field, PeoplePicker) or (field.id == "story" and known):
            self.query_one("#channel").focus()
        elif field.id == "story":
            self.query_one("#who").focus()
        else:
            super().settled(field)

    def save(self) -> None:
        """See `Dialog.save`."""
        story = self.tracker.workspace.stories.get(self.query_one("#story", Choice).value or "")
        if story is None:
            raise BadInput("This story is gone meanwhile.", "Choose another.")
        landed = self.query_one("#landed", Choice).value
        more = self.query_one("#more", Checks).chosen
        tell(
            self.tracker,
            story,
            self.query_one(PeoplePicker).people,
            area=known_area(self.tracker, self.query_one("#area", Input).value),
            on=self.query_one(DayInput).day,
            channel=Channel(self.query_one("#channel", Choice).value or Channel.MEETING),
            landed=int(landed) if landed else None,
            note=self.query_one("#note", Note).value,
            touch="known" not in more,
            private="private" in more,
        )

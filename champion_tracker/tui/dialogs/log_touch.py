"""Log a touch: who, how, when, what was said."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from msgspec.structs import replace

from ...model import Channel, Effect, Evidence, Weighing
from ...tracker.people import names
from ...tracker.touches import log, rewrite
from ..looks import user
from ..widgets.choice import Checks, Choice, Option
from ..widgets.day_input import DayInput
from ..widgets.note import Note
from ..widgets.people_picker import PeoplePicker
from .base import Dialog
from .fields import row

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from textual.content import Content
    from textual.widget import Widget

    from ...model import Interaction, Person
    from ...tracker import Tracker

CHANNELS = (
    Option("m", "meeting", Channel.MEETING),
    Option("c", "call", Channel.CALL),
    Option("e", "e-mail", Channel.EMAIL),
    Option("n", "message", Channel.MESSAGE),
    Option("p", "presentation", Channel.PRESENTATION),
    Option("v", "event", Channel.EVENT),
    Option("h", "hallway", Channel.HALLWAY),
)
SENTIMENTS = (
    Option("1", "hostile", "-2"),
    Option("2", "cool", "-1"),
    Option("3", "neutral", "0"),
    Option("4", "friendly", "1"),
    Option("5", "warm", "2"),
)
COUNTS = (
    Option("w", "words for", f"{Weighing.WORDS} {Effect.FOR}"),
    Option("W", "words against", f"{Weighing.WORDS} {Effect.AGAINST}"),
    Option("d", "deed for", f"{Weighing.ACTION} {Effect.FOR}"),
    Option("D", "deed against", f"{Weighing.ACTION} {Effect.AGAINST}"),
)
SHOWS = (
    Option("p", "lent us power", Evidence.ACCESS),
    Option("s", "spoke for us", Evidence.SPOKE),
    Option("t", "have a stake", Evidence.STAKE),
)
MORE = (Option("1", "one side only", "one_way"), Option("p", "private", "private"))


class LogTouchDialog(Dialog):
    """Who, how, when, words; then, for those who want, how it felt and what it counts as."""

    HEADING: ClassVar[str] = "Log a touch"

    def __init__(
        self,
        tracker: Tracker,
        people: Sequence[Person] = (),
        known: Interaction | None = None,
    ) -> None:
        super().__init__(tracker)
        self.known = known
        self._people = people
        if known is not None:
            everybody = tracker.workspace.people
            self._people = [everybody[p] for p in known.person_ids if p in everybody]

    @property
    def heading(self) -> Content:
        """With whom."""
        whom = f" with {names(self._people)}" if self._people else ""
        return user((self.HEADING if self.known is None else "Correct a touch") + whom)

    @property
    def subject(self) -> str:
        """A draft for everybody who was at hand."""
        if self.known is not None:
            return self.known.id
        return ",".join(person.id for person in self._people)

    def fields(self) -> Iterator[Widget]:
        """See `Dialog.fields`."""
        yield row("Who", PeoplePicker(self.tracker, self._people, id="who"))
        known = self.known
        yield row(
            "How", Choice(CHANNELS, known.channel if known else Channel.MEETING, id="channel")
        )
        yield row(
            "When", DayInput(self.tracker.today, str(known.on) if known else "today", id="on")
        )
        hint = "what was said, in Markdown, as long as you like"
        yield row("Said", Note(known.note if known else "", placeholder=hint, id="note"))
        felt = str(known.sentiment) if known and known.sentiment is not None else None
        yield row("It felt", Choice(SENTIMENTS, felt, optional=True, id="sentiment"))
        counts = f"{known.weighing} {known.effect}" if known and known.weighing else None
        yield row("Counts as", Choice(COUNTS, counts, optional=True, id="counts"))
        yield row("They", Checks(SHOWS, known.shows if known else (), id="shows"))
        yield row("It was", Checks(MORE, self._more(), id="more"))

    def _more(self) -> list[str]:
        known = self.known
        if known is None:
            return ["private"] if self._usually_private(Channel.MEETING) else []
        return [name for name in ("one_way", "private") if getattr(known, name)]

    def _usually_private(self, channel: str | None) -> bool:
        settings = self.tracker.workspace.settings
        return channel is not None and settings.is_private(Channel(channel))

    def on_mount(self) -> None:
        """Privacy follows the channel for as long as nobody says otherwise."""
        self._channel = self.query_one("#channel", Choice).value
        self.watch(self.query_one("#channel"), "value", self._follow, init=False)

    def _follow(self, channel: str | None) -> None:
        more = self.query_one("#more", Checks)
        as_usual = self._usually_private(self._channel)
        if ("private" in more.chosen) is as_usual is not self._usually_private(channel):
            rest = [value for value in more.chosen if value != "private"]
            more.chosen = rest if as_usual else [*rest, "private"]
        self._channel = channel

    def first_field(self) -> Widget:
        """Whoever was at hand took part; go on with how."""
        return self.query_one("#channel" if self._people else "#who")

    def settled(self, field: Widget) -> None:
        """Enter on the last field saves; the picker goes on to how."""
        if isinstance(field, PeoplePicker):
            self.query_one("#channel").focus()
        else:
            super().settled(field)

    def save(self) -> None:
        """See `Dialog.save`."""
        sentiment = self.query_one("#sentiment", Choice).value
        weighing, _, effect = (self.query_one("#counts", Choice).value or "").partition(" ")
        more = self.query_one("#more", Checks).chosen
        people = self.query_one(PeoplePicker).people
        said: dict[str, Any] = {
            "note": self.query_one("#note", Note).value,
            "channel": Channel(self.query_one("#channel", Choice).value or Channel.MEETING),
            "on": self.query_one(DayInput).day,
            "sentiment": int(sentiment) if sentiment else None,
            "weighing": Weighing(weighing) if weighing else None,
            "effect": Effect(effect) if effect in tuple(Effect) else None,
            "shows": tuple(Evidence(value) for value in self.query_one("#shows", Checks).chosen),
            "one_way": "one_way" in more,
            "private": "private" in more,
        }
        known = self.known
        if known is None:
            log(self.tracker, people, **said)
        else:
            who = tuple(person.id for person in people)
            rewrite(self.tracker, known, replace(known, person_ids=who, **said))

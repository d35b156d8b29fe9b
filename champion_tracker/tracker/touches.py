"""The verb that users need most: log a touch."""

from collections.abc import Sequence
from datetime import date

from msgspec.structs import replace

from ..model import (
    BadInput,
    Channel,
    Edit,
    Effect,
    Evidence,
    Interaction,
    Person,
    Weighing,
    new_id,
)
from .checks import body, past, rating
from .people import followed_edits, names
from .tracker import Tracker


def log(
    tracker: Tracker,
    people: Sequence[Person],
    *,
    note: str = "",
    channel: Channel = Channel.MEETING,
    on: date | None = None,
    sentiment: int | None = None,
    weighing: Weighing | None = None,
    effect: Effect | None = None,
    shows: Sequence[Evidence] = (),
    one_way: bool = False,
    private: bool | None = None,
) -> Interaction:
    """Log a touch with one or more people; whoever was only known is followed from today.

    Where it is not said whether it is private, the settings say so for its channel. Words or an
    action without a direction take that of the sentiment.

    Raises:
        BadInput: nobody took part, the day is still to come, or the sentiment lies outside
            -2 to +2.
    """
    logged = Interaction(
        id=new_id("i"),
        person_ids=tuple(person.id for person in people),
        on=on or tracker.today,
        channel=channel,
        note=note,
        sentiment=sentiment,
        weighing=weighing,
        effect=effect,
        shows=tuple(shows),
        one_way=one_way,
        private=tracker.workspace.settings.is_private(channel) if private is None else private,
        recorded_at=tracker.clock.now(),
    )
    touch = _sound(logged, tracker.today)
    summary = f"Logged {_article(channel)} with {names(people)}"
    tracker.commit("log", summary, Edit(after=touch), *followed_edits(tracker, people))
    return touch


def rewrite(tracker: Tracker, touch: Interaction, changed: Interaction) -> Interaction:
    """Correct a touch that was logged.

    Raises:
        BadInput: as `log`.
        Conflict: somebody else changed it since ``touch`` was read.
    """
    sound = _sound(changed, tracker.today)
    tracker.commit("edit", f"Corrected {_article(changed.channel)}", Edit(touch, sound))
    return sound


def remove(tracker: Tracker, touch: Interaction) -> None:
    """Take a touch out of the record; undo brings it back."""
    tracker.commit("edit", f"Removed {_article(touch.channel)} of {touch.on}", Edit(touch, None))


def _sound(touch: Interaction, today: date) -> Interaction:
    """A touch as it may be kept."""
    if not touch.person_ids:
        raise BadInput("A touch needs at least one person.")
    if touch.sentiment is not None:
        rating(touch.sentiment, "sentiment", -2, 2)
    effect = touch.effect
    if effect is None and touch.sentiment:
        effect = Effect.FOR if touch.sentiment > 0 else Effect.AGAINST
    return replace(
        touch,
        person_ids=tuple(dict.fromkeys(touch.person_ids)),
        on=past(touch.on, today, "touch"),
        note=body(touch.note, "note"),
        effect=effect if touch.weighing is not None else None,
        shows=tuple(dict.fromkeys(touch.shows)),
    )


def _article(channel: Channel) -> str:
    words = {
        Channel.HALLWAY: "a hallway talk",
        Channel.EMAIL: "an e-mail",
        Channel.EVENT: "an event",
    }
    return words.get(channel, f"a {channel}")

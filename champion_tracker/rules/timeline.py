"""One person's story: everything dated about them, in one column, newest first."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from ..model import (
    Ask,
    Assessment,
    FollowUp,
    Interaction,
    Objection,
    Person,
    Position,
    Promise,
    Record,
    Story,
    Telling,
)

SENTIMENTS = {-2: "hostile", -1: "cool", 0: "neutral", 1: "friendly", 2: "warm"}
"""Sentiment as a word."""


class EntryKind(StrEnum):
    """What a line of the story is about."""

    TOUCH = "touch"
    POSITION = "position"
    ASSESSMENT = "assessment"
    FOLLOW_UP = "follow-up"
    PROMISE = "promise"
    TELLING = "telling"
    ASK = "ask"
    OBJECTION = "objection"


class Entry(NamedTuple):
    """One line of the story."""

    on: date
    kind: EntryKind
    headline: str
    """A phrase of ours; may hold names and titles, never a note."""
    text: str
    """What the user wrote, Markdown."""
    private: bool
    record: Record | Position


_NONE: Mapping[str, Story] = {}


def timeline(
    person: Person, history: Iterable[Record], stories: Mapping[str, Story] = _NONE
) -> list[Entry]:
    """Everything about ``person``, newest first; positions of unknown start come last.

    A telling that was logged as a touch, too, is one entry. ``stories`` are those that can be
    named in it.
    """
    entries = [*_positions(person)]
    known = list(history)
    # One commit holds a telling and its touch, so they were recorded in the same moment.
    told = {record.recorded_at for record in known if isinstance(record, Telling)}
    logged = {record.recorded_at for record in known if isinstance(record, Interaction)}
    for order, record in enumerate(known):
        if isinstance(record, Telling) and record.recorded_at in logged:
            continue
        is_telling = isinstance(record, Interaction) and record.recorded_at in told
        for entry in _of(record, person, stories):
            shown = entry._replace(kind=EntryKind.TELLING) if is_telling else entry
            entries.append((shown, order))
    entries.sort(key=lambda pair: (pair[0].on, pair[1]), reverse=True)
    return [entry for entry, _ in entries]


def _positions(person: Person) -> Iterator[tuple[Entry, int]]:
    for position in person.positions:
        if position.start is not None:
            yield _position(position, position.start, f"Became {position}"), -1
        if position.end is not None:
            yield _position(position, position.end, f"No longer {position}"), -2


def _position(position: Position, on: date, headline: str) -> Entry:
    return Entry(on, EntryKind.POSITION, headline, "", private=False, record=position)


def _of(record: Record, person: Person, stories: Mapping[str, Story]) -> Iterator[Entry]:
    match record:
        case Interaction():
            yield Entry(
                record.on,
                EntryKind.TOUCH,
                touch_headline(record),
                record.note,
                record.private,
                record,
            )
        case Assessment():
            yield Entry(
                record.on,
                EntryKind.ASSESSMENT,
                assessment_headline(record),
                record.why,
                private=False,
                record=record,
            )
        case FollowUp():
            yield Entry(
                record.done_on or record.due,
                EntryKind.FOLLOW_UP,
                follow_up_headline(record),
                record.text,
                record.private,
                record,
            )
        case Promise():
            yield Entry(
                record.settled_on or record.made_on,
                EntryKind.PROMISE,
                promise_headline(record),
                record.text,
                record.private,
                record,
            )
        case Telling():
            story = stories.get(record.story_id)
            title = story.title if story is not None else ""
            hidden = record.private or (story is not None and story.private)
            yield Entry(
                record.on,
                EntryKind.TELLING,
                telling_headline(record),
                "\n\n".join(filter(None, (title, record.note))),
                hidden,
                record,
            )
        case Ask():
            without = f"Without it: {record.without}" if record.without else ""
            yield Entry(
                record.answered_on or record.made_on or record.recorded_at.date(),
                EntryKind.ASK,
                ask_headline(record, person),
                "\n\n".join(filter(None, (record.what, without, record.answer))),
                record.private,
                record,
            )
        case Objection():
            yield Entry(
                record.changed_on or record.raised_on,
                EntryKind.OBJECTION,
                objection_headline(record),
                record.risk,
                record.private,
                record,
            )
        case _:
            return


def touch_headline(touch: Interaction) -> str:
    """A touch in a phrase: channel, how it felt, what it counts as."""
    parts = [touch.channel.capitalize() + (" (one way)" if touch.one_way else "")]
    if touch.sentiment is not None:
        parts.append(SENTIMENTS[max(-2, min(2, touch.sentiment))])
    if touch.weighing is not None:
        way = f" {touch.effect} us" if touch.effect else ""
        parts.append(f"{touch.weighing}{way}")
    if touch.private:
        parts.append("private")
    return " · ".join(parts)


def assessment_headline(assessment: Assessment) -> str:
    """A judgement in a phrase."""
    levels = f"{assessment.engagement}"
    if assessment.desired is not None:
        levels += f" → {assessment.desired}"
    changed = "No change: " if assessment.unchanged else "Judged "
    return f"{changed}influence {assessment.influence}, openness {assessment.openness}, {levels}"


def promise_headline(promise: Promise) -> str:
    """A promise in a phrase."""
    whose = "We promised" if promise.ours else "Promised us"
    if promise.is_open:
        return f"{whose}, due {promise.due}"
    return f"{whose} on {promise.made_on}: {promise.outcome}"


def telling_headline(telling: Telling) -> str:
    """A telling in a phrase: how, and how it landed."""
    landed = "" if telling.landed is None else f", {SENTIMENTS[telling.landed]}"
    return f"Heard a story ({telling.channel}{landed})"


def ask_headline(ask: Ask, person: Person) -> str:
    """An ask in a phrase, as seen from one of those whom it is about."""
    whose = "Asked of them" if ask.person_id == person.id else "Stands behind an ask"
    return f"{whose}: {ask.status}"


def objection_headline(objection: Objection) -> str:
    """An objection in a phrase."""
    rated = (("likelihood", objection.likelihood), ("impact", objection.impact))
    gravity = "".join(f", {word} {value}" for word, value in rated if value is not None)
    answered = "" if objection.mitigation else ", nothing is done about it"
    return f"Objection, {objection.status}{gravity}{answered}"


def follow_up_headline(follow_up: FollowUp) -> str:
    """A reminder in a phrase."""
    if follow_up.done_on is not None:
        return "Followed up"
    if follow_up.dropped:
        return f"Follow-up of {follow_up.due} dropped: {follow_up.dropped}"
    return f"Follow up on {follow_up.due}"

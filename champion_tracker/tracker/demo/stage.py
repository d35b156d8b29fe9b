"""The stage of the demo: characters, dated scenes, and the clock that they are played by.

Every scene is a verb of the tracker, played on its own day. Days are counted from today: -7 is
a week ago, 3 is in three days.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, tzinfo
from typing import NamedTuple

from ...model import (
    Channel,
    Edit,
    Effect,
    Engagement,
    Evidence,
    Outcome,
    Person,
    Position,
    Prompt,
    PromptKind,
    Record,
    Relation,
    Standing,
    Story,
    Weighing,
    new_id,
)
from ...store import MemoryStore
from .. import answers, judging, people, positions, promises, ties, touches
from ..tracker import Tracker

AGENCY = "Otterlund Water"
"""The invented agency that all characters work for."""

START = -735
"""The day on which the staff directory came in."""


class MovingClock:
    """A clock that is set by hand, and goes on a minute whenever somebody looks at it."""

    def __init__(self, zone: tzinfo | None) -> None:
        self._zone = zone
        self.set(date.min)

    def set(self, day: date) -> None:
        """Make it nine in the morning of a day."""
        self._now = datetime.combine(day, time(9), self._zone)

    def today(self) -> date:
        """See `Clock.today`."""
        return self._now.date()

    def now(self) -> datetime:
        """See `Clock.now`."""
        self._now += timedelta(minutes=1)
        return self._now


class Stage:
    """Where scenes are played: a store that forgets, and a day that everything counts from."""

    def __init__(self, today: date, zone: tzinfo | None) -> None:
        self._today = today
        self._clock = MovingClock(zone)
        self._ids: dict[str, str] = {}
        self.tracker = Tracker(MemoryStore(), self._clock)

    def day(self, days: int) -> date:
        """The day that lies ``days`` ahead of today, or behind it."""
        return self._today + timedelta(days=days)

    def turn_to(self, days: int) -> None:
        """Let it be another day."""
        self._clock.set(self.day(days))

    def person(self, name: str) -> Person:
        """Somebody as they are by now."""
        return self.tracker.workspace.people[self._ids[name]]

    @property
    def stories(self) -> list[Story]:
        """What has been written by now."""
        return list(self.tracker.workspace.stories.values())

    def play(self, cast: Sequence["Character"], programme: Sequence["Event"]) -> None:
        """Bring everybody on, and play what happened in the order of the days."""
        for character in sorted(cast, key=lambda character: character.known):
            self.turn_to(character.known)
            self._ids[character.name] = self._enter(character)
        events = [scene.with_(character.name) for character in cast for scene in character.story]
        for event in sorted((*events, *programme), key=lambda event: event.day):
            self.turn_to(event.day)
            event.play(self)

    def _enter(self, character: "Character") -> str:
        if character.by_hand:
            return people.add(
                self.tracker,
                character.name,
                title=character.title,
                organization=AGENCY,
                area=character.area,
                emails=[character.email],
                tags=character.tags,
                notes=character.notes,
            ).id
        position = Position(
            id=new_id("r"),
            title=character.title,
            organization=AGENCY,
            area=character.area,
            start=self.day(character.since),
        )
        person = Person(
            id=new_id("p"),
            name=character.name,
            emails=(character.email,),
            tags=character.tags,
            notes=character.notes,
            source_ids=(f"directory:{character.email.partition('@')[0]}",),
            positions=(position,),
        )
        self.tracker.commit("import", f"{person.name} from the directory", Edit(after=person))
        return person.id

    def records(self) -> list[Record]:
        """Everything as it stands at the end, in the order in which it was first recorded."""
        final: dict[tuple[type[Record], str], Record] = {}
        for commit in reversed(list(self.tracker.store.commits())):
            for edit in commit.edits:
                final[type(edit.record), edit.record.id] = edit.record
        return list(final.values())


class Event(NamedTuple):
    """Something that happened on a day."""

    day: int
    play: Callable[[Stage], object]


class Scene(NamedTuple):
    """Something that happened with somebody on a day."""

    day: int
    play: Callable[[Stage, Person], object]

    def with_(self, name: str) -> Event:
        """The scene as it was played with one person."""
        return Event(self.day, lambda stage: self.play(stage, stage.person(name)))


@dataclass(frozen=True, kw_only=True)
class Character:
    """Somebody of the agency, and what happened with them, oldest first."""

    name: str
    title: str
    area: str
    mailbox: str
    since: int = -2000
    """Since when they have held the position."""
    known: int = START
    """When we learned of them."""
    by_hand: bool = False
    """Whether we wrote them down ourselves, rather than the directory."""
    tags: tuple[str, ...] = ()
    notes: str = ""
    story: tuple[Scene, ...] = ()

    @property
    def email(self) -> str:
        """An address in the domain that belongs to nobody (RFC 2606)."""
        return f"{self.mailbox}@otterlund.example"


def met(
    day: int,
    note: str,
    *,
    channel: Channel = Channel.MEETING,
    felt: int | None = None,
    words: Effect | None = None,
    action: Effect | None = None,
    shows: Sequence[Evidence] = (),
    also: Sequence[str] = (),
    one_way: bool = False,
    private: bool = False,
) -> Scene:
    """A touch; ``also`` names who else took part."""
    weighing = Weighing.ACTION if action else Weighing.WORDS if words else None
    return Scene(
        day,
        lambda stage, person: touches.log(
            stage.tracker,
            [person, *map(stage.person, also)],
            note=note,
            channel=channel,
            sentiment=felt,
            weighing=weighing,
            effect=action or words,
            shows=shows,
            one_way=one_way,
            private=private,
        ),
    )


def judged(
    day: int,
    influence: int,
    openness: int,
    engagement: Engagement,
    why: str,
    *,
    desired: Engagement | None = None,
    by: int | None = None,
    moves: str = "",
    legitimacy: bool | None = None,
    urgency: bool | None = None,
    basis: str = "",
) -> Scene:
    """A judgement, and the move that it plans."""
    return Scene(
        day,
        lambda stage, person: judging.assess(
            stage.tracker,
            person,
            influence=influence,
            openness=openness,
            engagement=engagement,
            desired=desired,
            desired_by=stage.day(by) if by is not None else None,
            moves=moves,
            legitimacy=legitimacy,
            urgency=urgency,
            why=why,
            basis=basis,
        ),
    )


def unchanged(day: int, why: str) -> Scene:
    """The same judgement, made again."""
    return Scene(day, lambda stage, person: judging.confirm(stage.tracker, person, why))


def promised(
    day: int,
    text: str,
    *,
    due: int,
    ours: bool = False,
    kept: int | None = None,
    broken: int | None = None,
) -> Scene:
    """A promise, theirs unless it is ``ours``, and on which day it was kept or broken, if yet."""

    def play(stage: Stage, person: Person) -> None:
        made = promises.promise(stage.tracker, person, text, stage.day(due), ours=ours)
        settled = kept if kept is not None else broken
        if settled is not None:
            stage.turn_to(settled)
            outcome = Outcome.KEPT if kept is not None else Outcome.BROKEN
            promises.settle(stage.tracker, made, outcome)

    return Scene(day, play)


def reminded(day: int, text: str, *, due: int, private: bool = False) -> Scene:
    """A follow-up that we set ourselves."""
    return Scene(
        day,
        lambda stage, person: answers.follow_up(
            stage.tracker, person, stage.day(due), text, private=private
        ),
    )


def ticked_off(day: int) -> Scene:
    """The follow-up about somebody that was due first, done."""

    def play(stage: Stage, person: Person) -> None:
        answers.done(stage.tracker, _first(stage, person, PromptKind.FOLLOW_UP))

    return Scene(day, play)


def dismissed(day: int, kind: PromptKind, reason: str) -> Scene:
    """A prompt that we did not act upon, and why."""

    def play(stage: Stage, person: Person) -> None:
        answers.dismiss(stage.tracker, _first(stage, person, kind), reason)

    return Scene(day, play)


def _first(stage: Stage, person: Person, kind: PromptKind) -> Prompt:
    return next(p for p in answers.prompts_of(stage.tracker, person) if p.kind is kind)


def snoozed(day: int, *, until: int) -> Scene:
    """Whatever stood about somebody, put off."""
    return Scene(
        day,
        lambda stage, person: answers.snooze_person(stage.tracker, person, stage.day(until)),
    )


def moved(day: int, title: str, area: str) -> Scene:
    """Another position in the agency."""
    return Scene(
        day,
        lambda stage, person: positions.change_position(
            stage.tracker, person, title=title, area=area
        ),
    )


def left(day: int) -> Scene:
    """Gone from the agency."""
    return Scene(day, lambda stage, person: positions.leave(stage.tracker, person))


def followed(day: int, *, every: str = "") -> Scene:
    """Somebody to nurture from now on, at a cadence of their own if one is given."""
    return Scene(day, lambda stage, person: people.follow(stage.tracker, [person], every=every))


def paused(day: int, reason: str) -> Scene:
    """A cadence that rests."""
    return Scene(day, lambda stage, person: people.pause(stage.tracker, person, reason))


def pinned(day: int, standing: Standing, reason: str) -> Scene:
    """A standing held against the rule."""
    return Scene(day, lambda stage, person: people.pin(stage.tracker, person, standing, reason))


def archived(day: int) -> Scene:
    """Put away."""
    return Scene(day, lambda stage, person: people.archive(stage.tracker, [person]))


def tied(day: int, relation: Relation, other: str, strength: int = 2, why: str = "") -> Scene:
    """What somebody is to another."""
    return Scene(
        day,
        lambda stage, person: ties.tie(
            stage.tracker, person, relation, stage.person(other), strength=strength, why=why
        ),
    )

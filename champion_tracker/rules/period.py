"""What happened in a week or a month, from what is at hand."""

import calendar
import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Any, NamedTuple

from msgspec.structs import replace

from ..model import (
    Ask,
    BadInput,
    Engagement,
    Goal,
    Objection,
    ObjectionStatus,
    Occasion,
    Person,
    Position,
    Reading,
    Story,
    Telling,
    Watch,
    Workspace,
)
from .digest import judgements, recent_touches
from .repertoire import freshness


class Period(NamedTuple):
    """Days in a row, with the name that a report gives them."""

    name: str
    first: date
    last: date

    def __contains__(self, day: object) -> bool:
        """Whether a day lies within; no day does not."""
        return isinstance(day, date) and self.first <= day <= self.last


def last_week(today: date) -> Period:
    """The seven days that end today."""
    first = today - timedelta(days=min(6, (today - date.min).days))
    return Period(f"the week to {today}", first, today)


def last_month(today: date) -> Period:
    """The last month that is over."""
    index = max(12, today.year * 12 + today.month - 2)
    return month(f"{index // 12:04d}-{index % 12 + 1:02d}")


def month(text: str) -> Period:
    """A month, written ``YYYY-MM``.

    Raises:
        BadInput: it is no month.
    """
    match = re.fullmatch(r"(\d{4})-(\d{1,2})", text.strip())
    year, number = (int(match[1]), int(match[2])) if match else (0, 0)
    if not (1 <= number <= 12 and year >= 1):
        raise BadInput(f"'{text}' is not a month.", "Write it as YYYY-MM.")
    days = calendar.monthrange(year, number)[1]
    first = date(year, number, 1)
    return Period(f"{calendar.month_name[number]} {year}", first, date(year, number, days))


class Movement(NamedTuple):
    """Somebody judged otherwise at the end of a period than before it."""

    person: Person
    before: Engagement
    after: Engagement


class Happenings(NamedTuple):
    """What happened in a period; each oldest first."""

    period: Period
    touches: int
    """Touches, one for each person who took part; of each person the last 24 are known."""
    kept: int
    """Promises to us that were kept."""
    broken: int
    written: tuple[Story, ...]
    told: tuple[tuple[Telling, Story], ...]
    occasions: tuple[Occasion, ...]
    asked: tuple[Ask, ...]
    answered: tuple[Ask, ...]
    raised: tuple[Objection, ...]
    eased: tuple[Objection, ...]
    """Objections that softened or went."""
    readings: tuple[tuple[Goal, Reading], ...]
    movements: tuple[Movement, ...]
    began: tuple[tuple[Person, Position], ...]
    ended: tuple[tuple[Person, Position], ...]


def happenings(workspace: Workspace, period: Period) -> Happenings:
    """What happened in a period, as far as it is at hand."""
    stories, asks = workspace.stories, workspace.asks.values()
    objections = workspace.objections.values()
    people = [p for p in workspace.people.values() if p.is_followed]
    settled = [
        entry
        for person in people
        for entry in workspace.digest(person.id).settlements.split()
        if date.fromisoformat(entry.partition(":")[0]) in period
    ]
    told = [(t, stories[t.story_id]) for t in workspace.tellings.values() if t.story_id in stories]
    return Happenings(
        period=period,
        touches=sum(
            day in period
            for person in people
            for day, _ in recent_touches(workspace.digest(person.id))
        ),
        kept=sum(entry.endswith(":kept") for entry in settled),
        broken=sum(entry.endswith(":broken") for entry in settled),
        written=tuple(sorted((s for s in stories.values() if s.on in period), key=freshness)),
        told=tuple(sorted((p for p in told if p[0].on in period), key=lambda p: p[0].on)),
        occasions=_dated(workspace.occasions.values(), period, "on"),
        asked=_dated(asks, period, "made_on"),
        answered=_dated((a for a in asks if a.status.is_answered), period, "answered_on"),
        raised=_dated(objections, period, "raised_on"),
        eased=_dated(
            (o for o in objections if o.status is not ObjectionStatus.STANDING),
            period,
            "changed_on",
        ),
        readings=tuple(
            (goal, reading)
            for goal in workspace.goals.values()
            for reading in goal.readings
            if reading.on in period
        ),
        movements=tuple(_movements(workspace, people, period)),
        began=tuple((p, held) for p in people for held in p.positions if held.start in period),
        ended=tuple((p, held) for p in people for held in p.positions if held.end in period),
    )


def _dated(records: Iterable[Any], period: Period, field: str) -> tuple[Any, ...]:
    found = (record for record in records if getattr(record, field) in period)
    return tuple(sorted(found, key=lambda record: getattr(record, field)))


def _movements(workspace: Workspace, people: list[Person], period: Period) -> Iterator[Movement]:
    for person in people:
        known = judgements(workspace.digest(person.id))
        after = next((j for j in known if j.on <= period.last), None)
        before = next((j for j in known if j.on < period.first), None)
        if before is None or after is None or before.engagement is after.engagement:
            continue
        yield Movement(person, before.engagement, after.engagement)


PRIVATE = (
    *("follow_ups", "promises", "ties", "stories", "tellings"),
    *("occasions", "asks", "objections", "goals", "seats"),
)
"""The mappings of a workspace whose records can be private."""


def without_private(workspace: Workspace) -> Workspace:
    """The same workspace, as if nothing private had ever been written into it."""
    shown: dict[str, Any] = {
        shelf: {key: r for key, r in getattr(workspace, shelf).items() if not r.private}
        for shelf in PRIVATE
    }
    stories = shown["stories"]
    shown["tellings"] = {k: t for k, t in shown["tellings"].items() if t.story_id in stories}
    matters: dict[str, dict[str, Any]] = {}
    for shelf in PRIVATE:
        for record in shown[shelf].values():
            for person_id in record.about:
                matters.setdefault(person_id, {})[record.id] = record
    return replace(workspace, matters_of=matters, watch=Watch(), **shown)

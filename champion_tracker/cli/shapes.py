"""Records as the JSON output shows them. The keys are a contract: see ``docs/command-line.md``."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from ..model import Commit, Interaction, Person, Prompt, Record
    from ..rules.profile import Profile
    from ..rules.seam import Move

Shape: TypeAlias = "dict[str, object]"


def person(seen: Profile) -> Shape:
    """A person as seen on a day."""
    record, promises = seen.person, seen.follow_through
    low, high = (None, None) if promises.is_silent else promises.interval
    return {
        "id": record.id,
        "name": record.name,
        "followed": record.is_followed,
        "emails": record.emails,
        "phones": record.phones,
        "tags": record.tags,
        "positions": [
            {
                "title": position.title,
                "organization": position.organization,
                "area": position.area,
                "start": day(position.start),
                "end": day(position.end),
            }
            for position in record.positions
        ],
        "influence": seen.influence,
        "openness": seen.openness,
        "engagement": seen.engagement,
        "desired": seen.desired,
        "standing": seen.standing,
        "standing_reason": seen.reason,
        "reach": seen.reach,
        "warmth": round(seen.warmth, 3),
        "follow_through": {
            "kept": promises.kept,
            "settled": promises.settled,
            "mean": None if promises.is_silent else _rounded(promises.mean),
            "low": _rounded(low),
            "high": _rounded(high),
        },
        "champion_test": str(seen.champion_test),
        "cadence": seen.cadence,
        "last_touch": day(seen.last_touch),
        "next_touch": day(seen.next_touch),
        "source_ids": record.source_ids,
    }


def planned(move: Move) -> Shape:
    """A row of the engagement assessment matrix, and where the same judgement puts them else."""
    return {
        "person_id": move.seen.person.id,
        "person": move.seen.person.name,
        "current": move.current,
        "desired": move.desired,
        "steps": move.steps,
        "by": day(move.by),
        "how": move.how,
        "priority": move.priority,
        "movement": move.movement.name.lower(),
        "grids": _grids(move.seen),
    }


def _grids(seen: Profile) -> Shape | None:
    from ..rules.grids import grids

    found = grids(seen)
    if found is None:
        return None
    judged = seen.assessment
    return {
        "on": day(found.on),
        "why": found.reason,
        "power": found.power,
        "interest": found.interest,
        "legitimacy": judged.legitimacy if judged is not None else None,
        "urgency": judged.urgency if judged is not None else None,
        "quadrant": found.quadrant,
        "salience": found.salience,
        "camp": found.camp,
    }


def prompt(found: Prompt) -> Shape:
    """A prompt."""
    return {
        "kind": found.kind,
        "person_id": found.person_id,
        "person": found.person,
        "why": found.why,
        "due": day(found.due),
        "overdue_days": found.overdue_days,
        "key": found.key,
    }


def interaction(touch: Interaction, people: Mapping[str, Person]) -> Shape:
    """An interaction, with the names of those who are still known."""
    return {
        "id": touch.id,
        "person_ids": touch.person_ids,
        "people": [people[i].name for i in touch.person_ids if i in people],
        "on": day(touch.on),
        "channel": touch.channel,
        "note": touch.note,
        "sentiment": touch.sentiment,
        "weighing": touch.weighing,
        "effect": touch.effect,
        "shows": touch.shows,
        "one_way": touch.one_way,
        "private": touch.private,
    }


def record(found: Record) -> Shape:
    """Any record, as ``export json`` writes it; ``kind`` says what it is."""
    from msgspec import to_builtins

    shape: Shape = to_builtins(found)
    return shape


def commit(made: Commit) -> Shape:
    """A change that was made."""
    return {
        "id": made.id,
        "at": made.at.isoformat(timespec="seconds"),
        "who": made.who,
        "verb": made.verb,
        "summary": made.summary,
        "person_ids": made.about,
        "undoes": made.undoes,
    }


def day(found: date | None) -> str | None:
    """A day in ISO 8601."""
    return found.isoformat() if found is not None else None


def _rounded(share: float | None) -> float | None:
    return None if share is None else round(share, 3)

"""Verbs about goals: the purpose, the aim served, and where the measure stands."""

from collections.abc import Sequence
from datetime import date
from math import isfinite

from msgspec import UNSET, UnsetType
from msgspec.structs import replace

from ..model import BadInput, Edit, Goal, Person, Reading, new_id
from .checks import body, line, past, required
from .tracker import Tracker


def goal(
    tracker: Tracker,
    purpose: str,
    *,
    aim: str = "",
    measure: str = "",
    target: float | None = None,
    leaders: Sequence[Person] = (),
    private: bool = False,
) -> Goal:
    """Write down what the programme is for.

    Raises:
        BadInput: there is no purpose, or the target is no number.
    """
    made = Goal(
        id=new_id("g"),
        purpose=required(purpose, "purpose"),
        aim=body(aim, "aim"),
        measure=line(measure, "measure"),
        target=None if target is None else _number(target, "target"),
        leader_ids=tuple(dict.fromkeys(person.id for person in leaders)),
        private=private,
        recorded_at=tracker.clock.now(),
    )
    tracker.commit("goal", "Wrote down a goal", Edit(after=made))
    return made


def change_goal(
    tracker: Tracker,
    known: Goal,
    *,
    purpose: str | UnsetType = UNSET,
    aim: str | UnsetType = UNSET,
    measure: str | UnsetType = UNSET,
    target: float | UnsetType | None = UNSET,
    leaders: Sequence[Person] | UnsetType = UNSET,
    closed: bool | UnsetType = UNSET,
    private: bool | UnsetType = UNSET,
) -> Goal:
    """Correct a goal, share it with leaders, or close it; what is not given stays.

    Raises:
        BadInput: as `goal`.
        Conflict: somebody else changed it since ``known`` was read.
    """
    changes: dict[str, object] = {}
    if purpose is not UNSET:
        changes["purpose"] = required(purpose, "purpose")
    if aim is not UNSET:
        changes["aim"] = body(aim, "aim")
    if measure is not UNSET:
        changes["measure"] = line(measure, "measure")
    if target is not UNSET:
        changes["target"] = None if target is None else _number(target, "target")
    if leaders is not UNSET:
        changes["leader_ids"] = tuple(dict.fromkeys(person.id for person in leaders))
    if closed is not UNSET:
        changes["closed_on"] = (known.closed_on or tracker.today) if closed else None
    if private is not UNSET:
        changes["private"] = private
    changed = replace(known, **changes)
    tracker.commit("goal", f"Changed a goal of {known.recorded_at:%Y-%m-%d}", Edit(known, changed))
    return changed


def measure_goal(tracker: Tracker, known: Goal, value: float, *, on: date | None = None) -> Goal:
    """Note where a goal's measure stands; a day measured twice holds the later value.

    Raises:
        BadInput: it is no number, or the day is still to come.
        Conflict: somebody else changed the goal since ``known`` was read.
    """
    day = past(on or tracker.today, tracker.today, "reading")
    reading = Reading(day, _number(value, "value"), tracker.clock.now())
    kept = [other for other in known.readings if other.on != day]
    readings = tuple(sorted([*kept, reading], key=lambda r: r.on))
    changed = replace(known, readings=readings)
    tracker.commit("goal", f"Measured {known.measure or 'a goal'}: {value:g}", Edit(known, changed))
    return changed


def _number(value: float, what: str) -> float:
    if not isfinite(value):
        raise BadInput(f"The {what} is not a number one can measure.")
    return float(value)

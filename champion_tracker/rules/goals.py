"""Goals: which of them nobody above us would recognise as their own, and which lack a reading."""

from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from ..model import Goal, Person, Prompt, PromptKind, Reading, Workspace
from .cadence import due_after
from .days import ago
from .urgency import of_programme

STALE_AFTER = "3 months"
"""After how long without a reading nobody knows where a goal stands."""
WEIGHT = 2.0
"""Of a goal that is to be measured: as much as an area that waits for a story."""


class GoalFlag(StrEnum):
    """What is wrong with a goal."""

    NO_AIM = "serves no corporate aim"
    NO_MEASURE = "has no measure"
    NO_READING = "not measured for 3 months"
    NO_LEADER = "no leader shares it"


class GoalSeen(NamedTuple):
    """A goal on a day."""

    goal: Goal
    leaders: tuple[Person, ...]
    """Whose priority it is, of those who are still here."""
    last: Reading | None
    progress: float | None
    """How far from the first reading to the target, 0 to 1; None where nobody can say."""
    flags: tuple[GoalFlag, ...]


def goals_seen(workspace: Workspace, today: date) -> list[GoalSeen]:
    """Every goal: the open ones first, those with the most wrong before the others."""
    found = (goal_seen(workspace, goal, today) for goal in workspace.goals.values())
    return sorted(
        found, key=lambda g: (g.goal.closed_on is not None, -len(g.flags), g.goal.purpose)
    )


def goal_seen(workspace: Workspace, goal: Goal, today: date) -> GoalSeen:
    """A goal with its flags; one that is closed has none."""
    leaders = tuple(
        person
        for person_id in goal.leader_ids
        if (person := workspace.people.get(person_id)) is not None
        and person.archived_on is None
        and not person.has_left(today)
    )
    readings = [reading for reading in goal.readings if reading.on <= today]
    last = _last(goal, today)
    flags = [] if goal.closed_on is not None else _flags(goal, leaders, last, today)
    return GoalSeen(goal, leaders, last, _progress(goal, readings), tuple(flags))


def goal_prompts(workspace: Workspace, today: date, horizon: date) -> Iterator[Prompt]:
    """A prompt for each open goal of which nobody knows up to the ``horizon`` where it stands."""
    for goal in workspace.goals.values():
        if goal.closed_on is None and goal.measure:
            last = _last(goal, today)
            due = _stale_on(goal, last)
            if due <= horizon:
                yield _unmeasured(goal, last, due, today)


def _unmeasured(goal: Goal, last: Reading | None, due: date, today: date) -> Prompt:
    late = max(0, (today - due).days)
    known = f"Last measured {ago(last.on, today)}" if last else "Never measured"
    return Prompt(
        kind=PromptKind.FOLLOW_UP,
        key=f"{PromptKind.FOLLOW_UP}:{goal.id}",
        cause=f"measured:{last.on if last else 'never'}",
        person_id="",
        person="",
        why=f"Where does it stand? {known}: {goal.purpose} ({goal.measure})",
        due=due,
        overdue_days=late,
        weight=of_programme(WEIGHT, late),
    )


def _last(goal: Goal, today: date) -> Reading | None:
    return next((reading for reading in reversed(goal.readings) if reading.on <= today), None)


def _stale_on(goal: Goal, last: Reading | None) -> date:
    return due_after(STALE_AFTER, last.on if last else goal.recorded_at.date())


def _flags(
    goal: Goal, leaders: tuple[Person, ...], last: Reading | None, today: date
) -> list[GoalFlag]:
    flags = []
    if not goal.aim:
        flags.append(GoalFlag.NO_AIM)
    if not goal.measure:
        flags.append(GoalFlag.NO_MEASURE)
    elif _stale_on(goal, last) <= today:
        flags.append(GoalFlag.NO_READING)
    if not leaders:
        flags.append(GoalFlag.NO_LEADER)
    return flags


def _progress(goal: Goal, readings: list[Reading]) -> float | None:
    if goal.target is None or not readings:
        return None
    first, last = readings[0].value, readings[-1].value
    if first == goal.target:
        return 1.0 if last == goal.target else 0.0
    return max(0.0, min(1.0, (last - first) / (goal.target - first)))

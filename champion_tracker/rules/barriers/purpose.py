"""Purpose: the goals, and those without a corporate aim, a measure, a reading or a leader."""

from collections.abc import Iterator
from datetime import date

from ...model import Workspace
from ..counting import counted
from ..goals import GoalFlag, GoalSeen, goals_seen
from .facts import about_people, trend, worst_first
from .light import Action, Barrier, BarrierName, Fact, Light


def purpose(workspace: Workspace, today: date) -> Barrier:
    """Goals without a corporate aim, a measure, a reading or a leader who shares them."""
    seen = [found for found in goals_seen(workspace, today) if found.goal.closed_on is None]
    sound = [found for found in seen if not found.flags]
    light = Light.FAILING if not sound else Light.WATCH if len(sound) < len(seen) else Light.HOLDING
    readings = [r.on for goal in workspace.goals.values() for r in goal.readings]
    return Barrier(
        BarrierName.PURPOSE,
        light if seen else Light.BLANK,
        worst_first(_facts(seen)),
        "readings taken",
        trend(today, lambda q: sum(q.first <= on <= q.last for on in readings)),
        _next_step(seen),
    )


def _facts(seen: list[GoalSeen]) -> Iterator[Fact]:
    if not seen:
        yield Fact("No goal is open")
        return
    for flag in GoalFlag:
        flagged = tuple(found.goal.id for found in seen if flag in found.flags)
        if flagged:
            yield Fact(f"{counted(len(flagged), 'goal')}: {flag}", flagged, is_bad=True)
    yield Fact(f"{counted(len(seen), 'goal')} open", tuple(found.goal.id for found in seen))
    shared = {person.id: person for found in seen for person in found.leaders}
    if shared:
        yield about_people("Shared by", shared.values())


_TO_MEND = {
    GoalFlag.NO_AIM: "Say which corporate aim it serves",
    GoalFlag.NO_MEASURE: "Say what is to be counted",
    GoalFlag.NO_READING: "Measure it again",
    GoalFlag.NO_LEADER: "Find a leader whose priority it is",
}


def _next_step(seen: list[GoalSeen]) -> Action:
    for found in seen:
        if found.flags:
            words = _TO_MEND[found.flags[0]]
            return Action(f"{words}: {found.goal.purpose}", "goal", found.goal.id)
    if not seen:
        return Action("Write what the programme is for, and whose aim that serves.", "goal")
    return Action("Take the figures to those who share the goal.", "log")

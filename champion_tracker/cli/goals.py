"""What the programme is for: goal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..rules.counting import counted
from .nouns import DAY, FLAG, TEXT, Action, many, noun, page, shape, unset
from .writing import given_text

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Sequence

    from ..model import Goal
    from ..rules.goals import GoalSeen
    from .session import Session


def _add(session: Session, given: Namespace, words: Sequence[str]) -> None:
    from ..tracker import goals

    goals.goal(
        session.tracker,
        given_text(words[0]),
        aim=given.aim or "",
        measure=given.measure or "",
        target=_figure(given.target, "target"),
        leaders=[session.person(name) for name in given.leader],
        private=given.private,
    )


def _set(session: Session, given: Namespace, words: Sequence[str]) -> None:
    from ..tracker import goals

    changes = unset(
        purpose=given.purpose,
        aim=given.aim,
        measure=given.measure,
        target=_figure(given.target, "target"),
        leaders=[session.person(name) for name in given.leader],
        closed=False if given.reopen else True if given.close else None,
        private=given.private or None,
    )
    goals.change_goal(session.tracker, _meant(session, words[0]), **changes)


def _value(session: Session, given: Namespace, words: Sequence[str]) -> None:
    from ..tracker import goals

    value = _figure(words[1], "value")
    on = session.day(given.when) if given.when else None
    goals.measure_goal(session.tracker, _meant(session, words[0]), value or 0.0, on=on)


def _figure(text: str | None, what: str) -> float | None:
    if text is None:
        return None
    from ..tracker.checks import figure

    return figure(text, what)


def _meant(session: Session, text: str) -> Goal:
    from ..tracker.naming import meant

    return meant(session.tracker.workspace.goals, text, "goal")


def _list(session: Session, given: Namespace, _: Sequence[str]) -> None:
    from ..rules.goals import goals_seen

    found = goals_seen(session.tracker.workspace, session.today)
    if given.json:
        session.write_json(goals=map(_shape, found))
        return
    for seen in found:
        session.write(*session.layout.paragraphs(_line(seen)))
        if seen.flags:
            session.write(*session.layout.paragraphs(f"! {', '.join(seen.flags)}", indent=4))
    session.say(counted(len(found), "goal"))


def _line(seen: GoalSeen) -> str:
    goal = seen.goal
    state = f" (closed on {goal.closed_on})" if goal.closed_on is not None else ""
    return f"{goal.purpose}{state}  [{goal.id}]"


def _show(session: Session, given: Namespace, words: Sequence[str]) -> None:
    from ..rules.goals import goal_seen

    goal = _meant(session, words[0])
    seen = goal_seen(session.tracker.workspace, goal, session.today)
    if given.json:
        session.write_json(goals=[_shape(seen)])
        return
    target = f", target {goal.target:g}" if goal.target is not None else ""
    facts = (
        ("Serves", goal.aim),
        ("Measure", f"{goal.measure}{target}" if goal.measure else ""),
        ("Stands at", "\n".join(f"{r.on}  {r.value:g}" for r in reversed(goal.readings))),
        ("On its way", f"{seen.progress:.0%}" if seen.progress is not None else ""),
        ("Shared by", ", ".join(person.name for person in seen.leaders)),
        ("Missing", ", ".join(seen.flags)),
    )
    session.write(*page(session, _line(seen), facts))


def _shape(seen: GoalSeen) -> dict[str, object]:
    progress = None if seen.progress is None else round(seen.progress, 3)
    return shape(
        seen.goal,
        leaders=[person.name for person in seen.leaders],
        progress=progress,
        flags=seen.flags,
    )


_OPTIONS = frozenset({"aim", "measure", "target", "leader", "private"})
COMMANDS = {
    "goal": noun(
        "What the programme is for: the aim served, its measure, whose priority it is.",
        {
            "add": Action("PURPOSE", _add, 1, 1, _OPTIONS),
            "set": Action("GOAL", _set, 1, 1, _OPTIONS | {"purpose", "close", "reopen"}),
            "value": Action("GOAL NUMBER", _value, 2, 2, frozenset({"when"})),
            "list": Action("", _list, 0, 0, frozenset({"json"})),
            "show": Action("GOAL", _show, 1, 1, frozenset({"json"})),
        },
        {
            "purpose": {**TEXT, "help": "the purpose in other words"},
            "aim": {**TEXT, "help": "the corporate aim, in the words of the strategy"},
            "measure": {**TEXT, "help": "what is counted, with its unit"},
            "target": {"metavar": "NUMBER", "help": "where the measure should get"},
            "leader": {**many("PERSON"), "help": "whose priority it is"},
            "when": {**DAY, "help": "the day of the value; else today"},
            "close": {**FLAG, "help": "it was reached, or given up"},
            "reopen": {**FLAG, "help": "it goes on after all"},
            "private": {**FLAG, "help": "keep it out of exports"},
            "json": {**FLAG, "help": "as JSON, under 'goals'"},
        },
    )
}

"""Resources: asks without a consequence, a champion or an answer; and where our effort goes."""

from collections.abc import Iterator
from datetime import date

from ...model import Ask, AskStatus, Standing, Workspace
from ..asks import AskFlag, AskSeen, asks_seen
from ..counting import counted
from ..effort import effort
from ..roster import ProgrammeRoster, Quarter
from .facts import trend, worst_first
from .light import Action, Barrier, BarrierName, Fact, Light


def resources(workspace: Workspace, roster: ProgrammeRoster, today: date) -> Barrier:
    """Asks that say no consequence, lack a champion or an answer; and where our effort went."""
    seen = asks_seen(workspace, today)
    waiting = [found for found in seen if not found.ask.status.is_answered]
    answered = [found.ask for found in seen if found.ask.status.is_answered]
    facts = [*_waiting(waiting), *_answered(answered)]
    spent = effort(roster, today)
    misspent = spent.misspent > 1 / 3
    if spent.total:
        part = f"{spent.misspent:.0%} of {counted(spent.total, 'touch', 'touches')}"
        ids = tuple(sorted(roster.touches.get(Standing.DETRACTOR, ())))
        facts.append(Fact(f"{part} since {spent.since} went to detractors", ids, is_bad=misspent))
    grave = any(set(found.flags) - {AskFlag.UNANSWERED} for found in waiting)
    light = Light.FAILING if grave else Light.HOLDING
    if not grave and any(fact.is_bad for fact in facts):
        light = Light.WATCH
    if not seen:
        light = Light.WATCH if misspent else Light.BLANK
        facts.append(Fact("Nothing has been asked for"))
    return Barrier(
        BarrierName.RESOURCES,
        light,
        worst_first(facts),
        "asks open at its end",
        trend(today, lambda q: sum(_was_open(ask, q, today) for ask in workspace.asks.values())),
        _next_step(waiting, is_first=not seen, misspent=misspent),
    )


def _waiting(waiting: list[AskSeen]) -> Iterator[Fact]:
    for flag in AskFlag:
        flagged = tuple(found.ask.id for found in waiting if flag in found.flags)
        if flagged:
            yield Fact(f"{counted(len(flagged), 'ask')}: {flag}", flagged, is_bad=True)
    if waiting:
        ids = tuple(found.ask.id for found in waiting)
        yield Fact(f"{counted(len(waiting), 'ask')} open", ids)


def _answered(answered: list[Ask]) -> Iterator[Fact]:
    helped = {AskStatus.GRANTED, AskStatus.PARTLY} & {ask.status for ask in answered}
    for status in dict.fromkeys(ask.status for ask in answered):
        ids = tuple(ask.id for ask in answered if ask.status is status)
        yield Fact(f"{counted(len(ids), 'ask')} {status}", ids, is_bad=not helped)


def _was_open(ask: Ask, quarter: Quarter, today: date) -> bool:
    made = ask.made_on
    if made is None or made > quarter.last:
        return False
    return not ask.status.is_answered or (ask.answered_on or today) > quarter.last


def _next_step(waiting: list[AskSeen], *, is_first: bool, misspent: bool) -> Action:
    for flag, words in (
        (AskFlag.NO_CONSEQUENCE, "Say what will not happen without"),
        (AskFlag.NO_CHAMPION, "Find a champion to stand behind"),
        (AskFlag.UNANSWERED, "Ask for an answer to"),
    ):
        for found in waiting:
            if flag in found.flags:
                return Action(f"{words}: {found.ask.what}", "ask", found.ask.id)
    if misspent:
        return Action("Spend the next week on those who are open to us.", "due")
    if is_first:
        return Action("Write down what you need, and what will not happen without it.", "ask")
    return Action("Tell those who granted something what came of it.", "log")

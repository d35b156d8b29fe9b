"""What we need, from whom, and what will not happen without it: ask."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..model import AskStatus
from ..rules.counting import counted
from .nouns import DAY, FLAG, TEXT, Action, many, noun, page, shape, unset
from .values import choice
from .writing import given_text

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Sequence

    from ..model import Ask
    from ..rules.asks import AskSeen
    from .session import Session


def _add(session: Session, given: Namespace, words: Sequence[str]) -> None:
    from ..tracker import asks

    asks.ask(
        session.tracker,
        session.person(words[0]),
        given_text(words[1]),
        why_now=given.why or "",
        without=given.without or "",
        supporters=[session.person(name) for name in given.supporter],
        made=given.made,
        on=session.day(given.when) if given.when else None,
        next_step=given.next or "",
        by=session.day(given.by, ahead=True) if given.by else None,
        private=given.private,
    )


def _set(session: Session, given: Namespace, words: Sequence[str]) -> None:
    from ..tracker import asks

    status = choice(given.status, "status", AskStatus)
    changes = unset(
        status=AskStatus.MADE if given.made else status,
        answer=given.answer,
        what=given.what,
        why_now=given.why,
        without=given.without,
        supporters=[session.person(name) for name in given.supporter],
        next_step=given.next,
        private=given.private or None,
    )
    asks.change_ask(
        session.tracker,
        _meant(session, words[0]),
        on=session.day(given.when) if given.when else None,
        by=session.day(given.by, ahead=True) if given.by else None,
        **changes,
    )


def _meant(session: Session, text: str) -> Ask:
    from ..tracker.naming import meant

    return meant(session.tracker.workspace.asks, text, "ask")


def _list(session: Session, given: Namespace, _: Sequence[str]) -> None:
    from ..rules.asks import asks_seen

    found = asks_seen(session.tracker.workspace, session.today)
    if given.json:
        session.write_json(asks=map(_shape, found))
        return
    for seen in found:
        session.write(*session.layout.paragraphs(_line(session, seen)))
        if seen.flags:
            session.write(*session.layout.paragraphs(f"! {', '.join(seen.flags)}", indent=4))
    session.say(counted(len(found), "ask"))


def _line(session: Session, seen: AskSeen) -> str:
    from ..rules.asks import ask_headline

    whose = seen.person.name if seen.person is not None else "somebody forgotten"
    return f"{whose}: {seen.ask.what} ({ask_headline(seen.ask, session.today)})  [{seen.ask.id}]"


def _show(session: Session, given: Namespace, words: Sequence[str]) -> None:
    from ..rules.asks import ask_seen

    ask = _meant(session, words[0])
    seen = ask_seen(session.tracker.workspace, ask, session.today)
    if given.json:
        session.write_json(asks=[_shape(seen)])
        return
    facts = (
        ("Why now", ask.why_now),
        ("Without it", ask.without),
        ("Behind it", ", ".join(person.name for person in seen.supporters)),
        ("Answer", ask.answer),
        ("Next", ask.next_step),
        ("Missing", ", ".join(seen.flags)),
    )
    session.write(*page(session, _line(session, seen), facts))


def _shape(seen: AskSeen) -> dict[str, object]:
    return shape(
        seen.ask,
        person=seen.person.name if seen.person is not None else None,
        supporters=[person.name for person in seen.supporters],
        flags=seen.flags,
    )


_OPTIONS = frozenset({"why", "without", "supporter", "made", "when", "next", "by", "private"})
COMMANDS = {
    "ask": noun(
        "People, money, a yes or a seat: of whom it is asked, and what will not happen without it.",
        {
            "add": Action("PERSON WHAT", _add, 2, 2, _OPTIONS),
            "set": Action("ASK", _set, 1, 1, _OPTIONS | {"status", "answer", "what"}),
            "list": Action("", _list, 0, 0, frozenset({"json"})),
            "show": Action("ASK", _show, 1, 1, frozenset({"json"})),
        },
        {
            "what": {**TEXT, "help": "what is asked, in other words"},
            "why": {**TEXT, "help": "why now"},
            "without": {**TEXT, "help": "what will not happen without it"},
            "supporter": {**many("PERSON"), "help": "who stands behind it"},
            "made": {**FLAG, "help": "it has been put to them"},
            "status": {**TEXT, "help": ", ".join(AskStatus)},
            "when": {**DAY, "help": "when it was put or answered; else today"},
            "answer": {**TEXT, "help": "what was said to it"},
            "next": {**TEXT, "help": "the next step"},
            "by": {**DAY, "help": "the day of the next step, which becomes a follow-up"},
            "private": {**FLAG, "help": "keep it out of exports"},
            "json": {**FLAG, "help": "as JSON, under 'asks'"},
        },
    )
}

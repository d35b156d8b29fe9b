"""Promises, theirs and ours: promise."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..model import BadInput, Outcome
from ..rules.days import ago
from .nouns import DAY, FLAG, Action, names, noun, shape, write_rows
from .writing import given_text

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Sequence

    from ..model import Promise
    from .session import Session


def _add(session: Session, given: Namespace, words: Sequence[str]) -> None:
    from ..tracker import promises

    if given.due is None:
        raise BadInput("By when was it promised?", "Say --due DAY.")
    promises.promise(
        session.tracker,
        session.person(words[0]),
        given_text(words[1]),
        session.day(given.due, ahead=True),
        ours=given.ours,
        made_on=session.day(given.made) if given.made else None,
        private=given.private,
    )


def _settle(session: Session, given: Namespace, words: Sequence[str], outcome: Outcome) -> None:
    from ..tracker import promises

    on = session.day(given.when) if given.when else None
    promises.settle(session.tracker, _meant(session, words[0]), outcome, on=on)


def _later(session: Session, given: Namespace, words: Sequence[str]) -> None:
    from ..tracker import promises

    if given.due is None:
        raise BadInput("Until when?", "Say --due DAY.")
    due = session.day(given.due, ahead=True)
    promises.put_back(session.tracker, _meant(session, words[0]), due)


def _list(session: Session, given: Namespace, words: Sequence[str]) -> None:
    found = sorted(session.tracker.workspace.promises.values(), key=lambda p: (p.due, p.id))
    if words:
        person = session.person(words[0])
        found = [made for made in found if made.person_id == person.id]
    if given.json:
        session.write_json(
            promises=[shape(made, person=names(session, made.about)) for made in found]
        )
        return
    rows = [
        (
            str(made.due),
            "we promised" if made.ours else "promised us",
            names(session, made.about),
            made.text,
            made.id,
        )
        for made in found
    ]
    write_rows(session, rows, "open promise", "open promises", shrinks=3)


def _meant(session: Session, text: str) -> Promise:
    """The open promise that is meant: by words of it, its id, or the person who has only one."""
    from ..model import Ambiguous, NotFound
    from ..tracker.naming import meant

    open_ones = session.tracker.workspace.promises
    try:
        return meant(open_ones, text, "open promise")
    except NotFound as missing:
        try:
            person = session.person(text)
        except NotFound:
            raise missing from None
    theirs = [made for made in open_ones.values() if made.person_id == person.id]
    if not theirs:
        raise NotFound(f"No promise between {person.name} and us is open.")
    if len(theirs) > 1:
        today = session.today
        raise Ambiguous(
            f"{len(theirs)} promises between {person.name} and us are open; name one by its id:",
            [f"{made.id}  {ago(made.made_on, today)}: {made.text}" for made in theirs],
        )
    return theirs[0]


def _ends(outcome: Outcome) -> Action:
    return Action(
        "PROMISE|PERSON",
        lambda session, given, words: _settle(session, given, words, outcome),
        1,
        1,
        frozenset({"when"}),
    )


COMMANDS = {
    "promise": noun(
        "What somebody said they would do for us, or we for them, and how it ended.",
        {
            "add": Action(
                "PERSON TEXT --due DAY", _add, 2, 2, frozenset({"due", "made", "ours", "private"})
            ),
            "list": Action("[PERSON]", _list, 0, 1, frozenset({"json"})),
            "kept": _ends(Outcome.KEPT),
            "broken": _ends(Outcome.BROKEN),
            "withdrawn": _ends(Outcome.WITHDRAWN),
            "later": Action("PROMISE|PERSON --due DAY", _later, 1, 1, frozenset({"due"})),
        },
        {
            "due": {**DAY, "help": "by when"},
            "made": {**DAY, "help": "when it was promised; else today"},
            "when": {**DAY, "help": "when it ended; else today"},
            "ours": {**FLAG, "help": "we promised it to them"},
            "private": {**FLAG, "help": "keep it out of exports"},
            "json": {**FLAG, "help": "as JSON, under 'promises'"},
        },
    )
}

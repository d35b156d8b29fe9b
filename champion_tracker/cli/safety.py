"""The safety net: undo, history."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from ..model import BadInput
from .registry import Command
from .values import number

if TYPE_CHECKING:
    from argparse import Namespace

    from .parser import Parser
    from .session import Session


def _undo_arguments(_: Parser) -> None:
    """There are none."""


def _undo(session: Session, _: Namespace) -> None:
    """Take back the latest change that still stands, whoever made it; again for the one before."""
    session.tracker.undo()


def _history_arguments(parser: Parser) -> None:
    parser.add_argument("person", metavar="PERSON", nargs="*", help="only what is about them")
    parser.add_argument("--last", metavar="N", help="only so many, the newest")
    parser.add_argument("--json", action="store_true", help="as JSON, under 'changes'")


def _history(session: Session, given: Namespace) -> None:
    """Who changed what, and when, newest first: as far back as is remembered."""
    about = session.person(*given.person).id if given.person else ""
    last = number(given.last, "number of changes")
    if last is not None and last < 0:
        raise BadInput(f"The number of changes goes from 0 on, not {last}.")
    commits = list(islice(session.tracker.store.commits(about), last))
    if given.json:
        from .shapes import commit

        session.write_json(changes=map(commit, commits))
    elif commits:
        rows = [
            (made.at.astimezone().strftime("%Y-%m-%d %H:%M"), made.who, made.verb, made.summary)
            for made in commits
        ]
        session.write(*session.layout.table(rows, shrinks=3))
    else:
        session.say("Nothing was changed yet.")


COMMANDS = {
    "undo": Command(_undo_arguments, _undo),
    "history": Command(_history_arguments, _history),
}

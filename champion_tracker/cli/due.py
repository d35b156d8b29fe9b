"""Who is due: as text and as JSON, and the same again as long as nothing changed."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from ..places import workspace_path
from ..told import Told
from .registry import Command

if TYPE_CHECKING:
    from argparse import Namespace

    from .parser import Parser
    from .session import Session


def _arguments(parser: Parser) -> None:
    parser.add_argument("--days", metavar="N", help="how many days ahead to look, too")
    parser.add_argument("--json", action="store_true", help="as JSON, under 'prompts'")
    parser.add_argument("--quiet", action="store_true", help="print nothing when nothing is due")


def _due(session: Session, given: Namespace) -> None:
    """Whom to nurture today, and why: everything that wants attention, most urgent first."""
    tell(session, given.days or "0", as_json=given.json, quiet=given.quiet)


def tell(session: Session, days: str = "0", *, as_json: bool = False, quiet: bool = False) -> None:
    """Print who is due within ``days`` of today."""
    question = (session.pinned, days, as_json, quiet, sys.stdout.encoding, *session.layout)
    told = Told(workspace_path(session.named), *question)
    answer = told.again()
    if answer is None:
        # Late, because an answer that is told again needs no records.
        from . import agenda

        answer = agenda.answer(session, days, as_json=as_json, quiet=quiet)
        if agenda.may_be_kept(session):
            told.keep(answer)
    sys.stdout.write(answer)


COMMANDS = {"due": Command(_arguments, _due)}

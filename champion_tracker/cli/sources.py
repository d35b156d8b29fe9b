"""Sources read again: refresh."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..model import BadInput, TrackerError
from ..tracker import importing, sources
from .importing import shape, text
from .parser import nearest
from .registry import Command

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Mapping

    from .parser import Parser
    from .session import Session


def _arguments(parser: Parser) -> None:
    parser.add_argument("sources", metavar="SOURCE", nargs="*", help="by name; else all of them")
    parser.add_argument("--dry-run", action="store_true", help="only say what would change")
    parser.add_argument("--json", action="store_true", help="as JSON, under 'changes'")


def _refresh(session: Session, given: Namespace) -> None:
    """Read the sources that sources.toml in the workspace names again, without asking.

    Each is one change that 'undo' takes back. What is doubtful is said and left as it is. Of a list
    of everybody by which most have left nothing is taken. A source that cannot be read keeps none
    of the others from being read; the command then ends with 1.
    """
    known = sources.load(session.tracker)
    changes: list[dict[str, object]] = []
    for name in given.sources or known:
        try:
            shown = sources.preview(session.tracker, _named(name, known))
            if not given.dry_run:
                sources.check_whole(shown)
                importing.apply(session.tracker, shown)
        except TrackerError as refused:
            session.say(f"{name}: {refused}")
            session.exit_status = max(session.exit_status, refused.exit_status)
            continue
        changes += [{"source": name, **shape(change)} for change in shown.changes]
        if not given.json:
            session.write(f"{name}:", *text(session, shown))
        for note in shown.notes:
            session.say(note)
    if given.json:
        session.write_json(changes=changes)


def _named(name: str, known: Mapping[str, sources.Source]) -> sources.Source:
    if name not in known:
        raise BadInput(f"There is no source '{name}'.{nearest(name, known)}")
    return known[name]


COMMANDS = {"refresh": Command(_arguments, _refresh)}

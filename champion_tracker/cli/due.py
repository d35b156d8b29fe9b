"""Who is due: as text and as JSON."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from ..rules.counting import counted
from ..rules.visible import on_one_line
from .registry import Command
from .shapes import prompt as shape
from .text import padded
from .values import count

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterator, Mapping, Sequence

    from ..model import Prompt, Standing
    from .parser import Parser
    from .session import Session


def _arguments(parser: Parser) -> None:
    parser.add_argument("--days", metavar="N", help="how many days ahead to look, too")
    parser.add_argument("--json", action="store_true", help="as JSON, under 'prompts'")
    parser.add_argument("--quiet", action="store_true", help="print nothing when nothing is due")


def _due(session: Session, given: Namespace) -> None:
    """Whom to nurture today, and why: everything that wants attention, most urgent first."""
    days = given.days or "0"
    sys.stdout.write(answer(session, days, as_json=given.json, quiet=given.quiet))


def tell(session: Session) -> None:
    """Print who is due today."""
    sys.stdout.write(answer(session, "0"))


def answer(session: Session, days: str, *, as_json: bool = False, quiet: bool = False) -> str:
    """Who is due within ``days`` of today, as text or as JSON.

    Raises:
        BadInput: ``days`` is no number of days.
    """
    ahead = count(days, "number of days") or 0
    prompts, standings = session.tracker.agenda_and_standings(ahead)
    if as_json:
        return session.as_json(prompts=map(shape, prompts))
    if not prompts and quiet:
        return ""
    if not prompts and not session.tracker.workspace.people:
        session.say(
            "Nobody is in this workspace yet: 'add' somebody, 'import' a directory, or see 'demo'."
        )
    return "".join(f"{line}\n" for line in _lines(session, prompts, standings, ahead))


def _lines(
    session: Session, prompts: Sequence[Prompt], standings: Mapping[str, Standing], days: int
) -> Iterator[str]:
    """How late, what, who with their standing; then why."""
    yield _heading(session, prompts, days)
    lateness = {prompt.key: _lateness(session, prompt) for prompt in prompts}
    width = max(map(len, lateness.values()), default=0)
    for prompt in prompts:
        kind = prompt.kind.replace("_", "-")
        known = prompt.person_id in standings
        who = f"{prompt.person} ({standings[prompt.person_id]})" if known else f"[{prompt.key}]"
        yield f"{padded(lateness[prompt.key], width)}  {kind:<9}  {on_one_line(who)}"
        yield from session.layout.paragraphs(on_one_line(prompt.why), indent=width + 2)


def _heading(session: Session, prompts: Sequence[Prompt], days: int) -> str:
    until = f" and the next {days} days" if days else ""
    day = f"{session.today:%A}, {session.today}{until}"
    if not prompts:
        return f"{day}: nothing is due."
    late = sum(prompt.overdue_days > 0 for prompt in prompts)
    count = counted(len(prompts), "prompt")
    return f"{day}: {count}" + (f", {late} overdue" if late else "")


def _lateness(session: Session, prompt: Prompt) -> str:
    if prompt.overdue_days:
        return f"{prompt.overdue_days} d late"
    ahead = (prompt.due - session.today).days
    return f"in {ahead} d" if ahead > 0 else "today"


COMMANDS = {"due": Command(_arguments, _due)}

"""The agenda as it is printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..rules.visible import on_one_line
from .shapes import prompt as shape
from .text import padded
from .values import count

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ..model import Prompt
    from .session import Session


def answer(session: Session, days: str, *, as_json: bool, quiet: bool) -> str:
    """Who is due within ``days`` of today, as text or as JSON.

    Raises:
        BadInput: ``days`` is no number of days.
    """
    ahead = count(days, "number of days") or 0
    prompts = session.tracker.agenda(ahead)
    if as_json:
        return session.as_json(prompts=map(shape, prompts))
    if not prompts and quiet:
        return ""
    if not session.tracker.workspace.people:
        session.say(
            "Nobody is in this workspace yet: 'add' somebody, 'import' a directory, or see 'demo'."
        )
    return "".join(f"{line}\n" for line in _lines(session, prompts, ahead))


def may_be_kept(session: Session) -> bool:
    """Whether an answer is all that there is to say, and may lie on the disk."""
    from ..tracker.care import is_sealed

    tracker = session.tracker
    return bool(tracker.workspace.people) and not tracker.notices and not is_sealed(tracker)


def _lines(session: Session, prompts: Sequence[Prompt], days: int) -> Iterator[str]:
    """How late, what, who with their standing; then why."""
    yield _heading(session, prompts, days)
    lateness = {prompt.key: _lateness(session, prompt) for prompt in prompts}
    width = max(map(len, lateness.values()), default=0)
    for prompt in prompts:
        kind = prompt.kind.replace("_", "-")
        who = on_one_line(_who(session, prompt))
        yield f"{padded(lateness[prompt.key], width)}  {kind:<9}  {who}"
        yield from session.layout.paragraphs(on_one_line(prompt.why), indent=width + 2)


def _heading(session: Session, prompts: Sequence[Prompt], days: int) -> str:
    until = f" and the next {days} days" if days else ""
    day = f"{session.today:%A}, {session.today}{until}"
    if not prompts:
        return f"{day}: nothing is due."
    late = sum(prompt.overdue_days > 0 for prompt in prompts)
    count = "1 prompt" if len(prompts) == 1 else f"{len(prompts)} prompts"
    return f"{day}: {count}" + (f", {late} overdue" if late else "")


def _lateness(session: Session, prompt: Prompt) -> str:
    if prompt.overdue_days:
        return f"{prompt.overdue_days} d late"
    ahead = (prompt.due - session.today).days
    return f"in {ahead} d" if ahead > 0 else "today"


def _who(session: Session, prompt: Prompt) -> str:
    person = session.tracker.workspace.people.get(prompt.person_id)
    if person is None:
        return f"[{prompt.key}]"
    return f"{prompt.person} ({session.tracker.profile(person).standing})"

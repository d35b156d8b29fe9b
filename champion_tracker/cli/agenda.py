"""The agenda and the answers to its prompts: due, done, snooze, dismiss."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..model import Ambiguous, BadInput, PromptKind
from ..rules.visible import on_one_line
from .registry import Command
from .text import padded
from .values import choice, number

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Sequence

    from ..model import Prompt
    from .parser import Parser
    from .session import Session


def _due_arguments(parser: Parser) -> None:
    parser.add_argument("--days", metavar="N", help="how many days ahead to look, too")
    parser.add_argument("--json", action="store_true", help="as JSON, under 'prompts'")
    parser.add_argument("--quiet", action="store_true", help="print nothing when nothing is due")


def _due(session: Session, given: Namespace) -> None:
    """Whom to nurture today, and why: everything that wants attention, most urgent first."""
    days = number(given.days, "number of days") or 0
    if days < 0:
        raise BadInput(f"The number of days goes from 0 on, not {days}.")
    if given.json:
        from .shapes import prompt

        session.write_json(prompts=map(prompt, session.tracker.agenda(days)))
    else:
        write_agenda(session, days, quiet=given.quiet)


def write_agenda(session: Session, days: int = 0, *, quiet: bool = False) -> None:
    """The agenda as text: how late, what, who with their standing; then why."""
    prompts = session.tracker.agenda(days)
    if not prompts and quiet:
        return
    session.write(_heading(session, prompts, days))
    if not prompts and not session.tracker.workspace.people:
        session.say(
            "Nobody is in this workspace yet: 'add' somebody, 'import' a directory, or see 'demo'."
        )
    lateness = {prompt.key: _lateness(session, prompt) for prompt in prompts}
    width = max(map(len, lateness.values()), default=0)
    for prompt in prompts:
        kind = prompt.kind.replace("_", "-")
        who = on_one_line(_who(session, prompt))
        session.write(f"{padded(lateness[prompt.key], width)}  {kind:<9}  {who}")
        session.write(*session.layout.paragraphs(on_one_line(prompt.why), indent=width + 2))


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


def _done_arguments(parser: Parser) -> None:
    _one_prompt(parser)
    parser.add_argument("--channel", help="how the touch came about; else a message")


def _done(session: Session, given: Namespace) -> None:
    """Answer a prompt by doing what it asks.

    A touch is logged without words, a follow-up is ticked off, a promise was kept, a doubt is
    answered with "no change".
    """
    from ..model import Channel
    from ..tracker.answers import done

    channel = choice(given.channel, "channel", Channel)
    done(session.tracker, _meant(session, given), channel or Channel.MESSAGE)


def _dismiss_arguments(parser: Parser) -> None:
    _one_prompt(parser)
    parser.add_argument("--reason", metavar="TEXT", required=True, help="why it is not done")


def _dismiss(session: Session, given: Namespace) -> None:
    """Settle a prompt without doing it. It comes back only when its cause changes."""
    from ..tracker.answers import dismiss

    dismiss(session.tracker, _meant(session, given), given.reason)


def _snooze_arguments(parser: Parser) -> None:
    parser.add_argument("who", metavar="PERSON|KEY", nargs="*", help="whose prompts, or which")
    parser.add_argument("--query", metavar="QUERY", help="and of everybody who answers to this")
    parser.add_argument("--until", metavar="DAY", required=True, help="when they stand again")


def _snooze(session: Session, given: Namespace) -> None:
    """Put prompts off until a day: those that stand, or a person's next touch."""
    from ..tracker.answers import prompt_by_key, snooze, standing_or_next

    until = session.day(given.until, ahead=True)
    keys = [word for word in given.who if _is_key(word)]
    names = [word for word in given.who if word not in keys]
    prompts = [prompt_by_key(session.tracker, key) for key in keys]
    if names or given.query is not None or not keys:
        for person in session.people(names, given.query):
            prompts += standing_or_next(session.tracker, person)
    snooze(session.tracker, list({prompt.key: prompt for prompt in prompts}.values()), until)


def _one_prompt(parser: Parser) -> None:
    parser.add_argument("who", metavar="PERSON|KEY", nargs="+", help="whose prompt, or which")
    parser.add_argument("--kind", help=f"which of theirs: {', '.join(PromptKind)}")


def _meant(session: Session, given: Namespace) -> Prompt:
    """The one prompt that is meant.

    Raises:
        NotFound: there is no such person, or no such prompt.
        Ambiguous: several of theirs stand; lists them.
    """
    from ..tracker.answers import prompt_by_key, prompts_of

    words, kind = " ".join(given.who), choice(given.kind, "kind of prompt", PromptKind)
    if _is_key(words):
        return prompt_by_key(session.tracker, words)
    person = session.person(words)
    stand = [p for p in prompts_of(session.tracker, person) if kind in (None, p.kind)]
    if not stand:
        what = f"No {kind.replace('_', '-')} prompt" if kind else "Nothing"
        raise BadInput(f"{what} about {person.name} stands today.", "'due --days 30' looks ahead.")
    if len(stand) > 1:
        raise Ambiguous(
            f"{len(stand)} prompts about {person.name} stand; name one by its key, or use --kind:",
            [f"{p.kind}  {p.key}  {on_one_line(p.why)}" for p in stand],
        )
    return stand[0]


def _is_key(word: str) -> bool:
    return word.partition(":")[0] in list(PromptKind) and ":" in word


COMMANDS = {
    "due": Command(_due_arguments, _due),
    "done": Command(_done_arguments, _done),
    "dismiss": Command(_dismiss_arguments, _dismiss),
    "snooze": Command(_snooze_arguments, _snooze),
}

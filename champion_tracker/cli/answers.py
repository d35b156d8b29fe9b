"""The answers to the prompts of the agenda: done, snooze, dismiss."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..model import Ambiguous, BadInput, PromptKind
from ..rules.visible import on_one_line
from .registry import Command
from .values import choice

if TYPE_CHECKING:
    from argparse import Namespace

    from ..model import Prompt
    from .parser import Parser
    from .session import Session


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
    "done": Command(_done_arguments, _done),
    "dismiss": Command(_dismiss_arguments, _dismiss),
    "snooze": Command(_snooze_arguments, _snooze),
}

"""Touches and reminders: log, follow-up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..model import BadInput, Channel, Effect, Evidence, Weighing
from ..rules.timeline import SENTIMENTS
from .people import one_person
from .registry import Command
from .values import choice
from .writing import given_text, note

if TYPE_CHECKING:
    from argparse import Namespace

    from .parser import Parser
    from .session import Session


def _log_arguments(parser: Parser) -> None:
    parser.add_argument("people", metavar="PERSON", nargs="+", help="who took part, one by one")
    parser.add_argument("--note", metavar="TEXT", help="what was said; '-' reads it from input")
    parser.add_argument("--channel", default="meeting", help=", ".join(Channel))
    parser.add_argument("--when", default="today", metavar="DAY", help="the day; else today")
    feelings = ", ".join(f"{n} {word}" for n, word in SENTIMENTS.items())
    parser.add_argument("--sentiment", metavar="N", help=feelings)
    kind = parser.add_mutually_exclusive_group()
    kind.add_argument("--words", action="store_true", help="it counts as something said")
    kind.add_argument("--action", action="store_true", help="it counts as something done")
    way = parser.add_mutually_exclusive_group()
    way.add_argument("--for", action="store_true", dest="helps", help="for the programme")
    way.add_argument("--against", action="store_true", help="against the programme")
    parser.add_argument(
        "--shows", action="append", default=[], metavar="EVIDENCE", help=", ".join(Evidence)
    )
    parser.add_argument("--one-way", action="store_true", help="only one side spoke")
    seen = parser.add_mutually_exclusive_group()
    seen.add_argument(
        "--private",
        action="store_true",
        default=None,
        help="keep it out of exports; else the setting 'private_touches' says so by channel",
    )
    seen.add_argument(
        "--not-private", action="store_false", dest="private", help="whatever that setting says"
    )


def _log(session: Session, given: Namespace) -> None:
    """Log a touch with one or more people; without --note the editor opens."""
    from ..tracker import touches

    people = session.people(given.people)
    on = session.day(given.when)
    channel = choice(given.channel, "channel", Channel) or Channel.MEETING
    sentiment = feeling(given.sentiment)
    shows = [found for text in given.shows if (found := choice(text, "evidence", Evidence))]
    weighing = Weighing.WORDS if given.words else Weighing.ACTION if given.action else None
    effect = Effect.FOR if given.helps else Effect.AGAINST if given.against else None
    if effect is not None and weighing is None:
        raise BadInput(f"What was {effect} us?", "Say --words or --action, too.")
    names = ", ".join(person.name for person in people)
    with note(session, given.note, f"{on}: {channel} with {names}") as text:
        touches.log(
            session.tracker,
            people,
            note=text,
            channel=channel,
            on=on,
            sentiment=sentiment,
            weighing=weighing,
            effect=effect,
            shows=shows,
            one_way=given.one_way,
            private=given.private,
        )


def feeling(text: str | None) -> int | None:
    """How something was taken, as a number or a word.

    Raises:
        BadInput: it is neither.
    """
    if text is None:
        return None
    by_word = {word: number for number, word in SENTIMENTS.items()}
    try:
        return by_word[text.lower()] if text.lower() in by_word else int(text)
    except ValueError:
        words = ", ".join(by_word)
        raise BadInput(f"'{text}' is no sentiment.", f"Say -2 to 2, or {words}.") from None


def _follow_up_arguments(parser: Parser) -> None:
    one_person(parser)
    parser.add_argument("--due", required=True, metavar="DAY", help="when to be reminded")
    parser.add_argument("--text", required=True, help="of what; '-' reads it from input")
    parser.add_argument("--private", action="store_true", help="keep it out of exports")


def _follow_up(session: Session, given: Namespace) -> None:
    """Set a reminder about somebody."""
    from ..tracker import answers

    person = session.person(*given.person)
    due = session.day(given.due, ahead=True)
    answers.follow_up(session.tracker, person, due, given_text(given.text), private=given.private)


COMMANDS = {
    "log": Command(_log_arguments, _log),
    "follow-up": Command(_follow_up_arguments, _follow_up),
}

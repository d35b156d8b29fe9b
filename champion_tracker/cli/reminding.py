"""Today's prompts for cron and timers: remind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..model import BadInput
from ..tracker import reminding
from .registry import Command
from .values import number

if TYPE_CHECKING:
    from argparse import Namespace

    from .parser import Parser
    from .session import Session


def _arguments(parser: Parser) -> None:
    parser.add_argument("--days", metavar="N", help="how many days ahead to look, too")
    parser.add_argument("--mail", action="append", metavar="ADDRESS", help="to whom; may repeat")
    parser.add_argument("--smtp", metavar="URL", help="smtps://user@host or smtp://user@host:587")
    parser.add_argument("--sender", default="", metavar="ADDRESS", help="else the first address")
    parser.add_argument("--desktop", action="store_true", help="on this desktop, with --mail, too")
    parser.add_argument("--include-private", action="store_true", help="what private ones say, too")


def _remind(session: Session, given: Namespace) -> None:
    """Today's prompts as one notification on this desktop, or by mail; nothing when nothing is due.

    The mail server's password is taken from CHAMPION_TRACKER_PASSWORD or the keyring, or asked for.
    """
    if bool(given.mail) != bool(given.smtp):
        raise BadInput("A mail needs an address and a server.", "Give both --mail and --smtp.")
    days = number(given.days, "number of days") or 0
    if days < 0:
        raise BadInput(f"The number of days goes from 0 on, not {days}.")
    told = reminding.reminder(session.tracker, days, include_private=given.include_private)
    if told.is_empty:
        session.say("Nothing is due.")
        return
    if given.mail:
        reminding.mail(told, given.smtp, given.mail, given.sender)
        session.say(f"Sent to {', '.join(given.mail)}: {told.subject}.")
    if given.desktop or not given.mail:
        reminding.show(told)
        session.say(f"Shown: {told.subject}.")


COMMANDS = {"remind": Command(_arguments, _remind)}

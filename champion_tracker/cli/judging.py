"""Positions and judgements: role, assess, pin, unpin."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..model import BadInput, Engagement, Standing
from .people import one_person
from .registry import Command
from .values import choice, number, yes_or_no
from .writing import given_text

if TYPE_CHECKING:
    from argparse import Namespace

    from ..model import Person, Position
    from .parser import Parser
    from .session import Session


def _role_arguments(parser: Parser) -> None:
    one_person(parser)
    parser.add_argument("--title", default="", help="what they are now; else the same")
    parser.add_argument("--org", default="", metavar="ORGANIZATION", help="where; else the same")
    parser.add_argument("--area", default="", help="in which business area; else the same")
    parser.add_argument("--since", metavar="DAY", help="the first day; else today")
    parser.add_argument("--from", dest="replaces", metavar="POSITION", help="which position ends")
    how = parser.add_mutually_exclusive_group()
    how.add_argument("--also", action="store_true", help="on top of what they are")
    how.add_argument("--left", action="store_true", help="they left, and are nothing new")


def _role(session: Session, given: Namespace) -> None:
    """Somebody changed position, or left: the old one is closed and stays as history.

    The last judgement was of the old position, so they want a new one.
    """
    from ..tracker import positions

    person = session.person(*given.person)
    since = session.day(given.since) if given.since else None
    if given.left:
        if given.title or given.area or given.replaces:
            raise BadInput("--left closes what they are at an organisation (--org), or all of it.")
        moved = positions.leave(session.tracker, person, organization=given.org, since=since)
        _ask_about_ties(session, moved)
        return
    moved = positions.change_position(
        session.tracker,
        person,
        title=given.title,
        organization=given.org,
        area=given.area,
        since=since,
        replaces=_named_position(session, person, given.replaces),
        also=given.also,
    )
    _ask_about_ties(session, moved)


def _ask_about_ties(session: Session, person: Person) -> None:
    """Say which ties may not have moved along; `untie` ends them."""
    from ..tracker.succeeding import words_of
    from ..tracker.ties import in_doubt

    doubtful = [words_of(session.tracker, tie) for tie in in_doubt(session.tracker, person)]
    if doubtful:
        session.say(f"Does this still hold? {'; '.join(doubtful)}. If not: untie.")


def _named_position(session: Session, person: Person, text: str | None) -> Position | None:
    if not text:
        return None
    from ..tracker.positions import named_position

    held = [p for p in person.positions if p.end is None or p.end > session.today]
    return named_position(person, text, held)


def _assess_arguments(parser: Parser) -> None:
    one_person(parser)
    parser.add_argument("--influence", metavar="1-5", help="from 1 (none) to 5 (decides)")
    parser.add_argument("--openness", metavar="1-5", help="from 1 (closed) to 5 (keen)")
    parser.add_argument("--engagement", metavar="LEVEL", help=", ".join(Engagement))
    parser.add_argument("--desired", metavar="LEVEL", help="the engagement that is wanted")
    parser.add_argument("--by", metavar="DAY", help="by when they should be where they are wanted")
    parser.add_argument("--moves", default="", metavar="TEXT", help="what we do to get them there")
    parser.add_argument("--legitimacy", metavar="yes|no", help="is their claim a proper one")
    parser.add_argument("--urgency", metavar="yes|no", help="does it call for attention now")
    parser.add_argument("--why", default="", metavar="TEXT", help="the reason; '-' reads input")
    parser.add_argument("--basis", default="", metavar="TEXT", help="what it rests on")
    parser.add_argument("--unchanged", action="store_true", help="the last judgement still holds")


def _assess(session: Session, given: Namespace) -> None:
    """Judge somebody in the positions that they hold; what is not given is as it was last."""
    from ..tracker import judging

    person = session.person(*given.person)
    ratings = (
        *(given.influence, given.openness, given.engagement, given.desired),
        *(given.by, given.moves, given.legitimacy, given.urgency),
    )
    why = given_text(given.why)
    if given.unchanged:
        if any(ratings) or given.basis:
            raise BadInput("Either the judgement is unchanged, or it is a new one.")
        judging.confirm(session.tracker, person, why)
        return
    if not any(ratings):
        raise BadInput(
            "No rating was given.",
            "Give --influence, --openness, --engagement, --desired, --by, --moves, --legitimacy "
            "or --urgency; or --unchanged.",
        )
    judging.assess(
        session.tracker,
        person,
        influence=number(given.influence, "influence"),
        openness=number(given.openness, "openness"),
        engagement=choice(given.engagement, "engagement", Engagement),
        desired=choice(given.desired, "engagement", Engagement),
        desired_by=session.day(given.by, ahead=True) if given.by else None,
        moves=given_text(given.moves),
        legitimacy=yes_or_no(given.legitimacy, "legitimacy"),
        urgency=yes_or_no(given.urgency, "urgency"),
        why=why,
        basis=given.basis,
    )


def _pin_arguments(parser: Parser) -> None:
    one_person(parser)
    parser.add_argument("--standing", required=True, help=", ".join(Standing))
    parser.add_argument("--reason", required=True, metavar="TEXT", help="why, against the rule")


def _pin(session: Session, given: Namespace) -> None:
    """Hold a standing against the rule, for a reason; the next reassessment questions it."""
    from ..tracker import people

    standing = choice(given.standing, "standing", Standing) or Standing.UNASSESSED
    people.pin(session.tracker, session.person(*given.person), standing, given.reason)


def _unpin(session: Session, given: Namespace) -> None:
    """Let the rule decide somebody's standing again."""
    from ..tracker import people

    people.unpin(session.tracker, session.person(*given.person))


COMMANDS = {
    "role": Command(_role_arguments, _role),
    "assess": Command(_assess_arguments, _assess),
    "pin": Command(_pin_arguments, _pin),
    "unpin": Command(one_person, _unpin),
}

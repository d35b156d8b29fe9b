"""Who people are and whom we nurture: add, edit, tag, follow, pause, archive."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import UNSET

from ..model import BadInput, Engagement
from ..tracker import people
from .registry import Command
from .values import choice, number

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Sequence

    from msgspec import UnsetType

    from ..model import Person
    from .parser import Parser
    from .session import Session


def one_person(parser: Parser) -> None:
    """The argument that names one person, in as many words as the name has."""
    parser.add_argument("person", metavar="PERSON", nargs="+", help="name, part of it, address, id")


def several_people(parser: Parser) -> None:
    """The arguments that name people one by one, or by a query."""
    parser.add_argument("people", metavar="PERSON", nargs="*", help="name, part, address or id")
    parser.add_argument("--query", metavar="QUERY", help="and everybody who answers to this")


def _add_arguments(parser: Parser) -> None:
    parser.add_argument("name", metavar="NAME", nargs="+", help="the whole name")
    parser.add_argument("--title", default="", help="what they are")
    parser.add_argument("--org", default="", metavar="ORGANIZATION", help="where")
    parser.add_argument("--area", default="", help="in which business area")
    for flag, what in (("email", "an address"), ("phone", "a number"), ("tag", "a tag")):
        parser.add_argument(f"--{flag}", action="append", default=[], help=f"{what}; may repeat")
    parser.add_argument("--notes", default="", metavar="TEXT", help="who they are, in Markdown")
    parser.add_argument("--influence", metavar="1-5", help="from 1 (none) to 5 (decides)")
    parser.add_argument("--openness", metavar="1-5", help="from 1 (closed) to 5 (keen)")
    parser.add_argument("--engagement", metavar="LEVEL", help=", ".join(Engagement))
    parser.add_argument("--every", default="", metavar="CADENCE", help="how often to be in touch")


def _add(session: Session, given: Namespace) -> None:
    """Add a person, and follow them; prints the new identifier."""
    added = people.add(
        session.tracker,
        " ".join(given.name),
        title=given.title,
        organization=given.org,
        area=given.area,
        emails=given.email,
        phones=given.phone,
        tags=given.tag,
        notes=given.notes,
        influence=number(given.influence, "influence"),
        openness=number(given.openness, "openness"),
        engagement=choice(given.engagement, "engagement", Engagement),
        every=given.every,
    )
    session.write(added.id)


def _edit_arguments(parser: Parser) -> None:
    one_person(parser)
    parser.add_argument("--name", help="the right name")
    for flag, what in (("email", "addresses"), ("phone", "numbers"), ("link", "links")):
        help_text = f"the right {what}; may repeat, '' for none"
        parser.add_argument(f"--{flag}", action="append", help=help_text)
    parser.add_argument("--notes", metavar="TEXT", help="the right notes, in Markdown")


def _edit(session: Session, given: Namespace) -> None:
    """Correct what is known about somebody; what is not given stays. See also 'role', 'tag'."""
    person = session.person(*given.person)
    if all(v is None for v in (given.name, given.email, given.phone, given.link, given.notes)):
        raise BadInput("Nothing to correct was given.", "Give --name, --email, --notes …")
    people.edit(
        session.tracker,
        person,
        name=_or_unset(given.name),
        emails=UNSET if given.email is None else given.email,
        phones=UNSET if given.phone is None else given.phone,
        links=UNSET if given.link is None else given.link,
        notes=_or_unset(given.notes),
    )


def _or_unset(text: str | None) -> str | UnsetType:
    return UNSET if text is None else text


def _tag_arguments(parser: Parser) -> None:
    several_people(parser)
    parser.add_argument("--tag", action="append", default=[], help="put this on; may repeat")
    parser.add_argument("--off", action="append", default=[], metavar="TAG", help="take this off")


def _tag(session: Session, given: Namespace) -> None:
    """Put tags on people, or take them off."""
    tags = [*given.tag, *(f"-{tag}" for tag in given.off)]
    if not tags:
        raise BadInput("No tag was given.", "Give --tag or --off.")
    people.tag(session.tracker, _several(session, given), tags)


def _follow_arguments(parser: Parser) -> None:
    several_people(parser)
    parser.add_argument("--every", default="", metavar="CADENCE", help="a cadence of their own")


def _follow(session: Session, given: Namespace) -> None:
    """Nurture people from today on; at a cadence of their own, if one is given."""
    people.follow(session.tracker, _several(session, given), every=given.every)


def _unfollow(session: Session, given: Namespace) -> None:
    """Nurture people no longer. They stay known, and what was promised still stands."""
    people.unfollow(session.tracker, _several(session, given))


def _pause_arguments(parser: Parser) -> None:
    one_person(parser)
    parser.add_argument("--reason", required=True, metavar="TEXT", help="why it rests")


def _pause(session: Session, given: Namespace) -> None:
    """Let somebody's cadence rest, for a reason; all else about them stands as before."""
    if not given.reason.strip():
        raise BadInput("The reason is empty.", "'resume' lets a cadence go on.")
    people.pause(session.tracker, session.person(*given.person), given.reason)


def _resume(session: Session, given: Namespace) -> None:
    """Let a cadence that rests go on."""
    people.pause(session.tracker, session.person(*given.person), "")


def _archive(session: Session, given: Namespace) -> None:
    """Put people away: out of lists and agenda, nothing lost."""
    people.archive(session.tracker, _several(session, given))


def _unarchive(session: Session, given: Namespace) -> None:
    """Bring archived people back."""
    people.unarchive(session.tracker, _several(session, given))


def _several(session: Session, given: Namespace) -> Sequence[Person]:
    return session.people(given.people, given.query)


COMMANDS = {
    "add": Command(_add_arguments, _add),
    "edit": Command(_edit_arguments, _edit),
    "tag": Command(_tag_arguments, _tag),
    "follow": Command(_follow_arguments, _follow),
    "unfollow": Command(several_people, _unfollow),
    "pause": Command(_pause_arguments, _pause),
    "resume": Command(one_person, _resume),
    "archive": Command(several_people, _archive),
    "unarchive": Command(several_people, _unarchive),
}

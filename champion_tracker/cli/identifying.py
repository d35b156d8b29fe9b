"""Who is who: same, different, merge."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..model import BadInput
from ..tracker import identifying, merging
from .registry import Command

if TYPE_CHECKING:
    from argparse import Namespace

    from .parser import Parser
    from .session import Session


def _same_arguments(parser: Parser) -> None:
    parser.add_argument("person", metavar="PERSON", help="name, part of it, address, id")
    parser.add_argument("row", metavar="ROW", help="the key that 'import' shows for it")


def _same(session: Session, given: Namespace) -> None:
    """A doubtful row of a file is this person: every import knows it from now on.

    Two records of one person are made one by 'merge'.
    """
    identifying.same(session.tracker, session.person(given.person), given.row)


def _different_arguments(parser: Parser) -> None:
    parser.add_argument("person", metavar="PERSON", help="name, part of it, address, id")
    parser.add_argument("other", metavar="ROW_OR_PERSON", help="the key of a row, or somebody")


def _different(session: Session, given: Namespace) -> None:
    """A doubtful row of a file, or another person, is not this person; it is not asked again."""
    is_row = identifying.is_row(given.other)
    other = given.other if is_row else session.person(given.other)
    identifying.different(session.tracker, session.person(given.person), other)


def _merge_arguments(parser: Parser) -> None:
    parser.add_argument("first", metavar="FIRST", help="who stays: name, part of it, address, id")
    parser.add_argument("second", metavar="SECOND", help="who becomes the first")
    parser.add_argument(
        "--keep",
        action="append",
        default=[],
        metavar="FIELD=first|second",
        help=f"whose value stands alone; may repeat; fields are {', '.join(merging.FIELDS)}",
    )


def _merge(session: Session, given: Namespace) -> None:
    """Make one of two records of one person, with the history, ties and open matters of both.

    Lists are joined and notes stand one below the other; else the first's value goes before the
    second's. 'undo' parts them again.
    """
    choices = {}
    for word in given.keep:
        field, equals, choice = word.partition("=")
        if not equals:
            raise BadInput(f"'{word}' says not whose it is.", f"Write {field}=first or =second.")
        choices[field] = choice
    first, second = session.person(given.first), session.person(given.second)
    merging.merge(session.tracker, first, second, choices)


COMMANDS = {
    "same": Command(_same_arguments, _same),
    "different": Command(_different_arguments, _different),
    "merge": Command(_merge_arguments, _merge),
}

"""Who is who, and who comes after whom: same, different, merge, take-over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..model import BadInput
from ..rules.visible import on_one_line
from ..tracker import identifying, merging, succeeding
from .parser import nearest
from .registry import Command
from .ties import SHORT

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


WHAT = {**SHORT, "follow-ups": None}
"""What can be left behind at a take-over."""


def _take_over_arguments(parser: Parser) -> None:
    parser.add_argument("new", metavar="NEW", help="who takes over: name, part of it, address, id")
    parser.add_argument(
        "old", metavar="OLD", nargs="?", help="from whom; else whom you follow and who held it last"
    )
    parser.add_argument(
        "--skip",
        action="append",
        default=[],
        metavar="WHAT",
        help=f"what is not copied; may repeat; WHAT is {', '.join(WHAT)}",
    )
    parser.add_argument("--dry-run", action="store_true", help="only say what would be copied")


def _take_over(session: Session, given: Namespace) -> None:
    """Copy the ties and open follow-ups of somebody to whoever took up their position.

    The new holder is followed from then on; the old one keeps everything. 'undo' takes it back.
    """
    unknown = next((word for word in given.skip if word not in WHAT), None)
    if unknown is not None:
        raise BadInput(f"'{unknown}' is nothing that is copied.{nearest(unknown, WHAT)}")
    tracker, new = session.tracker, session.person(given.new)
    old = session.person(given.old) if given.old else succeeding.predecessor(tracker, new)
    if old is None:
        raise BadInput(
            f"Nobody whom you follow held before what {new.name} holds now.",
            "Name them: take-over NEW OLD.",
        )
    skipped = {WHAT[word] for word in given.skip}
    records = [
        record
        for record in succeeding.inheritance(tracker, new, old)
        if getattr(record, "relation", None) not in skipped
    ]
    for record in records:
        line = on_one_line(succeeding.words_of(tracker, record))
        session.write(*session.layout.paragraphs(line))
    if given.dry_run:
        session.say(f"Nothing was copied from {old.name} (--dry-run).")
    else:
        succeeding.take_over(tracker, new, old, records)


COMMANDS = {
    "same": Command(_same_arguments, _same),
    "different": Command(_different_arguments, _different),
    "merge": Command(_merge_arguments, _merge),
    "take-over": Command(_take_over_arguments, _take_over),
}

"""Searching everything that was written: search."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..model import Interaction, Person
from ..rules.counting import counted
from ..rules.folding import fold
from ..rules.texts import day_of
from ..tracker import searching
from .registry import Command

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterator

    from ..model import Record
    from .parser import Parser
    from .session import Session


def _search_arguments(parser: Parser) -> None:
    parser.add_argument("words", metavar="TEXT", nargs="+", help="every word has to be there")
    parser.add_argument(
        "--json", action="store_true", help="as JSON: 'people', 'interactions', 'records'"
    )


def _search(session: Session, given: Namespace) -> None:
    """The people, notes and other entries that hold every word, whatever case and accents."""
    tracker, known = session.tracker, session.tracker.workspace.people
    words = " ".join(given.words)
    people = sorted(searching.people(tracker, words), key=lambda person: fold(person.name))
    dated = [record for record in tracker.search(words) if not isinstance(record, Person)]
    if given.json:
        from .shapes import interaction, person, record

        session.write_json(
            people=[person(tracker.profile(one)) for one in people],
            interactions=[interaction(r, known) for r in dated if isinstance(r, Interaction)],
            records=[record(r) for r in dated if not isinstance(r, Interaction)],
        )
        return
    for one in people:
        seen = tracker.profile(one)
        heading = f"{one.name} ({seen.standing})" + (f"  {seen.position}" if seen.position else "")
        session.write(*_found(session, heading, one, words))
    for dated_one in sorted(dated, key=_day, reverse=True):
        names = ", ".join(known[i].name for i in dated_one.about if i in known)
        heading = f"{_day(dated_one)}  {_kind(dated_one)}  {names}"
        session.write(*_found(session, heading, dated_one, words))
    entries = counted(len(dated), "entry", "entries")
    session.say(f"{counted(len(people), 'person', 'people')}, {entries}")


def _found(session: Session, heading: str, record: Record, words: str) -> Iterator[str]:
    """A heading, and the lines of what was written that hold any of the words."""
    yield from session.layout.paragraphs(heading)
    wanted = fold(words).split()
    for text in _texts(record):
        for line in text.splitlines():
            if any(word in fold(line) for word in wanted):
                yield from session.layout.paragraphs(line.strip(), indent=4)


def _texts(record: Record) -> Iterator[str]:
    for field in record.__struct_fields__:
        value = getattr(record, field)
        if isinstance(value, str) and field not in ("id", "name") and not field.endswith("_id"):
            yield value


def _day(record: Record) -> str:
    return str(day_of(record) or "")


def _kind(record: Record) -> str:
    return str(record.__struct_config__.tag).replace("_", "-")


COMMANDS = {"search": Command(_search_arguments, _search)}

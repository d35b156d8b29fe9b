"""Looking at people: list, show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..model import Interaction
from ..rules.counting import counted
from ..rules.days import ago
from ..rules.visible import on_one_line
from .people import one_person
from .registry import Command

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterator, Sequence

    from ..model import Record
    from ..rules.profile import Profile
    from .parser import Parser
    from .session import Session


def _list_arguments(parser: Parser) -> None:
    parser.add_argument("query", metavar="QUERY", nargs="*", help="words and field:value terms")
    parser.add_argument("--json", action="store_true", help="as JSON, under 'people'")


def _list(session: Session, given: Namespace) -> None:
    """The people who answer to a query, by name; everybody without one.

    Words match names, titles, organisations, areas and tags. Terms: standing:champion
    influence:>=4 openness:<3 area:"Public Works" tag:budget due:overdue touched:<2026-01-01,
    each negated by a leading '-'.
    """
    found = session.tracker.select(as_query(given.query))
    if given.json:
        from .shapes import person

        session.write_json(people=map(person, found))
        return
    if found:
        session.write(*session.layout.table([_row(seen) for seen in found], shrinks=2))
    session.say(counted(len(found), "person", "people"))


def as_query(words: Sequence[str]) -> str:
    """Several words of a shell as one query; the shell has taken quotation marks away."""
    if len(words) == 1:
        return words[0]
    return " ".join(_quoted(word) if " " in word.strip() else word for word in words)


def _quoted(word: str) -> str:
    field, colon, value = word.partition(":")
    if '"' in word:
        return word
    return f'{field}:"{value}"' if colon and " " not in field.strip() else f'"{word.strip()}"'


def _row(seen: Profile) -> Sequence[str]:
    due = f"next {seen.next_touch}" if seen.next_touch else ""
    if not seen.person.is_followed:
        due = "archived" if seen.person.archived_on else "not followed"
    place = str(seen.position or "") or ("left" if seen.has_left else "")
    return (seen.person.name, str(seen.standing), place, due)


def _show_arguments(parser: Parser) -> None:
    one_person(parser)
    parser.add_argument(
        "--json", action="store_true", help="as JSON: 'people', 'prompts', 'interactions'"
    )


def _show(session: Session, given: Namespace) -> None:
    """Everything about one person: who, standing and why, what is open, what has been."""
    found = session.person(*given.person)
    history = session.tracker.history(found)
    if given.json:
        from ..tracker.answers import prompts_of
        from .shapes import interaction, person, prompt

        people = session.tracker.workspace.people
        touches = [record for record in history if isinstance(record, Interaction)]
        session.write_json(
            people=[person(session.tracker.profile(found))],
            prompts=map(prompt, prompts_of(session.tracker, found)),
            interactions=[interaction(touch, people) for touch in touches],
        )
        return
    session.write(*_page(session, session.tracker.profile(found), history))


def _page(session: Session, seen: Profile, history: Sequence[Record]) -> Iterator[str]:
    from ..rules.timeline import timeline
    from ..tracker.answers import prompts_of

    yield f"{on_one_line(seen.person.name)}  [{seen.person.id}]"
    for label, text in (*_facts(seen), *_deeds(seen, history), ("Notes", seen.person.notes)):
        yield from _labelled(session, label, text)
    prompts = prompts_of(session.tracker, seen.person)
    if prompts:
        yield "\nNow:"
    for prompt in prompts:
        kind = prompt.kind.replace("_", "-")
        yield from session.layout.paragraphs(on_one_line(f"{kind}: {prompt.why}"), indent=2)
    entries = timeline(seen.person, history, session.tracker.workspace.stories)
    yield "\nTimeline:" if entries else "\nNothing has happened yet."
    for entry in entries:
        headline = on_one_line(f"{entry.on}  {entry.headline}")
        yield from session.layout.paragraphs(headline, indent=2)
        if entry.text:
            yield from session.layout.paragraphs(entry.text, indent=6)


def _facts(seen: Profile) -> Iterator[tuple[str, str]]:
    person = seen.person
    yield "Standing", f"{seen.standing}: {seen.reason}"
    for position in reversed(person.positions):
        held = position.is_current(seen.today)
        start = f" since {position.start}" if position.start else ""
        until = f" until {position.end}" if position.end else ""
        yield "Now" if held else "Before", f"{position}{start}{until}"
    yield "E-mail", ", ".join(person.emails)
    yield "Phone", ", ".join(person.phones)
    yield "Links", ", ".join(person.links)
    yield "Tags", ", ".join(person.tags)
    yield "Touch", _rhythm(seen)


def _deeds(seen: Profile, history: Sequence[Record]) -> Iterator[tuple[str, str]]:
    """What bears out their words, and where the grids put them."""
    from ..rules.deeds import deeds
    from ..rules.grids import grids
    from ..rules.seam import move_of

    yield "Promises", seen.follow_through.in_full
    found = deeds(history)
    yield "Deeds", str(found) if any(found) else ""
    test, move, placed = seen.champion_test, move_of(seen), grids(seen)
    yield "Test", test.in_full if test.seen else ""
    yield "Move", str(move) if move is not None and move.desired is not None else ""
    yield "Grids", str(placed) if placed is not None else ""


def _rhythm(seen: Profile) -> str:
    last = f"last {ago(seen.last_touch, seen.today)}" if seen.last_touch else "never yet"
    if seen.person.archived_on:
        return f"{last}; archived on {seen.person.archived_on}"
    if not seen.person.is_followed:
        return f"{last}; not followed"
    if seen.person.plan.paused:
        return f"{last}; paused: {seen.person.plan.paused}"
    return f"{last}; every {seen.cadence}, next {seen.next_touch}; {seen.warmth_word}"


def _labelled(session: Session, label: str, text: str) -> Iterator[str]:
    if text:
        first, *rest = session.layout.paragraphs(text, indent=10)
        yield f"{label:<10}{first[10:]}"
        yield from rest


COMMANDS = {
    "list": Command(_list_arguments, _list),
    "show": Command(_show_arguments, _show),
}

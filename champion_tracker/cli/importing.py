"""People from files: import."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from ..model import BadInput
from ..rules.visible import on_one_line
from ..tracker import importing, sources
from .registry import Command

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterator

    from ..tracker.importing import Change, Preview
    from .parser import Parser
    from .session import Session

WORDS = {
    "new": "new",
    "position": "changed position",
    "left": "left",
    "details": "changed details",
    "conflict": "doubtful, left as they are",
    "unreadable": "unreadable, passed over",
    "unchanged": "unchanged",
}
"""The kinds of change in the order of the summary."""


def _arguments(parser: Parser) -> None:
    parser.add_argument("files", metavar="FILE", nargs="+", help="a file or a server")
    parser.add_argument("--format", default="", help="csv, xlsx, vcard or json; else it is told")
    parser.add_argument("--map", metavar="FILE", help="which column holds what, in TOML")
    parser.add_argument("--sheet", default="", metavar="NAME", help="of a workbook; else the first")
    parser.add_argument("--save-map", metavar="FILE", help="keep there how columns were read")
    parser.add_argument(
        "--complete", action="store_true", help="they list everybody: who is missing has left"
    )
    parser.add_argument("--follow", action="store_true", help="nurture everybody in them")
    parser.add_argument("--dry-run", action="store_true", help="only say what would change")
    parser.add_argument("--yes", action="store_true", help="do it without asking")
    parser.add_argument("--json", action="store_true", help="as JSON, under 'changes'")


def _import(session: Session, given: Namespace) -> None:
    """People from files: says what would change, asks, and does it as one change.

    Who comes in is known, but not followed, and raises no prompt. The same file again changes
    nothing. 'undo' takes a whole import back.
    """
    shown = importing.preview(
        session.tracker,
        [sources.place(file) for file in given.files],
        format=given.format,
        mapping=Path(given.map) if given.map else None,
        sheet=given.sheet,
        complete=given.complete,
        follow=given.follow,
    )
    if given.save_map:
        importing.save_map(shown, Path(given.save_map))
        session.say(f"Wrote {given.save_map}.")
    if given.yes and not given.dry_run:
        # Before it is told, for whoever reads may stop reading.
        importing.apply(session.tracker, shown)
    if given.json:
        session.write_json(changes=map(shape, shown.changes))
    else:
        session.write(*text(session, shown))
    for note in shown.notes:
        session.say(note)
    if given.dry_run:
        session.say("Nothing was changed (--dry-run).")
    elif shown.is_empty:
        session.say("Nothing to change.")
    elif not given.yes:
        _ask()
        importing.apply(session.tracker, shown)


def _ask() -> None:
    """Ask the user, who can say no.

    Raises:
        BadInput: there is nobody to ask, or they do not.
    """
    if not sys.stdin.isatty() or not sys.stderr.isatty():
        raise BadInput("Nothing was changed.", "Use --yes to do it, --dry-run only to look.")
    sys.stdout.flush()
    sys.stderr.write("Do this? [y/N] ")
    sys.stderr.flush()
    if sys.stdin.readline().strip().lower() not in ("y", "yes"):
        raise BadInput("Nothing was changed.")


def shape(change: Change) -> dict[str, object]:
    """What an import would change, as JSON shows it."""
    shown: dict[str, object] = {
        "kind": change.kind,
        "person_id": change.person_id,
        "name": change.name,
        "before": change.before,
        "after": change.after,
        "where": change.where,
        "why": change.why,
    }
    if change.row:
        people = [{"person_id": key, "name": name} for key, name in change.candidates]
        shown |= {"row": change.row, "candidates": people}
    return shown


def text(session: Session, shown: Preview) -> Iterator[str]:
    """How many of each kind, then everything that is not unchanged."""
    kinds = [str(change.kind) for change in shown.changes]
    counts = [f"{kinds.count(kind)} {what}" for kind, what in WORDS.items() if kind in kinds]
    yield from session.layout.paragraphs(", ".join(counts) or "nothing in it")
    for kind, what in WORDS.items():
        alike = [change for change in shown.changes if change.kind == kind]
        if not alike or kind == "unchanged":
            continue
        yield f"\n{what.capitalize()}:"
        for change in alike:
            yield from _entry(session, change)
    if any(change.row for change in shown.changes):
        yield ""
        yield from session.layout.paragraphs(
            "Say who is who with 'same PERSON ROW' or 'different PERSON ROW', and import again."
        )


def _entry(session: Session, change: Change) -> Iterator[str]:
    """Who, and where in the file; what is and what would be; why."""
    who = f"{change.name or '(no name)'}" + (f"  ({change.where})" if change.where else "")
    yield from session.layout.paragraphs(on_one_line(who), indent=2)
    if change.before is not None:
        yield from session.layout.paragraphs(on_one_line(_fields(change.before)), indent=6)
    if change.after is not None:
        arrow = "→ " if change.before is not None else ""
        text = on_one_line(f"{arrow}{_fields(change.after)}")
        yield from session.layout.paragraphs(text, indent=6 - len(arrow))
    if change.why:
        yield from session.layout.paragraphs(on_one_line(change.why), indent=6)
    if change.row:
        people = ", ".join(f"{name} [{key}]" for key, name in change.candidates)
        yield from session.layout.paragraphs(on_one_line(f"{change.row}: {people}"), indent=6)


def _fields(fields: dict[str, str | list[str]]) -> str:
    texts = [", ".join(value) if isinstance(value, list) else value for value in fields.values()]
    return ", ".join(filter(None, texts)) or "nothing"


def _duplicates_arguments(parser: Parser) -> None:
    parser.add_argument("--json", action="store_true", help="as JSON, under 'duplicates'")


def _duplicates(session: Session, given: Namespace) -> None:
    """Pairs of people who may be one and the same, likeliest first, and what speaks for it."""
    pairs = importing.duplicates(session.tracker)
    if given.json:
        session.write_json(duplicates=map(_pair, pairs))
        return
    for pair in pairs:
        names = f"{pair.one.name} [{pair.one.id}] = {pair.other.name} [{pair.other.id}]"
        session.write(*session.layout.paragraphs(on_one_line(names)))
        session.write(*session.layout.paragraphs(on_one_line(", ".join(pair.signs)), indent=4))
    session.say("1 pair" if len(pairs) == 1 else f"{len(pairs)} pairs")


def _pair(pair: importing.Pair) -> dict[str, object]:
    return {
        "person_ids": [pair.one.id, pair.other.id],
        "names": [pair.one.name, pair.other.name],
        "signs": pair.signs,
        "weight": pair.weight,
    }


COMMANDS = {
    "import": Command(_arguments, _import),
    "duplicates": Command(_duplicates_arguments, _duplicates),
}

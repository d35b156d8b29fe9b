"""People from files: import."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from ..model import BadInput
from ..rules.counting import counted
from ..rules.visible import on_one_line
from ..tracker import importing, sources
from ..tracker.importing import Group
from .registry import Command
from .values import choice

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterable, Iterator, Sequence

    from ..tracker.importing import Change, Preview
    from .parser import Parser
    from .session import Session

WORDS = {
    Group.NEW: "new",
    Group.POSITION: "changed position",
    Group.SUCCESSOR: "took up what somebody you follow held",
    Group.BACK: "came back",
    Group.LEFT: "left",
    Group.DETAILS: "changed details",
    Group.DOUBTFUL: "doubtful, left as they are",
    Group.CONFLICT: "in conflict, left as they are",
    Group.UNREADABLE: "unreadable, passed over",
    Group.UNCHANGED: "unchanged",
}
"""What an import says, in the order of the summary."""


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
    for option, what in (("--only", "take nothing but this"), ("--skip", "leave this as it is")):
        parser.add_argument(
            option,
            action="append",
            default=[],
            metavar="KIND",
            help=f"{what}; may repeat; KIND is {', '.join(WORDS)}",
        )
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
    shown = _picked(session, shown, given)
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


def _picked(session: Session, shown: Preview, given: Namespace) -> Preview:
    """What was asked for of an import; how much of it was not is said."""
    only, skip = _groups(given.only), _groups(given.skip)
    if not only and not skip:
        return shown
    left = shown.places(
        lambda change: bool(_are(change) & skip or (only and not _are(change) & only))
    )
    if counts := _counts(shown.changes[place] for place in left):
        session.say(f"Passed over, as --only or --skip says: {', '.join(counts)}.")
    return shown.without(left)


def _are(change: Change) -> set[Group]:
    """What an entry may be called: one who takes over has changed position, too."""
    return {change.group, Group(change.kind)}


def _groups(words: Sequence[str]) -> set[Group]:
    """The kinds that are meant, each word one or several with commas between them.

    Raises:
        BadInput: there is no such kind.
    """
    each = (kind.strip() for word in words for kind in word.split(","))
    return {choice(kind, "kind", Group) or Group.NEW for kind in each}


def _counts(changes: Iterable[Change]) -> list[str]:
    groups = [change.group for change in changes]
    return [f"{groups.count(group)} {what}" for group, what in WORDS.items() if group in groups]


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
        "group": change.group,
        "person_id": change.person_id,
        "name": change.name,
        "before": change.before,
        "after": change.after,
        "where": change.where,
        "why": change.why,
    }
    if change.follows:
        shown["takes_over_from"] = change.follows
    if change.row:
        people = [{"person_id": key, "name": name} for key, name in change.candidates]
        shown |= {"row": change.row, "candidates": people}
    return shown


def text(session: Session, shown: Preview) -> Iterator[str]:
    """How many of each kind, then everything that is not unchanged."""
    yield from session.layout.paragraphs(", ".join(_counts(shown.changes)) or "nothing in it")
    for group, what in WORDS.items():
        alike = [change for change in shown.changes if change.group == group]
        if not alike or group is Group.UNCHANGED:
            continue
        yield f"\n{what.capitalize()}:"
        for change in alike:
            yield from _entry(session, change)
    if any(change.row for change in shown.changes):
        yield ""
        yield from session.layout.paragraphs(
            "Say who is who with 'same PERSON ROW' or 'different PERSON ROW', and import again."
        )
    if any(change.follows for change in shown.changes):
        yield ""
        yield from session.layout.paragraphs(
            "'take-over NEW OLD' copies ties and follow-ups to somebody who took up a position."
        )


def _entry(session: Session, change: Change) -> Iterator[str]:
    """Who, and where in the file; what is and what would be; why."""
    who = f"{change.name or '(no name)'}" + (f"  ({change.where})" if change.where else "")
    yield from session.layout.paragraphs(on_one_line(who), indent=2)
    if change.before is not None:
        yield from session.layout.paragraphs(on_one_line(_fields(change.before)), indent=6)
    if change.after is not None and (change.before is not None or any(change.after.values())):
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
    session.say(counted(len(pairs), "pair"))


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

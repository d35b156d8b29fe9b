"""Exporting: who and what goes out, in which form, and where it is put."""

import os
from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct

from ..model import BadInput, Person
from .formats import FORMATS, YEAR, Selection
from .tracker import Tracker


class Made(Struct, frozen=True, kw_only=True):
    """What an export is made of."""

    content: str | bytes = ""
    pages: tuple[tuple[str, str | bytes], ...] = ()
    """Of several files each its path in a folder (with slashes) and its content."""
    left_out: int = 0
    """How many private entries were left out."""
    removed: tuple[str, ...] = ()
    """What was made unreadable, each with its place."""


def export(
    tracker: Tracker,
    form: str,
    people: Sequence[Person] | None = None,
    *,
    include_private: bool = False,
    split: bool = False,
) -> Made:
    """Make an export.

    Args:
        tracker: The workspace.
        form: One of `FORMATS`.
        people: Who goes out; None for everybody.
        include_private: Whether private entries go out, too.
        split: Whether there is to be a page for each person.

    Raises:
        BadInput: there is no such format, or it cannot be split.
    """
    if form not in FORMATS:
        raise BadInput(
            f"'{form}' is no format that can be written.", f"There are {', '.join(FORMATS)}."
        )
    made = FORMATS[form]
    chosen = tuple(tracker.workspace.people.values()) if people is None else people
    selection = Selection(tracker, chosen, people is None, include_private)
    if not split:
        exported = made.make(selection)
        return Made(content=exported.content, left_out=exported.left_out)
    if made.pages is None:
        raise BadInput(f"An export of {form} cannot be split.", "Only pages of people can.")
    left_out = 0 if include_private else selection.private()
    return Made(pages=tuple(made.pages(selection)), left_out=left_out)


def redacted(tracker: Tracker, person: Person, rules: Path | None = None) -> Made:
    """One person's notes without what is private, others' names and contact details.

    Args:
        tracker: The workspace.
        person: Who asked for what is kept about them.
        rules: A TOML file that says what is removed; by default the workspace's own, else the
            usual ones.

    Raises:
        BadInput: the rules cannot be read.
    """
    from ..exchange import redacting
    from .redaction import rules_of

    wanted = redacting.load(rules) if rules is not None else rules_of(tracker)
    notes = FORMATS["notes"].make(
        Selection(tracker, (person,), is_everybody=False, include_private=False)
    )
    text, removals = redacting.redact(
        str(notes.content), person, tracker.workspace.people.values(), wanted
    )
    return Made(content=text, left_out=notes.left_out, removed=tuple(map(str, removals)))


def handover(tracker: Tracker, *, include_private: bool = False) -> Made:
    """Everything that somebody needs who takes over, ordered by what is urgent."""
    from ..exchange import handover as packing

    everything = Selection(
        tracker,
        tuple(tracker.workspace.people.values()),
        is_everybody=True,
        include_private=include_private,
    )
    pages = packing.pack(
        everything.workspace,
        tracker.agenda(YEAR),
        list(everything.records()),
        tracker.store.history,
        tracker.clock.now(),
        include_private=include_private,
    )
    return Made(pages=tuple(pages), left_out=0 if include_private else everything.private())


def save(made: Made, path: Path, *, force: bool = False) -> None:
    """Put an export into a file, or its pages into a folder; readable by their owner only.

    Raises:
        BadInput: something is there already and ``force`` is not given, or it cannot be written;
            of several pages none was written then, unless the disk failed.
    """
    from ..exchange.files import write_atomically

    if not made.pages:
        write_atomically(path, made.content, force=force)
        return
    there = already_there(made, path)
    if there and not force:
        raise BadInput(f"{there[0]} is there already.", "Name another folder, or use --force.")
    for name, content in made.pages:
        place = path / name
        try:
            place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError as error:
            raise BadInput(f"{place.parent} cannot be made ({error.strerror}).") from None
        write_atomically(place, content, force=force)


def already_there(made: Made, path: Path) -> list[Path]:
    """What an export would be written over."""
    places = [path / name for name, _ in made.pages] if made.pages else [path]
    return [place for place in places if os.path.lexists(place)]

"""What rows tell of somebody beside positions, and how that is said."""

import re
from collections.abc import Sequence

from msgspec.structs import replace

from ..model import Card, Edit, Person, Record
from ..rules.folding import fold
from .changes import Shown
from .incoming import Incoming, own_id
from .names import Likeness, likeness
from .positions import Outcome
from .spelling import added, email_key, link_key, phone_key

_DETAILS = ("name", "emails", "phones", "links", "tags", "notes", "source_ids")


def with_details(person: Person, rows: Sequence[Incoming]) -> Person:
    """The person with what the rows tell beside positions; blank cells take nothing away."""
    notes = person.notes
    for row in rows:
        if row.notes and row.notes not in notes:
            notes = f"{notes.rstrip()}\n\n{row.notes}".lstrip()
    return replace(
        person,
        name=_name(person, rows[0]),
        emails=added(person.emails, (x for row in rows for x in row.emails), email_key),
        phones=added(person.phones, (x for row in rows for x in row.phones), phone_key),
        links=added(person.links, (x for row in rows for x in row.links), link_key),
        tags=added(person.tags, (x for row in rows for x in row.tags)),
        source_ids=added(
            person.source_ids,
            (row.source_id for row in rows if row.source_id not in ("", own_id(person))),
            str,
        ),
        notes=notes,
    )


def _name(person: Person, row: Incoming) -> str:
    """How the person is called from now on: as the file writes it, unless it says less."""
    if fold(person.name) == fold(row.name) and _says_less(row.name, person.name):
        return person.name
    if likeness(person.name, row.name) is Likeness.CLOSE and len(row.name) < len(person.name):
        return person.name
    return row.name


def _says_less(name: str, known: str) -> bool:
    """Whether a spelling has lost the capitals or the accents of another one."""
    is_flat = known not in (known.upper(), known.lower()) and name in (name.upper(), name.lower())
    has_no_accents = fold(name) == name.casefold() != known.casefold()
    return is_flat or has_no_accents


def details(
    person: Person, after: Person, outcome: Outcome, cards: Sequence[Edit]
) -> tuple[Shown, Shown] | None:
    """What changed beside moves, before and after, by field; None when nothing did."""
    before: Shown = {}
    now: Shown = {}
    for field in _DETAILS:
        old, new = getattr(person, field), getattr(after, field)
        if old != new:
            before[field], now[field] = _plain(old), _plain(new)
    if person.followed_since != after.followed_since:
        before["followed"], now["followed"] = "no", "yes"
    for event in outcome.events:
        if event.before and event.after and not event.is_move and event.before != event.after:
            for field in ("title", "organization", "area", "start", "end", "post_id"):
                old, new = getattr(event.before, field), getattr(event.after, field)
                if old != new:
                    before[field], now[field] = str(old or ""), str(new or "")
    if cards:
        before["card"] = [name for edit in cards for name in _said(edit.before)]
        now["card"] = [name for edit in cards for name in _said(edit.after)]
    return (before, now) if now else None


def _said(card: Record | None) -> list[str]:
    """What a card says beside what people are here: the names of it, without photos and text."""
    properties = card.properties if isinstance(card, Card) else ()
    return list(dict.fromkeys(re.split("[;:]", text)[0] for text in properties))


def _plain(value: str | tuple[str, ...]) -> str | list[str]:
    return value if isinstance(value, str) else list(value)

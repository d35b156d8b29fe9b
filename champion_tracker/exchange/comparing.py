"""What a file would change in a workspace: a pure comparison, nothing of it done."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TypeAlias

from msgspec.structs import replace

from ..model import Card, Edit, Person, Position, Workspace, new_id
from .changes import ChangeKind, ImportChange, Shown
from .details import details, with_details
from .incoming import Incoming, Reading
from .keeping import card_edits
from .matching import Match, match
from .positions import Doubt, Event, Outcome, Scope, left, reconcile
from .repeating import repeats
from .restoring import History, restore
from .spelling import organization_key
from .succession import successors

Matched: TypeAlias = tuple[list[Match], list[str]]


def compare(
    reading: Reading,
    workspace: Workspace,
    *,
    today: date,
    complete: bool = False,
    follow: bool = False,
    history: History | None = None,
    matched: Matched | None = None,
) -> list[ImportChange]:
    """Say row by row what importing ``reading`` on ``today`` would change.

    Every row has an entry at least, in the order of the file; after them stand those who left.

    Args:
        complete: The file lists everybody in the organisations that it names: who is known
            there and not in it has left.
        follow: Whoever is in the file is to be followed from today.
        history: What is dated about a person, as the store gives it; a complete export is held
            against it.
        matched: Who is who, where that has been found out already; see `identify`.
    """
    matches, _ = matched or identify(reading, workspace)
    scope = Scope(today, _covered(reading.incoming), complete)
    changes = [*reading.unreadable]
    for whole in reading.wholes:
        changes += restore(whole.records, whole.where, workspace, history)
    listed: set[str] = set()
    for found in matches:
        changes += _changes(found, scope, history, follow=follow)
        listed |= {person.id for person in (found.person, *found.suspects) if person}
    if complete:
        for person in workspace.people.values():
            if person.id not in listed:
                changes += _left(person, scope)
    return successors(changes, workspace, today)


def remarks(
    reading: Reading, workspace: Workspace, matched: Matched | None = None
) -> tuple[str, ...]:
    """Sentences to tell the user beside the changes: on the file, and on who was told apart how."""
    return (*reading.notes, *(matched or identify(reading, workspace))[1])


def identify(reading: Reading, workspace: Workspace) -> Matched:
    """Whom the rows are about, and what to say about how that was told."""
    return match(reading.incoming, workspace.people.values(), workspace.verdicts.values())


def _covered(incoming: Iterable[Incoming]) -> frozenset[str]:
    return frozenset(organization_key(row.organization) for row in incoming if row.organization)


def _changes(
    found: Match, scope: Scope, history: History | None, *, follow: bool
) -> list[ImportChange]:
    """The entries for the rows about one person."""
    if found.doubt:
        return _conflicts(found.rows, found.doubt, found.suspects, found.key)
    if found.person is None:
        return _new(found.rows, scope, follow=follow)
    if repeats(found.person, found.rows, scope.today) and not follow:
        return [_unchanged(found.person, found.rows[0])]
    try:
        outcome = reconcile(found.person.positions, found.rows, scope)
    except Doubt as doubt:
        return _conflicts(found.rows, str(doubt), [found.person])
    cards = _card_edits(found.person, found.rows, scope, history)
    return _known(found.person, found.rows, outcome, scope, cards, follow=follow)


def _card_edits(
    person: Person, rows: Sequence[Incoming], scope: Scope, history: History | None
) -> tuple[Edit, ...]:
    """What changes on the cards of somebody known, where that can be looked up."""
    if history is None or not any(row.kept for row in rows):
        return ()
    known = [record for record in history(person.id) if isinstance(record, Card)]
    return card_edits(person.id, rows, known, scope.today)


def _conflicts(
    rows: Sequence[Incoming], why: str, suspects: Sequence[Person], key: str = ""
) -> list[ImportChange]:
    """Entries that change nothing; with a key of the rows they ask who it is."""
    only = suspects[0] if len(suspects) == 1 else None
    return [
        ImportChange(
            kind=ChangeKind.CONFLICT,
            person_id=only.id if only else "",
            name=row.name,
            before=_shown_last(only) if only else None,
            after={**_shown_row(row), **_addresses(row)},
            where=row.where,
            why=why,
            row=key,
            candidates=tuple((p.id, p.name) for p in suspects) if key else (),
        )
        for row in rows
    ]


def _new(rows: Sequence[Incoming], scope: Scope, *, follow: bool) -> list[ImportChange]:
    first = rows[0]
    blank = Person(id=new_id("p"), name=first.name, followed_since=scope.today if follow else None)
    outcome = reconcile((), rows, scope)
    person = replace(with_details(blank, rows), positions=outcome.positions)
    entries = [
        ImportChange(
            kind=ChangeKind.NEW,
            person_id=person.id,
            name=person.name,
            after=_shown_row(first),
            where=first.where,
            edits=(Edit(after=person), *card_edits(person.id, rows, (), scope.today)),
        )
    ]
    events = {event.row.where: event for event in outcome.events if event.row}
    for row in rows[1:]:
        event = events.get(row.where)
        if event is None or not event.is_move:
            entries.append(_unchanged(person, row, f"It repeats {first.where}."))
        else:
            entries.append(
                _of_event(person, event, scope, "A further position of the same person.")
            )
    return entries


def _known(
    person: Person,
    rows: Sequence[Incoming],
    outcome: Outcome,
    scope: Scope,
    cards: tuple[Edit, ...],
    *,
    follow: bool,
) -> list[ImportChange]:
    after = replace(with_details(person, rows), positions=outcome.positions)
    if follow and after.followed_since is None and after.archived_on is None:
        after = replace(after, followed_since=scope.today)
    moved, described = _apart(person, after, outcome)
    entries = _with_edits(_moves(person, after, outcome, scope), Edit(before=person, after=moved))
    if changed := details(person, after, outcome, cards):
        before, now = changed
        real = (edit for edit in (Edit(person, described), *cards) if edit.before != edit.after)
        entries.append(
            ImportChange(
                kind=ChangeKind.DETAILS,
                person_id=person.id,
                name=after.name,
                before=before,
                after=now,
                where=rows[0].where,
                edits=tuple(real),
            )
        )
    told = {entry.where for entry in entries}
    return [*entries, *(_unchanged(person, row) for row in rows if row.where not in told)]


def _apart(person: Person, after: Person, outcome: Outcome) -> tuple[Person, Person]:
    """The person with only their moves, and with only the rest of what became known."""
    spelled = {e.before.id for e in outcome.events if e.before and e.after and not e.is_move}
    old = {position.id: position for position in person.positions}
    new = {position.id: position for position in outcome.positions}
    moves = tuple(old.get(p.id, p) if p.id in spelled else p for p in outcome.positions)
    rest = tuple(new.get(p.id, p) if p.id in spelled else p for p in person.positions)
    return replace(person, positions=moves), replace(after, positions=rest)


def _moves(person: Person, after: Person, outcome: Outcome, scope: Scope) -> list[ImportChange]:
    """The entries for positions that somebody known took up or gave up."""
    was_away = person.has_left(scope.today)
    has_left = after.has_left(scope.today) and not was_away
    entries = []
    for event in outcome.events:
        if event.is_move:
            entry = _of_event(after, event, scope, _why(event, was_away=was_away))
            if has_left and event.after is None:
                entry = replace(entry, kind=ChangeKind.LEFT)
            elif was_away and entry.kind is ChangeKind.POSITION and event.after is not None:
                entry = replace(entry, came_back=True)
            entries.append(entry)
    return entries


def _left(person: Person, scope: Scope) -> list[ImportChange]:
    """The entries for somebody whom a complete file does not list."""
    outcome = left(person.positions, scope)
    if not outcome.events:
        return []
    after = replace(person, positions=outcome.positions)
    entries = []
    for event in outcome.events:
        stays = after.current_positions(scope.today)
        why = "No longer listed there" + (f"; still {stays[0]}." if stays else ".")
        entries.append(replace(_of_event(person, event, scope, why), kind=ChangeKind.LEFT))
    return _with_edits(entries[:1], Edit(before=person, after=after))


def _with_edits(entries: list[ImportChange], *edits: Edit) -> list[ImportChange]:
    """``entries`` with the edits on the first that is no mere detail."""
    real = tuple(edit for edit in edits if edit.before != edit.after)
    if not real:
        return entries
    telling = (i for i, entry in enumerate(entries) if entry.kind is not ChangeKind.DETAILS)
    place = next(telling, 0)
    entries[place] = replace(entries[place], edits=real)
    return entries


def _of_event(person: Person, event: Event, scope: Scope, why: str) -> ImportChange:
    """The entry for a position taken up, given up, or learned of from the past."""
    is_past = event.after is not None and not _goes_on(event.after, scope.today)
    return ImportChange(
        kind=ChangeKind.DETAILS if is_past else ChangeKind.POSITION,
        person_id=person.id,
        name=person.name,
        before=_shown(event.before) if event.before else None,
        after=_shown(event.after) if event.after else None,
        where=event.row.where if event.row else "",
        why="A position of the past." if is_past else why,
    )


def _goes_on(position: Position, today: date) -> bool:
    return position.end is None or position.end > today


def _why(event: Event, *, was_away: bool) -> str:
    if event.after is None:
        return "It ended." if event.row else "No longer listed in this position."
    return "Came back after having left." if was_away else ""


def _unchanged(person: Person, row: Incoming, why: str = "") -> ImportChange:
    return ImportChange(
        kind=ChangeKind.UNCHANGED, person_id=person.id, name=person.name, where=row.where, why=why
    )


def _shown(position: Position) -> Shown:
    return {
        "title": position.title,
        "organization": position.organization,
        "area": position.area,
    }


def _shown_row(row: Incoming) -> Shown:
    return {"title": row.title, "organization": row.organization, "area": row.area}


def _addresses(row: Incoming) -> Shown:
    """What one tells people apart by, as far as the row says it."""
    said = {"emails": list(row.emails), "phones": list(row.phones)}
    return {field: values for field, values in said.items() if values}


def _shown_last(person: Person) -> Shown | None:
    return _shown(person.positions[-1]) if person.positions else None

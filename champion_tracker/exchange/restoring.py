"""What a complete export would change: what is missing comes, what is here stays."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence

from ..model import Edit, Person, Record, Workspace
from .changes import ChangeKind, ImportChange, Shown

History = Callable[[str], Sequence[Record]]


def restore(
    records: Sequence[Record], where: str, workspace: Workspace, history: History | None
) -> list[ImportChange]:
    """Say what importing ``records`` would change.

    Whoever is missing here comes with everything about them. Of somebody who is here, whatever
    is missing comes; what is different here stays, and is a conflict. Without ``history`` nothing
    dated can be compared, and comes with new people only.
    """
    people = [record for record in records if isinstance(record, Person)]
    new = {person.id for person in people if person.id not in workspace.people}
    known = _known(records, workspace, history)
    more: defaultdict[str, list[Record]] = defaultdict(list)
    conflicts: list[ImportChange] = []
    for record in records:
        if isinstance(record, Person) or known.get(_place(record)) == record:
            continue
        if why := _objection(record, known, workspace, new):
            conflicts.append(_conflict(record, where, workspace, why))
        elif history is not None or new & set(record.about) or not workspace.people:
            more[_owner(record, new)].append(record)
    entries = [entry for p in people for entry in _person(p, where, workspace, more.pop(p.id, []))]
    for owner, added in more.items():
        name = workspace.people[owner].name if owner in workspace.people else ""
        entries.append(_added(owner, name, where, added))
    return [*entries, *conflicts]


def _person(
    person: Person, where: str, workspace: Workspace, more: list[Record]
) -> Iterator[ImportChange]:
    here = workspace.people.get(person.id)
    if here is None:
        edits = tuple(Edit(after=record) for record in (person, *more))
        yield ImportChange(
            kind=ChangeKind.NEW,
            person_id=person.id,
            name=person.name,
            after=_shown(person),
            where=where,
            edits=edits,
        )
        return
    if here != person:
        yield ImportChange(
            kind=ChangeKind.CONFLICT,
            person_id=person.id,
            name=here.name,
            before=_shown(here),
            after=_shown(person),
            where=where,
            why=f"{here.name} is not the same here and in the file; what is here stays.",
        )
    if more:
        yield _added(person.id, here.name, where, more)
    elif here == person:
        yield ImportChange(
            kind=ChangeKind.UNCHANGED, person_id=person.id, name=person.name, where=where
        )


def _added(person_id: str, name: str, where: str, more: Sequence[Record]) -> ImportChange:
    return ImportChange(
        kind=ChangeKind.DETAILS,
        person_id=person_id,
        name=name,
        before={"records": "0"},
        after={"records": str(len(more))},
        where=where,
        why="Entries that are not here yet.",
        edits=tuple(Edit(after=record) for record in more),
    )


def _conflict(record: Record, where: str, workspace: Workspace, why: str) -> ImportChange:
    owner = next((workspace.people[p] for p in record.about if p in workspace.people), None)
    return ImportChange(
        kind=ChangeKind.CONFLICT,
        person_id=owner.id if owner else "",
        name=owner.name if owner else "",
        where=f"{where}, {record.id}",
        why=why,
    )


def _objection(
    record: Record, known: dict[tuple[str, str], Record], workspace: Workspace, new: set[str]
) -> str:
    """Why a record cannot come in; empty when it can."""
    if _place(record) in known:
        return "The entry is not the same here and in the file; what is here stays."
    if not record.about and not record.is_open:
        return "The entry is about nobody, so nobody would see it again."
    if any(p not in workspace.people and p not in new for p in record.about):
        return "The entry is about somebody who is neither here nor in the file."
    return ""


def _known(
    records: Iterable[Record], workspace: Workspace, history: History | None
) -> dict[tuple[str, str], Record]:
    """What is here of the programme, and of everybody whom the file is about."""
    known = {
        _place(record): record
        for name in workspace.__struct_fields__
        if name not in ("people", "digests", "matters_of", "watch", "settings")
        for record in getattr(workspace, name).values()
    }
    about = {person_id for record in records for person_id in record.about}
    if history is not None:
        for person_id in (about & set(workspace.people)) | {""}:
            known.update((_place(record), record) for record in history(person_id))
    return known


def _owner(record: Record, new: set[str]) -> str:
    """With whom a record comes in: with whoever is new among those it is about."""
    return next((p for p in record.about if p in new), record.about[0] if record.about else "")


def _place(record: Record) -> tuple[str, str]:
    return type(record).__name__, record.id


def _shown(person: Person) -> Shown:
    position = person.positions[-1] if person.positions else None
    return {
        "title": position.title if position else "",
        "organization": position.organization if position else "",
        "area": position.area if position else "",
    }

"""Looking at every byte of a workspace, and saying what was found."""

import zipfile
from collections.abc import Iterable
from contextlib import suppress

import msgspec

from ..model import Digest, Record, WorkspaceError
from ..places import SETTINGS
from . import log
from .backup import UNREADABLE
from .damage import Damaged
from .documents import decode_record
from .folder import BACKUPS, HISTORY, JOURNAL, MANIFEST, PREVIOUS, Folder
from .history import full_name
from .journal import Damage, read_lines
from .schema import read_manifest
from .segment import Segment, write_segment
from .state import State
from .tables import verify
from .view import View, digests_of

OWN = ("people", "answers", "matters_of", "watch")
"""What of a view does not follow from dated records, or only from what is compared already."""


class Report(msgspec.Struct, frozen=True, kw_only=True):
    """What a check found; after a repair, also what was done."""

    people: int = 0
    records: int = 0
    """Dated records of all kinds."""
    commits: int = 0
    """How many changes are remembered."""
    findings: tuple[str, ...] = ()
    """What is not as it should be, a sentence each."""
    mended: tuple[str, ...] = ()
    """What a repair did, a sentence each."""

    @property
    def is_sound(self) -> bool:
        """Whether nothing was found."""
        return not self.findings


def check(folder: Folder) -> Report:
    """Verify everything in a workspace.

    Raises:
        OSError: a file cannot be read.
    """
    findings = [*_description(folder), *_permissions(folder)]
    findings += [f for name in _histories(folder) for f in _history(folder, name)]
    findings += [f for name in _journals(folder) for f in _journal(folder, name)]
    findings += _spare(folder)
    findings += [f for name in folder.names(BACKUPS, "*.zip") for f in _backup(folder, name)]
    state = State(folder)
    try:
        state.load()
        records = list(state.recent.cover(state.past.records()))
        # A journal's damage has been named above, with the place.
        findings += state.notices
        findings += _derived(state.view, records)
    except WorkspaceError as error:
        return Report(findings=tuple(dict.fromkeys([*findings, error.sentence])))
    return Report(
        people=len(state.view.people),
        records=len(records),
        commits=sum(1 for _ in state.commits()),
        findings=tuple(dict.fromkeys(findings)),
    )


def _description(folder: Folder) -> list[str]:
    try:
        read_manifest(folder)
    except FileNotFoundError:
        return [f"{MANIFEST} is missing."]
    except Damaged as damage:
        return [damage.sentence]
    return []


def _permissions(folder: Folder) -> list[str]:
    open_to_others = [
        path.relative_to(folder.path).as_posix()
        for path in (folder.path, *folder.path.rglob("*"))
        if path.name != SETTINGS and path.stat().st_mode & 0o077
    ]
    if not open_to_others:
        return []
    return [f"Others than the owner may look into {', '.join(sorted(open_to_others)[:5])}."]


def _histories(folder: Folder) -> list[str]:
    if not folder.exists(HISTORY) and log.begins_after(folder) == 0:
        return []
    names = {HISTORY, *folder.names("", "history-*.json")}
    with suppress(OSError, Damaged):
        full = Segment(HISTORY, folder.read(HISTORY)).meta.full
        names.update(full_name(number) for number in range(1, full + 1))
    return sorted(names)


def _history(folder: Folder, name: str) -> list[str]:
    try:
        data = folder.read(name)
        segment = Segment(name, data)
        documents = list(segment.documents())
        for document in documents:
            decode_record(document)
        if write_segment(documents, segment.meta) != data:
            return [f"The index of {name} does not agree with its records."]
    except FileNotFoundError:
        return [f"{name} is missing."]
    except Damaged as damage:
        return [damage.sentence]
    except msgspec.MsgspecError:
        return [f"{name} holds what is no record."]
    return []


def _journals(folder: Folder) -> list[str]:
    return [*(name for _, name in log.archived(folder)), JOURNAL]


def _journal(folder: Folder, name: str) -> list[str]:
    try:
        lines = list(read_lines(folder.read(name)))
    except FileNotFoundError:
        return [f"{name} is missing."]
    damage = [line for line in lines if isinstance(line, Damage)]
    return [f"{name} is damaged at byte {d.start} ({d.end - d.start} bytes)." for d in damage]


def _spare(folder: Folder) -> list[str]:
    try:
        verify(PREVIOUS, folder.read(PREVIOUS))
    except FileNotFoundError:
        return []
    except Damaged as damage:
        return [damage.sentence]
    return []


def _backup(folder: Folder, name: str) -> list[str]:
    try:
        with zipfile.ZipFile(folder.path / name) as archive:
            bad = archive.testzip()
    except UNREADABLE:
        bad = name
    return [] if bad is None else [f"The backup {name} is damaged."]


def derive(records: Iterable[Record]) -> View:
    """What follows from dated records: digests and open matters."""
    view, known = View(), list(records)
    for record in known:
        view.place(record)
    view.digests.update(digests_of(known))
    return view


def _derived(held: View, records: Iterable[Record]) -> list[str]:
    """What is kept for speed must be what the histories say."""
    made = derive(records)
    for view in (held, made):
        for person_id in [key for key, digest in view.digests.items() if digest == Digest()]:
            del view.digests[person_id]
    return [
        f"The {name.replace('_', '-')} do not agree with the histories."
        for name in View.__struct_fields__
        if name not in OWN and getattr(held, name) != getattr(made, name)
    ]

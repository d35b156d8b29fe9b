"""Forgetting a person: out of every file of the workspace, its journals and its own backups."""

import re
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath
from typing import Any

import msgspec

from ..model import NotFound, WorkspaceError
from ..rules.folding import fold as fold_text
from ..rules.texts import text_of
from .backup import INVENTORY, UNREADABLE, members, write_archive
from .damage import REPAIR, Damaged
from .documents import Document, decode_document, decode_record, encode
from .fold import fold
from .folder import BACKUPS, DAMAGED, HISTORY, MANIFEST, PEOPLE, PREVIOUS, Folder
from .journal import Line, read_lines, write_line
from .people import documents_of, read_people, write_people
from .segment import Segment, write_segment
from .state import State
from .switch import switch
from .view import View

FORGOTTEN = "Somebody was forgotten"
"""What the summary of a commit about somebody forgotten says."""

REACH = (
    "Exports, and backups that you made with `backup FILE`, are yours to delete.",
    "Copies that your system makes of the folder (snapshots, synchronised folders) keep it until "
    "they expire, and deleted files may be recoverable from the disk itself.",
)


class Forgotten(msgspec.Struct, frozen=True, kw_only=True):
    """What was removed, and what is out of reach."""

    files: int
    """How many files of the workspace held something and were written anew."""
    backups: int
    """How many automatic backups were."""
    mentions: tuple[str, ...]
    """The identifiers of records about others whose text still holds the name."""
    out_of_reach: tuple[str, ...] = REACH


def forget(folder: Folder, person_id: str) -> Forgotten:
    """Remove a person everywhere. Needs the lock. It can be repeated until it succeeds.

    Raises:
        NotFound: nothing in the workspace is about such a person.
        OSError: a file cannot be read or written.
        WorkspaceError: the workspace is damaged; it must be repaired first.
    """
    fold(folder)
    folder.sweep()
    state = State(folder)
    state.load()
    if state.is_damaged:
        raise WorkspaceError(f"{folder.path} is damaged; nobody was forgotten.", REPAIR)
    person = state.view.people.get(person_id)
    redactor = _Redactor(folder, person_id, person.name if person else "")
    contents = {}
    for name in members(folder):
        if name != MANIFEST and (content := redactor.redact(name, folder.read(name))) is not None:
            contents[name] = content
    backups = _backups(folder, redactor)
    if not contents and not backups:
        raise NotFound(f"Nobody here has the identifier {person_id}.")
    stored = ((name, folder.stored(name, content)) for name, content in contents.items())
    switch(folder, stored, [PREVIOUS])
    state.load()
    mentions = tuple(_mentions(state, person.name)) if person else ()
    return Forgotten(files=len(contents), backups=backups, mentions=mentions)


def _mentions(state: State, name: str) -> Iterator[str]:
    wanted = fold_text(name)
    for record in (*state.view.people.values(), *state.recent.cover(state.past.records())):
        if wanted in fold_text(text_of(record)):
            yield record.id


def _backups(folder: Folder, redactor: "_Redactor") -> int:
    """Write anew, or remove where that cannot be, what holds the person; return how many."""
    count = 0
    for name in (*folder.names(BACKUPS, "*.zip"), *folder.names(DAMAGED)):
        try:
            contents = dict(_redacted_archive(folder, name, redactor))
        except (*UNREADABLE, msgspec.MsgspecError, Damaged):
            folder.remove(name)
            count += 1
            continue
        if any(changed for _, changed in contents.values()):
            kept = ((member, stored) for member, (stored, _) in contents.items())
            write_archive(folder.files, folder.path / name, kept)
            count += 1
    return count


def _redacted_archive(
    folder: Folder, name: str, redactor: "_Redactor"
) -> Iterator[tuple[str, tuple[bytes, bool]]]:
    """The members of an archive as they are to lie in it, and whether that is news."""
    with zipfile.ZipFile(folder.path / name) as archive:
        for member in archive.namelist():
            if member == INVENTORY:
                continue
            stored = archive.read(member)
            if member == MANIFEST:
                yield member, (stored, False)
                continue
            content = stored
            if member.endswith(".json"):
                content = folder.codec.open_file(name, stored)
            changed = redactor.redact(member, content)
            yield (
                member,
                (stored, False) if changed is None else (folder.stored(member, changed), True),
            )


class _Redactor:
    """Takes one person out of files of every kind."""

    def __init__(self, folder: Folder, person_id: str, name: str) -> None:
        self._codec = folder.codec
        self._id = person_id
        # The identifier itself, not a longer one that holds it.
        self._needle = re.compile(rb"(?<![\w-])" + re.escape(person_id.encode()) + rb"(?![\w-])")
        self._name = name

    def redact(self, name: str, content: bytes) -> bytes | None:
        """The content without the person, or None where it holds nothing of them.

        Raises:
            Damaged: it is not what was written.
        """
        path = PurePosixPath(name)
        if path.suffix == ".jsonl":
            return self._journal(content)
        if not self._needle.search(content):
            return None
        if name in (PEOPLE, PREVIOUS):
            return self._people(name, content)
        if name == HISTORY or path.match("history-*.json"):
            segment = Segment(name, content)
            return write_segment(list(self._documents(segment.documents())), segment.meta)
        raise Damaged(name)

    def _people(self, name: str, content: bytes) -> bytes:
        view = View()
        meta = read_people(name, content, view)
        view.digests.pop(self._id, None)
        tables = {
            table: {
                key: left
                for key, document in held.items()
                if key != self._id and (left := self._document(document)) is not None
            }
            for table, held in documents_of(content).items()
        }
        return write_people(tables, view.digests, meta.number)

    def _documents(self, documents: Iterable[bytes]) -> Iterator[bytes]:
        return (left for d in documents if (left := self._document(d)) is not None)

    def _document(self, document: bytes) -> bytes | None:
        """A document without the person; None when it was about nobody else."""
        if not self._needle.search(document):
            return document
        left = self._without(decode_document(document))
        if left is None:
            return None
        redacted = encode(left)
        # What cannot do without the person has nothing left to say.
        if decode_record(redacted) is None or self._needle.search(redacted):
            return None
        return redacted

    def _without(self, document: Document) -> Document | None:
        left: Document = {}
        for key, value in document.items():
            if value == self._id:
                if key in ("id", "person_id", "other_id"):
                    return None
                continue
            left[key] = self._value(value)
            if key == "person_ids" and not left[key]:
                return None
        return left

    def _value(self, value: Any) -> Any:
        if isinstance(value, dict):
            return self._without(value)
        if isinstance(value, list):
            kept = [self._value(item) for item in value if item != self._id]
            return [item for item in kept if item is not None]
        return value

    def _journal(self, content: bytes) -> bytes | None:
        lines, has_changed = [], False
        for line in read_lines(content):
            if not isinstance(line, Line):
                # It may hold anything, and nothing can be made of it.
                has_changed = True
                continue
            text = line.text if line.is_head else self._codec.open_line(line.text)
            if self._concerns(text):
                has_changed = True
                lines.append(write_line(line.number, self._codec.seal_line(self._commit(text))))
            else:
                lines.append(content[line.start : line.end])
        return b"".join(lines) if has_changed else None

    def _concerns(self, text: bytes) -> bool:
        if self._needle.search(text):
            return True
        return bool(self._name) and encode(self._name)[1:-1] in text.partition(b'"edits":')[0]

    def _commit(self, text: bytes) -> bytes:
        commit = decode_document(text)
        commit["summary"] = FORGOTTEN
        edits = []
        for edit in commit.get("edits", ()):
            left = {side: self._side(edit.get(side)) for side in ("before", "after")}
            if left["before"] or left["after"]:
                edits.append({side: document for side, document in left.items() if document})
        commit["edits"] = edits
        return encode(commit)

    def _side(self, document: Document | None) -> Document | None:
        if document is None:
            return None
        left = self._document(encode(document))
        return None if left is None else decode_document(left)

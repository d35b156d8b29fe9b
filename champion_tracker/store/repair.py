"""Making a damaged workspace whole again from whatever holds a part of it."""

import zipfile
from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import UTC, datetime
from zlib import crc32

import msgspec

from . import files as disk
from . import log
from .backup import UNREADABLE, backup
from .check import Report, check, derive
from .damage import Damaged
from .documents import decode_record, decode_row, encode
from .fold import NULL, Changes, Pair, edits_after, fold_people, grow
from .folder import ARCHIVE, BACKUPS, DAMAGED, HISTORY, JOURNAL, PEOPLE, PREVIOUS, Folder
from .history import full_name
from .journal import HEAD, Line, read_lines, write_line
from .mending import mend
from .people import documents_of, read_people, write_people
from .recovery import older_people
from .schema import read_manifest, refuse_newer
from .segment import Segment
from .switch import switch
from .tables import Meta, rows
from .view import View


def repair(folder: Folder) -> Report:
    """Mend what `check` finds, keeping the workspace as it was in an archive. Needs the lock.

    Raises:
        WorkspaceError: it is of a newer version; nothing was changed.
        OSError: a file cannot be read or written; nothing was changed.
    """
    with suppress(FileNotFoundError, Damaged):
        refuse_newer(folder, read_manifest(folder))
    found = check(folder)
    if found.is_sound:
        return found
    for path in (folder.path, *folder.path.rglob("*")):
        path.chmod(disk.PRIVATE_FOLDER if path.is_dir() else disk.PRIVATE_FILE)
    folder.files.make_folder(folder.path / DAMAGED)
    kept = f"{DAMAGED}/{datetime.now(UTC):%Y-%m-%dT%H%M%S.%f}.zip"
    backup(folder, folder.path / kept)
    work = _Repair(folder)
    contents = {name: folder.stored(name, data) for name, data in work.contents().items()}
    switch(folder, contents.items(), [*_snapshots(folder), PREVIOUS])
    after = check(folder)
    return msgspec.structs.replace(
        after,
        mended=(*found.findings, *work.said, f"The workspace as it was lies in {kept}."),
    )


def _snapshots(folder: Folder) -> list[str]:
    return [PEOPLE, HISTORY, *folder.names("", "history-*.json")]


class _Repair:
    """Collects what is left, and what can be had from elsewhere."""

    def __init__(self, folder: Folder) -> None:
        self._folder = folder
        self.said: list[str] = []
        self._lost = 0

    def contents(self) -> dict[str, bytes]:
        """Every file of the workspace as it should be."""
        folder = self._folder
        archive = {name: self._journal(name) for _, name in log.archived(folder)}
        live = self._journal(JOURNAL)
        people, folded = self._people([line for lines in archive.values() for line in lines])
        start = live[0].number - 1 if live else folded
        live = [Line(n, line.text, 0, 0) for n, line in enumerate(live, start + 1)]
        number = max(start + len(live), folded)
        fold_people(people, edits_after(live, folded, folder))
        documents = self._history(live)
        view = derive(r for d in documents if (r := decode_record(d)) is not None)
        people["matters"] = self._matters(people.get("matters", {}), documents)
        contents = dict(grow(documents, Meta(number=0), number))
        contents[PEOPLE] = write_people(people, view.digests, number)
        if live:
            archive[f"{ARCHIVE}/{number:012d}.jsonl"] = live
        for name, lines in archive.items():
            contents[name] = b"".join(write_line(line.number, line.text) for line in lines)
        contents[JOURNAL] = write_line(number, HEAD)
        if self._lost:
            self.said.append(f"{self._lost} damaged pieces could not be read from anywhere.")
        return contents

    def _journal(self, name: str) -> list[Line]:
        """The commits of a journal, those with a damaged byte mended."""
        try:
            data = self._folder.read(name)
        except FileNotFoundError:
            return []
        lines: list[Line] = []
        for line in read_lines(data):
            if isinstance(line, Line):
                lines.append(line)
            elif (mended := mend(data[line.start : line.end])) is not None:
                lines += [found for found in read_lines(mended) if isinstance(found, Line)]
                self.said.append(f"A damaged byte in {name} was put right.")
            else:
                self._lost += 1
        return [line for line in lines if not line.is_head]

    def _people(self, archived: list[Line]) -> tuple[dict[str, dict[str, bytes]], int]:
        """The documents of the people file, and up to which commit they go."""
        with suppress(FileNotFoundError, Damaged):
            data = self._folder.read(PEOPLE)
            number = read_people(PEOPLE, data, View()).number
            return documents_of(data), number
        last = max((line.number for line in archived), default=0)
        for name, data in older_people(self._folder):
            with suppress(Damaged):
                number = read_people(name, data, View()).number
                tables = documents_of(data)
                fold_people(tables, edits_after(archived, number, self._folder))
                self.said.append(f"People were made again from {name} and the journals since.")
                return tables, max(number, last)
        return self._people_from_scratch(archived), last

    def _people_from_scratch(self, archived: list[Line]) -> dict[str, dict[str, bytes]]:
        tables: dict[str, dict[str, bytes]] = {}
        with suppress(OSError, Damaged):
            data = self._folder.read(PEOPLE)
            for table in ("people", "matters"):
                whole = (row for row in rows(data, table) if _is_record(row))
                tables[table] = {decode_row(row).id: row for row in whole}
        fold_people(tables, edits_after(archived, 0, self._folder))
        self.said.append("People were read from the damaged file and the journals one by one.")
        return tables

    def _matters(self, held: dict[str, bytes], documents: Iterable[bytes]) -> dict[str, bytes]:
        """The open matters: what lies nowhere else, and the open ones of the history."""
        matters = {key: doc for key, doc in held.items() if not decode_row(doc).is_dated}
        for document in documents:
            record = decode_record(document)
            if record is not None and record.is_open:
                matters[record.id] = document
        return matters

    def _history(self, live: list[Line]) -> list[bytes]:
        """The dated documents of all history files, with the live journal on top."""
        documents: list[bytes] = []
        number, is_whole = 0, True
        for name in self._names():
            found, upto = self._segment(name)
            is_whole = is_whole and upto is not None
            number = upto if upto is not None else number
            documents += found
        if not is_whole:
            documents = self._completed(documents)
            number = 0
        changes = Changes()
        for before, after in edits_after(live, number, self._folder):
            changes.take(before, after)
        covered = changes.cover(documents)
        known = {decode_row(document).id for document in covered}
        return [*covered, *(d for key, d in changes.made.items() if key not in known)]

    def _names(self) -> list[str]:
        """The history files there are or should be, oldest first."""
        there = [n for n in self._folder.names("", "history-*.json") if n[8:-5].isdigit()]
        count = max((int(name[8:-5]) for name in there), default=0)
        with suppress(OSError, Damaged):
            count = Segment(HISTORY, self._folder.read(HISTORY)).meta.full
        return [*(full_name(n) for n in range(1, count + 1)), HISTORY]

    def _segment(self, name: str) -> tuple[list[bytes], int | None]:
        """What is whole in one history file, and up to which commit it goes if all of it is."""
        try:
            data = self._folder.read(name)
        except (FileNotFoundError, Damaged):
            return [], None if self._folder.exists(PEOPLE) else 0
        with suppress(Damaged):
            segment = Segment(name, data)
            with suppress(Damaged):
                return list(segment.documents()), segment.meta.number
            pieces = [self._piece(data[a : a + n], sum_) for a, n, sum_ in segment.places()]
            return [piece for piece in pieces if piece is not None], None
        return [row for row in rows(data, "history") if _is_record(row)], None

    def _piece(self, document: bytes, checksum: int) -> bytes | None:
        """A document that is whole, or was before one of its bytes changed."""
        if crc32(document) == checksum:
            return document
        for place in range(len(document)):
            for value in range(256):
                tried = document[:place] + bytes((value,)) + document[place + 1 :]
                if crc32(tried) == checksum:
                    self.said.append("A damaged byte in the history was put right.")
                    return tried
        return None

    def _completed(self, documents: list[bytes]) -> list[bytes]:
        """``documents``, with those that backups and journals hold besides."""
        elsewhere = self._from_backups()
        for before, after in self._all_edits():
            row = decode_row(before if after == NULL else after)
            if row.is_dated:
                elsewhere.pop(row.id, None) if after == NULL else elsewhere.update({row.id: after})
        known = {decode_row(document).id for document in documents}
        more = [document for key, document in elsewhere.items() if key not in known]
        if more:
            self.said.append(f"{len(more)} records came from backups and journals.")
        return sorted([*documents, *more], key=_recorded) if more else documents

    def _from_backups(self) -> dict[str, bytes]:
        found: dict[str, bytes] = {}
        for name in self._folder.names(BACKUPS, "*.zip"):
            with (
                suppress(OSError, Damaged, *UNREADABLE),
                zipfile.ZipFile(self._folder.path / name) as archive,
            ):
                for member in archive.namelist():
                    if member.startswith("history"):
                        data = self._folder.codec.open_file(name, archive.read(member))
                        documents = Segment(member, data).documents()
                        found.update({decode_row(d).id: d for d in documents})
        return found

    def _all_edits(self) -> Iterator[Pair]:
        lines = [n for _, name in log.archived(self._folder) for n in self._journal(name)]
        return iter(edits_after(lines, 0, self._folder))


def _is_record(row: bytes) -> bool:
    with suppress(msgspec.MsgspecError, UnicodeDecodeError):
        return decode_record(row) is not None
    return False


def _recorded(document: bytes) -> str:
    recorded_at = decode_row(document).recorded_at
    return encode(recorded_at).decode() if recorded_at else ""

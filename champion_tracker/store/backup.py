"""Backups: one archive that holds a workspace as it was, and the way back from it."""

import os
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from errno import EINVAL
from pathlib import Path, PurePosixPath

import msgspec

from ..model import BadInput, Settings
from . import files as disk
from .damage import Damaged
from .files import Files
from .folder import ARCHIVE, BACKUPS, HISTORY, JOURNAL, MANIFEST, PEOPLE, Folder
from .journal import Damage, read_lines
from .schema import MAJOR, Manifest, sealing_of
from .switch import switch
from .tables import verify

OCCASIONS = 10
"""How many backups made before something else (an import, a repair, an upgrade) are kept."""


INVENTORY = "contents.json"
"""The member of an archive that lists all others with their CRC-32."""


def members(folder: Folder) -> list[str]:
    """The files that make up a workspace."""
    named = [name for name in (MANIFEST, PEOPLE, HISTORY, JOURNAL) if folder.exists(name)]
    return [*named, *folder.names("", "history-*.json"), *folder.names(ARCHIVE, "*.jsonl")]


def backup(folder: Folder, file: Path) -> None:
    """Write the whole workspace into one archive. Needs the lock.

    Raises:
        OSError: it cannot be written; what was there is as it was.
    """
    contents = ((name, folder.files.read(folder.path / name)) for name in members(folder))
    write_archive(folder.files, file, contents)


def write_archive(files: Files, file: Path, contents: Iterable[tuple[str, bytes]]) -> None:
    """Write an archive in place of ``file``, all at once.

    Raises:
        OSError: it cannot be written; what was there is as it was.
    """
    temporary = file.with_name(f".{file.name}.new")
    try:
        descriptor = files.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
        try:
            stream = _Stream(files, descriptor)
            with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:  # type: ignore[call-overload]
                sums = {}
                for name, content in contents:
                    archive.writestr(name, content)
                    sums[name] = zlib.crc32(content)
                archive.writestr(INVENTORY, msgspec.json.encode(sums))
            files.sync(descriptor)
        finally:
            os.close(descriptor)
        files.rename(temporary, file)
    except OSError:
        temporary.unlink(missing_ok=True)
        raise
    disk.sync_folder(files, file.parent)


UNREADABLE = (zipfile.BadZipFile, zlib.error, KeyError, ValueError, EOFError, RuntimeError)
"""What the library raises for archives that are damaged in one way or another."""


class _Stream:
    """What an archive is written to: forwards only, through the disk that may fail."""

    def __init__(self, files: Files, descriptor: int) -> None:
        self._files = files
        self._descriptor = descriptor

    def write(self, data: bytes) -> int:
        disk.append(self._files, self._descriptor, bytes(data))
        return len(data)

    def flush(self) -> None:
        pass


def restore(folder: Folder, file: Path) -> str:
    """Put the workspace back to what an archive holds; return the backup of what it was.

    Needs the lock.

    Raises:
        BadInput: the archive is none, not whole, or from a newer version; nothing was changed.
        OSError: it cannot be read or written; nothing was changed.
    """
    manifest = read_manifest_of(file)
    names = [name for name, _ in contents_of(folder, file, manifest)]
    kept = automatic(folder, "restore")
    gone = [name for name in members(folder) if name not in names]
    switch(folder, contents_of(folder, file, manifest), gone, manifest.sealed)
    return kept


def read_manifest_of(file: Path) -> Manifest:
    """What the workspace in an archive says of itself.

    Raises:
        BadInput: it is no backup, or from a newer version.
        OSError: it cannot be read.
    """
    with _opened(file) as archive:
        manifest = msgspec.json.decode(archive.read(MANIFEST), type=Manifest)
        major = manifest.major
    if major > MAJOR:
        raise BadInput(
            f"{file} was written by a newer version of champion-tracker.", "Upgrade it first."
        )
    return manifest


def contents_of(folder: Folder, file: Path, manifest: Manifest) -> Iterator[tuple[str, bytes]]:
    """The files in an archive but for the description, each once it has been found whole.

    Raises: as `restore`.
    """
    can_look = manifest.sealed == sealing_of(folder)
    with _opened(file) as archive:
        sums = msgspec.json.decode(archive.read(INVENTORY), type=dict[str, int])
        for name, checksum in sums.items():
            content = archive.read(name)
            if zlib.crc32(content) != checksum:
                raise Damaged(name)
            if name != MANIFEST and _is_ours(name):
                if can_look:
                    _check(folder, name, content)
                yield name, content


@contextmanager
def _opened(file: Path) -> Iterator[zipfile.ZipFile]:
    try:
        with zipfile.ZipFile(file) as archive:
            yield archive
    except (*UNREADABLE, Damaged) as error:
        raise _no_backup(file) from error
    except OSError as error:
        # The library looks for members where a damaged directory says they are.
        if error.errno == EINVAL:
            raise _no_backup(file) from error
        raise


def _check(folder: Folder, name: str, stored: bytes) -> None:
    if name.endswith(".json"):
        verify(name, folder.codec.open_file(name, stored))
    elif any(isinstance(line, Damage) and not line.is_torn for line in read_lines(stored)):
        raise Damaged(name)


def _is_ours(name: str) -> bool:
    path = PurePosixPath(name)
    if str(path.parent) == ARCHIVE:
        return path.suffix == ".jsonl"
    return name in (PEOPLE, HISTORY, JOURNAL) or path.match("history-*.json")


def _no_backup(file: Path) -> BadInput:
    return BadInput(f"{file} is no backup of a workspace, or a damaged one.", "Name another one.")


def automatic(folder: Folder, before: str = "") -> str:
    """Make a backup of our own, and return its name in the folder. Needs the lock.

    Args:
        folder: The workspace.
        before: What is about to happen; empty for the daily one.

    Raises:
        OSError: it cannot be written.
    """
    moment = datetime.now(UTC).strftime("%Y-%m-%dT%H%M%S.%f")
    name = f"{BACKUPS}/{moment}-{f'before-{before}' if before else 'daily'}.zip"
    folder.files.make_folder(folder.path / BACKUPS)
    backup(folder, folder.path / name)
    return name


def thin_out(folder: Folder, settings: Settings) -> None:
    """Remove the automatic backups that need not be kept. Needs the lock."""
    for old in superseded(folder.names(BACKUPS, "*.zip"), settings):
        folder.remove(old)


def is_due(folder: Folder) -> bool:
    """Whether there is no daily backup of today yet (by universal time)."""
    today = datetime.now(UTC).date().isoformat()
    return not folder.names(BACKUPS, f"{today}*-daily.zip")


def superseded(names: Iterable[str], settings: Settings) -> list[str]:
    """Which automatic backups may go: days, weeks and months each keep their newest one."""
    newest_first = sorted(names, reverse=True)
    daily = [name for name in newest_first if name.endswith("-daily.zip")]
    others = [name for name in newest_first if name not in daily]
    kept = {*others[:OCCASIONS]}
    for form, count in (
        ("%Y-%j", settings.keep_daily),
        ("%G-%V", settings.keep_weekly),
        ("%Y-%m", settings.keep_monthly),
    ):
        first: dict[str, str] = {}
        for name in daily:
            first.setdefault(_day(name).strftime(form), name)
        kept.update(list(first.values())[:count])
    return [name for name in newest_first if name not in kept]


def _day(name: str) -> datetime:
    return datetime.fromisoformat(PurePosixPath(name).name[:10])

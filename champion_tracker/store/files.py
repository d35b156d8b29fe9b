"""The few things that a workspace does to files, each of which may fail.

Everything else in the store goes through here, so that a test can put a failing disk in its place.
"""

import os
from pathlib import Path

try:
    import fcntl
except ImportError:  # Windows locks every file that it can open
    fcntl = None  # type: ignore[assignment]

PRIVATE_FILE = 0o600
PRIVATE_FOLDER = 0o700


class Files:
    """A disk. Each method is one system call (``append`` as many as a short write takes)."""

    def open(self, path: Path, flags: int) -> int:
        """Open ``path``, readable by its owner only where this creates it."""
        return os.open(path, flags | getattr(os, "O_BINARY", 0), PRIVATE_FILE)

    def write(self, descriptor: int, data: bytes) -> int:
        """Write some of ``data`` and return how many bytes it was."""
        return os.write(descriptor, data)

    def sync(self, descriptor: int) -> None:
        """Return when the file's content has reached the disk."""
        _datasync(descriptor)

    def try_lock(self, descriptor: int) -> None:
        """Lock a file together with whoever else does, and let it go at once.

        Raises:
            BlockingIOError: somebody has it alone, so locks do work.
            OSError: files cannot be locked here.
        """
        if fcntl is not None:
            fcntl.flock(descriptor, fcntl.LOCK_SH | fcntl.LOCK_NB)
            fcntl.flock(descriptor, fcntl.LOCK_UN)

    def truncate(self, descriptor: int, size: int) -> None:
        """Cut the file to ``size`` bytes."""
        os.ftruncate(descriptor, size)

    def rename(self, source: Path, target: Path) -> None:
        """Put ``source`` in the place of ``target``, all at once."""
        source.replace(target)

    def link(self, source: Path, target: Path) -> None:
        """Give a file a second name."""
        os.link(source, target)

    def remove(self, path: Path) -> None:
        """Remove a file; nothing happens where there is none."""
        path.unlink(missing_ok=True)

    def make_folder(self, path: Path) -> None:
        """Make a folder that only its owner may enter, with those above it where they lack."""
        path.mkdir(mode=PRIVATE_FOLDER, parents=True, exist_ok=True)

    def read(self, path: Path, start: int = 0) -> bytes:
        """The content of a file from ``start`` on."""
        with path.open("rb") as file:
            file.seek(start)
            return file.read()


_datasync = getattr(os, "fdatasync", os.fsync)

DISK = Files()
"""The real one."""


def append(files: Files, descriptor: int, data: bytes) -> None:
    """Write all of ``data`` at the end of a file opened for appending.

    Raises:
        OSError: from the disk; some of ``data`` may have been written.
    """
    while data:
        data = data[files.write(descriptor, data) :]


def replace(files: Files, path: Path, data: bytes) -> None:
    """Give ``path`` the content ``data``: durable when it returns, and never half of it.

    Raises:
        OSError: from the disk; ``path`` is as it was, and so is everything else.
    """
    temporary = path.with_name(f".{path.name}.new")
    try:
        descriptor = files.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
        try:
            append(files, descriptor, data)
            files.sync(descriptor)
        finally:
            os.close(descriptor)
        files.rename(temporary, path)
    except OSError:
        temporary.unlink(missing_ok=True)
        raise
    sync_folder(files, path.parent)


def sync_folder(files: Files, folder: Path) -> None:
    """Return when the names in ``folder`` have reached the disk (where folders can be synced)."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        files.sync(descriptor)
    finally:
        os.close(descriptor)

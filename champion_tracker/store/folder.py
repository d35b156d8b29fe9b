"""A workspace's folder, as the rest of the store sees it: named contents, whole and private."""

import mmap
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeAlias

from ..model import WorkspaceError
from . import files as disk
from .codec import CLEAR, Codec
from .files import DISK, Files
from .lock import Lock

Buffer: TypeAlias = bytes | mmap.mmap

MANIFEST = "workspace.json"
"""What the workspace says of itself; always in clear."""
JOURNAL = "journal.jsonl"
"""Sealed line by line, by who writes them."""
PEOPLE = "people.json"
PREVIOUS = "people-previous.json"
"""The people file of the fold before; with the journals since it makes a lost one again."""
RESTING = "resting.json"
"""Who rests, and until when; derived, and made anew where it is gone."""
HISTORY = "history.json"
"""The file of dated records that still grows; full ones are ``history-0001.json`` and so on."""
ARCHIVE = "journal"
"""The folder of journals that have been folded, each named by its last commit."""
INCOMING = "incoming"
"""Where another past is made ready; see ``switch``."""
BACKUPS = "backups"
DAMAGED = "damaged"
"""Where a repair puts what it replaces."""
DRAFTS = "drafts.json"
"""What was typed and is no record yet."""
LOCK = "lock"


class Folder:
    """Reads and writes the files of one workspace, in clear or sealed."""

    def __init__(
        self, path: Path, files: Files = DISK, codec: Codec = CLEAR, sealed: str = ""
    ) -> None:
        self.path = path
        self.files = files
        self.codec = codec
        self.sealed = sealed
        """How the codec's key is made, as the description says it; empty for none."""
        self.lock = Lock(path / LOCK, files)
        """Whoever changes anything holds it."""

    def exists(self, name: str) -> bool:
        """Whether there is such a file."""
        return os.path.exists(self.path / name)  # noqa: PTH110 - on the way of every launch

    def read(self, name: str) -> bytes:
        """The content of a file.

        Raises:
            OSError: it cannot be read.
            Damaged: it is sealed and not what was written.
        """
        return self.opened(name, self.files.read(self.path / name))

    def look(self, name: str) -> Buffer:
        """The content of a file, without reading what nobody looks at (where it is in clear).

        Raises: as `read`.
        """
        # Where a file in use cannot be replaced, or is sealed, it is read.
        if self.codec is not CLEAR or os.name == "nt":
            return self.read(name)
        with (self.path / name).open("rb") as file:
            if os.fstat(file.fileno()).st_size == 0:
                return b""
            return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)

    def replace(self, name: str, content: bytes) -> None:
        """Give a file its content, durable and all at once.

        Raises:
            OSError: it cannot be written; everything is as it was.
        """
        path = self.path / name
        if path.parent != self.path:
            self.files.make_folder(path.parent)
        disk.replace(self.files, path, self.stored(name, content))

    def opened(self, name: str, stored: bytes) -> bytes:
        """The content of which ``stored`` lies on the disk under ``name``.

        Raises:
            Damaged: it is not what was written.
        """
        return self.codec.open_file(name, stored) if _is_sealed(name) else stored

    def stored(self, name: str, content: bytes) -> bytes:
        """What lies on the disk where ``name`` has ``content``."""
        return self.codec.seal_file(content) if _is_sealed(name) else content

    def keep_as(self, name: str, kept: str) -> None:
        """Let ``kept`` have the content that ``name`` has now; nothing where there is none.

        Raises: as `replace`.
        """
        source, temporary = self.path / name, self.path / f".{kept}.new"
        try:
            self.files.remove(temporary)
            self.files.link(source, temporary)
            self.files.rename(temporary, self.path / kept)
        except FileNotFoundError:
            return
        except OSError:
            # Not every file system knows second names.
            self.files.remove(temporary)
            disk.replace(self.files, self.path / kept, self.files.read(source))

    def remove(self, name: str) -> None:
        """Remove a file if it is there."""
        self.files.remove(self.path / name)

    def sweep(self) -> None:
        """Remove what was being written when somebody died. Needs the lock."""
        for path in self.path.rglob(".*.new"):
            self.files.remove(path)

    def names(self, folder: str = "", pattern: str = "*") -> list[str]:
        """The files that match, in the order of their names."""
        found = (self.path / folder).glob(pattern)
        return sorted(
            path.relative_to(self.path).as_posix()
            for path in found
            if path.is_file() and not path.name.startswith(".")
        )

    @contextmanager
    def explained(self, what: str) -> Iterator[None]:
        """Turn what the disk says into a sentence.

        Raises:
            WorkspaceError: in place of an OSError.
        """
        try:
            yield
        except OSError as error:
            raise WorkspaceError(
                f"The workspace {self.path} cannot be {what} ({error.strerror or error}).",
                "Check that the disk is there, has room and lets you write; nothing was changed.",
            ) from error


def _is_sealed(name: str) -> bool:
    return name.endswith(".json") and name != MANIFEST

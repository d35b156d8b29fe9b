"""One writer at a time, among all processes. The lock dies with the process that holds it."""

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from types import ModuleType

from ..model import WorkspaceError
from .files import Files

PATIENCE = 30.0
"""Seconds to wait for another writer; the longest thing that one does is to fold."""


@cache
def _library() -> ModuleType:
    # Late, because most runs only look, and the library takes longer to load than they do.
    import filelock

    return filelock


class Lock:
    """The write lock of a workspace folder, on a file of its own that is never removed."""

    def __init__(self, path: Path, files: Files) -> None:
        self._path = path
        self._files = files
        self._descriptor = -1
        self._depth = 0

    @contextmanager
    def held(self) -> Iterator[None]:
        """Hold the lock; who holds it already goes on holding it.

        Raises:
            WorkspaceError: another process kept it for longer than our patience, or the file
                system cannot lock.
        """
        if self._depth == 0:
            self._acquire()
        self._depth += 1
        try:
            yield
        finally:
            self._depth -= 1
            if self._depth == 0:
                _library().unlock_descriptor(self._descriptor)

    def _acquire(self) -> None:
        lock_descriptor = _library().lock_descriptor
        if self._descriptor < 0:
            self._descriptor = self._files.open(self._path, os.O_RDWR | os.O_CREAT)
        try:
            pause, waited = 0.0005, 0.0
            while not lock_descriptor(self._descriptor, blocking=False):
                if waited > PATIENCE:
                    raise WorkspaceError(
                        f"Another process has been writing to {self._path.parent} for "
                        f"{PATIENCE:.0f} seconds.",
                        "Close it, or wait for it to end, and try again.",
                    )
                time.sleep(pause)
                waited, pause = waited + pause, min(pause * 1.5, 0.02)
        except OSError as error:
            raise WorkspaceError(
                f"The file system of {self._path.parent} cannot lock files ({error.strerror}).",
                "Keep the workspace on a local disk.",
            ) from error

    def close(self) -> None:
        """Let go of the file."""
        if self._descriptor >= 0:
            os.close(self._descriptor)
            self._descriptor = -1

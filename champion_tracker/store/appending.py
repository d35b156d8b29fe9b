"""The writing end of the live journal. Whoever uses it holds the lock."""

import os

from ..model import Commit, WorkspaceError
from .documents import encode
from .files import append
from .folder import DAMAGED, JOURNAL, Folder
from .journal import Line, read_lines, write_line
from .mending import mend
from .state import State

NOWHERE = (0, 0)


class Appender:
    """Appends to the journal that a state has read to its end."""

    def __init__(self, folder: Folder, state: State) -> None:
        self._folder = folder
        self._state = state
        self._descriptor = -1
        self._identity = NOWHERE

    def commit(self, commit: Commit) -> None:
        """Keep a commit: durable, and shown by the state, when it returns.

        Raises:
            OSError: it cannot be written; nothing of it was kept.
            WorkspaceError: it cannot be written, and the disk does not let us take it back.
        """
        line = write_line(self._state.number + 1, self._folder.codec.seal_line(encode(commit)))
        descriptor = self._opened()
        try:
            self._write(descriptor, line)
        except OSError as error:
            self._take_back(descriptor, error)
            raise
        self._state.appended(descriptor, line, commit)

    def mend(self) -> str:
        """Deal with a torn end; return what to tell the user of it, if anything.

        Raises:
            OSError: it cannot be; everything is as it was.
        """
        end = self._state.end
        torn = self._folder.files.read(self._folder.path / JOURNAL, end)
        for whole in (torn + b"\n", torn[:-1] + b"\n"):
            if self._finish(whole):
                return ""
        if torn.endswith(b"\n") and self._finish(mend(torn) or b""):
            return "A damaged byte at the end of the journal was put right."
        kept = f"{DAMAGED}/journal-{self._state.number:012d}-{end}.torn"
        self._folder.replace(kept, torn)
        self._folder.files.truncate(self._opened(), end)
        return (
            f"The end of the journal was not whole ({len(torn)} bytes): a change that was being "
            f"written when the program or the machine stopped. It was left out and lies in {kept}."
        )

    def close(self) -> None:
        """Let go of the journal."""
        if self._descriptor >= 0:
            os.close(self._descriptor)
            self._descriptor = -1

    def _opened(self) -> int:
        """The live journal, opened for appending; another file since the last fold."""
        if self._identity != self._state.identity:
            self.close()
        if self._descriptor < 0:
            flags = os.O_WRONLY | os.O_APPEND
            self._descriptor = self._folder.files.open(self._folder.path / JOURNAL, flags)
            self._identity = self._state.identity
        return self._descriptor

    def _write(self, descriptor: int, data: bytes) -> None:
        append(self._folder.files, descriptor, data)
        self._folder.files.sync(descriptor)

    def _take_back(self, descriptor: int, error: OSError) -> None:
        """What is refused must not be found later, whole or torn."""
        try:
            self._folder.files.truncate(descriptor, self._state.end)
        except OSError:
            raise WorkspaceError(
                f"The journal of {self._folder.path} cannot be written ({error.strerror}), and "
                "it is not certain that nothing of the change was kept.",
                "Look whether it is there before you make it again.",
            ) from error

    def _finish(self, whole: bytes) -> bool:
        """Put right an end that is ``whole`` but for a byte; return whether it was so."""
        if not whole or not all(isinstance(line, Line) for line in read_lines(whole)):
            return False
        descriptor = self._opened()
        self._folder.files.truncate(descriptor, self._state.end)
        self._write(descriptor, whole)
        return True

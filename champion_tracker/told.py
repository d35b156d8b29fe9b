"""What was told last, kept beside the workspace and told again as long as nothing changed.

Who is due is reckoned on the day that it is asked, and that takes a look at everybody. A shell
that asks whenever it starts asks the same most of the time. So the answer is kept with all that it
follows from: the question, the day, the version of the program, and the state of every file of
the workspace and of the user's own settings. Where any of these differs, it is reckoned anew.

Importing this loads nothing else of the program.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import date
from pathlib import Path

from . import __version__
from .places import user_settings_path

NAME = ".told"
"""The file in the workspace; it holds one answer, the last."""


class Told:
    """The answer to one question about the workspace in the folder ``path``."""

    def __init__(self, path: Path, *question: object) -> None:
        """Take in the state of the workspace as it is now.

        Args:
            path: The folder.
            question: Everything that was asked, and how the answer is to look.
        """
        self._path = path
        self._question = repr((__version__, date.today().isoformat(), question))
        self._state = _state(path)

    def again(self) -> str | None:
        """The answer, if it is still the same; None if it has to be reckoned."""
        if not self._state:
            return None
        with suppress(OSError, UnicodeDecodeError):
            asked, _, answer = (self._path / NAME).read_bytes().partition(b"\n")
            if asked.decode() == self._key():
                return answer.decode()
        return None

    def keep(self, answer: str) -> None:
        """Keep an answer that was reckoned since, unless the workspace changed meanwhile."""
        if not self._state or self._state != _state(self._path):
            return
        temporary = self._path / f"{NAME}-{os.getpid()}"
        with suppress(OSError), _removed_in_the_end(temporary):
            handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with os.fdopen(handle, "wb") as file:
                file.write(f"{self._key()}\n{answer}".encode())
            temporary.replace(self._path / NAME)

    def _key(self) -> str:
        return f"{self._question} {self._state}"


def forget(path: Path) -> None:
    """Tell nothing again, for somebody in it is to be forgotten.

    Raises:
        OSError: it cannot be removed.
    """
    for kept in path.glob(f"{NAME}*"):
        kept.unlink(missing_ok=True)


@contextmanager
def _removed_in_the_end(path: Path) -> Iterator[None]:
    try:
        yield
    finally:
        path.unlink(missing_ok=True)


def _state(path: Path) -> list[tuple[str, int, int, int]]:
    """What changes whenever a file in the folder or the user's settings do.

    Empty where there is no folder.
    """
    try:
        with os.scandir(path) as entries:
            seen = [(entry.name, entry.stat()) for entry in entries]
    except OSError:
        return []
    own = user_settings_path()
    with suppress(OSError):
        seen.append((str(own), own.stat()))
    return sorted(
        (name, stat.st_ino, stat.st_size, stat.st_mtime_ns)
        for name, stat in seen
        if not name.startswith(NAME)
    )

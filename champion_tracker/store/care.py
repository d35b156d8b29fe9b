"""What can be done for a workspace that perhaps cannot be opened any more."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from ..model import WorkspaceError
from .damage import Damaged
from .folder import Folder
from .passphrase import ask
from .schema import read_manifest, unlock_folder
from .switch import settle

if TYPE_CHECKING:
    from .check import Report


def check_workspace(path: Path) -> "Report":
    """Verify everything in the workspace at ``path``, and say what was found.

    Raises:
        WorkspaceError: there is no such folder, or it cannot be read.
    """
    from .check import check

    with _folder(path, "read") as folder:
        return check(folder)


def repair_workspace(path: Path) -> "Report":
    """Mend what a check finds; the workspace as it was is kept in an archive.

    Raises:
        WorkspaceError: there is no such folder, or it cannot be written; nothing was changed.
    """
    from .repair import repair

    with _folder(path, "written") as folder:
        return repair(folder)


def restore_workspace(path: Path, file: Path) -> str:
    """Put the workspace at ``path`` back to what an archive holds, however damaged it is.

    Returns:
        The name, in the folder, of the backup of what it was.

    Raises:
        BadInput: the archive is none, or not whole; nothing was changed.
        WorkspaceError: there is no such folder, or it cannot be written; nothing was changed.
    """
    from .backup import restore

    with _folder(path, "written") as folder:
        return restore(folder, file)


@contextmanager
def _folder(path: Path, what: str) -> Iterator[Folder]:
    folder = Folder(path)
    if not path.is_dir():
        raise WorkspaceError(f"There is no workspace at {path}.", "Name its folder.")
    try:
        with folder.explained(what), folder.lock.held():
            settle(folder)
            with suppress(FileNotFoundError, Damaged):
                unlock_folder(folder, read_manifest(folder), lambda: ask(str(path)))
            yield folder
    finally:
        folder.lock.close()

"""What is done to a whole workspace folder: looked over, mended, archived, sealed, cleared."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from ..model import BadInput, Commit, Workspace

if TYPE_CHECKING:
    from .check import Report
    from .folder import Folder
    from .forget import Forgotten
    from .state import State


class Upkeep:
    """The part of the `WorkspaceStore` that works on files; each does it under the lock.

    What does the work is loaded late, because most runs only look at records.
    """

    _folder: "Folder"
    _state: "State"
    _workspace: Workspace
    _missed: list[Commit]

    def check(self) -> "Report":
        """Verify everything, and say what was found.

        Raises:
            WorkspaceError: a file cannot be read.
        """
        from .check import check

        with self._changing():
            return check(self._folder)

    def repair(self) -> "Report":
        """Mend what `check` finds; the workspace as it was is kept in an archive.

        Raises:
            WorkspaceError: it cannot be written; nothing was changed.
        """
        from .repair import repair

        with self._changing():
            return repair(self._folder)

    def backup(self, file: Path) -> None:
        """Write the whole workspace into one archive.

        Raises:
            WorkspaceError: it cannot be written; what was there is as it was.
        """
        from .backup import backup

        with self._changing():
            backup(self._folder, file)

    def backup_before(self, what: str) -> str:
        """Make a backup of our own before ``what`` (one word); return its name in the folder.

        Raises:
            WorkspaceError: it cannot be written.
        """
        from .backup import automatic, thin_out

        with self._changing():
            name = automatic(self._folder, what)
            thin_out(self._folder, self._workspace.settings)
            return name

    def restore(self, file: Path) -> str:
        """Put the workspace back to what an archive holds.

        Returns:
            The name, in the folder, of the backup of what it was, by which to come back.

        Raises:
            BadInput: the archive is none, or not whole; nothing was changed.
            WorkspaceError: it cannot be read or written; nothing was changed.
        """
        from .backup import restore

        with self._changing():
            return restore(self._folder, file)

    def forget(self, person_id: str) -> "Forgotten":
        """Remove a person everywhere: records, ties, journals, automatic backups.

        Raises:
            NotFound: nothing here is about such a person.
            WorkspaceError: it cannot be done; it can be repeated.
        """
        from .forget import forget

        with self._changing():
            return forget(self._folder, person_id)

    def encrypt(self, passphrase: str) -> None:
        """Keep everything sealed from now on, automatic backups too.

        Raises:
            BadInput: the passphrase is empty, or the workspace is encrypted already.
            WorkspaceError: it cannot be done; the workspace is as it was.
        """
        try:
            from .sealing import encrypt

            with self._changing():
                encrypt(self._folder, passphrase)
        except ImportError as error:
            raise BadInput(
                "What encrypts is not installed.",
                "Install it with `pip install champion-tracker[encryption]`.",
            ) from error

    def decrypt(self) -> None:
        """Keep everything in clear from now on.

        Raises:
            BadInput: it is not encrypted.
            WorkspaceError: it cannot be done; the workspace is as it was.
        """
        from .sealing import decrypt

        with self._changing():
            decrypt(self._folder)

    @contextmanager
    def _changing(self) -> Iterator[None]:
        """Hold the lock; afterwards show what has become of the files."""
        with self._folder.explained("written"), self._folder.lock.held():
            yield
            self._missed += self._state.catch_up()

"""Care of a workspace as a whole: check, repair, back up, restore, forget."""

import os
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from ..model import BadInput, Person
from ..places import workspace_path
from ..store import WorkspaceStore, check_workspace, repair_workspace, restore_workspace
from . import drafts
from .opening import is_shared, open_tracker
from .tracker import Tracker

if TYPE_CHECKING:
    from ..store.check import Report
    from ..store.forget import Forgotten


def check(named: str = "") -> "Report":
    """Verify everything in a workspace, whether or not it can be opened.

    Raises:
        WorkspaceError: it is not there, or cannot be read.
    """
    return check_workspace(_place(named))


def repair(named: str = "") -> "Report":
    """Mend what a check finds; the workspace as it was is kept in an archive.

    Raises:
        WorkspaceError: it is not there, or cannot be written; nothing was changed.
    """
    return repair_workspace(_place(named))


def restore(file: Path, named: str = "") -> str:
    """Put a workspace back to what an archive holds; return the command that takes it back.

    A shared one that is empty gets the past in the archive, too, and nothing takes that back.
    One that is not gets one more change, which makes every record what it is in the archive.

    Raises:
        BadInput: the archive is none, or not whole; nothing was changed.
        Conflict: somebody else changed a record in the same moment; nothing was changed.
        WorkspaceError: the workspace is not there, or cannot be written; nothing was changed.
    """
    if not file.is_file():
        raise BadInput(f"There is no file {file}.")
    if is_shared(named):
        return _restore_shared(file, named)
    path = _place(named)
    return f"restore {path / restore_workspace(path, file)}"


def _restore_shared(file: Path, named: str) -> str:
    with closing(open_tracker(named)) as tracker:
        from ..store.shared.archiving import difference, unpacked
        from ..store.shared.copying import copy

        with unpacked(file) as archived:
            if next(tracker.store.commits(), None) is None:
                copy(archived, tracker.store)
                return ""
            edits = difference(tracker.store, archived)
        return "undo" if tracker.commit("restore", f"Restored {file.name}", *edits) else ""


def _place(named: str) -> Path:
    """The folder that is meant.

    Raises:
        BadInput: a database is meant. Its address is not shown, for it may hold a password.
    """
    if is_shared(named):
        raise BadInput(
            "This looks after workspaces in folders, and a shared database was named.",
            "Those who run the database check it and bring it back.",
        )
    return workspace_path(named)


def backup(tracker: Tracker, file: Path, *, force: bool = False) -> int:
    """Write the whole workspace into one archive.

    Returns:
        How many changes are private to others, and so not or not wholly in it.

    Raises:
        BadInput: the file is there already and ``force`` is not given, or there is no folder.
        WorkspaceError: it cannot be written.
    """
    if not file.parent.is_dir():
        raise BadInput(f"There is no folder {file.parent}.")
    if os.path.lexists(file) and not force:
        raise BadInput(f"{file} is there already.", "Name another file, or use --force.")
    if isinstance(tracker.store, WorkspaceStore):
        tracker.store.backup(file)
        return 0
    from ..store.shared import SharedStore
    from ..store.shared.archiving import backup

    if not isinstance(tracker.store, SharedStore):
        raise BadInput("This workspace is kept nowhere.")
    return backup(tracker.store, file)


def forget(tracker: Tracker, person: Person) -> "Forgotten":
    """Remove somebody everywhere, for good: records, ties, journals, automatic backups.

    Raises:
        WorkspaceError: it cannot be done; it can be repeated.
    """
    folder = _folder(tracker)
    drafts.forget(tracker, person.id, person.name)
    return folder.forget(person.id)


def encrypt(tracker: Tracker, passphrase: str) -> None:
    """Keep everything sealed from now on, automatic backups too.

    Raises:
        BadInput: the passphrase is empty, or the workspace is encrypted already.
        WorkspaceError: it cannot be done; the workspace is as it was.
    """
    folder = _folder(tracker)
    kept = folder.drafts()
    folder.encrypt(passphrase)
    folder.keep_drafts(kept)


def decrypt(tracker: Tracker) -> None:
    """Keep everything in clear from now on.

    Raises:
        BadInput: it is not encrypted.
        WorkspaceError: it cannot be done; the workspace is as it was.
    """
    folder = _folder(tracker)
    kept = folder.drafts()
    folder.decrypt()
    folder.keep_drafts(kept)


def passphrase(tracker: Tracker) -> str:
    """The passphrase of a workspace: from a file descriptor, the keyring, or the user.

    Raises:
        WorkspaceError: there is nobody to ask.
    """
    from ..store.passphrase import ask

    return ask(str(_folder(tracker).path))


def backup_before(tracker: Tracker, what: str) -> None:
    """Make an automatic backup, where the workspace is one that keeps them.

    Raises:
        WorkspaceError: it cannot be written.
    """
    if isinstance(tracker.store, WorkspaceStore):
        tracker.store.backup_before(what)


def _folder(tracker: Tracker) -> WorkspaceStore:
    if not isinstance(tracker.store, WorkspaceStore):
        raise BadInput("This workspace is no folder on this machine.")
    return tracker.store

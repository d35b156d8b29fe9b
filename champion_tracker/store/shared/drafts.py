"""What is half written for a shared workspace: on this machine, for it is nobody else's."""

from hashlib import sha256
from pathlib import Path

from ...model import WorkspaceError
from ...places import drafts_folder
from ..files import DISK, replace
from .location import Location


def read(location: Location) -> bytes:
    """What was kept last; empty where there is nothing.

    Raises:
        WorkspaceError: it cannot be read.
    """
    try:
        return _path(location).read_bytes()
    except FileNotFoundError:
        return b""
    except OSError as error:
        raise _explained(error) from error


def keep(location: Location, content: bytes) -> None:
    """Keep it, readable by this user only; nothing if it is empty.

    Raises:
        WorkspaceError: it cannot be written.
    """
    path = _path(location)
    try:
        if content:
            DISK.make_folder(path.parent)
            replace(DISK, path, content)
        else:
            path.unlink(missing_ok=True)
    except OSError as error:
        raise _explained(error) from error


def _path(location: Location) -> Path:
    # The name says nothing of the address, and holds whatever an address may hold.
    return drafts_folder() / f"{sha256(str(location).encode()).hexdigest()[:32]}.json"


def _explained(error: OSError) -> WorkspaceError:
    return WorkspaceError(f"Drafts cannot be kept in {drafts_folder()} ({error.strerror}).")

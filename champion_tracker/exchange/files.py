"""Writing files so that nobody else reads them, and none is ever half written or lost."""

import os
import tempfile
from contextlib import suppress
from pathlib import Path

from ..model import BadInput


def write_atomically(path: Path, content: str | bytes, *, force: bool = False) -> None:
    """Write a file whole, readable by its owner only.

    It is written beside its place and moved there when it is on the disk, so that whoever reads
    sees the old file or the new one.

    Raises:
        BadInput: there is a file already and ``force`` is not given, or it cannot be written.
    """
    if path.is_dir():
        raise BadInput(f"{path} is a folder.", "Name a file in it.")
    if not force and os.path.lexists(path):
        raise BadInput(f"{path} is there already.", "Name another file, or use --force.")
    data = content.encode() if isinstance(content, str) else content
    try:
        _write(path, data, force=force)
    except FileExistsError:
        raise BadInput(f"{path} is there already.", "Name another file, or use --force.") from None
    except OSError as failure:
        raise BadInput(f"{path} cannot be written ({failure.strerror}).") from None


def _write(path: Path, data: bytes, *, force: bool) -> None:
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".champion-tracker-", suffix=".part")
    try:
        with os.fdopen(handle, "wb") as file:  # mkstemp made it readable by its owner only
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if force:
            Path(name).replace(path)
        else:
            _put_where_nothing_is(Path(name), path)
    finally:
        with suppress(FileNotFoundError):
            Path(name).unlink()


def _put_where_nothing_is(temporary: Path, path: Path) -> None:
    """Move a file to a place, and never over what somebody else put there meanwhile.

    Raises:
        FileExistsError: something is there.
    """
    try:
        path.hardlink_to(temporary)
    except FileExistsError:
        raise
    except OSError:  # a file system without links, such as exFAT
        if os.path.lexists(path):
            raise FileExistsError(path) from None
        temporary.replace(path)

"""Whether the file system of a workspace can do what its promises rest on."""

import os
from collections.abc import Iterator

from .folder import LOCK, Folder

HINT = "Keep the workspace on a local disk."


def shortcomings(folder: Folder) -> Iterator[str]:
    """What it cannot do, a sentence each; nothing where it may only be read."""
    try:
        descriptor = folder.files.open(folder.path / LOCK, os.O_RDWR)
    except OSError:
        return
    try:
        yield from _shortcomings(folder, descriptor)
    finally:
        os.close(descriptor)


def _shortcomings(folder: Folder, descriptor: int) -> Iterator[str]:
    try:
        folder.files.try_lock(descriptor)
    except BlockingIOError:
        pass
    except OSError as error:
        yield f"The file system of {folder.path} cannot lock files ({error.strerror}). {HINT}"
    try:
        folder.files.sync(descriptor)
    except OSError as error:
        yield (
            f"The file system of {folder.path} cannot promise that what is written is on the "
            f"disk ({error.strerror}). {HINT}"
        )

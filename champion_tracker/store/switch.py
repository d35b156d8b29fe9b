"""Putting another past in the place of this one: all of it, or nothing.

The new files are made ready in a folder of their own. Writing the list of what is to happen is
the moment at which it has happened: whoever opens the workspace from then on brings it to its
end first, however often he who began it died.
"""

from collections.abc import Iterable, Sequence

import msgspec

from . import files as disk
from .folder import INCOMING, MANIFEST, RESTING, Folder
from .schema import new_manifest, sealing_of

READY = f"{INCOMING}/ready.json"


class _Plan(msgspec.Struct, frozen=True):
    put: list[str]
    remove: list[str]


def switch(
    folder: Folder,
    stored: Iterable[tuple[str, bytes]],
    remove: Sequence[str] = (),
    sealed: str | None = None,
) -> None:
    """Give the workspace these files in place of those it has. Needs the lock.

    Args:
        folder: The workspace.
        stored: Names, and what is to lie on the disk under each.
        remove: The files that are to go, unless they are among those.
        sealed: How the key is made from now on; as it was by default.

    Raises:
        OSError: it cannot be done; if it had been decided already, the next opening does it.
    """
    discard(folder)
    put = []
    for name, content in stored:
        _prepare(folder, name, content)
        put.append(name)
    # The description comes last: by it others see that the past is another one.
    _prepare(folder, MANIFEST, new_manifest(sealing_of(folder) if sealed is None else sealed))
    put.append(MANIFEST)
    plan = _Plan(put, [name for name in (RESTING, *remove) if name not in put])
    disk.replace(folder.files, folder.path / READY, msgspec.json.encode(plan))
    settle(folder)


def _prepare(folder: Folder, name: str, content: bytes) -> None:
    path = folder.path / INCOMING / name
    folder.files.make_folder(path.parent)
    disk.replace(folder.files, path, content)


def settle(folder: Folder) -> None:
    """Bring to its end what somebody had decided.

    Raises: as `switch`.
    """
    if not folder.exists(READY):
        return
    with folder.lock.held():
        if not folder.exists(READY):
            return
        plan = msgspec.json.decode(folder.files.read(folder.path / READY), type=_Plan)
        for name in plan.put:
            source, target = folder.path / INCOMING / name, folder.path / name
            if source.exists():
                folder.files.make_folder(target.parent)
                folder.files.rename(source, target)
        for name in plan.remove:
            folder.remove(name)
        disk.sync_folder(folder.files, folder.path)
        folder.remove(READY)
        discard(folder)


def discard(folder: Folder) -> None:
    """Remove what was made ready for nothing."""
    root = folder.path / INCOMING
    for path in sorted(root.rglob("*"), reverse=True):
        if path.is_dir():
            path.rmdir()
        else:
            folder.files.remove(path)
    if root.exists():
        root.rmdir()

"""From an older format to this one: step by step, on a copy, after a backup."""

from collections.abc import Callable

from ..model import WorkspaceError
from .backup import automatic, members
from .folder import MANIFEST, Folder
from .schema import MAJOR, read_manifest
from .switch import switch

Step = Callable[[dict[str, bytes]], dict[str, bytes]]
"""Makes of the files of one major version those of the next: contents by name."""

STEPS: dict[int, Step] = {}
"""The step from each major version to the next. Version 1 is the first, so there is none yet."""


def upgrade(folder: Folder) -> None:
    """Bring a workspace to this version's format.

    Raises:
        WorkspaceError: no way leads from its version to this one; nothing was changed.
        OSError: a file cannot be read or written; nothing was changed.
    """
    with folder.lock.held():
        version = read_manifest(folder).major
        if version == MAJOR:
            return
        missing = [major for major in range(version, MAJOR) if major not in STEPS]
        if missing:
            raise WorkspaceError(
                f"{folder.path} has format {version}, which this version cannot upgrade.",
                "Open it once with an older champion-tracker; nothing was changed.",
            )
        automatic(folder, "upgrade")
        old = {name: folder.read(name) for name in members(folder) if name != MANIFEST}
        new = old
        for major in range(version, MAJOR):
            new = STEPS[major](new)
        stored = ((name, folder.stored(name, content)) for name, content in new.items())
        switch(folder, stored, [name for name in old if name not in new])

"""A shared workspace in the same archive as a folder's, and out of one."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from ...model import Edit
from ..care import restore_workspace
from ..files import Files
from ..protocol import Store
from ..workspace import open_workspace
from .copying import contents
from .privacy import WITHHELD
from .store import SharedStore


class _Passing(Files):
    """A disk for what is gone again in a moment, so that nothing of it need be durable."""

    def sync(self, descriptor: int) -> None:
        """Do not wait."""


def backup(store: SharedStore, file: Path) -> int:
    """Write what one may see of a workspace, with its past, into one archive.

    It is replayed change by change, so no more of the past than a page is in memory at a time.

    Returns:
        How many changes are others' own, and so not or not wholly in it.

    Raises:
        WorkspaceError: it cannot be read or written; what was there is as it was.
    """
    with TemporaryDirectory(prefix="champion-tracker-") as temporary:
        folder = Path(temporary) / "workspace"
        with closing(open_workspace(folder, files=_Passing())) as copied:
            whole = 0
            for commit in store.past():
                copied.commit(commit)
                whole += commit.summary != WITHHELD
            copied.fold()
        with closing(open_workspace(folder)) as copied:
            copied.backup(file)
    return store.number - whole


@contextmanager
def unpacked(file: Path) -> Iterator[Store]:
    """The workspace in an archive, as long as one looks at it.

    Raises:
        BadInput: it is no archive, or not whole.
        WorkspaceError: it cannot be unpacked.
    """
    with TemporaryDirectory(prefix="champion-tracker-") as temporary:
        restore_workspace(Path(temporary), file)
        with closing(open_workspace(Path(temporary))) as store:
            yield store


def difference(now: Store, wanted: Store) -> list[Edit]:
    """What turns the records of one workspace into those of another."""
    held, coming = contents(now), contents(wanted)
    edits = [Edit(before=held.get(key), after=record) for key, record in coming.items()]
    gone = [Edit(before=record) for key, record in held.items() if key not in coming]
    return [edit for edit in (*edits, *gone) if edit.before != edit.after]

"""Making a lost people file again, from an older one and the journals since."""

from collections.abc import Iterator
from contextlib import suppress

from ..model import Commit
from . import log
from .damage import Damaged
from .documents import decode_commit
from .folder import BACKUPS, PEOPLE, PREVIOUS, Folder
from .history import History
from .people import read_people, salvage
from .view import View


def older_people(folder: Folder) -> Iterator[tuple[str, bytes]]:
    """Every older people file there is, with where it was found; the newest first."""
    with suppress(OSError, Damaged):
        yield PREVIOUS, folder.read(PREVIOUS)
    # Late, for it is slow to load and seldom wanted.
    import zipfile

    from .backup import UNREADABLE

    for name in reversed(folder.names(BACKUPS, "*.zip")):
        try:
            with zipfile.ZipFile(folder.path / name) as archive:
                yield name, folder.codec.open_file(name, archive.read(PEOPLE))
        except (OSError, *UNREADABLE, Damaged):
            continue


def rebuild_people(folder: Folder, view: View, past: History) -> tuple[int, str]:
    """Show in ``view`` what the people file would, and return up to which commit, with a notice.

    Raises:
        Damaged: there is nothing to make it from.
    """
    wanted = log.begins_after(folder)
    for name, data in older_people(folder):
        view.clear()
        try:
            number = read_people(name, data, view).number
        except Damaged:
            continue
        commits, number = _since(folder, number, wanted)
        view.apply(commits, past.of)
        notice = f"People were made again from {name} and the journals since"
        lost = wanted - number
        return wanted, notice + (
            f"; the last {lost} changes to them are lost." if lost > 0 else "."
        )
    return _from_itself(folder, view, past, wanted)


def _since(folder: Folder, number: int, wanted: int) -> tuple[list[Commit], int]:
    """The commits after ``number`` as far as they follow one another."""
    commits = []
    for line in log.since(folder, number):
        if line.number != number + 1 or line.number > wanted:
            break
        commits.append(decode_commit(folder.codec.open_line(line.text)))
        number = line.number
    return commits, number


def _from_itself(folder: Folder, view: View, past: History, wanted: int) -> tuple[int, str]:
    view.clear()
    commits, number = _since(folder, 0, wanted)
    if number == wanted:
        view.apply(commits, past.of)
        return wanted, "People were made again from the journals."
    try:
        salvage(folder.read(PEOPLE), view)
    except FileNotFoundError:
        raise Damaged(PEOPLE, "is missing, and nothing is left to make it from") from None
    return wanted, (
        f"{len(view.people)} people were read from the damaged {PEOPLE} one by one; "
        "some may lack, and a few words may be wrong."
    )

"""The journals of a workspace: the live one, and those that have been folded."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import PurePosixPath

import msgspec

from .folder import ARCHIVE, JOURNAL, Folder
from .journal import HEAD, Line, read_lines, write_line

KEPT_COMMITS = 1_000
KEPT_DAYS = 90
"""A folded journal goes when it holds none of the last commits, and none so young."""


class _Moment(msgspec.Struct, frozen=True):
    at: datetime


def begin(folder: Folder, number: int) -> None:
    """Begin a live journal whose commits come after ``number``."""
    folder.replace(JOURNAL, write_line(number, HEAD))


def begins_after(folder: Folder) -> int:
    """The last commit before those in the live journal; 0 where nothing was ever folded."""
    try:
        first = next(read_lines(folder.read(JOURNAL)), None)
    except FileNotFoundError:
        first = None
    if isinstance(first, Line):
        return first.number if first.is_head else first.number - 1
    folded = archived(folder)
    return folded[-1][0] if folded else 0


def archived(folder: Folder) -> list[tuple[int, str]]:
    """The last commit and the name of each folded journal, oldest first."""
    names = folder.names(ARCHIVE, "*.jsonl")
    return [(int(stem), name) for name in names if (stem := PurePosixPath(name).stem).isdigit()]


def lines_of(folder: Folder, name: str) -> list[Line]:
    """The commits of one journal, leaving out what is damaged."""
    found = read_lines(folder.read(name))
    return [line for line in found if isinstance(line, Line) and not line.is_head]


def since(folder: Folder, number: int) -> Iterator[Line]:
    """The folded commits after ``number``, oldest first."""
    for last, name in archived(folder):
        if last > number:
            yield from (line for line in lines_of(folder, name) if line.number > number)


def newest_first(folder: Folder) -> Iterator[tuple[int, bytes]]:
    """The number and the text of every commit that is remembered."""
    above: int | None = None
    for lines in _journals_newest_first(folder):
        for line in reversed(lines):
            if above is None or line.number < above:
                above = line.number
                yield above, folder.codec.open_line(line.text)


def _journals_newest_first(folder: Folder) -> Iterator[list[Line]]:
    # The live journal is read before the others are listed: folded in between it stands in both,
    # the other way round it would stand in neither.
    yield lines_of(folder, JOURNAL)
    for _, name in reversed(archived(folder)):
        try:
            yield lines_of(folder, name)
        except FileNotFoundError:
            # It grew too old while we read; so did all before it.
            return


def put_away(folder: Folder, number: int, content: bytes) -> None:
    """Keep a journal whose last commit is ``number``, begin a new one, and drop the oldest.

    Dying in between leaves commits in both, which their numbers tell.
    """
    folder.replace(f"{ARCHIVE}/{number:012d}.jsonl", content)
    begin(folder, number)
    _drop(folder, number)


def _drop(folder: Folder, number: int) -> None:
    young = datetime.now(UTC) - timedelta(days=KEPT_DAYS)
    for last, name in archived(folder):
        if last > number - KEPT_COMMITS:
            return
        lines = lines_of(folder, name)
        text = folder.codec.open_line(lines[-1].text) if lines else b'{"at":"1970-01-01T00:00:00Z"}'
        if msgspec.json.decode(text, type=_Moment).at > young:
            return
        folder.remove(name)

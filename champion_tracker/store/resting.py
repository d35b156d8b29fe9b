"""Who rests, kept beside the people file, so that ``due`` looks only at those who are awake.

It is derived from the people file, the journal, the settings and the rules, and says from which
of each. Where one of them is another by now, it is not believed, and made anew.
"""

from datetime import date
from zlib import crc32

import msgspec

from .. import __version__
from ..model import Resting, Rests, Settings
from .damage import Damaged
from .documents import decode_commit, encode
from .folder import JOURNAL, RESTING, Folder
from .journal import Line, read_lines
from .state import State
from .tables import Meta, Writer, verify


class _Made(msgspec.Struct, frozen=True):
    """What it was made from, and from which day on it holds."""

    on: date
    people: str
    """The checksum of the people file."""
    journal: int
    """How many bytes of the journal were taken in."""
    checksum: int
    """That of these bytes."""
    rules: int


class _Content(msgspec.Struct, frozen=True):
    made: dict[str, _Made] = {}
    resting: dict[str, Resting] = {}


_decode = msgspec.json.Decoder(_Content).decode


def recall(folder: Folder, state: State, settings: Settings) -> None:
    """Let those rest in the view of ``state`` who are known to; else nobody does."""
    try:
        data = folder.look(RESTING)
        verify(RESTING, data)
        content = _decode(data)
        journal = folder.files.read(folder.path / JOURNAL, 0)
    except (OSError, Damaged, msgspec.MsgspecError):
        return
    made = content.made.get("1")
    if made and made == _made(made.on, state, journal[: made.journal], settings):
        state.view.watch.begin(Rests(on=made.on, groups=tuple(content.resting.values())))
        for line in read_lines(journal[made.journal : state.end]):
            if isinstance(line, Line):
                state.view.wake(decode_commit(folder.codec.open_line(line.text)))


def keep(folder: Folder, state: State, settings: Settings, rests: Rests) -> None:
    """Keep who rests, as it follows from ``state``. Needs the lock.

    Raises:
        OSError: it cannot be read or written; nothing else was changed.
    """
    journal = folder.files.read(folder.path / JOURNAL, 0)[: state.end]
    writer = Writer()
    writer.table("made", [encode(_made(rests.on, state, journal, settings))])
    writer.table("resting", map(encode, rests.groups))
    folder.replace(RESTING, writer.finish(Meta(number=state.number)))


def _made(on: date, state: State, journal: bytes, settings: Settings) -> _Made:
    return _Made(on, state.checksum, len(journal), crc32(journal), rules_of(settings))


def rules_of(settings: Settings) -> int:
    """Which rules and thresholds it follows from who rests; another number for others."""
    values = [getattr(settings, name) for name in Settings.__struct_fields__]
    return crc32(encode([__version__, *values]))

"""What screens remember for their user: columns, order, sizes.

It is kept in one file among the user's own, never in a workspace, and nothing is lost with it:
where it cannot be read or written, everything is as usual.
"""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, TypeVar

import msgspec

from ..model import BadInput
from ..places import screens_path

if TYPE_CHECKING:
    from pathlib import Path

Kind = TypeVar("Kind")


class Remembered:
    """What was kept, by name."""

    def __init__(self, path: Path | None = None) -> None:
        self._path = path or screens_path()

    def of(self, name: str, usual: Kind) -> Kind:
        """What was kept under a name; ``usual`` where nothing of its kind was."""
        with suppress(msgspec.MsgspecError, KeyError):
            return msgspec.json.decode(self._all()[name], type=type(usual))
        return usual

    def keep(self, name: str, value: object) -> None:
        """Keep something; what other windows keep under other names stays."""
        from ..exchange.files import write_atomically

        kept = {**self._all(), name: msgspec.Raw(msgspec.json.encode(value))}
        content = msgspec.json.format(msgspec.json.encode(kept), indent=1)
        with suppress(BadInput, OSError):
            self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            write_atomically(self._path, content, force=True)

    def _all(self) -> dict[str, msgspec.Raw]:
        with suppress(OSError, msgspec.MsgspecError):
            return msgspec.json.decode(self._path.read_bytes(), type=dict[str, msgspec.Raw])
        return {}

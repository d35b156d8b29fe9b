"""What was typed and not yet saved, kept where the workspace is so that no crash loses it."""

from typing import Protocol, runtime_checkable

import msgspec

from ..model import WorkspaceError
from .tracker import Tracker

Draft = dict[str, object]
"""The value of each field by its name: text, numbers, and lists of these."""

_decode = msgspec.json.Decoder(dict[str, Draft]).decode


@runtime_checkable
class _Keeper(Protocol):
    """A store that keeps what is not yet part of its records."""

    def drafts(self) -> bytes: ...

    def keep_drafts(self, content: bytes) -> None: ...


def read(tracker: Tracker) -> dict[str, Draft]:
    """The drafts that were kept, by what they are of; none where they cannot be read."""
    if not isinstance(tracker.store, _Keeper):
        return {}
    try:
        return _decode(tracker.store.drafts() or b"{}")
    except (WorkspaceError, msgspec.MsgspecError):
        return {}


def write(tracker: Tracker, changed: dict[str, Draft | None]) -> bool:
    """Keep drafts, or drop those that are None; what other windows keep stays.

    Returns whether they will outlive this process.
    """
    if not isinstance(tracker.store, _Keeper):
        return False
    kept = {**read(tracker), **changed}
    drafts = {key: draft for key, draft in kept.items() if draft is not None}
    try:
        tracker.store.keep_drafts(msgspec.json.encode(drafts) if drafts else b"")
    except (WorkspaceError, TypeError):
        return False
    return True


def forget(tracker: Tracker, *words: str) -> None:
    """Drop every draft in which one of ``words`` stands."""
    found = {
        key: None
        for key, draft in read(tracker).items()
        if any(word in key or word in str(draft) for word in words)
    }
    if found:
        write(tracker, dict(found))

"""The rules by which notes are redacted: a workspace's own, which one can see and edit."""

from pathlib import Path

from ..exchange.files import write_atomically
from ..exchange.redacting import DEFAULT, Rules, load, parse
from ..model import BadInput
from ..store import WorkspaceStore
from .tracker import Tracker

FILE = "redaction.toml"


def rules_of(tracker: Tracker) -> Rules:
    """The rules of a workspace; the usual ones where it has none.

    Raises:
        BadInput: its file cannot be read, or holds none.
    """
    path = _path(tracker)
    return load(path if path is not None and path.exists() else None)


def rules_text(tracker: Tracker) -> str:
    """The rules as they are written down, to be read and edited.

    Raises:
        BadInput: they cannot be read.
    """
    path = _path(tracker)
    if path is None or not path.exists():
        return DEFAULT
    try:
        return path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as failure:
        raise BadInput(f"{path} cannot be read ({failure}).") from None


def keep_rules(tracker: Tracker, text: str) -> None:
    """Let these be the rules of the workspace from now on.

    Raises:
        BadInput: they are none, or the workspace is no folder to keep them in.
    """
    parse(text, FILE)
    path = _path(tracker)
    if path is None:
        raise BadInput("This workspace is no folder that could keep rules.", "Use --redact FILE.")
    write_atomically(path, text, force=True)


def _path(tracker: Tracker) -> Path | None:
    return tracker.store.path / FILE if isinstance(tracker.store, WorkspaceStore) else None

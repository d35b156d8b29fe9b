"""Opening a workspace."""

import getpass
import os
from pathlib import Path

from ..model import WorkspaceError
from ..places import SETTINGS, VARIABLE, user_settings_path, workspace_path
from ..store import open_workspace
from .clock import Clock
from .settings import Held, files_of, settings_of, text_of
from .tracker import Tracker

SHARED = ("postgresql://", "postgres://")
"""How the address of a shared database begins."""


def open_tracker(named: str = "", clock: Clock | None = None) -> Tracker:
    """Open the workspace that is meant, making it if it is not there yet, under its settings.

    Raises:
        BadInput: it is the address of a database, and cannot be read; or a settings file cannot.
        WorkspaceError: it cannot be opened or made.
    """
    if is_shared(named):
        return _open_shared(named or os.environ[VARIABLE], clock)
    who = _user()
    held = settings_for(named)
    store = open_workspace(workspace_path(named), who=who, settings=held.preferences)
    return Tracker(store, clock, who, held)


def open_throw_away(folder: Path, clock: Clock | None = None) -> Tracker:
    """Make a workspace that will be gone: it begins with the user's settings, and keeps its own.

    Raises:
        BadInput: the user's settings file cannot be read, or says what is no setting.
        WorkspaceError: it cannot be made.
    """
    usual = user_settings_path()
    settings_of(usual)
    own = folder / SETTINGS
    own.write_text(text_of(usual) or "", encoding="utf-8")
    held, who = settings_of(own), _user()
    store = open_workspace(folder, who=who, settings=held.preferences)
    return Tracker(store, clock, who, held)


def settings_for(named: str = "") -> Held:
    """The settings that hold in the workspace that is meant, whether or not it is there.

    Raises:
        BadInput: a settings file cannot be read, or says what is no setting.
    """
    return settings_of(*files_of(None if is_shared(named) else workspace_path(named)))


def is_shared(named: str = "") -> bool:
    """Whether the workspace that is meant lies in a shared database."""
    return (named or os.environ.get(VARIABLE, "")).startswith(SHARED)


def _open_shared(address: str, clock: Clock | None) -> Tracker:
    # Late, because a folder needs no database.
    try:
        from ..store.shared import open_shared
    except ImportError as error:
        raise WorkspaceError(
            f"Shared databases need what is not installed here ({error.name}).",
            "Install it with: pip install 'champion-tracker[team]'.",
        ) from error
    held = settings_for(address)
    store = open_shared(address, settings=held.preferences)
    return Tracker(store, clock, store.login, held)


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""

"""Opening a workspace."""

import getpass
import os
from pathlib import Path

from ..store import open_workspace
from .clock import Clock
from .tracker import Tracker

VARIABLE = "CHAMPION_TRACKER_WORKSPACE"
"""The environment variable that names the workspace."""


def workspace_path(named: str = "") -> Path:
    """Where the workspace lies: what was named, else the environment's, else the user's own."""
    chosen = named or os.environ.get(VARIABLE, "")
    if chosen:
        return Path(chosen).expanduser()
    from platformdirs import user_data_path

    return user_data_path("champion-tracker", appauthor=False) / "default"


def open_tracker(named: str = "", clock: Clock | None = None) -> Tracker:
    """Open the workspace that is meant, making it if it is not there yet.

    Raises:
        WorkspaceError: it cannot be opened or made.
    """
    who = _user()
    return Tracker(open_workspace(workspace_path(named), who=who), clock, who)


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""

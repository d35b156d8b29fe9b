"""Opening a workspace."""

import getpass

from ..places import workspace_path
from ..store import open_workspace
from .clock import Clock
from .tracker import Tracker


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

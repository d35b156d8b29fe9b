"""Where things lie on this machine. Importing this loads nothing else of the program."""

import os
from pathlib import Path

VARIABLE = "CHAMPION_TRACKER_WORKSPACE"
"""The environment variable that names the workspace."""


def workspace_path(named: str = "") -> Path:
    """Where the workspace lies: what was named, else the environment's, else the user's own."""
    chosen = named or os.environ.get(VARIABLE, "")
    if chosen:
        return Path(chosen).expanduser()
    from platformdirs import user_data_path

    return user_data_path("champion-tracker", appauthor=False) / "default"

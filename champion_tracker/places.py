"""Where things lie on this machine. Importing this loads nothing else of the program."""

import os
import sys
from pathlib import Path

VARIABLE = "CHAMPION_TRACKER_WORKSPACE"
"""The environment variable that names the workspace."""
SETTINGS = "settings.toml"
"""How a settings file is called, in a workspace and among the user's own."""


def workspace_path(named: str = "") -> Path:
    """Where the workspace lies: what was named, else the environment's, else the user's own."""
    chosen = named or os.environ.get(VARIABLE, "")
    if chosen:
        return Path(chosen).expanduser()
    from platformdirs import user_data_path

    return user_data_path("champion-tracker", appauthor=False) / "default"


def user_settings_path() -> Path:
    """Where the settings lie that hold in each of the user's workspaces."""
    if sys.platform in ("win32", "darwin"):
        from platformdirs import user_config_path

        return user_config_path("champion-tracker", appauthor=False) / SETTINGS
    # What platformdirs says elsewhere, without loading it: everything that opens a workspace asks.
    folder = os.environ.get("XDG_CONFIG_HOME", "").strip() or Path.home() / ".config"
    return Path(folder) / "champion-tracker" / SETTINGS


def drafts_folder() -> Path:
    """Where it lies what is half written for workspaces that lie elsewhere."""
    from platformdirs import user_data_path

    return user_data_path("champion-tracker", appauthor=False) / "drafts"


def resting_folder() -> Path:
    """Where it lies, and can be made anew, who rests in workspaces that lie elsewhere."""
    from platformdirs import user_cache_path

    return user_cache_path("champion-tracker", appauthor=False) / "resting"


def log_path() -> Path:
    """Where it is written down what went wrong."""
    from platformdirs import user_log_path

    return user_log_path("champion-tracker", appauthor=False)


def screens_path() -> Path:
    """Where it is kept how the user likes the screens: columns and sizes."""
    if sys.platform in ("win32", "darwin"):
        from platformdirs import user_state_path

        return user_state_path("champion-tracker", appauthor=False) / "screens.json"
    folder = os.environ.get("XDG_STATE_HOME", "").strip() or Path.home() / ".local" / "state"
    return Path(folder) / "champion-tracker" / "screens.json"

"""Errors that nobody foresaw: written down, and told without a trace of Python."""

import logging
from pathlib import Path


def write_down(error: BaseException) -> Path:
    """Append an error with its traceback to the log; return where that lies."""
    from platformdirs import user_log_path

    folder = user_log_path("champion-tracker", appauthor=False)
    path = folder / "tui.log"
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        path.touch(mode=0o600)
        path.chmod(0o600)
        handler = logging.FileHandler(path, encoding="utf-8", errors="backslashreplace")
    except OSError:
        return path
    handler.setFormatter(logging.Formatter("%(asctime)s %(message)s"))
    record = logging.LogRecord(
        "champion_tracker.tui",
        logging.ERROR,
        __file__,
        0,
        "A command failed",
        None,
        (type(error), error, error.__traceback__),
    )
    handler.handle(record)
    handler.close()
    return path

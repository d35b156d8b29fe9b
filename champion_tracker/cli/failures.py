"""What nobody foresaw, written down without any of the user's text."""

from __future__ import annotations

import os
import tempfile
from datetime import datetime
from pathlib import Path
from traceback import StackSummary, walk_tb
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

KEPT = 20
"""How many such files are kept."""


def write_down(error: BaseException) -> Path:
    """Keep an error in a file that only its owner reads; return where.

    It holds types and the lines of code that led there: no messages and no values, for these
    may quote what users wrote.
    """
    now = datetime.now()
    name = f"error-{now:%Y-%m-%dT%H%M%S}-{os.getpid()}.log"
    text = "\n".join([f"{now.isoformat(timespec='seconds')}", *_lines(error)]) + "\n"
    for folder in _folders():
        try:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            path = folder / name
            handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with os.fdopen(handle, "w", encoding="utf-8") as file:
                file.write(text)
            for old in sorted(folder.glob("error-*.log"))[:-KEPT]:
                old.unlink(missing_ok=True)
        except OSError:
            continue
        return path
    return Path(os.devnull)


def _folders() -> Iterator[Path]:
    from platformdirs import user_log_path

    yield user_log_path("champion-tracker", appauthor=False)
    yield Path(tempfile.gettempdir())


def _lines(error: BaseException) -> Iterator[str]:
    link: BaseException | None = error
    while link is not None:
        yield f"{type(link).__module__}.{type(link).__qualname__}"
        for frame in StackSummary.extract(walk_tb(link.__traceback__), lookup_lines=False):
            yield f"  {frame.filename}:{frame.lineno} in {frame.name}"
        link = link.__cause__ or (None if link.__suppress_context__ else link.__context__)

"""After the last screen: the records are put in order, behind a bar where that takes its time."""

from __future__ import annotations

import sys
from concurrent.futures import Future, ThreadPoolExecutor, wait
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..tracker import Tracker

PATIENCE = 0.5
"""Seconds that nobody minds."""


def finish(tracker: Tracker) -> None:
    """Fold what has grown and make the day's backup; say so where somebody waits for it."""
    with ThreadPoolExecutor(1) as pool:
        work = pool.submit(tracker.finish)
        if sys.stderr.isatty() and not wait([work], PATIENCE).done:
            _show(work)
        work.result()


def _show(work: Future[None]) -> None:
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn

    columns = (TextColumn("{task.description}"), BarColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        bar.add_task("Putting the records in order", total=None)
        wait([work])

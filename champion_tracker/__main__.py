"""The program: hands the command line the surfaces that it may open, and knows both."""

from __future__ import annotations

import gc
import sys
from typing import TYPE_CHECKING

from .cli import Surfaces, run

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from .tracker import Tracker

GARBAGE = 100_000
"""How many more objects make a search for garbage worth its while: a short run makes fewer."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line, or the application where no command is given.

    Args:
        argv: The words after the program's name; by default those it was started with.

    Returns:
        The exit status: 0 done, 1 refused, 2 usage, 3 the workspace cannot be opened or written.
    """
    surfaces = Surfaces(terminal=_terminal, browser=_browser)
    if argv is not None:
        return run(argv, surfaces)
    gc.set_threshold(GARBAGE)
    status = run(sys.argv[1:], surfaces)
    # What is left goes with the process, and need not be searched for garbage first.
    gc.freeze()
    return status


def _terminal(tracker: Tracker, demo: Callable[[], Tracker] | None) -> int:
    from . import tui

    return tui.run(tracker, demo=demo)


def _browser(command: Sequence[str], host: str, port: int) -> int:
    from . import web

    return web.serve(command, host=host, port=port)


if __name__ == "__main__":
    sys.exit(main())

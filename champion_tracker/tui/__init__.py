"""The application for the terminal. Importing this is cheap: Textual loads when it runs."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..tracker import Tracker


def run(tracker: Tracker, *, demo: Callable[[], Tracker] | None = None) -> int:
    """Run the application on a workspace until the user leaves; return the exit status.

    Args:
        tracker: The open workspace.
        demo: Makes a tracker on a throw-away demo workspace, for the first-run screen to offer.
    """
    from .app import ChampionTracker, Leave
    from .finishing import finish

    app = ChampionTracker(tracker, demo)
    leave = app.run()
    if leave is Leave.FOR_DEMO and demo is not None:
        app = ChampionTracker(demo())
        app.run()
    finish(tracker)
    return app.return_code or 0

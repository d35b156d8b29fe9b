"""What is committed, here and by others: told to the user, and handed to the screens."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from typing import TYPE_CHECKING, TypeVar

from textual.notifications import Notify

from ..model import TrackerError
from ..tracker.together import watch
from .messages import Changed

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ..model import Commit
    from .app import ChampionTracker

Found = TypeVar("Found")

LOOK_EVERY = 1 / 3
"""Seconds between two looks at what other processes have committed."""

MANY = 3
"""How many changes of others are told one by one."""


class News:
    """Listens to the tracker, and looks now and then at what others do."""

    def __init__(self, app: ChampionTracker) -> None:
        self._app = app
        self._elsewhere: list[Commit] | None = None
        """While looking, what others have committed."""
        self._trouble = ""
        self._aside = 0
        """How much work is done aside that reads the records."""

    def begin(self) -> None:
        """Listen and look from now on."""
        tracker = self._app.tracker
        self._unsubscribe = tracker.subscribe(self._committed)
        watch(tracker)
        self._app.set_interval(LOOK_EVERY, self._look)

    def end(self) -> None:
        """Stop listening."""
        with suppress(ValueError):
            self._unsubscribe()

    async def aside(self, work: Callable[[], Found]) -> Found:
        """Do long work in a thread, so that the screen stays alive; return what it gives.

        The records stand still for as long as it takes, also when nobody waits for it any more.
        """
        self._aside += 1
        task = asyncio.ensure_future(asyncio.to_thread(work))
        task.add_done_callback(self._came_back)
        return await asyncio.shield(task)

    def _came_back(self, task: asyncio.Future[Found]) -> None:
        self._aside -= 1
        if not task.cancelled():
            # Looked at, for where nobody waits for it, nobody else does.
            task.exception()

    def _look(self) -> None:
        # The clock goes on for a moment after the screens are gone.
        if self._aside or not self._app.is_running:
            return
        commits: list[Commit] = []
        self._elsewhere = commits
        try:
            self._app.tracker.refresh()
            self._app.company.look()
            self._trouble = ""
        except TrackerError as error:
            # Asked three times a second, told once for as long as it lasts.
            if str(error) != self._trouble:
                self._trouble = str(error)
                self._app.notify(self._trouble, severity="error", markup=False)
        finally:
            self._elsewhere = None
        self._tell(commits)

    def _tell(self, commits: Sequence[Commit]) -> None:
        """Tell what others did: each of a few changes, and of many how many there were."""
        from .toasts import told

        app = self._app
        if len(commits) > MANY:
            said = f"Elsewhere: {len(commits)} changes, the last one: {commits[-1].summary}"
            app.notify(said, markup=False)
        else:
            for commit in commits:
                app.post_message(Notify(told(app, commit, from_others=True)))
        if commits:
            app.post_message(Changed(frozenset(p for commit in commits for p in commit.about)))

    def _committed(self, commit: Commit) -> None:
        if self._elsewhere is not None:
            self._elsewhere.append(commit)
            return
        from .toasts import told

        app = self._app
        # Only the latest: several would lie over what one looks at.
        app.clear_notifications()
        app.post_message(Notify(told(app, commit, from_others=False)))
        app.post_message(Changed(frozenset(commit.about)))

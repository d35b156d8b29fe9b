"""Who rests, kept on this machine, so that ``due`` reckons only with those who are awake.

It follows from what one login may see, private entries included, and so lies with nobody else.
It says up to which commit it goes; whoever a later one touches is looked at again.
"""

from contextlib import suppress
from datetime import date
from hashlib import sha256

import msgspec
from sqlalchemy import Connection

from ...model import Commit, Rests, Settings, Workspace, WorkspaceError
from ...places import resting_folder
from ..files import DISK, replace
from ..resting import rules_of
from . import log
from .asking import Asker
from .database import SNAPSHOT
from .location import Location
from .showing import Shown

FAR = 200
"""After how many commits it is made anew; they have to be read to know whom they touch."""


class _Kept(msgspec.Struct, frozen=True):
    number: int
    """The last commit that it takes in."""
    commit: str
    """Its identifier: another workspace may come to bear the same name."""
    rules: int
    rests: Rests


_decode = msgspec.json.Decoder(_Kept).decode


class Rester:
    """Knows who rests in the workspace of one store.

    Args:
        asker: Asks the database.
        location: Where that is, and which workspace.
        login: Who may see what it follows from.
    """

    def __init__(self, asker: Asker, location: Location, login: str) -> None:
        self._asker = asker
        self.name = location.workspace
        # The name says nothing of the address, and holds whatever an address may hold.
        key = sha256(f"{location}\n{login}".encode()).hexdigest()[:32]
        self._path = resting_folder() / f"{key}.json"

    def rest(self, shown: Shown, workspace: Workspace, today: date) -> None:
        """Know from now on who rests on ``today`` and after, and keep it where that is possible."""
        watch = workspace.watch
        # What is ours and not yet in its place among the others' is in no count of commits.
        is_even = shown.newest <= shown.number
        if watch.rests is None and is_even:
            self._recall(shown, workspace)
        if watch.holds_on(today):
            return
        from ...rules.resting import rests

        found = rests(workspace, today)
        watch.begin(found)
        if is_even:
            with suppress(WorkspaceError, OSError):
                self._keep(shown.number, rules_of(workspace.settings), found)

    def recall(
        self, connection: Connection, number: int, settings: Settings
    ) -> tuple[Rests, list[Commit]] | None:
        """Who rests by what was kept, and the commits since, up to ``number``; None if unknown."""
        try:
            kept = _decode(self._path.read_bytes())
        except (OSError, msgspec.MsgspecError):
            return None
        is_near = 0 < kept.number <= number <= kept.number + FAR
        if not is_near or kept.rules != rules_of(settings):
            return None
        found = log.read_commits(connection, self.name, above=kept.number - 1, up_to=number)
        # Another workspace may bear the same name by now.
        if not found or found[0].id != kept.commit:
            return None
        return kept.rests, found[1:]

    def _recall(self, shown: Shown, workspace: Workspace) -> None:
        with suppress(WorkspaceError):
            known = self._asker.ask(
                lambda c: self.recall(c, shown.number, workspace.settings), SNAPSHOT
            )
            if known is not None:
                workspace.watch.begin(known[0])
                for commit in known[1]:
                    shown.view.wake(commit)

    def _keep(self, number: int, rules: int, rests: Rests) -> None:
        last = self._commits(number, number)
        # One that is private to somebody else cannot be recognised again.
        if last:
            DISK.make_folder(self._path.parent)
            kept = _Kept(number, last[0].id, rules, rests)
            replace(DISK, self._path, msgspec.json.encode(kept))

    def _commits(self, first: int, last: int) -> list[Commit]:
        return self._asker.ask(
            lambda c: log.read_commits(c, self.name, above=first - 1, up_to=last), SNAPSHOT
        )

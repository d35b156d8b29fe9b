"""Who is due, and how the programme stands: reckoned when asked for, and followed from then on."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from msgspec.structs import replace

from ..model import Commit, Prompt, Settings, Standing, Watch, Workspace
from ..store import Glanced, Rested, Store
from .clock import Clock

if TYPE_CHECKING:
    from ..rules.live_agenda import LiveAgenda
    from ..rules.programme import Programme


class Reckoning:
    """What follows on the user's day from the workspace of a store."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self.store = store
        self.clock = clock
        self._settled: Workspace | None = None
        """The workspace under other settings than it was opened with."""
        self._live: LiveAgenda | None = None
        self._live_for: tuple[Workspace, date, int] | None = None

    @property
    def workspace(self) -> Workspace:
        """People, digests and open matters, live."""
        return self._settled or self.store.workspace

    @property
    def today(self) -> date:
        """The user's day."""
        return self.clock.today()

    def go_by(self, settings: Settings) -> None:
        """From now on go by other settings."""
        # Who rests was found out under the settings of before.
        self._settled = replace(self.store.workspace, settings=settings, watch=Watch())
        self._live = None

    def follow(self, commits: Sequence[Commit]) -> None:
        """Take in what the workspace already shows."""
        if self._live is not None and commits:
            self._live.follow(commits)

    def agenda(self, days: int = 0) -> list[Prompt]:
        """The prompts of today and the next ``days``."""
        return self.agenda_and_standings(days)[0]

    def agenda_and_standings(self, days: int = 0) -> tuple[list[Prompt], dict[str, Standing]]:
        """As `agenda`; and how those stand whom it is about, by identifier."""
        from ..rules.agenda import Agenda, horizon

        def reckoned(workspace: Workspace) -> tuple[list[Prompt], dict[str, Standing]]:
            agenda = Agenda(workspace, self.today, days)
            return agenda.prompts(), agenda.standings

        if isinstance(self.store, Glanced) and self._settled is None:
            found = self.store.glance(self.today, horizon(self.today, days), reckoned)
            if found is not None:
                return found
        if isinstance(self.store, Rested) and self._settled is None:
            self.store.rest(self.today)
        return reckoned(self.workspace)

    def live_agenda(self, days: int = 0) -> list[Prompt]:
        """What `agenda` returns, for those who ask again after every change.

        It comes from those who do not rest, until everybody has been looked at by `look_ahead`;
        from then on it is told in no time.
        """
        if self._is_kept(days) and self._live is not None and self._live.is_whole:
            return self._live.prompts()
        return self.agenda(days)

    def look_ahead(self, days: int = 0) -> Iterator[float]:
        """Look at everybody, little by little, so that whatever changes is told in no time.

        Yields the share of everybody who has been looked at.
        """
        from ..rules.live_agenda import FEW

        live = self._kept(days)
        while not live.is_whole and live is self._live:
            live.look_on(FEW)
            yield live.share

    def has_looked_at_all(self) -> bool:
        """Whether `live_programme` is told in no time; where there are few, it always is."""
        from ..rules.live_agenda import FEW

        if len(self.workspace.people) <= FEW:
            return True
        live = self._live
        return live is not None and live.is_whole and self._is_kept(live.days)

    def live_programme(self) -> "Programme":
        """The programme today, for those who ask again after every change."""
        # Whatever horizon was asked for before will do; another would be reckoned from the start.
        live = self._kept(self._live_for[2] if self._live_for is not None else 0)
        live.complete()
        return live.programme()

    def reckon_anew(self) -> None:
        """Forget what was reckoned of a workspace that was not all at hand."""
        self._live = None

    def _kept(self, days: int) -> "LiveAgenda":
        if self._live is None or not self._is_kept(days):
            from ..rules.live_agenda import LiveAgenda

            asked = (self.workspace, self.today, days)
            self._live, self._live_for = LiveAgenda(*asked, at_once=False), asked
        return self._live

    def _is_kept(self, days: int) -> bool:
        return self._live_for == (self.workspace, self.today, days)

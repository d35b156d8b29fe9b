"""The programme on a day: its five barriers, who covers which area, the table, the effort."""

from datetime import date
from typing import NamedTuple

from ..model import Person, Workspace
from .barriers import barriers
from .barriers.light import Barrier
from .effort import Effort, effort
from .profile import profile
from .repertoire import Repertoire
from .roster import ALLIES, ProgrammeRoster
from .seats import Sitting, sittings


class Cover(NamedTuple):
    """Who stands for us in a business area."""

    area: str
    champions: tuple[Person, ...]
    potential: tuple[Person, ...]
    supporters: tuple[Person, ...]

    @property
    def is_hole(self) -> bool:
        """Whether neither champion nor supporter is there."""
        return not self.champions and not self.supporters

    @property
    def hangs_on(self) -> Person | None:
        """The one person on whom the area depends, where it is one."""
        friends = (*self.champions, *self.supporters)
        return friends[0] if len(friends) == 1 else None


class Programme(NamedTuple):
    """Everything that the programme screen shows."""

    today: date
    barriers: tuple[Barrier, ...]
    coverage: tuple[Cover, ...]
    """By area; the holes first, then what hangs on one."""
    sittings: tuple[Sitting, ...]
    """The seats: the vacant first, then the acting."""
    effort: Effort


def programme(workspace: Workspace, today: date) -> Programme:
    """The programme on a day, reckoned from the start; see `LiveAgenda` for after a change."""
    return of_roster(workspace, roster_of(workspace, today), Repertoire(workspace, today), today)


def roster_of(workspace: Workspace, today: date) -> ProgrammeRoster:
    """Everybody followed, counted."""
    roster = ProgrammeRoster()
    for person in workspace.people.values():
        if person.is_followed:
            roster.count(profile(workspace, person, today))
    return roster


def of_roster(
    workspace: Workspace, roster: ProgrammeRoster, repertoire: Repertoire, today: date
) -> Programme:
    """The programme, where everybody has been counted already."""
    return Programme(
        today,
        barriers(workspace, roster, repertoire, today),
        _coverage(roster, repertoire),
        tuple(sittings(workspace, today)),
        effort(roster, today),
    )


def _coverage(roster: ProgrammeRoster, repertoire: Repertoire) -> tuple[Cover, ...]:
    covers = []
    for key, area in repertoire.areas.items():
        champions, potential, supporters = (roster.allies_in(key, each) for each in ALLIES)
        covers.append(Cover(area.name, champions, potential, supporters))
    return tuple(sorted(covers, key=lambda c: (not c.is_hole, c.hangs_on is None, c.area)))

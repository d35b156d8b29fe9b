"""The five barriers: what a programme fails by, each as facts that one can open.

Champions, selling it, risk, resources, purpose, a module each: the order in which the programme's
own method teaches them. A light follows from its facts alone; nothing is scored or averaged.
"""

from datetime import date

from ...model import Workspace
from ..repertoire import Repertoire
from ..roster import ProgrammeRoster
from .champions import champions
from .light import Barrier
from .purpose import purpose
from .resources import resources
from .risk import risk
from .selling import selling

__all__ = ["barriers"]


def barriers(
    workspace: Workspace, roster: ProgrammeRoster, repertoire: Repertoire, today: date
) -> tuple[Barrier, ...]:
    """The five barriers on a day."""
    return (
        champions(roster, repertoire, today),
        selling(workspace, repertoire, today),
        risk(workspace, repertoire, today),
        resources(workspace, roster, today),
        purpose(workspace, today),
    )

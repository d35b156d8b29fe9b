"""The demo: an invented agency whose two years of history show the method at work.

`stage` says how a scene is played; `programme` holds stories, asks, objections, goals and seats;
the other modules are the cast, by what they are to us.
"""

from ...model import BadInput, Commit, Edit
from ..tracker import Tracker
from ..undoing import BEGINNING
from .champions import CHAMPIONS
from .directory import ONLY_KNOWN
from .doubters import DOUBTERS
from .newcomers import NEWCOMERS
from .potential import POTENTIAL
from .programme import PROGRAMME
from .stage import AGENCY, Stage
from .supporters import SUPPORTERS

__all__ = ["AGENCY", "CAST", "fill"]

CAST = (*CHAMPIONS, *POTENTIAL, *SUPPORTERS, *DOUBTERS, *NEWCOMERS, *ONLY_KNOWN)
"""Everybody in the demo."""


def fill(tracker: Tracker) -> Commit | None:
    """Tell the demo's story into an empty workspace, dated relative to the tracker's day.

    The story is played through the verbs on a stage of its own, then kept as one change that
    begins the workspace: undo does not reach behind it.

    Raises:
        BadInput: somebody is in the workspace already, or the calendar ends too near.
    """
    if tracker.workspace.people:
        raise BadInput(
            "The demo goes into an empty workspace, and this one holds people.",
            "Open a new one with --workspace.",
        )
    stage = Stage(tracker.today, tracker.clock.now().tzinfo)
    try:
        stage.play(CAST, PROGRAMME)
    except OverflowError:
        raise BadInput(f"The demo's two years do not fit around {tracker.today}.") from None
    edits = [Edit(after=record) for record in stage.records()]
    return tracker.commit(BEGINNING, f"The demo: two years at {AGENCY}", *edits)

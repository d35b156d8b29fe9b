"""Verbs of judgement."""

from datetime import date

from msgspec.structs import replace

from ..model import Assessment, BadInput, Edit, Engagement, Person
from .checks import body
from .people import followed_edits, judgement
from .tracker import Tracker


def assess(
    tracker: Tracker,
    person: Person,
    *,
    influence: int | None = None,
    openness: int | None = None,
    engagement: Engagement | None = None,
    desired: Engagement | None = None,
    desired_by: date | None = None,
    moves: str = "",
    legitimacy: bool | None = None,
    urgency: bool | None = None,
    why: str = "",
    basis: str = "",
) -> Assessment:
    """Judge somebody in the positions that they hold today.

    Ratings that are not given are those of the last judgement, and so is the move planned (to
    where, by when, by what) as long as where they are wanted stays the same.

    Raises:
        BadInput: a rating lies outside its scale, or is missing and was never given before.
    """
    last = tracker.workspace.digest(person.id).assessment
    if last is not None:
        influence = last.influence if influence is None else influence
        openness = last.openness if openness is None else openness
        engagement = engagement or last.engagement
        legitimacy = last.legitimacy if legitimacy is None else legitimacy
        urgency = last.urgency if urgency is None else urgency
        if desired in (None, last.desired):
            desired, desired_by = last.desired, desired_by or last.desired_by
            moves = moves or last.moves
    judged = replace(
        judgement(tracker, person, influence, openness, engagement),
        desired=desired,
        desired_by=desired_by,
        moves=body(moves, "planned moves"),
        legitimacy=legitimacy,
        urgency=urgency,
        why=body(why, "reason"),
        basis=body(basis, "basis"),
    )
    edits = [Edit(after=judged), *followed_edits(tracker, [person])]
    tracker.commit("assess", f"Judged {person.name}", *edits)
    return judged


def confirm(tracker: Tracker, person: Person, why: str = "") -> Assessment:
    """Answer a doubt with "no change": the last judgement, made again today.

    Raises:
        BadInput: nobody has judged the person yet.
    """
    last = tracker.workspace.digest(person.id).assessment
    if last is None:
        raise BadInput(
            f"Nobody has judged {person.name} yet, so there is nothing to confirm.",
            "Judge them with 'assess'.",
        )
    judged = replace(
        judgement(tracker, person, last.influence, last.openness, last.engagement),
        desired=last.desired,
        desired_by=last.desired_by,
        moves=last.moves,
        legitimacy=last.legitimacy,
        urgency=last.urgency,
        why=body(why, "reason") or last.why,
        basis=last.basis,
        unchanged=True,
    )
    edits = [Edit(after=judged), *followed_edits(tracker, [person])]
    tracker.commit("assess", f"No change in the judgement of {person.name}", *edits)
    return judged

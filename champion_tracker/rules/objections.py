"""Objections: which still stand, which nothing is done about, and which stories answer them."""

from datetime import date
from typing import NamedTuple

from ..model import Objection, ObjectionStatus, Person, Story, Workspace
from .areas import areas_of, key_of
from .repertoire import Repertoire, freshness


class ObjectionSeen(NamedTuple):
    """An objection on a day."""

    objection: Objection
    person: Person | None
    answers: tuple[Story, ...]
    """Stories said to answer it, then those of its holder's areas; freshest first of each."""
    unheard: tuple[Story, ...]
    """Which of these the holder has not heard."""

    @property
    def is_unmitigated(self) -> bool:
        """Whether it stands and nothing is done about it."""
        return is_unmitigated(self.objection)

    @property
    def is_unproven(self) -> bool:
        """Whether it still holds and nothing but our word speaks against it."""
        return is_unproven(self.objection)


def is_unmitigated(objection: Objection) -> bool:
    """Whether an objection stands and nothing is done about it."""
    return objection.status is ObjectionStatus.STANDING and not objection.mitigation


def is_unproven(objection: Objection) -> bool:
    """Whether an objection still holds and nothing but our word speaks against it."""
    is_gone = objection.status is ObjectionStatus.GONE
    return not is_gone and not objection.proofs and not objection.story_ids


def severity(objection: Objection) -> int:
    """Likelihood times impact as its holder sees them, 1 to 25; 9 where nobody has asked.

    The risk score of ISO 31010:2019, B.10.3 (consequence/likelihood matrix); it orders only.
    """
    return (objection.likelihood or 3) * (objection.impact or 3)


def objections_seen(workspace: Workspace, today: date) -> list[ObjectionSeen]:
    """Every objection, in the order of `by_gravity`, with what answers it."""
    repertoire = Repertoire(workspace, today)
    return [
        objection_seen(workspace, objection, today, repertoire)
        for objection in by_gravity(workspace)
    ]


def by_gravity(workspace: Workspace) -> list[Objection]:
    """Every objection: standing before softened before gone, the gravest first."""
    order = list(ObjectionStatus)
    return sorted(
        workspace.objections.values(),
        key=lambda objection: (
            order.index(objection.status),
            not is_unmitigated(objection),
            -severity(objection),
            objection.raised_on,
            objection.id,
        ),
    )


def objection_seen(
    workspace: Workspace, objection: Objection, today: date, repertoire: Repertoire
) -> ObjectionSeen:
    """An objection, with the stories that answer it."""
    person = workspace.people.get(objection.person_id)
    named = [workspace.stories[s] for s in objection.story_ids if s in workspace.stories]
    named.sort(key=freshness, reverse=True)
    if person is None:
        return ObjectionSeen(objection, None, tuple(named), ())
    areas = areas_of(person, today)
    near = [
        story
        for story in repertoire.concerning(person)
        if story not in named and areas & {key_of(area) for area in story.areas}
    ]
    heard = repertoire.heard_by(person)
    answers = (*named, *near)
    return ObjectionSeen(objection, person, answers, tuple(s for s in answers if s.id not in heard))

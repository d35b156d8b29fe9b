"""Objections: which still stand, which nothing is done about, and which stories answer them."""

from datetime import date
from typing import NamedTuple

from ..model import Objection, ObjectionStatus, Person, Story, Workspace
from .areas import areas_of, key_of
from .stories import Repertoire, freshness


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
        return self.objection.status is ObjectionStatus.STANDING and not self.objection.mitigation

    @property
    def is_unproven(self) -> bool:
        """Whether it still holds and nothing but our word speaks against it."""
        objection = self.objection
        is_gone = objection.status is ObjectionStatus.GONE
        return not is_gone and not objection.proofs and not objection.story_ids


def severity(objection: Objection) -> int:
    """Likelihood times impact as its holder sees them, 1 to 25; 9 where nobody has asked.

    The risk score of ISO 31010:2019, B.10.3 (consequence/likelihood matrix); it orders only.
    """
    return (objection.likelihood or 3) * (objection.impact or 3)


def objections_seen(
    workspace: Workspace, today: date, repertoire: Repertoire | None = None
) -> list[ObjectionSeen]:
    """Every objection: standing before softened before gone, the gravest first."""
    shared = repertoire or Repertoire(workspace, today)
    found = (objection_seen(workspace, o, today, shared) for o in workspace.objections.values())
    order = list(ObjectionStatus)
    return sorted(
        found,
        key=lambda seen: (
            order.index(seen.objection.status),
            not seen.is_unmitigated,
            -severity(seen.objection),
            seen.objection.raised_on,
            seen.objection.id,
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

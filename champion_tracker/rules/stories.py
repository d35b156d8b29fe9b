"""Stories: what has not been told to whom, and what to tell whom one meets in an hour."""

from collections.abc import Iterable
from datetime import date
from enum import IntEnum
from typing import NamedTuple

from ..model import Objection, Person, Standing, Story, Telling, Workspace
from .areas import areas_of, key_of
from .profile import profile
from .repertoire import Repertoire, freshness, standing_objections
from .standing import POSTURES


class Match(IntEnum):
    """Why a story would be told to somebody, the best reason first."""

    OBJECTION = 0
    AREA = 1
    EVERYBODY = 2
    OTHER = 3


class Suggestion(NamedTuple):
    """A story to tell to somebody."""

    story: Story
    match: Match
    why: str
    """A phrase; holds what the user wrote of an objection or an area."""


class Untold(NamedTuple):
    """Somebody, and the stories that concern them but that they have not heard."""

    person: Person
    standing: Standing
    stories: tuple[Story, ...]
    """Freshest first."""


def to_tell(workspace: Workspace, person: Person, today: date) -> list[Suggestion]:
    """What to tell somebody whom one meets in an hour: what they have not heard.

    What answers an objection of theirs comes first, then what concerns their area, then what
    concerns everybody, then the rest; of each, the freshest first.
    """
    repertoire = Repertoire(workspace, today)
    heard, areas = repertoire.heard_by(person), areas_of(person, today)
    answers = {
        story_id: objection
        for objection in standing_objections(workspace, person.id)
        for story_id in objection.story_ids
    }
    found = [
        _suggestion(story, areas, answers.get(story.id))
        for story in sorted(workspace.stories.values(), key=freshness, reverse=True)
        if story.id not in heard and story.on <= today
    ]
    return sorted(found, key=lambda suggestion: suggestion.match)


def _suggestion(story: Story, areas: set[str], objection: Objection | None) -> Suggestion:
    if objection is not None:
        return Suggestion(story, Match.OBJECTION, f"answers what they fear: {objection.risk}")
    shared = [area for area in story.areas if key_of(area) in areas]
    if shared:
        return Suggestion(story, Match.AREA, f"concerns {', '.join(shared)}")
    if not story.areas:
        return Suggestion(story, Match.EVERYBODY, "concerns everybody")
    return Suggestion(story, Match.OTHER, f"from {', '.join(story.areas)}")


FRIENDS = (Standing.CHAMPION, Standing.POTENTIAL, Standing.SUPPORTER)
"""Who should never be the last to hear."""


def untold(
    workspace: Workspace, today: date, standings: Iterable[Standing] = FRIENDS
) -> list[Untold]:
    """What I have not told whom, those who matter most first."""
    repertoire, wanted = Repertoire(workspace, today), frozenset(standings)
    found = []
    for person in workspace.people.values():
        if not person.is_followed or person.has_left(today):
            continue
        standing = profile(workspace, person, today).standing
        if standing in wanted:
            heard = repertoire.heard_by(person)
            stories = [s for s in repertoire.concerning(person) if s.id not in heard]
            if stories:
                found.append(Untold(person, standing, tuple(stories)))
    return sorted(
        found, key=lambda u: (-POSTURES[u.standing].weight, -len(u.stories), u.person.name)
    )


def tellings_of(workspace: Workspace, story_id: str) -> list[Telling]:
    """Every telling of one story, newest first."""
    found = (t for t in workspace.tellings.values() if t.story_id == story_id)
    return sorted(found, key=lambda t: (t.on, t.recorded_at.timestamp()), reverse=True)


def tellings_by_story(workspace: Workspace) -> dict[str, list[Telling]]:
    """The tellings of every story, newest first."""
    found: dict[str, list[Telling]] = {}
    newest_first = sorted(
        workspace.tellings.values(), key=lambda t: (t.on, t.recorded_at.timestamp()), reverse=True
    )
    for telling in newest_first:
        found.setdefault(telling.story_id, []).append(telling)
    return found

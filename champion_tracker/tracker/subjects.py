"""What a prompt is about, besides a person: what an answer to it begins with."""

from ..model import Ask, Goal, Objection, Occasion, Prompt, Story
from ..rules.repertoire import Hearing, Repertoire
from .tracker import Tracker

AREA = "story:area:"
"""How the key of a prompt about an area begins."""


def matter_of(tracker: Tracker, prompt: Prompt) -> Ask | Objection | Goal | None:
    """The ask that waits for their answer, the objection for ours, the goal for a reading."""
    key, workspace = prompt.key.partition(":")[2], tracker.workspace
    return workspace.asks.get(key) or workspace.objections.get(key) or workspace.goals.get(key)


def occasion_of(tracker: Tracker, prompt: Prompt) -> Occasion | None:
    """What calls for its story."""
    return tracker.workspace.occasions.get(prompt.key.rpartition(":")[2])


def story_of(tracker: Tracker, prompt: Prompt) -> Story | None:
    """The story that a champion has not heard, or the first that an area has not."""
    waiting = _waiting(tracker, prompt)
    if waiting is not None:
        return waiting.untold[0] if waiting.untold else None
    return tracker.workspace.stories.get(prompt.cause.partition(":")[2])


def area_of(tracker: Tracker, prompt: Prompt) -> str:
    """The name of the business area that waits for a story; empty where none does."""
    waiting = _waiting(tracker, prompt)
    return waiting.area.name if waiting is not None else ""


def _waiting(tracker: Tracker, prompt: Prompt) -> Hearing | None:
    key = prompt.key.removeprefix(AREA)
    if key == prompt.key:
        return None
    repertoire = Repertoire(tracker.workspace, tracker.today)
    # It may be served no more since the prompt was shown.
    return repertoire.hearing(key) if key in repertoire.areas else None

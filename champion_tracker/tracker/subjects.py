"""What a prompt is about, besides a person: what an answer to it begins with."""

from ..model import Ask, Goal, Objection, Occasion, Prompt, Story
from ..rules.repertoire import Repertoire
from .tracker import Tracker


def matter_of(tracker: Tracker, prompt: Prompt) -> Ask | Objection | Goal | None:
    """The ask that waits for their answer, the objection for ours, the goal for a reading."""
    key, workspace = prompt.key.partition(":")[2], tracker.workspace
    return workspace.asks.get(key) or workspace.objections.get(key) or workspace.goals.get(key)


def occasion_of(tracker: Tracker, prompt: Prompt) -> Occasion | None:
    """What calls for its story."""
    return tracker.workspace.occasions.get(prompt.key.rpartition(":")[2])


def story_of(tracker: Tracker, prompt: Prompt) -> Story | None:
    """The story that a champion has not heard, or the first that an area has not."""
    area = _area_key(prompt)
    if area:
        untold = Repertoire(tracker.workspace, tracker.today).hearing(area).untold
        return untold[0] if untold else None
    return tracker.workspace.stories.get(prompt.cause.partition(":")[2])


def area_of(tracker: Tracker, prompt: Prompt) -> str:
    """The name of the business area that waits for a story; empty where none does."""
    area = _area_key(prompt)
    return Repertoire(tracker.workspace, tracker.today).hearing(area).area.name if area else ""


def _area_key(prompt: Prompt) -> str:
    return prompt.key.removeprefix("story:area:") if prompt.key.startswith("story:area:") else ""
